/**
 * Terms of a gemeente by where they stand, oldest due date first. Every page is a stretch of one index, also far down
 * the list.
 */
import { datumNaarSql, type Bevraagbaar } from '../platform/database.js';
import type { Partijsoort } from '../standaard/berichten/berichtsoorten.js';
import { isDatum, type Datum } from '../standaard/datum.js';
import { TERMIJNSTATUSSEN, type Termijnstatus } from './termijnsoorten.js';

export interface Termijn {
  readonly aanbieder: string;
  readonly soort: string;
  readonly bron: string;
  readonly partij: Partijsoort;
  readonly start: Datum;
  readonly vervaldatum: Datum;
  readonly geslotenOp: Datum | undefined;
  readonly status: Termijnstatus;
  readonly berichtId: string | undefined;
  readonly toewijzingNummer: number | undefined;
  readonly referentieAanbieder: string | undefined;
  readonly vooraankondigingId: string | undefined;
}

/**
 * Where a term stands today: the due date itself is still in time. Each is the condition of a partial index, where
 * one alone or both together are about open terms. `$2` is today.
 */
const EISEN: Readonly<Record<Termijnstatus, string>> = {
  open: 'gesloten_op is null and vervaldatum >= $2',
  verlopen: 'gesloten_op is null and vervaldatum < $2',
  gehaald: 'gesloten_op <= vervaldatum',
  'te-laat': 'gesloten_op > vervaldatum',
};
const GEVALLEN = TERMIJNSTATUSSEN.map((status) => `when ${EISEN[status]} then '${status}'`);
const STATUS = `case ${GEVALLEN.join(' ')} end as status`;

/** Where a page ended. */
export interface Termijncursor { readonly vervaldatum: Datum; readonly volgnummer: number }

/** The end of a page as text for an address: it holds a date and a number, and means nothing outside the list. */
export function schrijfCursor({ vervaldatum, volgnummer }: Termijncursor): string {
  return Buffer.from(`${vervaldatum}.${volgnummer}`).toString('base64url');
}

/** The place that a text stands for, or undefined when it is no cursor of this list. */
export function leesCursor(cursor: string): Termijncursor | undefined {
  const tekst = Buffer.from(cursor, 'base64url').toString('latin1');
  const [, vervaldatum = '', volgnummer] = /^(.+)\.(\d{1,15})$/.exec(tekst) ?? [];
  return isDatum(vervaldatum) && volgnummer !== undefined ? { vervaldatum, volgnummer: Number(volgnummer) } : undefined;
}

interface Rij {
  aanbieder: string; soort: string; bron: string; partij: Partijsoort; start: string; vervaldatum: string;
  gesloten_op: string | null; status: Termijnstatus; volgnummer: number; bericht_id: string | null;
  toewijzing_nummer: number | null; referentie_aanbieder: string | null; vooraankondiging_id: string | null;
}

function alsTermijn(rij: Rij): Termijn {
  const { aanbieder, soort, bron, partij, start, vervaldatum, status } = rij;
  return {
    aanbieder, soort, bron, partij, start, vervaldatum, geslotenOp: rij.gesloten_op ?? undefined, status,
    berichtId: rij.bericht_id ?? undefined, toewijzingNummer: rij.toewijzing_nummer ?? undefined,
    referentieAanbieder: rij.referentie_aanbieder ?? undefined,
    vooraankondigingId: rij.vooraankondiging_id ?? undefined,
  };
}

/**
 * The query of a page, with its parameters. One stretch of the index of a status; without a status the first stretch
 * of each index, put together. One row more than the page tells whether there is another.
 */
export function lijstvraag(
  gemeente: string, status: Termijnstatus | undefined, vandaag: Datum, limiet: number, na?: Termijncursor,
): { tekst: string; waarden: unknown[] } {
  const eisen = status === undefined ? ['gesloten_op is null', EISEN.gehaald, EISEN['te-laat']] : [EISEN[status]];
  const volgorde = 'order by vervaldatum, volgnummer limit $3';
  const stukken = eisen.map((eis) => `(select *, ${STATUS} from termijn where gemeente = $1 and ${eis}
    ${na === undefined ? '' : 'and (vervaldatum, volgnummer) > ($4, $5)'} ${volgorde})`);
  const plaats = na === undefined ? [] : [datumNaarSql(na.vervaldatum), na.volgnummer];
  return {
    tekst: `select * from (${stukken.join(' union all ')}) as t ${volgorde}`,
    waarden: [gemeente, datumNaarSql(vandaag), limiet + 1, ...plaats],
  };
}

/**
 * A page of terms; `volgende` is where the next begins, absent on the last page.
 * @param status absent: all
 * @param vandaag decides between `open` and `verlopen`
 */
export async function lijstTermijnen(
  db: Bevraagbaar, gemeente: string, status: Termijnstatus | undefined, vandaag: Datum, limiet: number,
  na?: Termijncursor,
): Promise<{ items: Termijn[]; volgende: Termijncursor | undefined }> {
  const { tekst, waarden } = lijstvraag(gemeente, status, vandaag, limiet, na);
  const { rows } = await db.query<Rij>(tekst, waarden);
  const pagina = rows.slice(0, limiet);
  const laatste = pagina.at(-1);
  const meer = rows.length > limiet && laatste !== undefined;
  return {
    items: pagina.map(alsTermijn),
    volgende: meer ? { vervaldatum: laatste.vervaldatum, volgnummer: laatste.volgnummer } : undefined,
  };
}
