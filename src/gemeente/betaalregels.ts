/** Approved claim lines with what the policy of the region says about paying them. One query a page, and a second where the policy needs it. */
import { datumNaarSql, type Bevraagbaar } from '../platform/database.js';
import type { Beleid, Regiobeleid } from '../regio/beleid.js';
import { betaalbaarheid, type AndereRegel, type Betaalfeiten, type Betaalreden } from '../regio/betaling.js';
import { overlapt, vergelijk, type Datum } from '../standaard/datum.js';
import { inVergelijkingseenheid } from '../standaard/volume/eenheden.js';
import { totaalMaximum } from '../standaard/volume/maximum.js';
import type { Eenheid, Frequentie } from '../standaard/volume/omvang.js';
import { gestartOp } from './gestart.js';

/** Days on ProductPeriode.Begindatum: from `vanaf`, and before `tot`; absent is open. */
export interface Geldvenster {
  readonly gemeente: string;
  readonly vanaf?: Datum | undefined;
  readonly tot?: Datum | undefined;
}

/** Where a page ended: the order of the list, with a digest in place of the reference number. */
export interface Regelplaats {
  readonly begindatum: Datum;
  readonly aanbieder: string;
  readonly digest: string;
}

/** An approved claim line. Volume and amount (cents) carry a sign: a credit is negative. */
export interface Regel {
  readonly aanbieder: string;
  readonly referentieNummer: string;
  readonly vorigReferentieNummer: string | undefined;
  readonly toewijzingNummer: number;
  readonly product: { readonly categorie: string; readonly code: string };
  readonly periode: { readonly begindatum: Datum; readonly einddatum: Datum };
  readonly volume: number;
  readonly eenheid: Eenheid;
  /** Cents for one unit. */
  readonly tarief: number | undefined;
  readonly bedrag: number;
  readonly debetCredit: 'D' | 'C';
  readonly dagtekening: Datum;
  readonly berichtId: string;
  readonly betaalbaar: boolean;
  /** Empty if and only if the line is payable. */
  readonly redenen: readonly Betaalreden[];
}

/** What payment depends on. */
interface Levering {
  begindatum: Datum; einddatum: Datum; volume: number; code: string; eenheid: Eenheid; referentie_nummer: string; dagtekening: Datum;
  volgnummer: number;
}

/** A line, and under `l_` the delivery that is judged: the debit itself, or the one that a credit takes back. */
type Rij = Levering & { readonly [K in keyof Levering as `l_${K}`]: Levering[K] } & {
  aanbieder: string; vorig_referentie_nummer: string | null; persoon: number; toewijzing_nummer: number; categorie: string; tarief: number | null;
  bedrag: number; debet_credit: 'D' | 'C'; bericht_id: string; digest: string; startdatum: Datum | null;
};

const LEVERING = ['begindatum', 'einddatum', 'volume', 'code', 'eenheid', 'referentie_nummer']
  .map((kolom) => `case when o.gemeente is null then p.${kolom} else o.${kolom} end as l_${kolom}`).join(', ');

/** A debit that counts, of a client on the page, with the extent of its allocation. */
interface Debetrij extends Levering {
  persoon: number; aanbieder: string; toewijzing_nummer: number; bedrag: number; t_volume: number | null; t_eenheid: Eenheid | null;
  t_frequentie: Frequentie | null; t_budget: number | null; t_ingangsdatum: Datum; t_einddatum: Datum | null; t_categorie: string | null;
}

/** What the policy wants to know besides the line itself. */
interface Behoefte {
  /** Products of which claims on the same days hold a payment up. */
  readonly uitgesloten: readonly string[];
  readonly totaal: boolean;
}

function behoefteVan(regio: Regiobeleid | undefined): Behoefte {
  const codes = new Set<string>();
  for (const regel of regio?.inhoud.voorwaarden ?? []) {
    if (regel.soort !== 'nietSamen' || regel.toets?.includes('declaratie') !== true) continue;
    for (const keuze of [regel.voor, regel.met]) for (const code of regio?.uitgeschreven(keuze) ?? []) codes.add(code);
  }
  return { uitgesloten: [...codes], totaal: regio?.inhoud.betaling?.some(({ totaalbudget }) => totaalbudget === true) ?? false };
}

/**
 * A page of approved claim lines, in order of period, aanbieder and a digest of the number. A credit is as payable as the debit that it takes
 * back: what was not paid is not settled either.
 * @param na where the page before ended
 * @returns the lines, and where the next page begins; absent on the last one
 */
export async function lijstBetaalregels(
  db: Bevraagbaar, beleid: Beleid, { gemeente, vanaf, tot }: Geldvenster, limiet: number, na?: Regelplaats,
): Promise<{ readonly items: readonly Regel[]; readonly volgende: Regelplaats | undefined }> {
  const { rows } = await db.query<Rij>(
    `select p.*, md5(p.referentie_nummer) as digest, b.dagtekening, b.volgnummer, ${gestartOp('t')} as startdatum, ${LEVERING},
       coalesce(ob.dagtekening, b.dagtekening) as l_dagtekening, coalesce(ob.volgnummer, b.volgnummer) as l_volgnummer
     from prestatie p join bericht b on b.id = p.bericht_id
       left join prestatie o on p.debet_credit = 'C' and o.gemeente = p.gemeente and o.aanbieder = p.aanbieder
         and o.referentie_nummer = p.vorig_referentie_nummer
       left join bericht ob on ob.id = o.bericht_id
       left join toewijzing t on t.gemeente = p.gemeente and t.toewijzing_nummer = p.toewijzing_nummer
     where p.gemeente = $1 and p.goedgekeurd and p.begindatum >= $2 and p.begindatum < $3
       ${na === undefined ? '' : 'and (p.begindatum, p.aanbieder, md5(p.referentie_nummer)) > ($5, $6, $7)'}
     order by p.begindatum, p.aanbieder, md5(p.referentie_nummer) limit $4`,
    [gemeente, vanaf ?? '-infinity', tot ?? 'infinity', limiet + 1,
      ...(na === undefined ? [] : [datumNaarSql(na.begindatum), na.aanbieder, na.digest])]);
  const pagina = rows.slice(0, limiet);
  const debetten = await laadDebetten(db, gemeente, behoefteVan(beleid.voor(gemeente)), pagina);
  const laatste = pagina.at(-1);
  return {
    items: pagina.map((rij) => alsRegel(beleid, gemeente, rij, debetten)),
    volgende: rows.length > limiet && laatste !== undefined
      ? { begindatum: laatste.begindatum, aanbieder: laatste.aanbieder, digest: laatste.digest } : undefined,
  };
}

/** Debits of the clients on the page, per client; none when the policy does not look at them. */
async function laadDebetten(
  db: Bevraagbaar, gemeente: string, { uitgesloten, totaal }: Behoefte, pagina: readonly Rij[],
): Promise<ReadonlyMap<number, readonly Debetrij[]>> {
  const perClient = new Map<number, Debetrij[]>();
  const voorTotaal = totaal ? [...new Set(pagina.map((rij) => rij.toewijzing_nummer))] : [];
  if (pagina.length === 0 || (uitgesloten.length === 0 && voorTotaal.length === 0)) return perClient;
  const { rows } = await db.query<Debetrij>(
    `select p.*, b.dagtekening, b.volgnummer, t.volume as t_volume, t.eenheid as t_eenheid, t.frequentie as t_frequentie,
       t.budget as t_budget, t.ingangsdatum as t_ingangsdatum, t.einddatum as t_einddatum, t.categorie as t_categorie
     from toewijzing t join prestatie p on p.gemeente = t.gemeente and p.toewijzing_nummer = t.toewijzing_nummer and p.goedgekeurd
         and p.debet_credit = 'D' and p.gecrediteerd_door is null
       join bericht b on b.id = p.bericht_id
     where t.gemeente = $1 and t.persoon = any ($2::bigint[])
       and (p.toewijzing_nummer = any ($3::int[]) or (p.code = any ($4) and exists (
         select from unnest($5::date[], $6::date[]) as r (van, tot) where p.begindatum <= r.tot and p.einddatum >= r.van)))`,
    [gemeente, [...new Set(pagina.map((rij) => rij.persoon))], voorTotaal, uitgesloten, ...periodenVan(pagina)]);
  for (const rij of rows) {
    const lijst = perClient.get(rij.persoon);
    if (lijst === undefined) perClient.set(rij.persoon, [rij]);
    else lijst.push(rij);
  }
  return perClient;
}

/** The different periods on a page, as a column of first and one of last days. */
function periodenVan(pagina: readonly Rij[]): [Datum[], Datum[]] {
  const perioden = new Map(pagina.map(leveringVan).map((levering) => [`${levering.begindatum} ${levering.einddatum}`, levering]));
  return [[...perioden.values()].map(({ begindatum }) => begindatum), [...perioden.values()].map(({ einddatum }) => einddatum)];
}

function leveringVan(rij: Rij): Levering {
  return {
    begindatum: rij.l_begindatum, einddatum: rij.l_einddatum, volume: rij.l_volume, code: rij.l_code, eenheid: rij.l_eenheid,
    referentie_nummer: rij.l_referentie_nummer, dagtekening: rij.l_dagtekening, volgnummer: rij.l_volgnummer,
  };
}

function alsRegel(beleid: Beleid, gemeente: string, rij: Rij, debetten: ReadonlyMap<number, readonly Debetrij[]>): Regel {
  const levering = leveringVan(rij);
  const teken = rij.debet_credit === 'C' ? -1 : 1;
  const { aanbieder, debet_credit: debetCredit, dagtekening, eenheid } = rij;
  const { betaalbaar, redenen } = betaalbaarheid(
    beleid, { gemeente, ...levering, aanbieder }, feitenVan(rij, levering, debetten.get(rij.persoon) ?? []));
  return {
    aanbieder, referentieNummer: rij.referentie_nummer, vorigReferentieNummer: rij.vorig_referentie_nummer ?? undefined,
    toewijzingNummer: rij.toewijzing_nummer, product: { categorie: rij.categorie, code: rij.code },
    periode: { begindatum: rij.begindatum, einddatum: rij.einddatum }, volume: teken * rij.volume, eenheid, tarief: rij.tarief ?? undefined,
    bedrag: teken * rij.bedrag, debetCredit, dagtekening, berichtId: rij.bericht_id, betaalbaar, redenen,
  };
}

function feitenVan(rij: Rij, levering: Levering, debetten: readonly Debetrij[]): Betaalfeiten {
  const is = (debet: Debetrij): boolean => debet.aanbieder === rij.aanbieder && debet.referentie_nummer === levering.referentie_nummer;
  const andereRegels: AndereRegel[] = debetten.filter((debet) => !is(debet) && overlapt(debet, levering));
  const opToewijzing = debetten.filter((debet) => debet.toewijzing_nummer === rij.toewijzing_nummer);
  return {
    goedgekeurd: true, startdatum: rij.startdatum, andereRegels,
    resterend: opToewijzing.some(is) ? resterend(levering, opToewijzing) : undefined,
  };
}

/** Order in which lines were claimed: by message, within it by period. Negative when `a` came before `b`. */
function volgorde(a: Levering, b: Levering): number {
  return a.volgnummer - b.volgnummer || vergelijk(a.begindatum, b.begindatum) || (a.referentie_nummer < b.referentie_nummer ? -1 : 1);
}

/** What is left of a total after these volumes in order. One that did not fit is not paid, and takes nothing from those after it. */
function over(totaal: number, volumes: readonly number[]): number {
  return volumes.reduce((rest, volume) => (volume > rest ? rest : rest - volume), totaal);
}

/** What earlier lines left of the allocation, in the unit of the line; undefined when the allocation has no total in that unit. */
function resterend(levering: Levering, opToewijzing: readonly Debetrij[]): number | undefined {
  const [rij] = opToewijzing;
  if (rij === undefined) return undefined;
  const eerdere = opToewijzing.filter((debet) => volgorde(debet, levering) < 0).sort(volgorde);
  if (rij.t_volume === null || rij.t_eenheid === null || rij.t_frequentie === null) {
    if (rij.t_budget === null || levering.eenheid !== '83') return undefined;
    return over(rij.t_budget, eerdere.map(({ bedrag }) => bedrag));
  }
  const { t_eenheid: eenheid } = rij;
  const totaal = totaalMaximum({
    volume: rij.t_volume, eenheid, frequentie: rij.t_frequentie, ingangsdatum: rij.t_ingangsdatum, einddatum: rij.t_einddatum ?? undefined,
    categorie: rij.t_categorie ?? undefined,
  }, opToewijzing.map(({ einddatum }) => einddatum).sort(vergelijk).at(-1));
  const vergelijkbaar = (volume: number, van: Eenheid): number | undefined => inVergelijkingseenheid(volume, van, eenheid);
  const perRegeleenheid = vergelijkbaar(1, levering.eenheid);
  const maximum = totaal === undefined ? undefined : vergelijkbaar(totaal, eenheid);
  if (maximum === undefined || perRegeleenheid === undefined) return undefined;
  return over(maximum, eerdere.map((debet) => vergelijkbaar(debet.volume, debet.eenheid) ?? 0)) / perRegeleenheid;
}
