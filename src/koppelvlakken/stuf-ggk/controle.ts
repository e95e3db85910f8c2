/**
 * The rules of the envelope that its schema cannot say (Specificatie StUF-envelop 2.1, chapter 3), and whether it fits what is inside. Pure.
 * Checks stand in the order in which the standard wants errors reported (see CODES).
 */
import { magVoor, type Aanvrager } from '../../platform/aanvrager.js';
import { ALLE_BERICHTSOORTEN, BERICHTSOORTEN, isHeenbericht, wegVan, type Berichtsoort } from '../../standaard/berichten/berichtsoorten.js';
import type { Kop, Niveau1 } from '../../standaard/xml/niveau1.js';
import { StufFout, type Foutcode } from './codes.js';
import type { Adres, Envelop, Foutmelding } from './envelop.js';
import { FUNCTIE, INHOUDSTYPE, ONTVANGENDE_APPLICATIE } from './namen.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
/** No white space and no accents. */
const BESTANDSNAAM = /^[\x21-\x7e]*$/;
/** Messages of the sister standards, which travel in the same envelopes. */
const ZUSTERBERICHT = /^(JW|AW|MW|ZK)\d{3}$/;

/** The address on an envelope, to answer it. */
export function adresOp(ontvangen: Envelop | Foutmelding): Adres {
  return ontvangen.soort === 'Fo01' ? ontvangen : ontvangen.stuurgegevens;
}

/**
 * What can be said of an envelope by itself.
 * @throws StufFout for the first rule that it breaks
 */
export function controleerEnvelop(ontvangen: Envelop | Foutmelding, aanvrager: Aanvrager): void {
  const adres = adresOp(ontvangen);
  const weiger = (code: Foutcode, toelichting: string): never => { throw new StufFout(code, toelichting, adres); };
  const nummers = [adres.referentienummer, ...(ontvangen.soort === 'Di01' ? [] : [ontvangen.crossRefnummer])];
  if (!nummers.every((nummer) => UUID.test(nummer))) {
    weiger('IB009', 'referentienummer en crossRefnummer horen een UUID te zijn. Maak voor elk nieuw bericht een nieuwe.');
  }
  // On a fault the chain's own example names another application.
  if (ontvangen.soort !== 'Fo01' && adres.ontvanger.applicatie.toLowerCase() !== ONTVANGENDE_APPLICATIE.toLowerCase()) {
    weiger('StUF010', `Vul bij ontvanger als applicatie ${ONTVANGENDE_APPLICATIE} in.`);
  }
  if (!magVoor(aanvrager, adres.zender.organisatie ?? '')) {
    weiger('StUF013', 'U mag niet namens de organisatie van zender aanleveren. Controleer zender en uw aansluiting.');
  }
  if (ontvangen.soort === 'Fo01') return;
  controleerFunctie(ontvangen, weiger);
  controleerVerpakking(ontvangen, weiger);
}

type Weiger = (code: Foutcode, toelichting: string) => never;

function isBerichtsoort(functie: string): functie is Berichtsoort {
  return (ALLE_BERICHTSOORTEN as readonly string[]).includes(functie);
}

function controleerFunctie({ soort, stuurgegevens: { functie }, functie: { versie, subversie } }: Envelop, weiger: Weiger): void {
  if (!isBerichtsoort(functie)) {
    if (ZUSTERBERICHT.test(functie)) return weiger('StUF037', 'Alleen berichten van iWmo 3.2 worden verwerkt.');
    return weiger('StUF034', 'Vul bij functie de berichtsoort zonder versie in, zoals WMO305.');
  }
  if (versie !== FUNCTIE.versie || subversie !== FUNCTIE.subversie) {
    weiger('StUF037', `Alleen iWmo 3.2 wordt verwerkt: functieVersie ${FUNCTIE.versie} en functieSubversie ${FUNCTIE.subversie}.`);
  }
  if (isHeenbericht(functie) !== (soort === 'Di01')) {
    weiger('StUF040', 'Een heenbericht hoort in een Di01 en een antwoord in een Du01.');
  }
}

function controleerVerpakking({ contentType, bestandsnaam }: Envelop, weiger: Weiger): void {
  if (contentType.split(';')[0]?.trim().toLowerCase() !== INHOUDSTYPE) {
    weiger('StUF055', `Alleen XML wordt verwerkt: geef bericht het contentType ${INHOUDSTYPE}.`);
  }
  if (bestandsnaam !== undefined && !BESTANDSNAAM.test(bestandsnaam)) {
    weiger('StUF055', 'In bestandsnaam mogen geen spaties en geen letters met een accent staan.');
  }
}

/**
 * What level 1 says of the message inside, read as the type that the envelope announces: another type is no valid one of that.
 * @throws StufFout when the parties or numbers on the envelope are not those of the message
 */
export function controleerInhoud(envelop: Envelop, niveau1: Niveau1): Niveau1 {
  if (!niveau1.geldig) return niveau1;
  const { stuurgegevens } = envelop;
  const { berichtsoort, kop } = niveau1;
  if (berichtsoort !== stuurgegevens.functie) {
    return { geldig: false, fout: 'berichtsoort-onbekend', fouten: [{
      regel: 1, pad: '/Bericht', melding: 'Dit is een ander bericht dan functie op de envelop zegt.' }] };
  }
  const { van, voor } = wegVan(berichtsoort, kop.afzender, kop.ontvanger);
  const weiger = (code: Foutcode, toelichting: string): never => { throw new StufFout(code, toelichting, stuurgegevens); };
  if (voor !== stuurgegevens.ontvanger.organisatie) {
    weiger('StUF010', 'De organisatie van ontvanger op de envelop is een andere dan in het bericht.');
  }
  if (van !== stuurgegevens.zender.organisatie) weiger('StUF013', 'De organisatie van zender op de envelop is een andere dan in het bericht.');
  controleerNummers(envelop, berichtsoort, kop, weiger);
  return niveau1;
}

/** BerichtIdentificatie is the message's own number, except in a return message, which keeps that of the message it answers. */
function controleerNummers(envelop: Envelop, berichtsoort: Berichtsoort, { identificatie, beantwoordt }: Kop, weiger: Weiger): void {
  const { retour } = BERICHTSOORTEN[berichtsoort];
  const eis = (veld: string, opEnvelop: string | undefined, inBericht: string | undefined): void => {
    if (opEnvelop === undefined || inBericht === undefined || opEnvelop === inBericht) return;
    weiger('StUF055', `${veld} op de envelop is een ander nummer dan in het bericht.`);
  };
  if (!retour) eis('referentienummerBericht', envelop.referentienummerBericht, identificatie);
  if (envelop.soort === 'Du01') eis('crossRefnummerBericht', envelop.crossRefnummerBericht, retour ? identificatie : beantwoordt?.identificatie);
}
