/**
 * fast-check arbitraries for claims that pass levels 1 and 2, and for what an assessment of levels 3 and 4 may find
 * in them.
 */
import fc from 'fast-check';
import type { WMO323 } from '../../src/standaard/berichten/gegenereerd/index.js';
import { contextVan, type Beoordeling } from '../../src/standaard/regels/beoordelen.js';
import type { GeplaatsteBevinding } from '../../src/standaard/regels/bevinding.js';
import type { RetourCode } from '../../src/standaard/regels/regel.js';
import type { Voorkomen } from '../../src/standaard/regels/voorkomens.js';
import { laatsteVanMaand } from '../../src/standaard/datum.js';
import { totaal, zonder } from './variaties.js';
import { header } from './voorbeelden.js';

/** Numbers that satisfy the elfproef and belong to nobody. */
export const BSNS = ['999900006', '999900018', '999900031', '999900043', '999900055'] as const;

const eenheid = fc.constantFrom<WMO323.Prestatie['Eenheid']>('01', '04', '14', '16', '82', '83', '84');
/** Cents: often 0 and the bounds. */
const bedrag = fc.oneof(fc.constantFrom(0, 1, 99_999_999), fc.integer({ min: 0, max: 99_999_999 }));
const periode = fc
  .record({ maand: fc.integer({ min: 1, max: 12 }), begin: fc.integer({ min: 1, max: 28 }), heel: fc.boolean() })
  .map(({ maand, begin, heel }) => {
    const Begindatum = `2025-${String(maand).padStart(2, '0')}-${String(heel ? 1 : begin).padStart(2, '0')}`;
    return { Begindatum, Einddatum: heel ? laatsteVanMaand(Begindatum) : Begindatum };
  });

const prestatie: fc.Arbitrary<WMO323.Prestatie> = fc.record({
  nummer: fc.integer({ min: 1, max: 6 }), vorig: fc.integer({ min: 1, max: 1_000_000 }), credit: fc.boolean(),
  ToewijzingNummer: fc.integer({ min: 1, max: 999_999_999 }),
  ProductCategorie: fc.constantFrom('01' as const, '02' as const),
  ProductCode: fc.constantFrom('02A03', '01A01'), ProductPeriode: periode, volume: bedrag, Eenheid: eenheid,
  ProductTarief: bedrag, bedrag,
}).map(({ nummer, vorig, credit, volume, bedrag: cent, ...rest }) => {
  const isCredit = credit && cent > 0;
  const geheel: WMO323.Prestatie = {
    ...rest,
    ProductReferentie: {
      ReferentieNummer: `RN${nummer}`, ...(isCredit ? { VorigReferentieNummer: `OUD${vorig}` } : {}),
    },
    GeleverdVolume: rest.Eenheid === '83' ? cent : volume,
    IngediendBedrag: { Bedrag: cent, DebetCredit: isCredit ? 'C' : 'D' },
  };
  return rest.Eenheid === '83' ? zonder(geheel, 'ProductTarief') : geheel;
});

function uniek<T>(lijst: readonly T[], sleutel: (waarde: T) => unknown): T[] {
  return [...new Map(lijst.map((waarde) => [sleutel(waarde), waarde])).values()];
}

/** Claims with the same number under several clients, zero and largest amounts, debit and credit, negative totals. */
export const willekeurigeDeclaratie: fc.Arbitrary<WMO323.Bericht> = fc
  .array(fc.array(prestatie, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: BSNS.length })
  .map((perClient) => {
    // TR315 and TR416 hold over the whole message, TR101 within the client.
    const vorige = new Set<string>();
    const toewijzingen = new Set<number>();
    const nieuw = ({ ToewijzingNummer, ProductReferentie }: WMO323.Prestatie): boolean => {
      const vorig = ProductReferentie.VorigReferentieNummer;
      if (toewijzingen.has(ToewijzingNummer) || (vorig !== undefined && vorige.has(vorig))) return false;
      toewijzingen.add(ToewijzingNummer);
      if (vorig !== undefined) vorige.add(vorig);
      return true;
    };
    const Clienten = perClient.map((prestaties, i) => ({
      Bsn: BSNS[i] as string, Prestaties: uniek(prestaties.filter(nieuw), ({ ProductReferentie: r }) =>
        `${r.ReferentieNummer} ${r.VorigReferentieNummer ?? ''}`),
    })).filter(({ Prestaties }) => Prestaties.length > 0);
    return {
      Header: header('WMO323', 'D0001', '2026-01-05'),
      Declaratie: {
        DeclaratieNummer: 'DN0001', DeclaratiePeriode: { Begindatum: '2025-12-01', Einddatum: '2025-12-31' },
        DeclaratieDagtekening: '2026-01-05',
        TotaalIngediendBedrag: totaal(somVan(Clienten.flatMap(({ Prestaties }) => Prestaties))),
        Clienten,
      },
    };
  });

/** Cents, credit negative. */
export function somVan(prestaties: readonly WMO323.Prestatie[]): number {
  return prestaties.reduce((som, { IngediendBedrag: { Bedrag, DebetCredit } }) =>
    som + (DebetCredit === 'D' ? Bedrag : -Bedrag), 0);
}

/** What an assessment may find: nothing, something that rejects the whole, or something at clients and Prestaties. */
export interface Uitkomst {
  readonly soort: 'geen' | 'niveau2' | 'Header' | 'Declaratie' | 'Prestaties';
  readonly beoordeling: Beoordeling;
  /** What is not rejected when the claim as a whole is not. */
  readonly toegekend: readonly WMO323.Prestatie[];
}

const CODES = ['0611', '8017', '8021', '8187', '9307', '9321', '9322', '9338', '9346', 'S329'] as const;

/** What can be found in this claim, as the assessment reports it. */
export function willekeurigeUitkomst(bericht: WMO323.Bericht): fc.Arbitrary<Uitkomst> {
  const { klassen } = contextVan('WMO323', bericht);
  const van = (klasse: string): readonly Voorkomen[] => klassen.get(klasse) ?? [];
  const bevinding = (bij: Voorkomen, retourcode: RetourCode, niveau: 2 | 3 = 3): GeplaatsteBevinding =>
    ({ regel: `TR-${retourcode}`, retourcode, niveau, klasse: bij.klasse, pad: '', melding: '', bij });
  const alle = bericht.Declaratie.Clienten.flatMap(({ Prestaties }) => Prestaties);
  const bij = (soort: 'Header' | 'Declaratie', codes: readonly RetourCode[]) =>
    fc.subarray([...codes], { minLength: 1 }).map((gekozen): Uitkomst => ({
      soort, toegekend: [], beoordeling: {
        bevindingen: van(soort).flatMap((voorkomen) => gekozen.map((code) => bevinding(voorkomen, code))),
        nietBeoordeeld: new Set(soort === 'Declaratie' ? [...van('Client'), ...van('Prestatie')] : []),
      },
    }));
  const perPrestatie = fc.tuple(
    fc.array(fc.integer({ min: 0, max: 3 }), { minLength: van('Client').length, maxLength: van('Client').length }),
    fc.array(fc.subarray([...CODES], { maxLength: 3 }),
      { minLength: van('Prestatie').length, maxLength: van('Prestatie').length }),
  ).map(([clienten, prestaties]): Uitkomst => {
    const onbekend = van('Client').filter((_client, i) => clienten[i] === 0);
    const nietBeoordeeld = new Set(van('Prestatie').filter(({ ouder }) => onbekend.some((client) => client === ouder)));
    const bevindingen = [
      ...onbekend.map((client) => bevinding(client, '8187')),
      ...van('Prestatie').flatMap((voorkomen, i) =>
        (nietBeoordeeld.has(voorkomen) ? [] : prestaties[i] ?? []).map((code) => bevinding(voorkomen, code))),
    ];
    const geraakt = new Set([...nietBeoordeeld, ...bevindingen.map((een) => een.bij)].map(({ waarde }) => waarde));
    return {
      soort: bevindingen.length === 0 ? 'geen' : 'Prestaties', beoordeling: { bevindingen, nietBeoordeeld },
      toegekend: alle.filter((een) => !geraakt.has(een)),
    };
  });
  return fc.oneof(
    fc.constant<Uitkomst>({
      soort: 'geen', toegekend: alle, beoordeling: { bevindingen: [], nietBeoordeeld: new Set() } }),
    fc.constantFrom(...van('Prestatie'), ...van('Declaratie'), ...van('Header')).map((voorkomen): Uitkomst => ({
      soort: 'niveau2', toegekend: [],
      beoordeling: { bevindingen: [bevinding(voorkomen, '0001', 2)], nietBeoordeeld: new Set() } })),
    bij('Header', ['9056', '8848', 'S300']),
    bij('Declaratie', ['8214', '9333']),
    { weight: 6, arbitrary: perPrestatie },
  );
}
