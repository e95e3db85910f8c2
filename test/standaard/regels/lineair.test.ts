/**
 * Level 2 stays linear: the number of element values it reads grows with the message and no faster. Counting reads
 * instead of time gives the same answer on every machine.
 */
import { describe, expect, it } from 'vitest';
import type { Berichtsoort } from '../../../src/standaard/berichten/berichtsoorten.js';
import type { Berichten, WMO323 } from '../../../src/standaard/berichten/gegenereerd/index.js';
import { beoordeelNiveau2, contextVan } from '../../../src/standaard/regels/beoordelen.js';
import { geteld } from '../../hulp/geteld.js';
import {
  aangevraagdProduct, declaratieVoor, met301, met305, met307, met315, met317, nieuwProduct, prestatie, relatie,
  startProduct, stopProduct, teWijzigenProduct, toegewezenProduct,
} from '../../hulp/variaties.js';

interface Uitkomst { readonly gelezen: number; readonly bevindingen: number }

function gemeten<B extends Berichtsoort>(soort: B, bericht: Berichten[B]): Uitkomst {
  const { bericht: omhuld, gelezen } = geteld(bericht);
  const bevindingen = beoordeelNiveau2(contextVan(soort, omhuld)).length;
  return { gelezen: gelezen(), bevindingen };
}

function reeks<T>(aantal: number, maak: (nummer: number) => T): T[] {
  return Array.from({ length: aantal }, (_, i) => maak(i));
}

const PER_CLIENT = 50;

function declaratie(aantal: number, maak: (nummer: number) => WMO323.Prestatie): WMO323.Bericht {
  return declaratieVoor(...reeks(aantal / PER_CLIENT, (client) => ({
    Bsn: String(100_000_000 + client), Prestaties: reeks(PER_CLIENT, (i) => maak(client * PER_CLIENT + i)),
  })));
}

type Meting = readonly [naam: string, meet: (aantal: number) => Uitkomst];

/** Messages that grow with the number of instances, without anything wrong in those. */
const GOED: readonly Meting[] = [
  ['WMO323', (n) => gemeten('WMO323', declaratie(n, (i) => ({
    ...prestatie, ToewijzingNummer: i, ProductReferentie: { ReferentieNummer: `RN${i}` } })))],
  ['WMO301', (n) => gemeten('WMO301', met301({
    Relaties: reeks(n, (i) => ({ ...relatie, Nummer: `${i}` })),
    ToegewezenProducten: reeks(n, (i) => ({
      ...toegewezenProduct, ToewijzingNummer: i, Product: { Categorie: '02', Code: `${i % 7}` },
      Ingangsdatum: `${3000 + Math.floor(i / 7)}-01-01`, Einddatum: `${3000 + Math.floor(i / 7)}-12-31` })),
  }))],
];

/** The same with a finding at almost every instance. */
const FOUT: readonly Meting[] = [
  ['WMO323', (n) => gemeten('WMO323', declaratie(n, () => prestatie))],
  ['WMO323 met credits', (n) => gemeten('WMO323', declaratie(n, () => ({
    ...prestatie, ProductReferentie: { ReferentieNummer: 'RN0001', VorigReferentieNummer: 'RN0001' },
    IngediendBedrag: { Bedrag: 60000, DebetCredit: 'C' } })))],
  ['WMO301', (n) => gemeten('WMO301', met301({
    Relaties: reeks(n, () => relatie), ToegewezenProducten: reeks(n, () => toegewezenProduct) }))],
  ['WMO305', (n) => gemeten('WMO305', met305({ StartProducten: reeks(n, () => startProduct) }))],
  ['WMO307', (n) => gemeten('WMO307', met307({ StopProducten: reeks(n, () => stopProduct) }))],
  ['WMO315', (n) => gemeten('WMO315', met315({ AangevraagdeProducten: reeks(n, () => aangevraagdProduct) }))],
  ['WMO317', (n) => gemeten('WMO317', met317({
    OngewijzigdeProducten: reeks(n, () => ({ ToewijzingNummer: 300201 })),
    TeWijzigenProducten: reeks(n, () => teWijzigenProduct), NieuweProducten: reeks(n, () => nieuwProduct) }))],
];

const KLEIN = 200;
const GROOT = 2000;
/** The large one is ten times the small one. A rule that compares pairs would read a hundred times as much. */
const HOOGUIT = 12;

describe('niveau 2 leest lineair veel waarden', () => {
  it.each([...GOED, ...FOUT])('%#: %s', (_naam, meet) => {
    const klein = meet(KLEIN);
    const groot = meet(GROOT);
    expect(klein.gelezen).toBeGreaterThan(KLEIN);
    expect(groot.gelezen).toBeLessThanOrEqual(HOOGUIT * klein.gelezen);
  });

  it.each(FOUT)('%s: ook met een bevinding bij bijna elk exemplaar', (_naam, meet) => {
    expect(meet(KLEIN).bevindingen).toBeGreaterThanOrEqual(KLEIN - 1);
  });
});

it('ziet een kwadratische lezing', () => {
  const paren = (n: number) => {
    const { bericht, gelezen } = geteld({ lijst: reeks(n, (nummer) => ({ nummer })) });
    for (const a of bericht.lijst) bericht.lijst.some((b) => b !== a && b.nummer === a.nummer);
    return gelezen();
  };
  expect(paren(100)).toBeGreaterThan(HOOGUIT * paren(10));
});
