/** Terms of starts and stops: OP271, OP272, and the start of care within the time that a region agreed on. */
import type { Bevraagbaar } from '../platform/database.js';
import { na, type Datum } from '../standaard/datum.js';
import { gestartOp } from './gestart.js';
import { dagtekening, type Verwerkt } from './termijnenbericht.js';
import { alsRijen, OPEN_TERMIJNEN, type NieuweTermijn } from './termijnenregister.js';
import {
  alsTermijnsoort, geldtVoor, regelsVan, STARTBERICHT, STOPBERICHT, zonderHerhaling, type Beleidstermijn,
  type Termijnsoort,
} from './termijnsoorten.js';

/** A delivery that began or ended on `datum`, as the terms need it. */
interface Levering {
  readonly id: string;
  readonly toewijzing_nummer: number | null;
  readonly code: string | null;
  readonly datum: Datum;
  /** A stop after which delivery goes on (reason 20). */
  readonly pauze: boolean;
  /** Dagtekening of the first WMO301 with its allocation; the date from which a start sent too late is counted. */
  readonly toegewezen: Datum | null;
}

/** First deliveries of this message; a removed one is not there. */
const STARTS = `
  select s.id::text, s.toewijzing_nummer, coalesce(s.code, w.code) as code, s.begindatum as datum,
    (select b.dagtekening from toewijzing_versie v join bericht b on b.id = v.bericht_id
     where v.gemeente = s.gemeente and v.toewijzing_nummer = s.toewijzing_nummer
     order by v.versie limit 1) as toegewezen, false as pauze
  from start_product s
  left join toewijzing w on w.gemeente = s.gemeente and w.toewijzing_nummer = s.toewijzing_nummer
  where s.gemeente = $1 and s.aanbieder = $2 and s.persoon = $3 and s.verwijderd_door is null and s.bericht_id = $4`;

/** First deliveries of this message, without definite stops (all but reason 20) of a start that was paused before. */
const STOPS = `
  select p.id::text, p.toewijzing_nummer, coalesce(p.code, w.code) as code, p.einddatum as datum, null as toegewezen,
    p.reden_beeindiging = '20' as pauze
  from stop_product p
  left join toewijzing w on w.gemeente = p.gemeente and w.toewijzing_nummer = p.toewijzing_nummer
  where p.gemeente = $1 and p.aanbieder = $2 and p.persoon = $3 and p.verwijderd_door is null and p.bericht_id = $4
    and not (p.reden_beeindiging <> '20' and exists (
      select from stop_product t
      where t.gemeente = $1 and t.aanbieder = $2 and t.persoon = $3 and t.verwijderd_door is null and t.id < p.id
        and t.reden_beeindiging = '20' and t.begindatum = p.begindatum
        and coalesce(t.toewijzing_nummer, -1) = coalesce(p.toewijzing_nummer, -1)
        and (p.toewijzing_nummer is not null
          or (t.categorie is not distinct from p.categorie and t.code is not distinct from p.code))))`;

const SCHRIJF_STARTS = `
  with weg as (
    delete from termijn t using start_product s
    where s.verwijderd_door = $3 and t.gemeente = $1 and t.aanbieder = $2 and t.onderwerp = 'start ' || s.id),
  zorg as (
    update termijn t set gesloten_op = w.gestart
    from (select 'toewijzing ' || w.toewijzing_nummer as onderwerp, ${gestartOp('w')} as gestart
          from toewijzing w where w.gemeente = $1 and w.aanbieder = $2 and w.persoon = $5) as w
    where t.gemeente = $1 and t.aanbieder = $2 and t.onderwerp = w.onderwerp and t.gevolg = 'levering-start'
      and t.gesloten_op is distinct from w.gestart)
  ${OPEN_TERMIJNEN}`;

const SCHRIJF_STOPS = `
  with weg as (
    delete from termijn t using stop_product s
    where s.verwijderd_door = $3 and t.gemeente = $1 and t.aanbieder = $2 and t.onderwerp = 'stop ' || s.id)
  ${OPEN_TERMIJNEN}`;

/** Measured when the message arrives: only then is it known when the delivery began or ended. */
function gemeten(
  verwerkt: Verwerkt<'WMO305' | 'WMO307'>, woord: 'start' | 'stop', standaard: Termijnsoort,
  beleid: readonly Beleidstermijn[], leveringen: readonly Levering[],
): string {
  const regels = zonderHerhaling(beleid, standaard);
  return alsRijen(leveringen.flatMap(({ id, toewijzing_nummer, code, datum, toegewezen, pauze }) => {
    const eigen = regels.filter((regel) => geldtVoor(regel, code ?? undefined) && (pauze || regel.regel.gebeurtenis !== 'levering-pauze'))
      .map((regel) => alsTermijnsoort(regel));
    return [standaard, ...eigen].map((soort): NieuweTermijn => ({
      soort, onderwerp: `${woord} ${id}`, start: toegewezen !== null && na(toegewezen, datum) ? toegewezen : datum,
      geslotenOp: dagtekening(verwerkt), toewijzingNummer: toewijzing_nummer ?? undefined,
    }));
  }));
}

/**
 * OP271 for each first delivery of a WMO305. What a removal takes out leaves no term behind. The terms for the start of
 * care of the client's allocations follow the register: closed on the first day of delivery, open again when no start
 * is left.
 */
export async function gestart(db: Bevraagbaar, verwerkt: Verwerkt<'WMO305'>): Promise<void> {
  const { berichtId, persoon, gemeente, aanbieder, beleidstermijnen } = verwerkt;
  const { rows } = await db.query<Levering>(
    { name: 'termijnen_starts', text: STARTS, values: [gemeente, aanbieder, persoon, berichtId] });
  const regels = regelsVan(beleidstermijnen, ['levering-start'], ['WMO305']);
  await db.query({
    name: 'termijnen_schrijf_starts', text: SCHRIJF_STARTS,
    values: [gemeente, aanbieder, berichtId, gemeten(verwerkt, 'start', STARTBERICHT, regels, rows), persoon],
  });
}

/**
 * OP272 for each first delivery of a WMO307. A definite stop after a temporary one is not measured: its term counts
 * from the day on which it became known, and no message tells that day.
 */
export async function gestopt(db: Bevraagbaar, verwerkt: Verwerkt<'WMO307'>): Promise<void> {
  const { berichtId, persoon, gemeente, aanbieder, beleidstermijnen } = verwerkt;
  const { rows } = await db.query<Levering>(
    { name: 'termijnen_stops', text: STOPS, values: [gemeente, aanbieder, persoon, berichtId] });
  const regels = regelsVan(beleidstermijnen, ['levering-stop', 'levering-pauze'], ['WMO307']);
  await db.query({
    name: 'termijnen_schrijf_stops', text: SCHRIJF_STOPS,
    values: [gemeente, aanbieder, berichtId, gemeten(verwerkt, 'stop', STOPBERICHT, regels, rows)],
  });
}
