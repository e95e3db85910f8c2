import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ALLE_BERICHTSOORTEN, BERICHTSOORTEN, type Berichtsoort } from '../../../src/standaard/berichten/berichtsoorten.js';
import { SCHEMAS } from '../../../src/standaard/berichten/gegenereerd/index.js';
import { isKlasse, type Element, type Klasseelement } from '../../../src/standaard/berichten/structuur.js';
import { CATALOGUS, catalogusregel, type Catalogusregel, type Plaats } from '../../../src/standaard/regels/catalogus/index.js';
import { REGELS } from '../../../src/standaard/regels/berichten/index.js';
import type { Regel } from '../../../src/standaard/regels/regel.js';
import { MELDINGEN } from '../../../src/standaard/regels/teksten.js';
import { testtitels } from '../../hulp/testtitels.js';

type EenRegel = Regel<never>;

/** Rules of level 3 and 4 that are still to come. A code that is implemented must leave this list. */
const NOG_NIET: readonly string[] = [];

const lijstVan = (soort: Berichtsoort): readonly EenRegel[] =>
  [...REGELS[soort].niveau2, ...REGELS[soort].niveau3En4] as unknown as readonly EenRegel[];
const inLijsten = new Map(ALLE_BERICHTSOORTEN.flatMap(lijstVan).map((regel) => [regel.code, regel]));

/** Every rule that has a file, whether or not a list names it. */
const REGELMAP = fileURLToPath(new URL('../../../src/standaard/regels/', import.meta.url));
const bestanden = ['niveau2', 'niveau3', 'niveau4']
  .flatMap((map) => (existsSync(join(REGELMAP, map)) ? readdirSync(join(REGELMAP, map)).map((naam) => join(REGELMAP, map, naam)) : []))
  .filter((pad) => /^(TR|CD|CS)\d{3}\.ts$/.test(basename(pad)));

const gemaakt = CATALOGUS.filter(({ code }) => !NOG_NIET.includes(code));
const perCode = (regels: readonly Catalogusregel[]) => regels.map((regel) => [regel.code, regel] as const);

/** A compound key is written out in the catalogue; a rule may name its first element only. */
const alsTekst = (bericht: string, klasse: string, element: string | undefined): string =>
  `${bericht} ${klasse} ${element?.split('+')[0] ?? '(klasse)'}`;

describe('de catalogus zelf', () => {
  it('heeft elke regel van de standaard, elk een keer en op volgorde van code', () => {
    const aantal = (soort: string) => CATALOGUS.filter(({ code }) => code.startsWith(soort)).length;
    expect([aantal('TR'), aantal('CD'), aantal('CS'), CATALOGUS.length]).toEqual([78, 22, 19, 119]);
    const codes = CATALOGUS.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(catalogusregel('TR063')?.retourcode).toBe('9063');
    expect(catalogusregel('TR999')).toBeUndefined();
  });

  it.each(perCode(CATALOGUS))('%s heeft volledige zinnen', (_code, { eis, lezing, doen }) => {
    for (const tekst of [eis, doen, ...(lezing === undefined ? [] : [lezing])]) {
      expect(tekst).toMatch(/^[A-Z].*\S.*\.$/s);
      expect(tekst).not.toMatch(/ {2}|undefined|\n/);
    }
  });

  it.each(perCode(CATALOGUS))('%s noemt alleen klassen en elementen die het schema kent', (_code, { plaatsen }) => {
    expect(plaatsen.filter((plaats) => !bestaat(plaats))).toEqual([]);
    expect(new Set(plaatsen.map((plaats) => plaats.join(' '))).size).toBe(plaatsen.length);
  });

  it.each(perCode(CATALOGUS))('%s: de retourcode past bij het niveau', (_code, { niveau, retourcode, inSchema, plaatsen }) => {
    if (niveau === 2) expect(retourcode).toBe(inSchema ? undefined : '0001');
    else {
      expect(retourcode).not.toBe('0001');
      // Only rules on a message that gets no answer may do without a code.
      if (retourcode === undefined) expect(plaatsen.map(([bericht]) => BERICHTSOORTEN[bericht].antwoord)).toEqual([undefined]);
    }
  });
});

describe('catalogus en uitvoering', () => {
  it.each(perCode(gemaakt))('%s is gemaakt, met dezelfde code, niveau, retourcode en plaatsen', (code, regel) => {
    const gevonden = inLijsten.get(code);
    expect(gevonden, `${code} staat in geen enkele lijst`).toBeDefined();
    expect(gevonden).toMatchObject({ code, niveau: regel.niveau, afgedwongenDoorXsd: regel.inSchema === true });
    expect(gevonden?.retourcode).toBe(regel.retourcode);
    const plekken = gevonden?.plekken.map((p) => alsTekst(p.bericht, p.klasse, p.element)) ?? [];
    expect([...new Set(plekken)].sort()).toEqual(regel.plaatsen.map(([b, k, e]) => alsTekst(b, k, e)).sort());
  });

  it.each(perCode(gemaakt))('%s staat in de lijst van elk bericht dat zij noemt, en in geen andere', (code, { plaatsen }) => {
    const genoemd = ALLE_BERICHTSOORTEN.filter((soort) => lijstVan(soort).some((regel) => regel.code === code));
    expect(genoemd).toEqual([...new Set(plaatsen.map(([bericht]) => bericht))].sort());
  });

  it.each(ALLE_BERICHTSOORTEN)('de lijst van %s noemt alleen regels uit de catalogus, elk een keer en op het goede niveau', (soort) => {
    const codes = lijstVan(soort).map(({ code }) => code);
    expect(codes.filter((code) => catalogusregel(code) === undefined)).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
    expect(REGELS[soort].niveau2.filter(({ niveau }) => niveau !== 2)).toEqual([]);
    expect(REGELS[soort].niveau3En4.filter(({ niveau }) => niveau === 2)).toEqual([]);
  });

  it.each(bestanden.map((pad) => [basename(pad, '.ts'), pad] as const))('het bestand van %s bevat de regel uit de lijsten', async (code, pad) => {
    const module = await import(pad) as Record<string, unknown>;
    expect(module[code]).toBeDefined();
    expect(inLijsten.get(code)).toBe(module[code]);
    expect(Object.isFrozen(module[code])).toBe(true);
  });

  it('NOG_NIET noemt bestaande regels van niveau 3 en 4 die echt nog niet zijn gemaakt', () => {
    expect(NOG_NIET.filter((code) => (catalogusregel(code)?.niveau ?? 2) === 2)).toEqual([]);
    expect(NOG_NIET.filter((code) => inLijsten.has(code) || bestanden.some((pad) => basename(pad, '.ts') === code))).toEqual([]);
  });

  it.each(perCode(gemaakt))('%s heeft een melding', (code) => {
    expect(MELDINGEN[code]).toMatch(/^[A-Z].*\.$/s);
  });

  it('elke melding hoort bij een regel', () => {
    expect(Object.keys(MELDINGEN).filter((code) => catalogusregel(code) === undefined)).toEqual([]);
  });

  const titels = testtitels(fileURLToPath(new URL('.', import.meta.url)));
  it.each(perCode(gemaakt))('%s heeft haar drie soorten tests', (code) => {
    const eigen = titels.get(code) ?? [];
    const ontbreekt = ['voldoet', 'breekt alleen', 'niet van toepassing'].filter((begin) => !eigen.some((titel) => titel.startsWith(begin)));
    expect(ontbreekt, `tests van ${code}`).toEqual([]);
  });
});

/** Whether the message has the class, and below it the element path. */
function bestaat([bericht, klasse, element]: Plaats): boolean {
  const gevonden: Klasseelement[] = [];
  const zoek = (e: Element): void => {
    if (!isKlasse(e)) return;
    if (e.klasse === klasse) gevonden.push(e);
    e.elementen.forEach(zoek);
  };
  zoek(SCHEMAS[bericht].structuur);
  const heeft = (e: Element | undefined, [naam, ...rest]: readonly string[]): boolean => {
    if (naam === undefined) return e !== undefined;
    return e !== undefined && isKlasse(e) && heeft(e.elementen.find((kind) => kind.naam === naam), rest);
  };
  const paden = element?.split('+').map((pad) => pad.split('/')) ?? [[]];
  return gevonden.length > 0 && gevonden.every((e) => paden.every((pad) => heeft(e, pad)));
}

const NASLAG = fileURLToPath(new URL('../../../../shared/reference/iwmo-3.2/regels/regels.yaml', import.meta.url));
interface Naslagregel {
  code: string; niveau: number; retourcode: string | null; afgedwongen_door_xsd?: boolean; onduidelijk?: string;
  berichten: { bericht: string; klasse: string; element: string | null; zekerheid?: string }[];
}

describe.skipIf(!existsSync(NASLAG))(`naslag ${NASLAG} (overgeslagen als het bestand er niet is)`, () => {
  it('noemt dezelfde regels, plaatsen en codes, en kent een lezing waar de standaard onduidelijk is', () => {
    const { regels } = parse(readFileSync(NASLAG, 'utf8')) as { regels: Naslagregel[] };
    const plaats = (...delen: (string | null | undefined)[]) => delen.map((deel) => deel ?? '').join(' ').trim();
    const verwacht = regels.map((regel) => ({
      code: regel.code, niveau: regel.niveau, retourcode: regel.retourcode ?? undefined,
      inSchema: regel.afgedwongen_door_xsd === true, lezing: regel.onduidelijk !== undefined,
      plaatsen: regel.berichten.map((b) =>
        plaats(b.bericht, b.klasse, b.element, b.zekerheid === 'afgeleid' ? 'afgeleid' : null)).sort(),
    }));
    expect(CATALOGUS.map((regel) => ({
      code: regel.code, niveau: regel.niveau, retourcode: regel.retourcode, inSchema: regel.inSchema === true,
      lezing: regel.lezing !== undefined, plaatsen: regel.plaatsen.map((p) => plaats(...p)).sort(),
    }))).toEqual(verwacht.sort((a, b) => (a.code < b.code ? -1 : 1)));
  });
});
