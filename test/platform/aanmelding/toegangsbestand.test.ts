/** The file with clients: what it may say, what is wrong with it and where, and that a bad one changes nothing. */
import { rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openToegang, ToegangFout } from '../../../src/platform/aanmelding/index.js';
import { leesToegang } from '../../../src/platform/aanmelding/toegangsbestand.js';
import { alsBestanden } from '../../hulp/certificaat.js';

const AFDRUK = 'A4DtL2JmUMhAsvJj5tKyn64SqzmuXbMrJa0n761y5v0';
const GOED = `
clienten:
  gemeente-a:
    partijen: ["0363"]
    scopes: [gemeente, lezen]
  zorgsoft:
    partijen: ["65656055", "11111111"]
    scopes: [aanleveren, lezen]
    certificaat: ${AFDRUK}
    limieten: {perMinuut: 60, gelijktijdig: 4}
`;

function foutenVan(tekst: string): string {
  try {
    leesToegang(tekst, 'toegang.yaml');
  } catch (fout) {
    if (fout instanceof ToegangFout) return fout.message;
    throw fout;
  }
  throw new Error('had niet mogen lukken');
}

describe('het toegangsbestand', () => {
  it('zegt per client welke partijen en scopes', () => {
    const toegangen = leesToegang(GOED, 'toegang.yaml');
    expect([...toegangen.keys()]).toEqual(['gemeente-a', 'zorgsoft']);
    expect(toegangen.get('gemeente-a')).toEqual({
      partijen: new Set(['0363']), scopes: new Set(['gemeente', 'lezen']), certificaten: new Set(), perMinuut: undefined, gelijktijdig: undefined });
    expect(toegangen.get('zorgsoft')).toMatchObject({ certificaten: new Set([AFDRUK]), perMinuut: 60, gelijktijdig: 4 });
  });

  it.each<[string, string, RegExp]>([
    ['leeg', '', /^toegang\.yaml: Hier hoort een blok/],
    ['geen YAML', 'clienten: [', /^toegang\.yaml:\d+: Dit is geen geldige YAML/],
    ['client dubbel', `${GOED}  zorgsoft: {partijen: [], scopes: [beheer]}\n`, /^toegang\.yaml:11: Deze sleutel staat er twee keer/],
    ['code zonder aanhalingstekens', GOED.replace('"0363"', '0363'), /^toegang\.yaml:4, \/clienten\/gemeente-a\/partijen\/0: .*aanhalingstekens/],
    ['code te kort', GOED.replace('"0363"', '"363"'), /^toegang\.yaml:4, .*vier cijfers/],
    ['scope die niet bestaat', GOED.replace('[gemeente, lezen]', '[gemeente, schrijven]'), /^toegang\.yaml:5, .*Mogelijk zijn: aanleveren, lezen, gemeente, beheer/],
    ['geen scopes', GOED.replace('    scopes: [gemeente, lezen]\n', ''), /^toegang\.yaml:3, \/clienten\/gemeente-a: De sleutel scopes ontbreekt/],
    ['sleutel die niet bestaat', GOED.replace('limieten:', 'limiten:'), /\/clienten\/zorgsoft: De sleutel limiten bestaat hier niet/],
    ['geen vingerafdruk', GOED.replace(AFDRUK, 'kort'), /^toegang\.yaml:9, .*43 tekens/],
    ['limiet nul', GOED.replace('perMinuut: 60', 'perMinuut: 0'), /^toegang\.yaml:10, .*minstens 1/],
    ['naam van de gateway zelf', GOED.replace('zorgsoft:', 'beleid:'), /De naam beleid kan niet/],
    ['verwijzingen die uitdijen', `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nclienten: [*c,*c,*c]`, /te vaak/],
  ])('%s', (_naam, tekst, verwacht) => {
    const fouten = foutenVan(tekst);
    expect(fouten).toMatch(verwacht);
    // A wrong value may be a secret that was pasted in the wrong place.
    expect(fouten).not.toContain('kort');
  });

  it('noemt alle fouten, tot twintig', () => {
    const fout = (i: number): string => `  c${i}: {partijen: ["1"], scopes: [lezen]}\n`;
    const regels = foutenVan(`clienten:\n${Array.from({ length: 30 }, (_, i) => fout(i)).join('')}`).split('\n');
    expect(regels).toHaveLength(21);
    expect(regels[19]).toContain('toegang.yaml:21, /clienten/c19/partijen/0');
    expect(regels[20]).toBe('En nog 10 fouten.');
  });
});

describe('opnieuw inlezen', () => {
  it('neemt het nieuwe over, of laat het oude gelden', () => {
    const { map, paden } = alsBestanden({ 'toegang.yaml': GOED.replace(`    certificaat: ${AFDRUK}\n`, '') });
    const pad = paden['toegang.yaml'];
    const bron = openToegang(pad, false);
    writeFileSync(pad, 'clienten: {een: {partijen: [], scopes: [beheer]}}');
    expect(bron.herlaad()).toEqual({ gelukt: true });
    expect([...bron.huidig().keys()]).toEqual(['een']);
    for (const slecht of ['clienten: 3', GOED]) {
      writeFileSync(pad, slecht);
      expect(bron.herlaad()).toMatchObject({ gelukt: false, melding: expect.stringMatching(/oude toegang blijft gelden(.|\n)*toegang\.yaml/) as string });
      expect([...bron.huidig().keys()]).toEqual(['een']);
    }
    rmSync(map, { recursive: true });
    expect(bron.herlaad().gelukt).toBe(false);
    expect(() => openToegang(pad, false)).toThrow(ToegangFout);
  });
});
