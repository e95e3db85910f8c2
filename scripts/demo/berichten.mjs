/** The events of an aanbieder as messages. Allocations are named by their key; `nummerVan` gives the number that the gateway gave them. */
import { BERICHTSOORTEN } from '../../dist/standaard/berichten/berichtsoorten.js';
import { laatsteVanMaand } from '../../dist/standaard/datum.js';

const productVan = ({ categorie, code }) => ({ Categorie: categorie, Code: code });
const bedragVan = ({ volume, tarief }) => volume * tarief;
const som = (regels) => regels.reduce((tot, een) => tot + (een.vorige === undefined ? 1 : -1) * bedragVan(een), 0);
const alsTotaal = (centen) => ({ TotaalBedrag: Math.abs(centen), DebetCredit: centen < 0 ? 'C' : 'D' });

const deelVan = ({ toewijzing, begin, eind, reden, status, nummer }, nummerVan) => ({
  ToewijzingNummer: nummer ?? nummerVan(toewijzing.sleutel), Product: productVan(toewijzing.product), ToewijzingIngangsdatum: toewijzing.ingang,
  Begindatum: begin, ...(eind === undefined ? {} : { Einddatum: eind, RedenBeeindiging: reden }), StatusAanlevering: status });

function prestatieVan({ toewijzing, van, totEnMet, volume, tarief, referentie, vorige, nummer, code }, nummerVan) {
  const { product: { categorie, code: eigen, eenheid } } = toewijzing;
  return {
    ProductReferentie: { ReferentieNummer: referentie, ...(vorige === undefined ? {} : { VorigReferentieNummer: vorige }) },
    ToewijzingNummer: nummer ?? nummerVan(toewijzing.sleutel), ProductCategorie: categorie, ProductCode: code ?? eigen,
    ProductPeriode: { Begindatum: van, Einddatum: totEnMet }, GeleverdVolume: volume, Eenheid: eenheid, ProductTarief: tarief,
    IngediendBedrag: { Bedrag: bedragVan({ volume, tarief }), DebetCredit: vorige === undefined ? 'D' : 'C' } };
}

function declaratieVan({ dag, maand, regels, nummer, verkeerdTotaal }, nummerVan) {
  const perClient = new Map();
  for (const een of regels) {
    const { bsn } = een.toewijzing.client;
    perClient.set(bsn, [...perClient.get(bsn) ?? [], prestatieVan(een, nummerVan)]);
  }
  return { Declaratie: {
    DeclaratieNummer: nummer, DeclaratiePeriode: { Begindatum: maand, Einddatum: laatsteVanMaand(maand) }, DeclaratieDagtekening: dag,
    TotaalIngediendBedrag: alsTotaal(som(regels) + (verkeerdTotaal === true ? 1000 : 0)),
    Clienten: [...perClient].map(([Bsn, Prestaties]) => ({ Bsn, Prestaties })) } };
}

const INHOUD = {
  WMO305: ({ client: { bsn, kort }, delen }, nummerVan) => ({ Client: { Bsn: bsn, ...kort, StartProducten: delen.map((een) => deelVan(een, nummerVan)) } }),
  WMO307: ({ client: { bsn, kort }, delen }, nummerVan) => ({ Client: { Bsn: bsn, ...kort, StopProducten: delen.map((een) => deelVan(een, nummerVan)) } }),
  WMO315: ({ client: { bsn, kort }, aanvraag }) => ({ Client: { Bsn: bsn, ...kort, AangevraagdeProducten: [aanvraag] } }),
  WMO317: ({ client: { bsn }, referentie, toewijzing, wens }, nummerVan) => ({ Client: { Bsn: bsn, Verzoek: {
    ReferentieAanbieder: referentie, RedenVerzoek: '1', TeWijzigenProducten: [{ ToewijzingNummer: nummerVan(toewijzing.sleutel), ...wens }] } } }),
  WMO323: declaratieVan,
};

/** Whether an event is a message of an aanbieder. */
export const isBericht = ({ soort }) => soort in INHOUD;

/** @param identificatie of the message, unique for its sender */
export function berichtVan(event, gemeente, identificatie, nummerVan) {
  const { soort, aanbieder, dag } = event;
  return {
    Header: {
      BerichtCode: BERICHTSOORTEN[soort].code, BerichtVersie: 3, BerichtSubversie: 2, Afzender: aanbieder, Ontvanger: gemeente,
      BerichtIdentificatie: { Identificatie: identificatie, Dagtekening: dag }, XsdVersie: { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' } },
    ...INHOUD[soort](event, nummerVan) };
}
