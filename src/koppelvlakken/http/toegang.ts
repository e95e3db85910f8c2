/** /v1/productbestellingen and /v1/vooraankondigingen: what the access team orders and follows up (api.md). */
import type { FastifyInstance } from 'fastify';
import { bezwarenTegenProduct, eersteKeus } from '../../gemeente/beleidscontrole.js';
import type { Nieuw, Toewijzingsopdracht } from '../../gemeente/opdracht.js';
import {
  ALLE_STAPPEN, historieVan, lijstVooraankondigingen, STANDEN, toegestaneStappen, zoekVooraankondiging, type Nieuw as NieuweAankondiging,
  type Lijstvraag, type Stand, type Vooraankondiging,
} from '../../gemeente/vooraankondigingen.js';
import { partijenlijst, type Aanvrager } from '../../platform/aanvrager.js';
import { isDatum } from '../../standaard/datum.js';
import { meldVooraankondiging, StapNietMogelijk, zetVolgendeStap, type Stapopdracht } from '../../verwerking/opvolgen.js';
import { aanbiedersInZicht, eisAanbieder, eisGemeente, zichtVan } from './aanmelding/partijen.js';
import type { Gateway } from './gateway.js';
import { Probleem } from './problemen.js';
import { BERICHT, ID, PROBLEEM } from './schemas.js';
import { alsVerzendprobleem, ongeldig, voerUit, vormVan } from './toewijzingen.js';
import { AANBIEDER, BSN, GEMEENTE, OMVANG, PRODUCT, TOEWIJZING } from './toewijzingschemas.js';

const datum = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const;
const nummer = { type: 'integer', minimum: 0, maximum: 999_999_999 } as const;
const GEEN_GROEP = 'Het beleid van de gemeente heeft in deze groep geen product dat op de ingangsdatum geldig is. Kies een groep uit het beleid.';
const NIET_GEVONDEN = 'Er is geen vooraankondiging met dit id. Controleer het id.';

const BESTELLING = {
  type: 'object', required: ['gemeente', 'aanbieder', 'bsn', 'ingangsdatum'], additionalProperties: false,
  properties: {
    gemeente: GEMEENTE, aanbieder: AANBIEDER, bsn: BSN, client: { type: 'object', additionalProperties: true }, product: PRODUCT,
    groep: { type: 'string', minLength: 1, maxLength: 40,
      description: 'In plaats van product: een groep van het beleid; het lichtste product daarvan wordt besteld' },
    ingangsdatum: datum, einddatum: datum, omvang: OMVANG, budget: { type: 'integer', minimum: 0, maximum: 99_999_999 },
  },
} as const;

const AANKONDIGING = {
  type: 'object', required: ['gemeente', 'aanbieder', 'toewijzingNummer', 'richting', 'gewenstProduct', 'vanaf'], additionalProperties: false,
  properties: {
    gemeente: GEMEENTE, aanbieder: AANBIEDER, bsn: { ...BSN, description: 'Mag weg: de toewijzing zegt van wie zij is' },
    toewijzingNummer: nummer, richting: { enum: ['op', 'af'] }, gewenstProduct: PRODUCT, vanaf: datum,
    toelichting: { type: 'string', maxLength: 4000 },
  },
} as const;

const STAP = {
  type: 'object', required: ['stap'], additionalProperties: false,
  properties: { stap: { enum: ALLE_STAPPEN }, datum, omvang: OMVANG },
} as const;

const VOORAANKONDIGING = {
  type: 'object', required: ['id', 'status', 'stappen'], additionalProperties: true,
  properties: {
    id: { type: 'string', format: 'uuid' }, gemeente: GEMEENTE, aanbieder: AANBIEDER, toewijzingNummer: nummer, richting: { type: 'string' },
    gewenstProduct: PRODUCT, vanaf: { type: 'string' }, toelichting: { type: 'string' }, status: { enum: STANDEN },
    ingediendOp: { type: 'string' }, definitiefOp: { type: 'string' },
    stappen: { type: 'array', items: { enum: ALLE_STAPPEN }, description: 'Wat er nu mag' },
    historie: { type: 'array', items: { type: 'object', properties: { stap: { type: 'string' }, datum: { type: 'string' } } } },
    termijn: { type: 'object', properties: { vervaldatum: { type: 'string' } }, description: 'De lopende termijn voor het onderzoek' },
    bericht: { type: 'object', properties: { id: { type: 'string' }, href: { type: 'string' } } },
  },
} as const;

function toon(
  { persoon: _persoon, berichtId, ...velden }: Vooraankondiging, historie?: readonly unknown[], vervaldatum?: string,
): Record<string, unknown> {
  return {
    ...velden, stappen: toegestaneStappen(velden.status), ...(historie === undefined ? {} : { historie }),
    ...(vervaldatum === undefined ? {} : { termijn: { vervaldatum } }),
    ...(berichtId === undefined ? {} : { bericht: { id: berichtId, href: `/v1/berichten/${berichtId}` } }),
  };
}

/** @throws Probleem when it is no date */
function controleerDatum(naam: string, waarde: string | undefined): void {
  if (waarde !== undefined && !isDatum(waarde)) throw new Probleem('ongeldige-aanvraag', `${naam} moet een bestaande datum zijn (JJJJ-MM-DD).`);
}

/** @throws Probleem when the caller does not act for who is named, or nobody is */
function lijstvraag(aanvrager: Aanvrager, { gemeente, aanbieder }: { gemeente?: string; aanbieder?: string }): Lijstvraag {
  if (gemeente !== undefined) {
    const aanbieders = aanbiedersInZicht(aanvrager, gemeente, aanbieder, 'lezen');
    return { gemeente, aanbieders: aanbieder === undefined ? aanbieders : [aanbieder] };
  }
  if (aanbieder === undefined) throw new Probleem('ongeldige-aanvraag', 'Geef een gemeente of een aanbieder.');
  eisAanbieder(aanvrager, aanbieder);
  return { aanbieder };
}

export function toegangRoutes(app: FastifyInstance, gateway: Gateway): void {
  const { pool, beslisser } = gateway;

  /** One notice with its history and running deadline; one that the caller may not see is not there. */
  const compleet = async (id: string, aanvrager: Aanvrager): Promise<Record<string, unknown>> => {
    const vooraankondiging = await zoekVooraankondiging(pool, id, false, zichtVan(aanvrager));
    if (vooraankondiging === undefined) throw new Probleem('niet-gevonden', NIET_GEVONDEN);
    const { rows } = await pool.query<{ vervaldatum: string }>(
      'select vervaldatum from termijn where gemeente = $1 and vooraankondiging_id = $2 and gesloten_op is null order by vervaldatum limit 1',
      [vooraankondiging.gemeente, id]);
    return toon(vooraankondiging, await historieVan(pool, vooraankondiging), rows[0]?.vervaldatum);
  };

  app.post('/v1/productbestellingen', {
    config: { toegang: ['gemeente'] },
    schema: {
      summary: 'De toegang bestelt een product', tags: ['gemeente'], body: BESTELLING,
      response: { 201: { type: 'object', properties: { bericht: BERICHT, toewijzingen: { type: 'array', items: TOEWIJZING } } }, '4xx': PROBLEEM },
    },
  }, async (request, reply) => {
    const { gemeente, aanbieder, bsn, client, groep, ...velden } =
      request.body as Omit<Toewijzingsopdracht, 'producten'> & Omit<Nieuw, 'actie'> & { groep?: string };
    eisGemeente(request.aanvrager, gemeente);
    controleerDatum('ingangsdatum', velden.ingangsdatum);
    controleerDatum('einddatum', velden.einddatum);
    if ((velden.product === undefined) === (groep === undefined)) throw new Probleem('ongeldige-aanvraag', 'Geef een product of een groep.');
    const product = groep === undefined ? velden.product : eersteKeus(beslisser.beleid(), gemeente, groep, velden.ingangsdatum);
    if (product === undefined) throw ongeldig([{ regel: 'onbekende-groep', pad: '/groep', melding: GEEN_GROEP }]);
    const nieuw: Nieuw = { actie: 'nieuw', ...velden, product };
    const opdracht: Toewijzingsopdracht = { gemeente, aanbieder, bsn, ...(client === undefined ? {} : { client }), producten: [nieuw] };
    const fouten = vormVan(opdracht);
    if (fouten.length > 0) throw ongeldig(fouten);
    return reply.code(201).send(await voerUit(gateway, request, opdracht, nieuw));
  });

  app.post('/v1/vooraankondigingen', {
    config: { toegang: ['gemeente', 'aanleveren'] },
    schema: { summary: 'Meld een structurele wijziging', tags: ['gemeente'], body: AANKONDIGING, response: { 201: VOORAANKONDIGING,
      '4xx': PROBLEEM } },
  }, async (request, reply) => {
    const invoer = request.body as Omit<NieuweAankondiging, 'ingediendOp' | 'bsn'> & { readonly bsn?: string };
    aanbiedersInZicht(request.aanvrager, invoer.gemeente, invoer.aanbieder, 'aanleveren');
    controleerDatum('vanaf', invoer.vanaf);
    const vandaag = beslisser.beoordelaar.klok.vandaag();
    const { gemeente, aanbieder, gewenstProduct: product, vanaf: ingangsdatum } = invoer;
    const bezwaren = bezwarenTegenProduct(beslisser.beleid(), { gemeente, aanbieder, product, ingangsdatum }, vandaag, '/gewenstProduct');
    if (bezwaren.length > 0) throw ongeldig(bezwaren);
    const gemaakt = await meldVooraankondiging(beslisser, invoer).catch((fout: unknown) => { throw alsVerzendprobleem(fout); });
    if (gemaakt === undefined) {
      throw ongeldig([{ regel: 'toewijzing', pad: '/toewijzingNummer',
        melding: 'Deze toewijzing is niet van deze cliënt en aanbieder. Controleer het nummer.' }]);
    }
    if (gemaakt === 'dubbel') throw new Probleem('stap-niet-mogelijk', 'Voor deze toewijzing loopt al een vooraankondiging.', [], { toegestaan: [] });
    request.betrokkenen = [gemaakt.persoon];
    return reply.code(201).send(toon(gemaakt, []));
  });

  app.post('/v1/vooraankondigingen/:id/stappen', {
    config: { toegang: ['gemeente'] },
    schema: { summary: 'Zet een stap', tags: ['gemeente'], params: ID, body: STAP, response: { 200: VOORAANKONDIGING, '4xx': PROBLEEM } },
  }, async (request) => {
    const { id } = request.params as { id: string };
    const opdracht = request.body as Stapopdracht;
    controleerDatum('datum', opdracht.datum);
    const { aanvrager } = request;
    const gemeenten = partijenlijst(aanvrager);
    const gevonden = await zoekVooraankondiging(pool, id, false, gemeenten && { gemeenten, aanbieders: [] });
    if (gevonden === undefined) throw new Probleem('niet-gevonden', NIET_GEVONDEN);
    await zetVolgendeStap(beslisser, id, opdracht, aanvrager.client).catch((fout: unknown) => {
      if (!(fout instanceof StapNietMogelijk)) throw alsVerzendprobleem(fout);
      const { toegestaan } = fout;
      throw new Probleem('stap-niet-mogelijk', toegestaan.length === 0 ? 'Deze vooraankondiging is afgerond; er zijn geen stappen meer.'
        : `Deze stap kan nu niet. Toegestaan: ${toegestaan.join(', ')}.`, [], { toegestaan });
    });
    return compleet(id, aanvrager);
  });

  app.get('/v1/vooraankondigingen', {
    config: { toegang: ['gemeente', 'lezen'] },
    schema: {
      summary: 'Vooraankondigingen van een gemeente of van een aanbieder, oudste eerst', tags: ['gemeente'],
      querystring: {
        type: 'object', additionalProperties: false,
        properties: { gemeente: GEMEENTE, aanbieder: { ...AANBIEDER, description: 'Zonder gemeente: van deze aanbieder bij alle gemeenten' },
          status: { enum: [...STANDEN, 'open'], description: 'open: alles waarvan de uitkomst er nog niet is' },
          limiet: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
          cursor: { type: 'string', format: 'uuid' } },
      },
      response: { 200: { type: 'object', properties: { items: { type: 'array', items: VOORAANKONDIGING },
        volgende: { type: 'string' } } }, '4xx': PROBLEEM },
    },
  }, async (request) => {
    const { status, limiet, cursor, ...wie } =
      request.query as { gemeente?: string; aanbieder?: string; status?: Stand | 'open'; limiet: number; cursor?: string };
    const gevonden = await lijstVooraankondigingen(pool, lijstvraag(request.aanvrager, wie), status, limiet + 1, cursor);
    const items = gevonden.slice(0, limiet);
    return { items: items.map((een) => toon(een)), ...(gevonden.length > limiet ? { volgende: items.at(-1)?.id } : {}) };
  });

  app.get('/v1/vooraankondigingen/:id', {
    config: { toegang: ['gemeente', 'lezen'] },
    schema: { summary: 'Een vooraankondiging met historie en termijn', tags: ['gemeente'], params: ID,
      response: { 200: VOORAANKONDIGING, '4xx': PROBLEEM } },
  }, async (request) => compleet((request.params as { id: string }).id, request.aanvrager));
}
