/** StUF-GGk envelopes as text, written apart from the code that is tested, with every part replaceable. */
import { randomUUID } from 'node:crypto';

export const SOAP11 = 'http://schemas.xmlsoap.org/soap/envelope/';
const NAMESPACES = 'xmlns:G="http://www.stufstandaarden.nl/sectormodel/ggk/0210" xmlns:S="http://www.egem.nl/StUF/StUF0301" '
  + 'xmlns:m="http://www.w3.org/2005/05/xmlmime"';

export interface Onderdelen {
  readonly zender: string;
  readonly ontvanger: string;
  readonly applicatie: string;
  readonly functie: string;
  readonly referentienummer: string;
  readonly crossRefnummer: string;
  readonly versie: readonly [string, string];
  readonly attributen: string;
  /** Elements before the versions. */
  readonly nummers: string;
  readonly inhoud: Uint8Array;
  readonly base64: string;
}

/** A Di01 or Du01 as an element. */
export function envelop(soort: 'Di01' | 'Du01', delen: Partial<Onderdelen>): string {
  const { zender = '65656055', ontvanger = '0363', applicatie = 'GGk', functie = 'WMO305', referentienummer = randomUUID(), nummers = '',
    versie = ['0003', '0002'], attributen = 'm:contentType="application/xml"', inhoud = new Uint8Array() } = delen;
  const base64 = delen.base64 ?? Buffer.from(inhoud).toString('base64');
  const naam = soort === 'Di01' ? 'envelopHeenbericht-ggk_Di01' : 'envelopRetourbericht-ggk_Du01';
  const cross = soort === 'Di01' ? '' : `<S:crossRefnummer>${delen.crossRefnummer ?? randomUUID()}</S:crossRefnummer>`;
  return `<G:${naam} ${NAMESPACES}><G:stuurgegevens><S:berichtcode>${soort}</S:berichtcode>`
    + `<S:zender><S:organisatie>${zender}</S:organisatie><S:applicatie>Zorgpakket</S:applicatie></S:zender>`
    + `<S:ontvanger><S:organisatie>${ontvanger}</S:organisatie><S:applicatie>${applicatie}</S:applicatie></S:ontvanger>`
    + `<S:referentienummer>${referentienummer}</S:referentienummer><S:tijdstipBericht>20260305101500</S:tijdstipBericht>${cross}`
    + `<S:functie>${functie}</S:functie></G:stuurgegevens><G:parameters>${nummers}<G:applicatieVersie>0004</G:applicatieVersie>`
    + `<G:applicatieSubversie>0003</G:applicatieSubversie><G:functieVersie>${versie[0]}</G:functieVersie>`
    + `<G:functieSubversie>${versie[1]}</G:functieSubversie><G:bericht ${attributen}>${base64}</G:bericht></G:parameters></G:${naam}>`;
}

/** A Fo01 as an element. */
export function foutmelding(delen: { zender: string; ontvanger: string; crossRefnummer: string; code?: string; detailsXML?: string }): string {
  return `<S:Fo01Bericht ${NAMESPACES}><S:stuurgegevens><S:berichtcode>Fo01</S:berichtcode>`
    + `<S:zender><S:organisatie>${delen.zender}</S:organisatie><S:applicatie>GGK</S:applicatie></S:zender>`
    + `<S:ontvanger><S:organisatie>${delen.ontvanger}</S:organisatie><S:applicatie>iWmo-gateway</S:applicatie></S:ontvanger>`
    + `<S:referentienummer>${randomUUID()}</S:referentienummer><S:tijdstipBericht>20260305</S:tijdstipBericht>`
    + `<S:crossRefnummer>${delen.crossRefnummer}</S:crossRefnummer></S:stuurgegevens><S:body><S:code>${delen.code ?? 'StUF055'}</S:code>`
    + `<S:plek>client</S:plek><S:omschrijving>Berichtbody is niet conform schema in sectormodel</S:omschrijving>`
    + `${delen.detailsXML === undefined ? '' : `<S:detailsXML>${delen.detailsXML}</S:detailsXML>`}</S:body></S:Fo01Bericht>`;
}

/** A SOAP 1.1 message around an element. */
export function soap(element: string, kop = ''): Buffer {
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<e:Envelope xmlns:e="${SOAP11}">${kop}<e:Body>${element}</e:Body></e:Envelope>`);
}

/** What came back, by what a client can see of it. */
export interface Antwoord {
  readonly soort: 'Bv03' | 'Fo03' | 'soapfout';
  /** StUF code, or the faultcode of a bare SOAP fault. */
  readonly code: string | undefined;
  readonly crossRefnummer: string | undefined;
  readonly tekst: string;
}

/** Reads an answer of the endpoint. @throws Error when it is none of the three */
export function leesAntwoord(tekst: string): Antwoord {
  const veld = (naam: string): string | undefined => new RegExp(`<(?:\\w+:)?${naam}[^>]*>([^<]*)<`).exec(tekst)?.[1];
  const crossRefnummer = veld('crossRefnummer');
  if (tekst.includes('Fo03Bericht')) return { soort: 'Fo03', code: veld('code'), crossRefnummer, tekst };
  if (tekst.includes('Bv03Bericht')) return { soort: 'Bv03', code: undefined, crossRefnummer, tekst };
  const faultcode = veld('faultcode')?.replace(/^\w+:/, '');
  if (faultcode === undefined) throw new Error(`Geen antwoord van het koppelvlak: ${tekst.slice(0, 300)}`);
  return { soort: 'soapfout', code: faultcode, crossRefnummer: undefined, tekst };
}

/** Path of the endpoint. */
export const PAD = '/stuf/ggk/OntvangAsynchroon';

/** A Fo01 as its receiver finds it in the postvak. */
export interface Klaarstaand {
  readonly id: string;
  readonly foutcode: string;
  readonly crossRefnummer: string;
  readonly afzender: string;
  readonly ontvanger: string;
  readonly href: string;
}

/** The Fo01 messages that wait for a party in its postvak, oldest first. */
export async function klaarstaandeFouten(adres: string, partij: string): Promise<readonly Klaarstaand[]> {
  const antwoord = await fetch(`${adres}/v1/postvak?partij=${partij}&limiet=200`);
  if (!antwoord.ok) throw new Error(`${antwoord.status}: ${await antwoord.text()}`);
  const { items } = await antwoord.json() as { items: (Klaarstaand & { berichtsoort: string })[] };
  return items.filter(({ berichtsoort }) => berichtsoort === 'Fo01');
}

/** Posts a SOAP message and reads the answer. @throws Error when that is no XML */
export async function postSoap(adres: string, bytes: Uint8Array, koppen: Record<string, string> = {}): Promise<Antwoord & { readonly status: number }> {
  const antwoord = await fetch(adres + PAD, {
    method: 'POST', headers: { 'Content-Type': 'text/xml; charset=utf-8', ...koppen }, body: Uint8Array.from(bytes) });
  const tekst = await antwoord.text();
  if (antwoord.headers.get('content-type') !== 'text/xml; charset=utf-8') throw new Error(`${antwoord.status}: ${tekst.slice(0, 300)}`);
  return { ...leesAntwoord(tekst), status: antwoord.status };
}
