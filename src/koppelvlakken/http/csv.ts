/** CSV by RFC 4180: comma, CRLF, quotes where needed. */

export const CSV = 'text/csv; charset=utf-8; header=present';

export type Cel = string | number | undefined;

/** What a spreadsheet may take for a formula. */
const FORMULE = /^[=+\-@\t\r\n]/;
const AANHALEN = /[",\r\n]/;

/**
 * One cell. Text that a spreadsheet could run as a formula gets an apostrophe in front and quotes around it; numbers are numbers, also when
 * they are negative. An absent value is an empty cell.
 */
export function alsCel(waarde: Cel): string {
  if (waarde === undefined) return '';
  if (typeof waarde === 'number') return String(waarde);
  const gevaarlijk = FORMULE.test(waarde);
  const tekst = gevaarlijk ? `'${waarde}` : waarde;
  return gevaarlijk || AANHALEN.test(tekst) ? `"${tekst.replaceAll('"', '""')}"` : tekst;
}

/** One record, line end included. */
export function alsRecord(cellen: readonly Cel[]): string {
  return `${cellen.map(alsCel).join(',')}\r\n`;
}

/**
 * Whether a client asks for CSV rather than JSON: `text/csv` by name, weighing at least as much as JSON, and first where they weigh the same.
 * @param accept the header, absent when there is none
 */
export function wilCsv(accept: string | undefined): boolean {
  const wensen = (accept ?? '').split(',').map((deel, plaats) => {
    const [soort = '', ...parameters] = deel.split(';').map((tekst) => tekst.trim().toLowerCase());
    const gewicht = parameters.find((parameter) => /^q\s*=/.test(parameter))?.replace(/^q\s*=\s*/, '');
    return { soort, plaats, gewicht: gewicht === undefined ? 1 : Number(gewicht) || 0 };
  });
  const csv = wensen.find(({ soort, gewicht }) => soort === 'text/csv' && gewicht > 0);
  const json = wensen.find(({ soort }) => soort === 'application/json');
  return csv !== undefined && (json === undefined || csv.gewicht > json.gewicht || (csv.gewicht === json.gewicht && csv.plaats < json.plaats));
}

/** What a route says of an answer that is JSON or, where asked for, CSV. */
export const jsonOfCsv = (description: string, schema: object) =>
  ({ description, content: { 'application/json': { schema }, 'text/csv': { schema: { type: 'string' } } } });

/** Columns by name, in order. */
export interface Csvkolom<T> { readonly naam: string; readonly waarde: (een: T) => Cel }

/** A header and one record for each item. */
export function csvVan<T>(kolommen: readonly Csvkolom<T>[]) {
  return {
    begin: alsRecord(kolommen.map(({ naam }) => naam)), item: (een: T) => alsRecord(kolommen.map(({ waarde }) => waarde(een))), eind: () => '',
  };
}
