/** How dates, times, amounts and codes read on a screen. */
import { codelijstVan, gemeentenaam, label } from '../../../standaard/codelijsten/index.js';

const DATUM = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const KORT = new Intl.DateTimeFormat('nl-NL', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' });
const MAAND = new Intl.DateTimeFormat('nl-NL', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const KORTE_MAAND = new Intl.DateTimeFormat('nl-NL', { month: 'short', timeZone: 'UTC' });
const TIJDSTIP = new Intl.DateTimeFormat('nl-NL', {
  day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: 'Europe/Amsterdam' });
const EURO = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' });
const GETAL = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 });

/** A message may hold years that no calendar here knows; those stay as they are. */
function leesbaar(vorm: Intl.DateTimeFormat, dag: string): string {
  const tijd = new Date(`${dag}T00:00:00Z`);
  return Number.isNaN(tijd.getTime()) ? dag : vorm.format(tijd);
}

/** `2026-01-05` as 5 januari 2026; nothing as a dash. */
export const datum = (waarde: string | undefined | null): string => (waarde ? leesbaar(DATUM, waarde) : '–');
/** `2026-01-05` as 05-01-2026. */
export const korteDatum = (waarde: string | undefined | null): string => (waarde ? leesbaar(KORT, waarde) : '–');
/** `2026-01` or a date in it as januari 2026. */
export const maand = (waarde: string): string => leesbaar(MAAND, `${waarde.slice(0, 7)}-01`);
/** The month of a date as three letters: mrt. */
export const korteMaand = (waarde: string): string => leesbaar(KORTE_MAAND, waarde);
/** An instant (RFC 3339) on the clock of the Netherlands. */
export const tijdstip = (waarde: string | undefined | null): string => (waarde ? TIJDSTIP.format(new Date(waarde)).replace(',', '') : '–');
/** Cents as euros. */
export const bedrag = (centen: number | undefined): string => (centen === undefined ? '–' : EURO.format(centen / 100));
export const getal = (waarde: number | undefined): string => (waarde === undefined ? '–' : GETAL.format(waarde));
/** `1 bericht`, `2 berichten`. */
export const aantal = (hoeveel: number, een: string, meer: string): string => `${getal(hoeveel)} ${hoeveel === 1 ? een : meer}`;

/** A code with what it means: `14 (etmaal)`. */
export function metLabel(ldt: string, code: string | undefined): string {
  if (code === undefined) return '–';
  const betekenis = label(ldt, code);
  return betekenis === undefined ? code : `${code} (${betekenis})`;
}

/** What a code means, where that is enough; the code itself where nothing is known of it. */
export const betekenis = (ldt: string, code: string): string => label(ldt, code) ?? code;

/** All codes of a code list, to choose from. */
export const keuzesUit = (ldt: string): readonly { readonly waarde: string; readonly label: string }[] =>
  [...codelijstVan(ldt)?.codes ?? []].map(([waarde, naam]) => ({ waarde, label: `${waarde}: ${naam}` }));

/** Name and code of a party: `Amsterdam (0363)`, or the AGB code of an aanbieder as it is. */
export function partijnaam(code: string): string {
  const naam = code.length === 4 ? gemeentenaam(code) : undefined;
  return naam === undefined ? code : `${naam} (${code})`;
}

export const product = (een: { readonly categorie?: string | undefined; readonly code?: string | undefined } | undefined): string =>
  (een === undefined ? 'alle producten' : [een.categorie, een.code].filter((deel) => deel !== undefined).join(' / '));
