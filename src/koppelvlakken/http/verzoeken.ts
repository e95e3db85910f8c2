/** /v1/verzoeken: requests of aanbieders and what is decided on them (api.md). */
import type { FastifyInstance } from 'fastify';
import { lijstVerzoeken, VERZOEKSTATUSSEN, zoekVerzoek, type Verzoekstatus } from '../../gemeente/verzoeken.js';
import { partijenlijst } from '../../platform/aanvrager.js';
import { SCHEMAS, basis } from '../../standaard/berichten/gegenereerd/index.js';
import { elementenVan, vormfouten } from '../../standaard/berichten/uitJson.js';
import { isDatum } from '../../standaard/datum.js';
import { beslis, BesluitNietMogelijk, type Beslissing } from '../../verwerking/beslissen.js';
import { zoekBericht } from '../../verwerking/opslag.js';
import { eisGemeente } from './aanmelding/partijen.js';
import type { Gateway } from './gateway.js';
import { Probleem } from './problemen.js';
import { BERICHT, ID, PROBLEEM } from './schemas.js';
import { alsVerzendprobleem, ongeldig } from './toewijzingen.js';
import { GEMEENTE } from './toewijzingschemas.js';
import { toonBericht } from './weergave.js';

const VERZOEK = {
  type: 'object', required: ['id', 'referentieAanbieder', 'berichtsoort', 'aanbieder', 'status', 'wachtOp', 'bericht'],
  properties: {
    id: { type: 'string', format: 'uuid' }, referentieAanbieder: { type: 'string' }, berichtsoort: { enum: ['WMO315', 'WMO317'] },
    aanbieder: { type: 'string' }, status: { enum: VERZOEKSTATUSSEN },
    wachtOp: { type: 'array', items: { type: 'string' }, description: 'Waarom een medewerker nodig is' },
    bericht: { type: 'object', properties: { id: { type: 'string' }, href: { type: 'string' } } },
  },
} as const;

const BESLUIT = {
  type: 'object', required: ['besluit'], additionalProperties: false,
  properties: {
    besluit: { enum: ['toewijzen', 'onderzoek', 'afwijzen'] },
    redenAfwijzing: { enum: basis.LDT_RedenAfwijzingVerzoek.waarden, description: 'Verplicht bij afwijzen (WJ759)' },
    ingangsdatum: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$',
      description: 'Schuift wat in het verleden had moeten ingaan naar deze datum (IV093)' },
    client: { type: 'object', additionalProperties: true, description: 'Nodig bij toewijzen als de client nog niet bekend is bij de aanbieder' },
  },
} as const;

const CLIENT = elementenVan(SCHEMAS.WMO301.structuur, 'Client');

interface Invoer {
  readonly besluit: Beslissing['besluit'];
  readonly redenAfwijzing?: basis.LDT_RedenAfwijzingVerzoek;
  readonly ingangsdatum?: string;
  readonly client?: object;
}

/** @throws Probleem when the decision is incomplete */
function alsBeslissing({ besluit, redenAfwijzing, ingangsdatum, client }: Invoer): Beslissing {
  if (besluit === 'onderzoek') return { besluit };
  if (besluit === 'afwijzen') {
    if (redenAfwijzing === undefined) throw new Probleem('ongeldige-aanvraag',
      'Bij afwijzen hoort redenAfwijzing, een code van 1 tot en met 9 (WJ759).');
    return { besluit, redenAfwijzing };
  }
  if (ingangsdatum !== undefined && !isDatum(ingangsdatum)) {
    throw new Probleem('ongeldige-aanvraag', 'ingangsdatum moet een bestaande datum zijn (JJJJ-MM-DD).');
  }
  const fouten = client === undefined ? [] : vormfouten(CLIENT, client, '/client', ['Bsn', 'ToegewezenProducten']);
  if (fouten.length > 0) throw ongeldig(fouten);
  return { besluit, ...(ingangsdatum === undefined ? {} : { ingangsdatum }), ...(client === undefined ? {} : { client: client as never }) };
}

export function verzoekRoutes(app: FastifyInstance, gateway: Gateway): void {
  const { pool, beslisser } = gateway;

  app.get('/v1/verzoeken', {
    config: { toegang: ['gemeente'] },
    schema: {
      summary: 'Verzoeken van aanbieders', tags: ['gemeente'],
      querystring: {
        type: 'object', required: ['gemeente'], additionalProperties: false,
        properties: {
          gemeente: GEMEENTE, status: { enum: VERZOEKSTATUSSEN }, limiet: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
          cursor: { type: 'string', format: 'uuid' },
        },
      },
      response: { 200: { type: 'object', properties: { items: { type: 'array', items: VERZOEK }, volgende: { type: 'string' } } }, '4xx': PROBLEEM },
    },
  }, async (request) => {
    const { gemeente, status, limiet, cursor } = request.query as { gemeente: string; status?: Verzoekstatus; limiet: number; cursor?: string };
    eisGemeente(request.aanvrager, gemeente);
    const gevonden = await lijstVerzoeken(pool, gemeente, status, limiet + 1, cursor);
    const items = gevonden.slice(0, limiet);
    const laatste = items.at(-1);
    return {
      items: items.map(({ berichtId, ...verzoek }) => ({ ...verzoek, bericht: { id: berichtId, href: `/v1/berichten/${berichtId}` } })),
      ...(gevonden.length > limiet && laatste !== undefined ? { volgende: laatste.id } : {}),
    };
  });

  app.post('/v1/verzoeken/:id/besluit', {
    config: { toegang: ['gemeente'] },
    schema: {
      summary: 'Besluit op een verzoek', tags: ['gemeente'], params: ID, body: BESLUIT,
      response: { 200: { type: 'object', properties: { bericht: BERICHT } }, '4xx': PROBLEEM, '5xx': PROBLEEM },
    },
  }, async (request) => {
    const { id } = request.params as { id: string };
    const beslissing = alsBeslissing(request.body as Invoer);
    const { aanvrager } = request;
    const verzoek = await zoekVerzoek(pool, id, partijenlijst(aanvrager));
    if (verzoek === undefined) throw new Probleem('niet-gevonden', 'Er is geen verzoek met dit id. Controleer het id.');
    const { berichtId } = await beslis(beslisser, id, beslissing, aanvrager.client).catch((fout: unknown) => {
      throw fout instanceof BesluitNietMogelijk ? new Probleem('besluit-niet-mogelijk', fout.uitleg) : alsVerzendprobleem(fout, '/besluit');
    });
    const bericht = await zoekBericht(pool, berichtId);
    return { bericht: bericht === undefined ? undefined : toonBericht(bericht) };
  });
}
