/**
 * Signals of the policy on declared production: an agreed mix that a month does not keep, a yearly maximum that is passed or nearly. The
 * database adds up and leaves out what is far from any limit; the policy says what a signal is. One query a page.
 */
import { datumNaarSql, type Bevraagbaar } from '../platform/database.js';
import type { Regiobeleid, Beleid } from '../regio/beleid.js';
import type { Signaal } from '../regio/beleidsbestand.js';
import { optelbaar, optelsoort } from '../regio/eenheden.js';
import { signalen, type Productiecijfer, type Signaalmelding } from '../regio/signalen.js';
import { EENHEID } from '../standaard/codelijsten/product.js';
import { eersteVanMaand, laatsteVanMaand, plusDagen, type Datum } from '../standaard/datum.js';
import type { Eenheid } from '../standaard/volume/omvang.js';
import type { Geldvenster } from './betaalregels.js';
import { maandVan } from './maand.js';

/** From this share of a yearly maximum on it is nearly reached, in whole percents. */
export const BIJNA = 90;

/** What is signalled. Values are in the unit of the policy: percents for a mix, cents or volume for a year. */
export interface Signalering {
  /** Name of the signal in the policy file. */
  readonly signaal: string;
  readonly soort: Signaal['soort'];
  readonly stand: 'overschreden' | 'bijna';
  /** YYYY-MM for a mix, YYYY for a yearly maximum. */
  readonly periode: string;
  readonly aanbieder: string | undefined;
  /** The allocations on which a client's production was declared; that tells who it is about without a bsn. */
  readonly toewijzingen: readonly number[] | undefined;
  readonly waarde: number;
  readonly grens: number;
  readonly kant: 'boven' | 'onder';
  readonly eenheid: Eenheid | undefined;
  readonly melding: string;
}

/** Where a page ended. A client goes by the lowest number of the allocations concerned. */
export interface Signaalplaats {
  readonly periode: Datum;
  readonly nummer: number;
  readonly wie: string;
}

export interface Signaalvraag extends Geldvenster {
  /** False: without the yearly maxima per client, for which lines have to be looked at; the others come from the sums of months. */
  readonly perClient?: boolean;
}

/** Kinds of `signaal.per` for which the sum is made; a mix is per aanbieder. */
type Wie = 'aanbieder' | 'client' | 'gemeente';

/** A signal as the query needs it: one row for each product that it looks at. */
interface Vraagregel {
  readonly nummer: number;
  readonly code: string;
  /** For a mix: whether the product is in the part. */
  readonly deel: boolean;
  readonly mix: boolean;
  readonly wie: Wie;
  readonly in_bedrag: boolean;
  /** Only units that add up with this one count; absent: all. */
  readonly telt: Eenheid | undefined;
  readonly aanbieders: readonly string[] | undefined;
  readonly hoogstens: number | undefined;
  readonly minstens: number | undefined;
}

const VRAAGREGEL = `nummer int, code text, deel boolean, mix boolean, wie text, in_bedrag boolean, telt text, aanbieders text[],
  hoogstens bigint, minstens bigint`;

/** What one of each unit counts for when volumes are added up, and with which it adds up. */
const EENHEDEN = ([...EENHEID.codes.keys()] as Eenheid[]).map((eenheid) => ({ eenheid, telt: optelsoort(eenheid), maal: optelbaar(1, eenheid) }));

function vraagregels(regio: Regiobeleid): Vraagregel[] {
  return regio.signalen.flatMap((signaal, nummer): Vraagregel[] => {
    if (signaal.soort === 'mix') {
      const deel = regio.uitgeschreven(signaal.deel);
      return [...regio.uitgeschreven(signaal.geheel)].map((code) => ({
        nummer, code, deel: deel.has(code), mix: true, wie: 'aanbieder', in_bedrag: signaal.meet === 'bedrag', telt: undefined,
        aanbieders: signaal.aanbieders, hoogstens: signaal.hoogstens, minstens: signaal.minstens }));
    }
    const { eenheid, maximum } = signaal;
    const inBedrag = eenheid === undefined || eenheid === '83';
    return [...regio.uitgeschreven(signaal.voor)].map((code) => ({
      nummer, code, deel: false, mix: false, wie: signaal.per, in_bedrag: inBedrag, telt: inBedrag ? undefined : optelsoort(eenheid),
      aanbieders: undefined, hoogstens: inBedrag ? maximum : optelbaar(maximum, eenheid), minstens: undefined }));
  });
}

/** The same period, widened to whole years or months: the first day, and the one after the last. */
export function venster(vanaf: Datum | undefined, tot: Datum | undefined, soort: 'jaar' | 'maand'): [Datum, Datum] {
  const begin = (datum: Datum): Datum => (soort === 'jaar' ? `${datum.slice(0, -6)}-01-01` : eersteVanMaand(datum));
  const einde = (laatste: Datum): Datum => plusDagen(soort === 'jaar' ? `${laatste.slice(0, -6)}-12-31` : laatsteVanMaand(laatste), 1);
  return [vanaf === undefined ? '-infinity' : datumNaarSql(begin(vanaf)), tot === undefined ? 'infinity' : datumNaarSql(einde(plusDagen(tot, -1)))];
}

/** Lines of clients, for the maxima per client. */
const PER_CLIENT = `select p.begindatum, p.aanbieder, p.persoon, p.toewijzing_nummer, p.code, p.eenheid,
    case p.debet_credit when 'D' then p.volume else -p.volume end, case p.debet_credit when 'D' then p.bedrag else -p.bedrag end, true
  from prestatie p
  where p.gemeente = $1 and p.goedgekeurd and p.begindatum >= $2 and p.begindatum < $3
    and p.code = any (array(select code from s where wie = 'client'))`;

interface Rij { periode: Datum; nummer: number; wie: string; toewijzingen: number[]; deel: number; geheel: number }

/**
 * A page of signals, by period and in the order of the policy file. A month or year counts in full as soon as one of its days lies in the
 * period that is asked for.
 * @param na where the page before ended
 */
export async function lijstSignalen(
  db: Bevraagbaar, beleid: Beleid, { gemeente, vanaf, tot, perClient = true }: Signaalvraag, limiet: number, na?: Signaalplaats,
): Promise<{ readonly items: readonly Signalering[]; readonly volgende: Signaalplaats | undefined }> {
  const regio = beleid.voor(gemeente);
  const regels = regio === undefined ? [] : vraagregels(regio).filter(({ wie }) => perClient || wie !== 'client');
  if (regio === undefined || regels.length === 0) return { items: [], volgende: undefined };
  const jaar = `(p.begindatum - (extract(doy from p.begindatum)::int - 1))`;
  const { rows } = await db.query<Rij>(
    `with s as (select * from json_to_recordset($4) as s (${VRAAGREGEL})),
     regels as (
       select p.maand as begindatum, p.aanbieder, null::bigint as persoon, null::int as toewijzing_nummer, p.code, p.eenheid, p.volume, p.bedrag,
         false as per_client
       from productie_maand p
       where p.gemeente = $1 and p.maand >= $2 and p.maand < $3 and p.regels > 0 and p.code = any (array(select code from s where wie <> 'client'))
       ${regels.some(({ wie }) => wie === 'client') ? `union all ${PER_CLIENT}` : ''}),
     geteld as (
       select case when s.mix then ${maandVan('p.begindatum')} else ${jaar} end as periode, s.nummer, s.mix, s.wie as kring,
         s.hoogstens, s.minstens,
         case s.wie when 'client' then p.persoon::text when 'aanbieder' then p.aanbieder else '' end as groep,
         p.toewijzing_nummer, p.aanbieder, s.deel,
         case when s.in_bedrag then p.bedrag else p.volume * e.maal end as waarde
       from regels p join s on s.code = p.code and p.per_client = (s.wie = 'client')
         join json_to_recordset($8) as e (eenheid text, telt text, maal bigint) on e.eenheid = p.eenheid
       where (s.telt is null or s.telt = e.telt) and (s.aanbieders is null or p.aanbieder = any (s.aanbieders))
         and (not s.mix or p.begindatum >= $5 and p.begindatum < $6)),
     som as (
       select periode, nummer, kring, case kring when 'client' then lpad(min(toewijzing_nummer)::text, 9, '0') else groep end as wie,
         case kring when 'client' then array_agg(distinct toewijzing_nummer) else '{}' end as toewijzingen,
         coalesce(sum(waarde) filter (where deel), 0)::int8 as deel, sum(waarde)::int8 as geheel
       from geteld group by periode, nummer, mix, kring, groep, hoogstens, minstens
       having case when mix then sum(waarde) > 0 and (100 * coalesce(sum(waarde) filter (where deel), 0) > hoogstens * sum(waarde)
           or 100 * coalesce(sum(waarde) filter (where deel), 0) < minstens * sum(waarde))
         else 100 * sum(waarde) >= ${BIJNA} * hoogstens and sum(waarde) > 0 end)
     select periode, nummer, wie, toewijzingen, deel, geheel from som
     ${na === undefined ? '' : 'where (periode, nummer, wie) > ($9, $10, $11)'} order by periode, nummer, wie limit $7`,
    [gemeente, ...venster(vanaf, tot, 'jaar'), JSON.stringify(regels), ...venster(vanaf, tot, 'maand'), limiet + 1, JSON.stringify(EENHEDEN),
      ...(na === undefined ? [] : [datumNaarSql(na.periode), na.nummer, na.wie])]);
  const pagina = rows.slice(0, limiet);
  const laatste = pagina.at(-1);
  return {
    items: pagina.flatMap((rij) => weeg(regio, gemeente, rij)),
    volgende: rows.length > limiet && laatste !== undefined
      ? { periode: laatste.periode, nummer: laatste.nummer, wie: laatste.wie } : undefined,
  };
}

/** Asks the policy what a sum amounts to. A yearly sum that is no signal yet is nearly one, for the query leaves out what is less. */
function weeg(regio: Regiobeleid, gemeente: string, rij: Rij): Signalering[] {
  const signaal = regio.signalen[rij.nummer];
  if (signaal === undefined) return [];
  const alleen: Regiobeleid = { ...regio, signalen: [signaal] };
  const [melding] = signalen({ regios: [alleen], voor: () => alleen }, cijfersVan(regio, signaal, gemeente, rij));
  if (melding !== undefined) return [alsSignalering(signaal, rij, melding, 'overschreden')];
  if (signaal.soort === 'mix') return [];
  return [alsSignalering(signaal, rij, {
    signaal: signaal.signaal, soort: signaal.soort, gemeente, periode: rij.periode.slice(0, -6), grens: signaal.maximum, kant: 'onder',
    waarde: rij.geheel / (signaal.eenheid === undefined ? 1 : optelbaar(1, signaal.eenheid)),
    melding: 'De productie van dit jaar nadert het afgesproken maximum.',
  }, 'bijna')];
}

function alsSignalering(signaal: Signaal, rij: Rij, gevonden: Signaalmelding, stand: Signalering['stand']): Signalering {
  const { soort, periode, waarde, grens, kant, melding } = gevonden;
  const per: Wie = signaal.soort === 'mix' ? 'aanbieder' : signaal.per;
  return {
    signaal: gevonden.signaal, soort, stand, periode, waarde, grens, kant, melding, aanbieder: per === 'aanbieder' ? rij.wie : undefined,
    toewijzingen: per === 'client' ? rij.toewijzingen : undefined, eenheid: signaal.soort === 'mix' ? undefined : signaal.eenheid ?? '83',
  };
}

/** The sums as figures for the policy: of a mix the part and the rest, of a year one. Time is in minutes (01). */
function cijfersVan(regio: Regiobeleid, signaal: Signaal, gemeente: string, { periode, wie, deel, geheel }: Rij): Productiecijfer[] {
  const cijfer = (code: string | undefined, waarde: number, eenheid: Eenheid): Productiecijfer[] => (code === undefined ? [] : [
    { gemeente, aanbieder: wie, client: wie, code, maand: periode.slice(0, -3), volume: waarde, bedrag: waarde, eenheid }]);
  if (signaal.soort === 'jaarmaximum') {
    const { eenheid } = signaal;
    return cijfer([...regio.uitgeschreven(signaal.voor)][0], geheel, optelsoort(eenheid) === optelsoort('01') ? '01' : eenheid ?? '83');
  }
  const inDeel = regio.uitgeschreven(signaal.deel);
  const codes = [...regio.uitgeschreven(signaal.geheel)];
  return [
    ...cijfer(codes.find((code) => inDeel.has(code)), deel, '01'), ...cijfer(codes.find((code) => !inDeel.has(code)), geheel - deel, '01')];
}
