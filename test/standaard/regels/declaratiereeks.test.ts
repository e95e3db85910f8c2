/** Small registers and sequences of claims on them, assessed one after the other and compared with the naive model. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WMO323, WMO325 } from '../../../src/standaard/berichten/gegenereerd/index.js';
import { laatsteVanMaand } from '../../../src/standaard/datum.js';
import { beoordeelNiveau3En4, contextVan } from '../../../src/standaard/regels/beoordelen.js';
import type { Toewijzing } from '../../../src/standaard/regels/dossier.js';
import { stelAntwoordOp } from '../../../src/standaard/retour/retour.js';
import { niveau2Van } from '../../hulp/bevindingen.js';
import { declaratieOver } from '../../hulp/debetten.js';
import { dossierVoor, metToewijzingen, toewijzing } from '../../hulp/dossiers.js';
import { niveau34Van } from '../../hulp/niveau34.js';
import { declaratieVoor, prestatie, totaal } from '../../hulp/variaties.js';
import { AANBIEDER, ANDER_BSN, BSN } from '../../hulp/voorbeelden.js';
import { somVan } from '../../hulp/willekeurigeDeclaraties.js';
import { eerderGedeclareerd, GEMODELLEERD, modelcodes, type Regel } from './declaratiemodel.js';

/** Sequences in npm test; more to soak: DECLARATIE_RUNS=5000 npx vitest run test/standaard/regels/declaratiereeks. */
const RUNS = Number(process.env['DECLARATIE_RUNS'] ?? 150);

const ZONDER_OMVANG = { volume: undefined, eenheid: undefined, frequentie: undefined };
const OMVANG = fc.record({
  volume: fc.integer({ min: 0, max: 15 }), eenheid: fc.constantFrom('04', '04', '04', '01', '16', '82'),
  frequentie: fc.constantFrom('6', '4', '2', '1', '6', '6'),
});
/** A version of an allocation: half of them with Omvang, the others with a Budget in cents or with neither. */
const VERSIE: fc.Arbitrary<Partial<Toewijzing>> = fc.tuple(
  fc.constantFrom('2026-01-01', '2026-01-12'), fc.constantFrom('2026-04-30', '2026-03-20', undefined),
  fc.constantFrom('01', '02'),
  fc.oneof(
    { weight: 3, arbitrary: OMVANG.map((omvang) => ({ ...omvang, budget: undefined })) },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: 40 }).map((budget) => ({ ...ZONDER_OMVANG, budget })) },
    { weight: 1, arbitrary: fc.constant({ ...ZONDER_OMVANG, budget: undefined }) },
  ),
).map(([ingangsdatum, einddatum, categorie, grens]) => {
  // These have an end (CD075, CD076).
  const eindigt = grens.frequentie === '2' || grens.budget !== undefined;
  return { ...grens, ingangsdatum, categorie, einddatum: einddatum ?? (eindigt ? '2026-04-30' : undefined) };
});

/** Four allocations, two of each client. */
const NUMMERS = [301, 302, 303, 304];
const BSN_VAN = (nummer: number): string => (nummer < 303 ? BSN : ANDER_BSN);
const andere = (bsn: string): string => (bsn === BSN ? ANDER_BSN : BSN);

/** What a sender means to claim; what it refers to follows from what happened before. */
interface Voornemen {
  readonly nummer: number; readonly maand: number; readonly credit: boolean; readonly keuze: number;
  readonly volume: number;
  readonly afwijking: 'geen' | 'bedrag' | 'nummer' | 'periode' | 'volume' | 'client' | 'eenheid' | 'onbekend';
}
const VOORNEMEN: fc.Arbitrary<Voornemen> = fc.record({
  nummer: fc.constantFrom(...NUMMERS), maand: fc.integer({ min: 1, max: 4 }), credit: fc.boolean(), keuze: fc.nat(30),
  volume: fc.integer({ min: 0, max: 12 }),
  afwijking: fc.oneof({ weight: 12, arbitrary: fc.constant('geen' as const) }, { weight: 5, arbitrary:
    fc.constantFrom('bedrag' as const, 'nummer', 'periode', 'volume', 'client', 'eenheid', 'onbekend') }),
});
const STAP = fc.record({
  versies: fc.array(fc.tuple(fc.constantFrom(...NUMMERS), VERSIE), { maxLength: 1 }),
  voornemens: fc.array(VOORNEMEN, { minLength: 1, maxLength: 9 }),
});
const REEKS = fc.record({
  begin: fc.tuple(VERSIE, VERSIE, VERSIE, VERSIE), stappen: fc.array(STAP, { minLength: 1, maxLength: 7 }),
});

function periodeVan(
  { maand, afwijking }: Voornemen, { ingangsdatum, einddatum }: Toewijzing,
): WMO323.Prestatie['ProductPeriode'] {
  const inMaand = `2026-0${maand}-`;
  const laatste = laatsteVanMaand(`${inMaand}01`);
  if (afwijking === 'periode') return { Begindatum: `${inMaand}05`, Einddatum: laatste };
  return {
    Begindatum: ingangsdatum.startsWith(inMaand) ? ingangsdatum : `${inMaand}01`,
    Einddatum: einddatum?.startsWith(inMaand) === true ? einddatum : laatste,
  };
}

function debetVan(voornemen: Voornemen, een: Toewijzing, referentie: string): WMO323.Prestatie {
  const { afwijking, volume, nummer } = voornemen;
  const inMinuten = een.eenheid === '04' && volume % 3 === 0;
  const passend = inMinuten ? '01' : een.eenheid ?? '04';
  const Eenheid = (afwijking === 'eenheid' ? '14' : passend) as WMO323.Prestatie['Eenheid'];
  // Much of a total in one go, so that sums come near it.
  const GeleverdVolume = (inMinuten ? 60 : 1) * (afwijking === 'volume' ? 3 * volume : volume);
  return {
    ...prestatie, ProductReferentie: { ReferentieNummer: referentie },
    ToewijzingNummer: afwijking === 'onbekend' ? 399 : nummer,
    ProductCategorie: een.categorie as WMO323.Prestatie['ProductCategorie'], ProductPeriode: periodeVan(voornemen, een),
    Eenheid, GeleverdVolume, ProductTarief: 1,
    IngediendBedrag: { Bedrag: GeleverdVolume + (afwijking === 'bedrag' ? 1 : 0), DebetCredit: 'D' },
  };
}

/** A credit on something claimed before, approved or not, or on nothing; else as `afwijking` says. */
function creditVan(
  voornemen: Voornemen, geschiedenis: readonly Regel[], referentie: string,
): [string, WMO323.Prestatie] | undefined {
  const eerdere = geschiedenis.filter(({ prestatie: { IngediendBedrag }, goedgekeurd }) =>
    IngediendBedrag.DebetCredit === 'D' && (goedgekeurd || voornemen.keuze % 5 === 0));
  const gekozen = eerdere[voornemen.keuze % (eerdere.length + 1)];
  if (gekozen === undefined || gekozen.prestatie.IngediendBedrag.Bedrag === 0) return undefined;
  const { bsn, prestatie: debet } = gekozen;
  const { afwijking } = voornemen;
  const Bedrag = afwijking === 'volume' ? 1 : debet.IngediendBedrag.Bedrag + (afwijking === 'bedrag' ? 1 : 0);
  const vorig = afwijking === 'onbekend' ? 'NERGENS' : debet.ProductReferentie.ReferentieNummer;
  return [afwijking === 'client' ? andere(bsn) : bsn, {
    ...debet, ProductReferentie: { ReferentieNummer: referentie, VorigReferentieNummer: vorig },
    ...(afwijking === 'volume' ? { GeleverdVolume: 1 } : {}),
    ...(afwijking === 'periode' ? { ProductPeriode: { Begindatum: '2026-02-01', Einddatum: '2026-02-28' } } : {}),
    IngediendBedrag: { Bedrag, DebetCredit: 'C' },
  }];
}

/** The claim that follows from what the sender means, less what level 2 would refuse. */
function stelOp(
  voornemens: readonly Voornemen[], toewijzingen: ReadonlyMap<number, Toewijzing>, geschiedenis: readonly Regel[],
  stap: number,
): WMO323.Bericht | undefined {
  const perClient = new Map<string, WMO323.Prestatie[]>([[BSN, []], [ANDER_BSN, []]]);
  const bezet = new Set<string>();
  for (const [i, voornemen] of voornemens.entries()) {
    const oud = geschiedenis[voornemen.keuze % (geschiedenis.length + 1)]?.prestatie.ProductReferentie.ReferentieNummer;
    const referentie = voornemen.afwijking === 'nummer' && oud !== undefined ? oud : `S${stap}N${i}`;
    const een = toewijzingen.get(voornemen.nummer) as Toewijzing;
    const bsn = BSN_VAN(voornemen.nummer);
    const [client, gemaakt] = (voornemen.credit ? creditVan(voornemen, geschiedenis, referentie) : undefined)
      ?? [voornemen.afwijking === 'client' ? andere(bsn) : bsn, debetVan(voornemen, een, referentie)];
    const { ReferentieNummer, VorigReferentieNummer } = gemaakt.ProductReferentie;
    const { ToewijzingNummer, ProductCategorie, ProductCode, ProductPeriode } = gemaakt;
    // A number is credited once (TR315), nothing is claimed twice (TR416), nothing of this message credited (TR316).
    const onderwerp = JSON.stringify([ToewijzingNummer, ProductCategorie, ProductCode, ProductPeriode]);
    const eenmalig = [
      VorigReferentieNummer === undefined ? onderwerp : `C ${VorigReferentieNummer}`, `R ${ReferentieNummer}`,
    ];
    if (ReferentieNummer === VorigReferentieNummer || eenmalig.some((sleutel) => bezet.has(sleutel))) continue;
    if (bezet.has(`C ${ReferentieNummer}`) || bezet.has(`R ${VorigReferentieNummer}`)) continue;
    for (const sleutel of eenmalig) bezet.add(sleutel);
    perClient.get(client)?.push(gemaakt);
  }
  const clienten = [...perClient].map(([Bsn, Prestaties]) => ({ Bsn, Prestaties }))
    .filter(({ Prestaties }) => Prestaties.length > 0);
  return clienten.length === 0 ? undefined : declaratieOver('2026-12', declaratieVoor(...clienten));
}

const versieVan = (nummer: number, versie: Partial<Toewijzing>): Toewijzing =>
  ({ ...toewijzing, nummer, bsn: BSN_VAN(nummer), code: undefined, ...versie });

describe('een reeks declaraties', () => {
  it('geeft elke Prestatie de codes die een naieve telling over alles wat eerder is gedeclareerd ook geeft', () => {
    const geteld = new Map<string, number>();
    const tel = (wat: string): void => { geteld.set(wat, (geteld.get(wat) ?? 0) + 1); };
    fc.assert(fc.property(REEKS, ({ begin, stappen }) => {
      const toewijzingen = new Map(NUMMERS.map((nummer, i) => [nummer, versieVan(nummer, begin[i] ?? {})]));
      const geschiedenis: Regel[] = [];
      for (const [stap, { versies, voornemens }] of stappen.entries()) {
        for (const [nummer, versie] of versies) toewijzingen.set(nummer, versieVan(nummer, versie));
        const bericht = stelOp(voornemens, toewijzingen, geschiedenis, stap);
        if (bericht === undefined) continue;
        expect(niveau2Van('WMO323', bericht)).toEqual([]);
        const regels = bericht.Declaratie.Clienten.flatMap(({ Bsn, Prestaties }) =>
          Prestaties.map((een) => ({ bsn: Bsn, prestatie: een })));
        const prestaties = regels.map((regel) => regel.prestatie);

        const beoordeling = beoordeelNiveau3En4(contextVan('WMO323', bericht), dossierVoor('WMO323', {
          bekendeClienten: new Set([BSN, ANDER_BSN]), ...metToewijzingen(...toewijzingen.values()),
          ...eerderGedeclareerd(geschiedenis, prestaties),
        }));
        const codesVan = (een: WMO323.Prestatie): string[] =>
          beoordeling.bevindingen.filter(({ bij }) => bij.waarde === een).map(({ regel }) => regel).sort();
        const isGemodelleerd = (code: string): boolean => (GEMODELLEERD as readonly string[]).includes(code);
        const verwacht = modelcodes(geschiedenis, [...toewijzingen.values()], AANBIEDER, regels,
          (een) => codesVan(een).filter((code) => !isGemodelleerd(code)));
        expect(prestaties.map((een) => codesVan(een).filter(isGemodelleerd)))
          .toEqual(prestaties.map((een) => (verwacht.get(een) ?? []).sort()));

        const goedgekeurd = prestaties.filter((een) => codesVan(een).length === 0);
        const antwoord = stelAntwoordOp('WMO323', bericht, beoordeling,
          { identificatie: 'A1', dagtekening: '2028-12-31' }).bericht as WMO325.Bericht;
        expect(antwoord.DeclaratieAntwoord?.TotaalToegekendBedrag).toEqual(totaal(somVan(goedgekeurd)));
        expect(niveau34Van('WMO325', antwoord, dossierVoor('WMO325', { declaratie: bericht }))).toEqual([]);

        for (const code of prestaties.flatMap(codesVan)) tel(code);
        for (const een of goedgekeurd) tel(een.IngediendBedrag.DebetCredit);
        for (const regel of regels) geschiedenis.push({ ...regel, goedgekeurd: goedgekeurd.includes(regel.prestatie) });
      }
    }), { numRuns: RUNS });
    // Otherwise the sequences would not be about these rules.
    for (const wat of [...GEMODELLEERD, 'D', 'C']) expect(geteld.get(wat) ?? 0, wat).toBeGreaterThan(0);
  });
});
