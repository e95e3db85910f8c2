/** Has the planned events happen, one after the other, each on its own day. */
import { na, plusDagen } from '../../dist/standaard/datum.js';
import { leesBericht } from '../../dist/standaard/xml/lezen.js';
import { stelAntwoordOp } from '../../dist/standaard/retour/retour.js';
import { haalInhoud } from '../../dist/verwerking/opslag.js';
import { berichtVan, isBericht } from './berichten.mjs';
import { EXTERN, ONBEREIKBAAR } from './plan.mjs';

/** Days before today on which the party that answers itself stops doing so, and on which the other one asks for webhooks. */
const STIL = 25;
export const WEBHOOK = 40;
/** A port that nobody listens on. */
const NERGENS = 'http://127.0.0.1:59999/iwmo';

const BACKOFFICE = 'backoffice';
const TOEGANG = 'toegang';
const systeemVan = (aanbieder) => `zorgsysteem-${aanbieder}`;

/** Something went another way than planned: the plan or the gateway is wrong. */
export class Afwijking extends Error {
  name = 'Afwijking';
}

class Uitvoering {
  nummers = new Map();
  aankondigingen = new Map();
  tellers = new Map();

  constructor(gateway, plan) {
    this.gateway = gateway;
    this.plan = plan;
  }

  nummerVan = (sleutel) => {
    const nummer = this.nummers.get(sleutel);
    if (nummer === undefined) throw new Afwijking(`toewijzing ${sleutel} is er nog niet`);
    return nummer;
  };

  identificatie(soort, aanbieder) {
    const naam = `${soort.slice(3)}-${aanbieder.slice(-3)}`;
    const nummer = (this.tellers.get(naam) ?? 0) + 1;
    this.tellers.set(naam, nummer);
    return `${naam}-${String(nummer).padStart(4, '0')}`;
  }

  async bericht(event) {
    const { soort, aanbieder, verwacht } = event;
    const bericht = berichtVan(event, this.plan.gemeente, this.identificatie(soort, aanbieder), this.nummerVan);
    const { status, bevindingen } = await this.gateway.lever(systeemVan(aanbieder), soort, bericht, verwacht === 'mislukt');
    if (status !== verwacht) throw new Afwijking(`${soort} is ${status}, niet ${verwacht}: ${JSON.stringify(bevindingen.map(({ regel, pad }) => `${regel} ${pad}`))}`);
  }

  async toewijzing({ client, aanbieder, producten }) {
    const opdracht = producten.map(({ sleutel, ...product }) => {
      delete product.nieuweSleutel;
      return product.actie === 'nieuw' ? product : { ...product, toewijzingNummer: this.nummerVan(sleutel) };
    });
    const { toewijzingen } = await this.gateway.vraag(BACKOFFICE, 'POST', '/v1/toewijzingen',
      { gemeente: this.plan.gemeente, aanbieder, bsn: client.bsn, client: client.gegevens, producten: opdracht });
    const geraakt = toewijzingen.map(({ toewijzingNummer }) => toewijzingNummer);
    for (const { actie, sleutel, nieuweSleutel } of producten) {
      if (actie === 'nieuw') this.nummers.set(sleutel, geraakt.at(-1));
      if (nieuweSleutel !== undefined) this.nummers.set(nieuweSleutel, Math.max(...geraakt));
    }
  }

  async zoek({ client, aanbieder }) {
    const { items } = await this.gateway.vraag(BACKOFFICE, 'POST', '/v1/toewijzingen/zoek', { gemeente: this.plan.gemeente, bsn: client.bsn, aanbieder });
    return items;
  }

  /** The allocation that came of a request. */
  async toegekend(event) {
    const gevonden = (await this.zoek(event)).find(({ referentieAanbieder }) => referentieAanbieder === event.referentie);
    if (gevonden === undefined) throw new Afwijking(`verzoek ${event.referentie} is niet toegewezen`);
    this.nummers.set(event.sleutel, gevonden.toewijzingNummer);
  }

  /** The allocation that came of a notice. */
  async nagezocht(event) {
    const gevonden = (await this.zoek(event)).find(({ product, ingangsdatum }) => product.code === event.code && ingangsdatum === event.ingang);
    if (gevonden === undefined) throw new Afwijking(`vooraankondiging gaf geen toewijzing ${event.code}`);
    this.nummers.set(event.sleutel, gevonden.toewijzingNummer);
  }

  async besluit({ aanbieder, referentie, besluit, redenAfwijzing, client }) {
    const { rows: [verzoek] } = await this.gateway.pool.query(
      'select id from verzoek where gemeente = $1 and aanbieder = $2 and referentie_aanbieder = $3', [this.plan.gemeente, aanbieder, referentie]);
    await this.gateway.vraag(BACKOFFICE, 'POST', `/v1/verzoeken/${verzoek.id}/besluit`, {
      besluit, ...(redenAfwijzing === undefined ? {} : { redenAfwijzing }), ...(besluit === 'toewijzen' ? { client: client.gegevens } : {}) });
  }

  async vooraankondiging({ client, aanbieder, sleutel, toewijzing, richting, gewenstProduct, vanaf, toelichting }) {
    const { id } = await this.gateway.vraag(systeemVan(aanbieder), 'POST', '/v1/vooraankondigingen', {
      gemeente: this.plan.gemeente, aanbieder, bsn: client.bsn, toewijzingNummer: this.nummerVan(toewijzing.sleutel), richting, gewenstProduct, vanaf, toelichting });
    this.aankondigingen.set(sleutel, id);
  }

  async stap({ vooraankondiging, stap }) {
    await this.gateway.vraag(TOEGANG, 'POST', `/v1/vooraankondigingen/${this.aankondigingen.get(vooraankondiging)}/stappen`, { stap });
  }

  voerUit(event) {
    return isBericht(event) ? this.bericht(event) : this[event.soort](event);
  }

  /** The party that answers itself approves what it got until yesterday. */
  async antwoordZelf(dag) {
    const { rows } = await this.gateway.pool.query(
      `select b.id, b.berichtsoort from bericht b where b.status = 'doorgestuurd' and b.aanbieder = $1 and b.ontvangen_op < $2::date
         and not exists (select from bericht a where a.antwoord_op = b.id) order by b.volgnummer`, [EXTERN, dag]);
    for (const { id, berichtsoort } of rows) {
      const heen = leesBericht(berichtsoort, await haalInhoud(this.gateway.pool, id));
      const { berichtsoort: soort, bericht } = stelAntwoordOp(berichtsoort, heen, { bevindingen: [], nietBeoordeeld: new Set() },
        { identificatie: this.identificatie(berichtsoort, EXTERN), dagtekening: dag });
      await this.gateway.lever(systeemVan(EXTERN), soort, bericht);
    }
  }
}

/**
 * @param gateway of openGateway @param plan of maakPlan @param zeg told how far it is, from time to time
 * @throws Afwijking when something went another way than planned
 */
export async function voerUit(gateway, plan, zeg = () => undefined) {
  const { vandaag, eersteMaand, events } = plan;
  const uitvoering = new Uitvoering(gateway, plan);
  gateway.klok.zet(eersteMaand, '07:30');
  await gateway.vraag('beheer', 'PUT', `/v1/partijen/${EXTERN}`, { extern: true });
  const stil = plusDagen(vandaag, -STIL);
  const webhook = plusDagen(vandaag, -WEBHOOK);
  let dag = '';
  let webhooks = false;
  for (const event of events) {
    if (event.dag !== dag) {
      if (event.dag.slice(0, 4) !== dag.slice(0, 4)) zeg(event.dag.slice(0, 4));
      ({ dag } = event);
      gateway.klok.zet(dag, '07:45');
      if (!na(dag, stil)) await uitvoering.antwoordZelf(dag);
      if (!webhooks && na(dag, webhook)) {
        webhooks = true;
        await gateway.vraag(systeemVan(ONBEREIKBAAR), 'PUT', `/v1/abonnementen/${ONBEREIKBAAR}`, { url: NERGENS });
      }
    }
    gateway.klok.zet(dag, event.moment);
    await uitvoering.voerUit(event).catch((fout) => {
      throw new Afwijking(`${dag} ${event.soort}, client ${event.client?.nummer}, aanbieder ${event.aanbieder}: ${fout.message}`, { cause: fout });
    });
  }
  gateway.klok.zet(vandaag, '07:00');
}
