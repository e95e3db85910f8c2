/** What the rules on claims have in common: their order, and that together they stay linear. */
import { describe, expect, it } from 'vitest';
import type { WMO323, WMO325 } from '../../../src/standaard/berichten/gegenereerd/index.js';
import { beoordeelNiveau3En4, contextVan } from '../../../src/standaard/regels/beoordelen.js';
import { REGELS } from '../../../src/standaard/regels/berichten/index.js';
import type { Dossier } from '../../../src/standaard/regels/dossier.js';
import { creditOp, debet, metDebetten } from '../../hulp/debetten.js';
import { contractproduct, dossierVoor, metContract, metToewijzingen, toewijzing } from '../../hulp/dossiers.js';
import { geteld } from '../../hulp/geteld.js';
import { antwoordVoor, declaratieVoor, prestatie } from '../../hulp/variaties.js';

describe('de volgorde van de regels op een WMO323', () => {
  const opPrestatie = REGELS.WMO323.niveau3En4.filter(({ plekken }) =>
    plekken.some(({ bericht, klasse }) => bericht === 'WMO323' && klasse === 'Prestatie')).map(({ code }) => code);

  it('eindigt met wat moet weten welke Prestaties een andere fout hebben', () => {
    expect(opPrestatie.slice(-3)).toEqual(['TR389', 'TR322', 'TR369']);
  });
});

const PER_CLIENT = 50;
const reeks = <T>(aantal: number, maak: (nummer: number) => T): T[] =>
  Array.from({ length: aantal }, (_, i) => maak(i));
const bsn = (client: number): string => String(100_000_000 + client);

function perClient<P>(aantal: number, maak: (nummer: number) => P): { Bsn: string; Prestaties: P[] }[] {
  return reeks(aantal / PER_CLIENT, (client) =>
    ({ Bsn: bsn(client), Prestaties: reeks(PER_CLIENT, (i) => maak(client * PER_CLIENT + i)) }));
}

interface Geval {
  readonly bericht: WMO323.Bericht;
  readonly dossier: Partial<Dossier>;
}

const eigen = (i: number): WMO323.Prestatie =>
  ({ ...prestatie, ToewijzingNummer: i, ProductReferentie: { ReferentieNummer: `RN${i}` } });
const toewijzingen = (aantal: number) => metToewijzingen(
  ...reeks(aantal, (i) => ({ ...toewijzing, nummer: i, bsn: bsn(Math.floor(i / PER_CLIENT)) })));
const eerder = (i: number) => debet(`OUD${i}`, { ToewijzingNummer: i }, { bsn: bsn(Math.floor(i / PER_CLIENT)) });

/** Each with the number of findings at `aantal` Prestaties. */
const GEVALLEN: readonly (readonly [
  naam: string, maak: (aantal: number) => Geval, bevindingen: (aantal: number) => number,
])[] = [
  ['zonder fouten', (n) => ({ bericht: declaratieVoor(...perClient(n, eigen)), dossier: toewijzingen(n) }), () => 0],
  ['alles onbekend', (n) => ({ bericht: declaratieVoor(...perClient(n, eigen)), dossier: {} }), (n) => n],
  ['onder een nummer', (n) => ({
    bericht: declaratieVoor(...perClient(n, (i) => ({ ...eigen(i), ProductReferentie: { ReferentieNummer: 'RN' } }))),
    dossier: toewijzingen(n),
  }), (n) => n - 1],
  ['alles al gedeclareerd', (n) => ({
    bericht: declaratieVoor(...perClient(n, eigen)),
    dossier: { ...toewijzingen(n), ...metDebetten(...reeks(n, eerder)) },
  }), (n) => n],
  ['alles gecrediteerd', (n) => ({
    bericht: declaratieVoor(...perClient(n, (i) => creditOp(eerder(i), `C${i}`))),
    dossier: { ...toewijzingen(n), ...metDebetten(...reeks(n, eerder)) },
  }), () => 0],
  ['op een toewijzing', (n) => ({
    bericht: declaratieVoor({ Bsn: bsn(0), Prestaties: reeks(n, (i) => ({ ...eigen(i), ToewijzingNummer: 0 })) }),
    dossier: metToewijzingen({ ...toewijzing, nummer: 0, bsn: bsn(0), volume: 100, frequentie: '6' }),
  }), (n) => n - 10],
];

const KLEIN = 100;
const GROOT = 1000;
/** The large one is ten times the small one. A rule that compares pairs would read a hundred times as much. */
const HOOGUIT = 12;

describe('niveau 3 en 4 lezen lineair veel waarden', () => {
  it.each(GEVALLEN)('WMO323 %s', (_naam, maak, bevindingen) => {
    const meet = (aantal: number) => {
      const { bericht, dossier } = maak(aantal);
      const { bericht: omhuld, gelezen } = geteld(bericht);
      const clienten = new Set(bericht.Declaratie.Clienten.map(({ Bsn }) => Bsn));
      const gevonden = beoordeelNiveau3En4(contextVan('WMO323', omhuld),
        dossierVoor('WMO323', {
          bekendeClienten: clienten, ...metContract(contractproduct), toewijzingen: new Map(), ...dossier }));
      expect(gevonden.bevindingen.length).toBe(bevindingen(aantal));
      return gelezen();
    };
    expect(meet(KLEIN)).toBeGreaterThan(KLEIN);
    expect(meet(GROOT)).toBeLessThanOrEqual(HOOGUIT * meet(KLEIN));
  });

  it.each([
    ['elk onder een eigen nummer', (i: number) => `RN${i}`], ['alle onder een nummer', () => 'RN'],
  ] as const)('WMO325: alle Prestaties afgewezen, %s', (_naam, nummer) => {
    const meet = (aantal: number) => {
      const clienten = reeks(aantal, (i) => ({
        Bsn: bsn(i), Prestaties: [{ ...eigen(i), ProductReferentie: { ReferentieNummer: nummer(i) } }] }));
      const declaratie = geteld(declaratieVoor(...clienten));
      const antwoord = geteld<WMO325.Bericht>(antwoordVoor(...clienten.map(({ Bsn, Prestaties }) =>
        ({ Bsn, Prestaties: Prestaties.map((een) => ({ ...een, RetourCodes: ['9338' as const] })) }))));
      const gevonden = beoordeelNiveau3En4(contextVan('WMO325', antwoord.bericht),
        dossierVoor('WMO325', { declaratie: declaratie.bericht }));
      expect(gevonden.bevindingen).toEqual([]);
      return declaratie.gelezen() + antwoord.gelezen();
    };
    expect(meet(KLEIN)).toBeGreaterThan(KLEIN);
    expect(meet(GROOT)).toBeLessThanOrEqual(HOOGUIT * meet(KLEIN));
  });
});
