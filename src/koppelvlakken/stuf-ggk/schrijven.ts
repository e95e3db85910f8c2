/** Writes envelopes and StUF messages as elements, without declaration, so that they can stand in a SOAP Body or on their own. Pure. */
import type { Envelop, Systeem, Versie } from './envelop.js';
import { FOUTEN, type Foutcode } from './codes.js';
import { BERICHTNAMEN, GGK, STUF, XMIME } from './namen.js';

const ONTSNAPPING: Readonly<Record<string, string>> = {
  '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;', '\n': '&#10;', '\t': '&#9;',
};

/** A value as it stands in an element or attribute. It came out of XML, so it holds no character that XML cannot. */
export function tekst(waarde: string): string {
  return waarde.replace(/[&<>"\r\n\t]/g, (teken) => ONTSNAPPING[teken] ?? teken);
}

const stuf = (naam: string, waarde: string | undefined): string =>
  waarde === undefined ? '' : `<StUF:${naam}>${tekst(waarde)}</StUF:${naam}>`;
const ggk = (naam: string, waarde: string | undefined): string =>
  waarde === undefined ? '' : `<GGK:${naam}>${tekst(waarde)}</GGK:${naam}>`;

function systeem(naam: 'zender' | 'ontvanger', van: Systeem): string {
  return `<StUF:${naam}>${stuf('organisatie', van.organisatie)}${stuf('applicatie', van.applicatie)}`
    + `${stuf('administratie', van.administratie)}${stuf('gebruiker', van.gebruiker)}</StUF:${naam}>`;
}

const versies = (naam: 'applicatie' | 'functie', { versie, subversie }: Versie): string =>
  ggk(`${naam}Versie`, versie) + ggk(`${naam}Subversie`, subversie);

/** An envelope with its message in Base64. */
export function schrijfEnvelop(envelop: Envelop): string {
  const { stuurgegevens: s } = envelop;
  const { element } = BERICHTNAMEN[envelop.soort];
  const retour = envelop.soort === 'Du01' ? envelop : undefined;
  return `<GGK:${element} xmlns:GGK="${GGK}" xmlns:StUF="${STUF}" xmlns:xmime="${XMIME}"><GGK:stuurgegevens>`
    + stuf('berichtcode', envelop.soort) + systeem('zender', s.zender) + systeem('ontvanger', s.ontvanger)
    + stuf('referentienummer', s.referentienummer) + stuf('tijdstipBericht', s.tijdstipBericht)
    + stuf('crossRefnummer', retour?.crossRefnummer) + stuf('functie', s.functie) + '</GGK:stuurgegevens><GGK:parameters>'
    + ggk('referentienummerBericht', envelop.referentienummerBericht) + ggk('crossRefnummerBericht', retour?.crossRefnummerBericht)
    + versies('applicatie', envelop.applicatie) + versies('functie', envelop.functie)
    + `<GGK:bericht${envelop.bestandsnaam === undefined ? '' : ` StUF:bestandsnaam="${tekst(envelop.bestandsnaam)}"`}`
    + ` xmime:contentType="${tekst(envelop.contentType)}">${envelop.inhoud.toString('base64')}</GGK:bericht></GGK:parameters></GGK:${element}>`;
}

/** What stands on a confirmation or fault. The parties have changed places with those of the message it answers. */
export interface Antwoordgegevens {
  readonly zender: Systeem;
  readonly ontvanger: Systeem;
  readonly referentienummer: string;
  readonly tijdstipBericht: string;
  readonly crossRefnummer: string;
}

function antwoord(soort: 'Bv03' | 'Fo01' | 'Fo03', gegevens: Antwoordgegevens, body: string): string {
  return `<StUF:${soort}Bericht xmlns:StUF="${STUF}"><StUF:stuurgegevens>${stuf('berichtcode', soort)}`
    + systeem('zender', gegevens.zender) + systeem('ontvanger', gegevens.ontvanger) + stuf('referentienummer', gegevens.referentienummer)
    + stuf('tijdstipBericht', gegevens.tijdstipBericht) + stuf('crossRefnummer', gegevens.crossRefnummer)
    + `</StUF:stuurgegevens>${body}</StUF:${soort}Bericht>`;
}

export function schrijfBevestiging(gegevens: Antwoordgegevens): string {
  return antwoord('Bv03', gegevens, '');
}

/** Lengths in characters that the schema allows. */
const MAX_OMSCHRIJVING = 200;
const MAX_DETAILS = 1000;

export interface Foutinhoud {
  readonly code: Foutcode;
  /** Added to the description that the standard prescribes, as far as it fits. */
  readonly bijzonder?: string | undefined;
  readonly details: string;
}

/** A Fo01 or Fo03. The message it is about is never in it (detailsXML): that would send personal data around without need. */
export function schrijfFout(soort: 'Fo01' | 'Fo03', gegevens: Antwoordgegevens, { code, bijzonder, details }: Foutinhoud): string {
  const { plek, omschrijving } = FOUTEN[code];
  const volledig = bijzonder === undefined ? omschrijving : `${omschrijving}. ${bijzonder}`;
  return antwoord(soort, gegevens, `<StUF:body>${stuf('code', code)}${stuf('plek', plek)}`
    + `${stuf('omschrijving', kort(volledig, MAX_OMSCHRIJVING))}${stuf('details', kort(details, MAX_DETAILS))}</StUF:body>`);
}

function kort(waarde: string, lengte: number): string {
  return waarde.length <= lengte ? waarde : `${waarde.slice(0, lengte - 1)}…`;
}
