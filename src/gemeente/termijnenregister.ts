/** Stores terms: opening, closing, and what they hang on. Opening a term that is there already changes nothing. */
import { datumNaarSql, type Bevraagbaar } from '../platform/database.js';
import { antwoordOp, BERICHTSOORTEN, type Heenbericht } from '../standaard/berichten/berichtsoorten.js';
import type { Datum } from '../standaard/datum.js';
import type { Gebeurtenis } from '../regio/beleidsbestand.js';
import {
  alsTermijnsoort, DECLARATIEANTWOORD, geldtVoor, regelsVan, RETOUR, vervaldatumVan, zonderHerhaling,
  type Beleidstermijn, type Gevolg, type Termijnsoort,
} from './termijnsoorten.js';

/** Whose term it is, and the message that opens it where there is one. */
export interface Termijnplaats {
  readonly db: Bevraagbaar;
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly berichtId?: string | undefined;
}

/** What a term hangs on. Never a client. */
export type Onderwerp =
  | { readonly berichtId: string }
  | { readonly toewijzingNummer: number }
  | { readonly referentieAanbieder: string }
  | { readonly vooraankondigingId: string };

/** What a term is about, as one text. Every kind begins with a word of its own, so that no two mean the same. */
export function onderwerpTekst(onderwerp: Onderwerp): string {
  if ('berichtId' in onderwerp) return `bericht ${onderwerp.berichtId}`;
  if ('toewijzingNummer' in onderwerp) return `toewijzing ${onderwerp.toewijzingNummer}`;
  if ('referentieAanbieder' in onderwerp) return `verzoek ${onderwerp.referentieAanbieder}`;
  return `vooraankondiging ${onderwerp.vooraankondigingId}`;
}

export interface NieuweTermijn {
  readonly soort: Termijnsoort;
  readonly onderwerp: string;
  readonly start: Datum;
  /** Absent: counted from `start`. */
  readonly vervaldatum?: Datum;
  /** For what is measured only when it has happened. */
  readonly geslotenOp?: Datum;
  readonly toewijzingNummer?: number | undefined;
  readonly referentieAanbieder?: string | undefined;
  readonly vooraankondigingId?: string | undefined;
}

/** Shape of the rows that `alsRijen` makes; they travel as one JSON parameter. */
export const TERMIJNRIJ = `onderwerp text, soort text, bron text, partij text, gevolg text, start date,
  vervaldatum date, gesloten_op date, toewijzing_nummer int, referentie_aanbieder text, vooraankondiging_id uuid`;
export const TERMIJNVELDEN = `gemeente, aanbieder, bericht_id, onderwerp, soort, bron, partij, gevolg, start,
  vervaldatum, gesloten_op, toewijzing_nummer, referentie_aanbieder, vooraankondiging_id`;

/** Inserts rows; parameters: gemeente, aanbieder, message, rows. */
export const OPEN_TERMIJNEN = `insert into termijn (${TERMIJNVELDEN})
  select $1, $2, $3, r.* from json_to_recordset($4) as r (${TERMIJNRIJ}) on conflict do nothing`;

export function alsRijen(termijnen: readonly NieuweTermijn[]): string {
  return JSON.stringify(termijnen.map(({ soort, onderwerp, start, vervaldatum, geslotenOp, ...aan }) => ({
    onderwerp, soort: soort.soort, bron: soort.bron, partij: soort.partij, gevolg: soort.gevolg,
    start: datumNaarSql(start), vervaldatum: datumNaarSql(vervaldatum ?? vervaldatumVan(soort, start)),
    gesloten_op: geslotenOp === undefined ? undefined : datumNaarSql(geslotenOp),
    toewijzing_nummer: aan.toewijzingNummer, referentie_aanbieder: aan.referentieAanbieder,
    vooraankondiging_id: aan.vooraankondigingId,
  })));
}

/**
 * Opens terms. One that is there already, open or closed, stays as it is.
 * @returns how many were opened
 */
export async function openTermijnen(plaats: Termijnplaats, termijnen: readonly NieuweTermijn[]): Promise<number> {
  if (termijnen.length === 0) return 0;
  const { rowCount } = await plaats.db.query({
    name: 'open_termijnen', text: OPEN_TERMIJNEN,
    values: [plaats.gemeente, plaats.aanbieder, plaats.berichtId ?? null, alsRijen(termijnen)],
  });
  return rowCount ?? 0;
}

/**
 * Opens one term of a kind, counted from `start`.
 * @returns whether it was not there yet
 */
export async function openTermijn(
  plaats: Termijnplaats, soort: Termijnsoort, onderwerp: Onderwerp, start: Datum,
): Promise<boolean> {
  const termijn = { ...onderwerp, soort, onderwerp: onderwerpTekst(onderwerp), start };
  return await openTermijnen({ ...plaats, ...onderwerp }, [termijn]) === 1;
}

/**
 * Opens every term of the policy that counts from an event, such as `melding-definitief` of a vooraankondiging.
 * @param code product for which the term has to hold
 * @returns how many were opened
 */
export async function openBeleidstermijnen(
  plaats: Termijnplaats, beleid: readonly Beleidstermijn[], gebeurtenis: Gebeurtenis, onderwerp: Onderwerp,
  start: Datum, code?: string,
): Promise<number> {
  const regels = beleid.filter((termijn) => termijn.regel.gebeurtenis === gebeurtenis && geldtVoor(termijn, code));
  return openTermijnen({ ...plaats, ...onderwerp }, regels.map((termijn) =>
    ({ ...onderwerp, soort: alsTermijnsoort(termijn), onderwerp: onderwerpTekst(onderwerp), start })));
}

/**
 * Closes the open terms about something, on the day on which it happened; those already closed keep their day.
 * @param gevolg what happened; absent: nothing more has to happen
 * @returns how many were closed
 */
export async function sluitTermijnen(
  plaats: Termijnplaats, onderwerp: Onderwerp, op: Datum, gevolg?: Gevolg,
): Promise<number> {
  const { rowCount } = await plaats.db.query(
    `update termijn set gesloten_op = $4
     where gemeente = $1 and aanbieder = $2 and onderwerp = $3 and gesloten_op is null
       and ($5::text is null or gevolg = $5)`,
    [plaats.gemeente, plaats.aanbieder, onderwerpTekst(onderwerp), datumNaarSql(op), gevolg ?? null]);
  return rowCount ?? 0;
}

/**
 * Opens the term for the answer to a message that goes to a party which answers itself: OP090, for a claim OP090x4, and
 * what the policy says about that answer. Not for messages that the gateway answers in the transaction that assesses
 * them.
 * @param ontvangenOp day on which the party received the message
 */
export async function openRetourtermijn(
  plaats: Termijnplaats, berichtId: string, soort: Heenbericht, ontvangenOp: Datum,
  beleid: readonly Beleidstermijn[] = [],
): Promise<void> {
  const antwoord = antwoordOp(soort);
  const vanStandaard = soort === 'WMO323' ? DECLARATIEANTWOORD : RETOUR;
  const regels = zonderHerhaling(regelsVan(beleid, [soort], [antwoord]), vanStandaard);
  const soorten: Termijnsoort[] = [
    { ...vanStandaard, partij: BERICHTSOORTEN[soort].ontvanger, gevolg: antwoord },
    ...regels.map((regel) => alsTermijnsoort(regel))];
  const onderwerp = onderwerpTekst({ berichtId });
  await openTermijnen({ ...plaats, berichtId },
    soorten.map((termijn) => ({ soort: termijn, onderwerp, start: ontvangenOp })));
}

/** Closes it with the day on which the answer was sent. @returns whether one was open */
export async function sluitRetourtermijn(plaats: Termijnplaats, berichtId: string, op: Datum): Promise<boolean> {
  return await sluitTermijnen(plaats, { berichtId }, op) > 0;
}
