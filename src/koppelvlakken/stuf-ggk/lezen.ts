/** From a SOAP message to an envelope, checked against its schema. What is wrong becomes an error with the code that the standard has for it. */
import type { XmlElement } from 'libxml2-wasm';
import { plaatsenVan, wortelVan, type Plaats } from '../../standaard/xml/boom.js';
import { padVan } from '../../standaard/xml/fouten.js';
import type { RuweFout, Schema } from '../../standaard/xml/libxml.js';
import { MAX_BYTES } from '../../standaard/xml/niveau1.js';
import { uitBase64 } from './base64.js';
import { CODES, SoapFout, StufFout, type Foutcode } from './codes.js';
import type { Adres, Envelop, Foutmelding, Partij, Systeem } from './envelop.js';
import { BERICHTNAMEN, GGK, STUF, VERSIE, XMIME, type Envelopsoort } from './namen.js';
import { kinderenVan, metSoap, type Soapbericht } from './soap.js';

/**
 * Reads what came in.
 * @param soapAction the header, quotes included; absent or empty says nothing
 * @throws SoapFout when it is no SOAP message of this service
 * @throws StufFout when it is an envelope that cannot be used
 */
export function leesEnvelop(bytes: Buffer, soapAction: string | undefined, schema: Schema): Envelop | Foutmelding {
  return metSoap(bytes, (bericht) => {
    const { inhoud, document } = bericht;
    const adres = adresVan(inhoud);
    const soort = soortVan(inhoud, adres);
    controleerSoapAction(soapAction, soort);
    const fouten = schema.valideer(document);
    if (fouten.length > 0) throw schemafout(fouten, plaatsenVan(wortelVan(document), fouten.map(({ knoop }) => knoop).filter(Boolean)), adres);
    if (adres === undefined) throw new SoapFout('Client', 'De envelop noemt geen zender, ontvanger of referentienummer.');
    return soort === 'Fo01' ? leesFoutmelding(inhoud, adres) : leesVerpakking(soort, bericht, adres);
  });
}

/** Whether the SOAPAction header, if it says anything, names the operation of what is in the Body. */
function controleerSoapAction(soapAction: string | undefined, soort: Envelopsoort): void {
  const genoemd = (soapAction ?? '').trim().replace(/^"(.*)"$/, '$1');
  if (genoemd === '' || genoemd === BERICHTNAMEN[soort].soapAction) return;
  throw new SoapFout('Client', `De header SOAPAction past niet bij een ${soort}. Gebruik ${BERICHTNAMEN[soort].soapAction}, of laat hem leeg.`);
}

const kind = (ouder: XmlElement | undefined, naam: string): XmlElement | undefined =>
  ouder === undefined ? undefined : kinderenVan(ouder).find((element) => element.name === naam);
const waarde = (ouder: XmlElement | undefined, naam: string): string | undefined => kind(ouder, naam)?.content;

function systeemVan(element: XmlElement | undefined): Systeem | undefined {
  const applicatie = waarde(element, 'applicatie');
  if (applicatie === undefined) return undefined;
  return { organisatie: waarde(element, 'organisatie'), applicatie, administratie: waarde(element, 'administratie'),
    gebruiker: waarde(element, 'gebruiker') };
}

/** Who to answer, also on an envelope of another version, so that its namespaces do not count. */
function adresVan(inhoud: XmlElement): Adres | undefined {
  const stuurgegevens = kind(inhoud, 'stuurgegevens');
  const zender = systeemVan(kind(stuurgegevens, 'zender'));
  const ontvanger = systeemVan(kind(stuurgegevens, 'ontvanger'));
  const referentienummer = waarde(stuurgegevens, 'referentienummer');
  return zender === undefined || ontvanger === undefined || !referentienummer ? undefined : { zender, ontvanger, referentienummer };
}

/** Messages of StUF itself that have no place here. */
const ANDERE_BERICHTEN = /^(Bv|Fo|Tr)\d\dBericht$/;

/** What is in the Body, by its name. @throws StufFout when it is nothing for this service */
function soortVan({ name, namespaceUri }: XmlElement, adres: Adres | undefined): Envelopsoort {
  const soorten = Object.keys(BERICHTNAMEN) as Envelopsoort[];
  const soort = soorten.find((s) => BERICHTNAMEN[s].element === name && BERICHTNAMEN[s].ruimte === namespaceUri);
  if (soort !== undefined) return soort;
  const weiger = (code: Foutcode, toelichting: string): StufFout => new StufFout(code, toelichting, adres);
  if (namespaceUri === STUF && ANDERE_BERICHTEN.test(name)) {
    throw weiger('StUF025', 'Hier komen alleen Di01, Du01 en Fo01 binnen.');
  }
  if (namespaceUri === STUF || namespaceUri === GGK) throw weiger('StUF022', 'Het element in de Body is geen Di01-, Du01- of Fo01-bericht.');
  if (/^http:\/\/www\.(egem|stufstandaarden)\.nl\/StUF\/StUF\d{4}$/.test(namespaceUri)) throw weiger('StUF001', STUF);
  if (/\/ggk(\/|\d|$)/.test(namespaceUri)) throw weiger('StUF007', VERSIE);
  throw weiger('StUF004', `Alleen ${VERSIE} wordt verwerkt.`);
}

/** Codes of what can be wrong in the stuurgegevens, by the element. */
const CODE_BIJ: Readonly<Record<string, Foutcode>> = {
  berichtcode: 'StUF022', zender: 'StUF013', ontvanger: 'StUF010', functie: 'StUF034', referentienummer: 'IB009', crossRefnummer: 'IB009',
};

/**
 * The error for an envelope that breaks its schema. The standard has no code of its own for that in a Fo03; where the stuurgegevens are
 * to blame it is the one of that element, else the one for a body that breaks its schema.
 */
function schemafout(fouten: readonly RuweFout[], plaatsen: ReadonlyMap<number, Plaats>, adres: Adres | undefined): StufFout {
  const gevonden = fouten.map(({ knoop }) => {
    // The path starts at the element in the Body; its stuurgegevens come second.
    const { namen, posities } = plaatsen.get(knoop) ?? { namen: [], posities: [] };
    const pad = padVan(undefined, { namen: namen.slice(2), posities: posities.slice(2) });
    return { code: (namen[3] === 'stuurgegevens' ? CODE_BIJ[namen[4] ?? ''] : undefined) ?? 'StUF055' as const, pad };
  });
  const code = CODES.find((een) => gevonden.some((fout) => fout.code === een)) ?? 'StUF055';
  const paden = [...new Set(gevonden.map(({ pad }) => pad))].filter((pad) => pad !== '');
  return new StufFout(code, `De envelop voldoet niet aan het schema van ${VERSIE}. Zie ${paden.join(', ')}.`, adres);
}

/** A value of an envelope that is known to be valid. */
function moet<T>(gevonden: T | undefined): T {
  if (gevonden === undefined) throw new Error('Een element ontbreekt in een envelop die al geldig was');
  return gevonden;
}

function leesFoutmelding(inhoud: XmlElement, adres: Adres): Foutmelding {
  const body = kind(inhoud, 'body');
  return {
    soort: 'Fo01', ...adres, crossRefnummer: moet(waarde(kind(inhoud, 'stuurgegevens'), 'crossRefnummer')),
    code: moet(waarde(body, 'code')), plek: moet(waarde(body, 'plek')) === 'client' ? 'client' : 'server',
  };
}

function leesVerpakking(soort: 'Di01' | 'Du01', { inhoud, inhouden }: Soapbericht, adres: Adres): Envelop {
  const stuurgegevens = kind(inhoud, 'stuurgegevens');
  const parameters = kind(inhoud, 'parameters');
  const bericht = moet(kind(parameters, 'bericht'));
  const attribuut = (naam: string, ruimte: string): string | undefined =>
    bericht.attrs.find(({ name, namespaceUri }) => name === naam && namespaceUri === ruimte)?.content;
  const versie = (naam: string) => ({ versie: moet(waarde(parameters, `${naam}Versie`)), subversie: moet(waarde(parameters, `${naam}Subversie`)) });
  const verpakking = {
    stuurgegevens: {
      zender: adres.zender as Partij, ontvanger: adres.ontvanger as Partij, referentienummer: adres.referentienummer,
      tijdstipBericht: moet(waarde(stuurgegevens, 'tijdstipBericht')), functie: moet(waarde(stuurgegevens, 'functie')),
    },
    // An empty element says that there is none.
    referentienummerBericht: waarde(parameters, 'referentienummerBericht') || undefined,
    applicatie: versie('applicatie'), functie: versie('functie'),
    bestandsnaam: attribuut('bestandsnaam', STUF), contentType: moet(attribuut('contentType', XMIME)),
    inhoud: inhoudVan(bericht.content, inhouden, adres),
  };
  return soort === 'Di01' ? { soort, ...verpakking } : {
    soort, ...verpakking, crossRefnummer: moet(waarde(stuurgegevens, 'crossRefnummer')),
    crossRefnummerBericht: waarde(parameters, 'crossRefnummerBericht') || undefined,
  };
}

function inhoudVan(tekst: string, inhouden: ReadonlyMap<string, Buffer>, adres: Adres): Buffer {
  const bytes = inhouden.get(tekst.trim()) ?? uitBase64(Buffer.from(tekst, 'latin1'));
  if (bytes === undefined) throw new StufFout('StUF055', 'De inhoud van bericht is geen Base64. Codeer het bericht opnieuw.', adres);
  if (bytes.length > MAX_BYTES) {
    throw new StufFout('IB007', `De inhoud van bericht is groter dan ${MAX_BYTES.toLocaleString('nl-NL')} bytes. Verdeel die over meer berichten.`,
      adres);
  }
  return bytes;
}
