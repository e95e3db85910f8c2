/** What is wrong with a policy file is told with its place, the reason and what to do. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { laadBeleid, leesBeleidsteksten, leesMap, openBeleidsbron, RegioFout, type Beleidsfout } from '../../src/regio/index.js';
import { lijktOp } from '../../src/regio/fouten.js';

const KOP = 'regio: Proef\ngemeenten: [\'0268\']\n';
const PRODUCTEN = `${KOP}groepen:
  - code: wonen
producten:
  - { code: 15N11, categorie: '15', groep: wonen }
  - { code: 15N12, categorie: '15' }
`;

function foutenVan(...teksten: readonly string[]): readonly Beleidsfout[] {
  const uitkomst = leesBeleidsteksten(teksten.map((tekst, i) => ({ bestand: `${i}.yaml`, tekst })));
  return 'fouten' in uitkomst ? uitkomst.fouten : [];
}

const ROUTE = 'aanvraagroutes:\n  - voor: [15N11]\n    via: [WMO315]\n    dan: toewijzen\n';
const voorwaarde = (rest: string): string => `${PRODUCTEN}voorwaarden:\n  - regel: proef\n    voor: [15N11]\n    anders: { uitkomst: wachten }\n${rest}`;

/** Name, file, place, part of the reason, part of the suggestion. */
const GEVALLEN: readonly (readonly [string, string, string, string, string?])[] = [
  // Shape
  ['geen YAML', 'regio: [a: b: c]\n', '', 'YAML'],
  ['een open aanhalingsteken', 'regio: \'x\ngemeenten: []\n', '', 'ontbreekt een teken', 'aanhalingsteken'],
  ['een tab', 'regio: x\ngemeenten:\n\t- a\n', '', 'tab', 'spaties'],
  ['een dubbele sleutel', `${KOP}regio: nog een\n`, '', 'twee keer', 'Haal een van beide weg'],
  ['een leeg bestand', '', '', 'een blok met sleutels'],
  ['een lijst in plaats van een blok', '- a\n', '', 'een blok met sleutels'],
  ['een ontbrekende sleutel', 'regio: x\n', '', 'gemeenten ontbreekt'],
  ['een tikfout in een sleutel', `${KOP}product: []\n`, '/product', 'bestaat hier niet', 'Bedoelt u producten?'],
  ['een onbekende sleutel', `${KOP}iets-heel-anders: 1\n`, '/iets-heel-anders', 'bestaat hier niet', 'Mogelijk zijn: regio'],
  ['een code zonder aanhalingstekens', 'regio: x\ngemeenten: [0268]\n', '/gemeenten/0', 'een tekst', 'aanhalingstekens'],
  ['de naam van een gemeente', 'regio: x\ngemeenten: [nijmegen]\n', '/gemeenten/0', 'goede vorm', 'De code van Nijmegen is \'0268\'.'],
  ['een gemeente die niet bestaat', 'regio: x\ngemeenten: [\'9999\']\n', '/gemeenten/0', 'geen code van een gemeente', 'CBS'],
  ['geen gemeente', 'regio: x\ngemeenten: []\n', '/gemeenten', 'leeg'],
  ['een gemeente dubbel', 'regio: x\ngemeenten: [\'0268\', \'0268\']\n', '/gemeenten', 'twee keer'],
  ['een productcode die YAML als getal leest', `${KOP}producten:\n  - { code: 15E11, categorie: '15' }\n`, '/producten/0/code', 'een tekst', 'aanhalingstekens'],
  ['een te lange productcode', `${KOP}producten:\n  - { code: ABCDEF, categorie: '15' }\n`, '/producten/0/code', 'hoogstens 5'],
  ['een onbekende categorie', `${KOP}producten:\n  - { code: A, categorie: '19' }\n`, '/producten/0/categorie', '15 (beschermd wonen)'],
  ['een onbekende eenheid', `${KOP}producten:\n  - { code: A, categorie: '15', eenheid: uur }\n`, '/producten/0/eenheid', '04 (uur)'],
  ['een datum die niet bestaat', `${KOP}producten:\n  - { code: A, categorie: '15', vanaf: 2026-02-30 }\n`, '/producten/0/vanaf', 'bestaande datum'],
  ['een bedrag in euro', `${KOP}producten:\n  - code: A\n    categorie: '15'\n    tarieven: [{ vanaf: 2026-01-01, centen: 12.5 }]\n`,
    '/producten/0/tarieven/0/centen', 'geheel getal', 'hele centen'],
  ['een negatief bedrag', `${KOP}producten:\n  - code: A\n    categorie: '15'\n    tarieven: [{ vanaf: 2026-01-01, centen: -1 }]\n`,
    '/producten/0/tarieven/0/centen', 'te klein'],
  ['een AGB-code zonder voorloopnul', `${PRODUCTEN}contracten:\n  - { aanbieder: '5656055', producten: [15N11] }\n`,
    '/contracten/0/aanbieder', 'goede vorm', 'acht cijfers'],
  ['een tekst waar een lijst hoort', `${PRODUCTEN}aanvraagroutes:\n  - { voor: 15N11, via: [WMO315], dan: toewijzen }\n`,
    '/aanvraagroutes/0/voor', 'een lijst', 'streepje'],
  ['een onbekende route', `${PRODUCTEN}aanvraagroutes:\n  - { voor: [15N11], via: [WMO351], dan: toewijzen }\n`,
    '/aanvraagroutes/0/via/0', 'WMO315, WMO317, toegang', 'Bedoelt u WMO315'],
  ['afwijzen als gewoon gevolg', `${PRODUCTEN}aanvraagroutes:\n  - { voor: [15N11], via: [WMO315], dan: afwijzen }\n`,
    '/aanvraagroutes/0/dan', 'toewijzen, onderzoek, wachten'],
  ['een soort die niet bestaat', voorwaarde('    soort: vereis\n'), '/voorwaarden/0/soort', 'vereist, nietSamen', 'Bedoelt u vereist?'],
  ['een voorwaarde zonder soort', voorwaarde(''), '/voorwaarden/0', 'soort ontbreekt'],
  ['een sleutel van een andere soort', voorwaarde('    soort: crediteren\n    volume: 5\n'), '/voorwaarden/0/volume', 'bestaat hier niet'],
  ['afwijzen zonder reden', `${KOP}afhandeling:\n  overlap: { uitkomst: afwijzen }\n`, '/afhandeling/overlap', 'reden ontbreekt'],
  ['een reden die niet bestaat', `${KOP}afhandeling:\n  overlap: { uitkomst: afwijzen, reden: '0' }\n`, '/afhandeling/overlap/reden', '6 (stapelt ondersteuning)'],
  ['een reden bij wachten', `${KOP}afhandeling:\n  overlap: { uitkomst: wachten, reden: '6' }\n`, '/afhandeling/overlap/reden', 'bestaat hier niet'],
  ['ja in plaats van true', `${KOP}betaling:\n  - { regel: a, startVereist: ja }\n`, '/betaling/0/startVereist', 'true of false', 'true of false'],
  ['een naam met een spatie', `${KOP}betaling:\n  - { regel: na start }\n`, '/betaling/0/regel', 'goede vorm', 'zonder spaties'],
  ['een leeg gelaten sleutel', `${KOP}producten:\n`, '/producten', 'een lijst', 'laat de sleutel weg'],
  // Connections
  ['een productcode dubbel', `${PRODUCTEN}  - { code: 15N11, categorie: '15' }\n`, '/producten/2/code', 'komt twee keer voor'],
  ['een product dat heet als een groep', `${PRODUCTEN}  - { code: wonen, categorie: '15' }\n`, '/producten/2/code', 'naam van een groep'],
  ['een onbekende groep', `${PRODUCTEN}  - { code: X, categorie: '15', groep: woven }\n`, '/producten/2/groep', 'niet in /groepen', 'Bedoelt u wonen?'],
  ['een onbekend product in een route', `${PRODUCTEN}aanvraagroutes:\n  - { voor: [15N13], via: [WMO315], dan: toewijzen }\n`,
    '/aanvraagroutes/0/voor/0', 'geen product en geen groep', 'Bedoelt u 15N11 of 15N12?'],
  ['een groep zonder producten', `${KOP}groepen: [{ code: leeg }]\n${ROUTE.replace('15N11', 'leeg')}`, '/aanvraagroutes/0/voor/0', 'geen producten'],
  ['twee routes voor een product', `${PRODUCTEN}${ROUTE}  - { voor: [wonen], via: [toegang], dan: wachten }\n`,
    '/aanvraagroutes/1/voor', 'heeft in dezelfde periode al een route'],
  ['een onbekend product naast', voorwaarde('    soort: vereist\n    naast: [15M11]\n    periode: omvat\n    aanbieder: elke\n'),
    '/voorwaarden/0/naast/0', 'geen product', 'Bedoelt u 15N11?'],
  ['een onbekend product bij nietSamen', voorwaarde('    soort: nietSamen\n    met: [zzzzz]\n'), '/voorwaarden/0/met/0', 'geen product'],
  ['een regel dubbel', `${voorwaarde('    soort: crediteren\n')}  - { regel: proef, soort: crediteren, voor: [15N11], anders: { uitkomst: wachten } }\n`,
    '/voorwaarden/1/regel', 'komt twee keer voor'],
  ['een periode die eindigt voor zij begint', `${voorwaarde('    soort: crediteren\n')}    vanaf: 2026-02-01\n    totEnMet: 2026-01-31\n`,
    '/voorwaarden/0/totEnMet', 'eindigt voor zij begint'],
  ['overlappende tarieven', `${KOP}producten:\n  - code: A\n    categorie: '15'\n    tarieven:\n`
    + '      - { vanaf: 2026-01-01, totEnMet: 2026-06-30, centen: 1 }\n      - { vanaf: 2026-06-30, centen: 2 }\n',
  '/producten/0/tarieven/1', 'overlapt', 'totEnMet'],
  ['een contract buiten de geldigheid van het product', `${KOP}producten:\n  - { code: A, categorie: '15', totEnMet: 2025-12-31 }\n`
    + 'contracten:\n  - { aanbieder: \'65656055\', producten: [A], vanaf: 2026-01-01 }\n', '/contracten/0/producten', 'geen enkele dag'],
  ['een tarief voor een product dat niet in het contract staat',
    `${PRODUCTEN}contracten:\n  - aanbieder: '65656055'\n    producten: [15N11]\n    tarieven: { 15N12: [{ vanaf: 2026-01-01, centen: 1 }] }\n`,
    '/contracten/0/tarieven/15N12', 'niet dat product', 'Bedoelt u 15N11?'],
  ['twee contracten met een tarief voor dezelfde dag', `${PRODUCTEN}contracten:\n${[1, 2].map((maand) =>
    `  - { aanbieder: '65656055', producten: [15N11], tarieven: { 15N11: [{ vanaf: 2026-0${maand}-01, centen: 1 }] } }\n`).join('')}`,
  '/contracten/1/tarieven/15N11', 'Een ander contract'],
  ['een onbekende opvolger', `${PRODUCTEN}  - { code: X, categorie: '15', opvolger: 15N1 }\n`, '/producten/2/opvolger', 'niet in /producten', 'Bedoelt u'],
  ['opvolgers in een kring', `${KOP}producten:\n  - { code: A, categorie: '15', opvolger: B }\n  - { code: B, categorie: '15', opvolger: A }\n`,
    '/producten/0/opvolger', 'in een kring'],
  ['twee voorgangers', `${KOP}producten:\n${['A', 'B'].map((code) => `  - { code: ${code}, categorie: '15', opvolger: C }\n`).join('')}`
    + '  - { code: C, categorie: \'15\' }\n', '/producten/1/opvolger', 'al de opvolger van A'],
  ['een lichtere opvolger', `${KOP}producten:\n  - { code: A, categorie: '15', gewicht: zwaar, opvolger: B }\n  - { code: B, categorie: '15', gewicht: licht }\n`,
    '/producten/0/opvolger', 'lichter'],
  ['een opvolger in een andere groep', `${PRODUCTEN}  - { code: X, categorie: '15', opvolger: 15N11 }\n`, '/producten/2/opvolger', 'dezelfde groep', 'schalen'],
  ['een groep in twee schalen', `${PRODUCTEN}schalen:\n${[1, 2].map(() => '  - groepen: [wonen]\n    opTussenGroepen: { via: [toegang], dan: toewijzen }\n'
    + '    afTussenGroepen: { via: [toegang], dan: toewijzen }\n    binnenGroepMet315: uit\n').join('')}`, '/schalen/1/groepen/0', 'staat al in een schaal'],
  ['een signaal zonder grens', `${PRODUCTEN}signalen:\n  - { signaal: s, soort: mix, deel: [15N11], geheel: [15N11, 15N12], meet: bedrag }\n`,
    '/signalen/0', 'geen grens', 'hoogstens of minstens'],
  ['een deel buiten het geheel', `${PRODUCTEN}signalen:\n  - { signaal: s, soort: mix, deel: [15N12], geheel: [wonen], meet: bedrag, hoogstens: 1 }\n`,
    '/signalen/0/deel/0', 'niet helemaal binnen geheel'],
  ['eenheden die niet optellen', `${KOP}producten:\n  - { code: A, categorie: '15', eenheid: '14' }\n  - { code: B, categorie: '15', eenheid: '04' }\n`
    + 'signalen:\n  - { signaal: s, soort: mix, deel: [A], geheel: [A, B], meet: volume, hoogstens: 1 }\n', '/signalen/0/meet', 'niet bij elkaar op te tellen'],
];

describe('een fout in een beleidsbestand', () => {
  it.each(GEVALLEN.map((geval) => ({ naam: geval[0], geval })))('$naam', ({ geval: [, tekst, pad, reden, suggestie] }) => {
    const fouten = foutenVan(tekst);
    expect(fouten).toHaveLength(1);
    const [fout] = fouten;
    expect(fout).toMatchObject({ bestand: '0.yaml', pad, reden: expect.stringContaining(reden) as string });
    if (suggestie !== undefined) expect(fout?.suggestie).toContain(suggestie);
  });

  it('noemt de regel in het bestand', () => {
    const [fout] = foutenVan(`${KOP}\n# iets\nproducten:\n  - code: A\n    categorie: '15'\n    naan: x\n`);
    expect(fout).toMatchObject({ pad: '/producten/0/naan', regelnummer: 8 });
  });

  it('meldt alle fouten, van alle bestanden', () => {
    const fouten = foutenVan('regio: x\n', `${KOP}product: []\nbetaling: [{ regel: a b }]\n`);
    expect(fouten.map(({ bestand, pad }) => [bestand, pad])).toEqual([['0.yaml', ''], ['1.yaml', '/product'], ['1.yaml', '/betaling/0/regel']]);
  });

  it('een gemeente hoort bij een bestand', () => {
    expect(foutenVan(KOP, KOP)).toMatchObject([{ bestand: '1.yaml', pad: '/gemeenten/0', reden: 'De gemeente 0268 staat al in 0.yaml.' }]);
    expect(foutenVan(KOP, KOP.replace('0268', '0202'))).toEqual([]);
  });

  it('heeft geen fouten als het bestand klopt', () => {
    expect(foutenVan(`${PRODUCTEN}${ROUTE}`)).toEqual([]);
    const tot = ROUTE.replace('dan', 'totEnMet: 2025-12-31\n    dan');
    expect(foutenVan(`${PRODUCTEN}${tot}  - { voor: [wonen], via: [toegang], dan: wachten, vanaf: 2026-01-01 }\n`)).toEqual([]);
  });
});

describe('lijktOp', () => {
  it.each([['producen', ['producten']], ['contract', ['contracten']], ['xyz', []], ['', []]])('%s', (gevonden, verwacht) => {
    expect(lijktOp(gevonden, ['producten', 'contracten', 'gemeenten'])).toEqual(verwacht);
  });
});

describe('een map met beleid', () => {
  const map = mkdtempSync(join(tmpdir(), 'iwmo-regio-'));
  afterAll(() => { rmSync(map, { recursive: true, force: true }); });
  const leg = (naam: string, tekst: string): void => { writeFileSync(join(map, naam), tekst); };

  it('die niet bestaat is een RegioFout', () => {
    expect(() => laadBeleid(join(map, 'weg'))).toThrow(RegioFout);
  });

  it('leest alleen .yaml en .yml', () => {
    leg('b.yml', KOP);
    leg('a.yaml', KOP.replace('0268', '0202'));
    leg('c.txt', 'geen beleid');
    expect(leesMap(map).map(({ bestand }) => bestand)).toEqual(['a.yaml', 'b.yml']);
  });

  it('herlaadt als geheel of niet: het oude beleid blijft als het nieuwe niet klopt', () => {
    leg('b.yml', PRODUCTEN);
    const bron = openBeleidsbron(map);
    const oud = bron.huidig();
    expect(oud.voor('0268')?.producten.has('15N11')).toBe(true);

    leg('a.yaml', KOP.replace('0268', '0797'));
    leg('b.yml', `${PRODUCTEN}product: []\n`);
    const mislukt = bron.herlaad();
    expect(mislukt).toMatchObject({ gelukt: false, fouten: [{ bestand: 'b.yml', pad: '/product' }] });
    expect(mislukt.gelukt ? '' : mislukt.melding).toContain('Het oude beleid blijft gelden');
    expect(bron.huidig()).toBe(oud);

    leg('b.yml', PRODUCTEN.replace('15N12', '15N99'));
    expect(bron.herlaad().gelukt).toBe(true);
    expect(bron.huidig().voor('0268')?.producten.has('15N99')).toBe(true);
    expect(bron.huidig().voor('0202')).toBeUndefined();
    // Work that began under the old policy keeps it.
    expect(oud.voor('0202')?.bestand).toBe('a.yaml');
  });

  it('zonder map is er geen beleid, ook na herladen', () => {
    const bron = openBeleidsbron(undefined);
    expect(bron.herlaad().gelukt).toBe(true);
    expect(bron.huidig().regios).toEqual([]);
  });
});
