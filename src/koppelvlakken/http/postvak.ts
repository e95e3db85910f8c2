/** /v1/postvak and /v1/bezorgingen: what waits for a party, and what became of it (api.md). */
import type { FastifyInstance } from 'fastify';
import { partijenlijst, type Aanvrager } from '../../platform/aanvrager.js';
import {
  BEZORGSTATUSSEN, bevestig, bezorgOpnieuw, lijstBezorgingen, lijstNietBezorgd, postvakVan, type Bezorgstatus,
} from '../../verwerking/bezorgen/postvak.js';
import { BEZORGING, BLADER, eisPartij, leesPlek, lijst, PARTIJ, schrijfPlek, toonBezorging, toonWachtend, WACHTEND } from './bezorgschemas.js';
import type { Gateway } from './gateway.js';
import { Probleem } from './problemen.js';
import { ID, PROBLEEM } from './schemas.js';

const NIET_GEVONDEN = 'Er staat voor u geen bericht met dit id klaar. Controleer het id.';
const LEEG = { type: 'null', description: 'Gelukt' } as const;

interface Blader { readonly limiet: number; readonly cursor?: string }
type Metid = { Params: { id: string } };

/** Whose deliveries a caller may handle: its own with scope lezen, all of them with scope beheer. */
function bezorgzicht(aanvrager: Aanvrager): readonly string[] | undefined {
  return aanvrager.scopes.has('beheer') ? undefined : partijenlijst(aanvrager);
}

export function postvakRoutes(app: FastifyInstance, { pool }: Gateway): void {
  app.get('/v1/postvak', {
    config: { toegang: ['lezen'] },
    schema: {
      summary: 'Berichten die voor een partij klaarstaan, oudste eerst', tags: ['bezorgen'],
      querystring: { type: 'object', required: ['partij'], additionalProperties: false, properties: { partij: PARTIJ, ...BLADER } },
      response: { 200: lijst(WACHTEND), '4xx': PROBLEEM },
    },
  }, async (request) => {
    const { partij, limiet, cursor } = request.query as Blader & { partij: string };
    eisPartij(request.aanvrager, partij);
    const { items, volgende } = await postvakVan(pool, partij, limiet, leesPlek(cursor)?.nummer);
    return { items: items.map(toonWachtend), ...(volgende === undefined ? {} : { volgende: schrijfPlek(volgende) }) };
  });

  app.post<Metid>('/v1/postvak/:id/ontvangen', {
    config: { toegang: ['lezen'] },
    schema: { summary: 'Bevestig dat u een bericht hebt', tags: ['bezorgen'], params: ID, response: { 204: LEEG, '4xx': PROBLEEM } },
  }, async (request, reply) => {
    if (!await bevestig(pool, request.params.id, partijenlijst(request.aanvrager))) throw new Probleem('niet-gevonden', NIET_GEVONDEN);
    return reply.code(204).send();
  });

  app.get('/v1/bezorgingen', {
    config: { toegang: ['lezen', 'beheer'] },
    schema: {
      summary: 'Bezorgingen, per partij en oudste eerst', tags: ['bezorgen'],
      querystring: {
        type: 'object', additionalProperties: false,
        properties: { status: { type: 'string', enum: BEZORGSTATUSSEN, default: 'terzijde' }, partij: PARTIJ, ...BLADER,
          verzender: { ...PARTIJ, description: 'In plaats van partij: berichten van deze partij aan anderen. Alleen bij status=terzijde' } },
      },
      response: { 200: lijst(BEZORGING), '4xx': PROBLEEM },
    },
  }, async (request) => {
    const { status, partij, verzender, limiet, cursor } = request.query as Blader & { status: Bezorgstatus; partij?: string; verzender?: string };
    if (verzender !== undefined && (partij !== undefined || status !== 'terzijde')) {
      throw new Probleem('ongeldige-aanvraag', 'Met verzender kan alleen status=terzijde, en geen partij. Laat een van de twee weg.');
    }
    const zicht = bezorgzicht(request.aanvrager);
    const van = partij ?? verzender;
    if (van !== undefined && zicht !== undefined) eisPartij(request.aanvrager, van);
    const { items, volgende } = verzender === undefined
      ? await lijstBezorgingen(pool, status, partij === undefined ? zicht : [partij], limiet, leesPlek(cursor))
      : await lijstNietBezorgd(pool, verzender, limiet, leesPlek(cursor));
    return { items: items.map(toonBezorging), ...(volgende === undefined ? {} : { volgende: schrijfPlek(volgende) }) };
  });

  app.post<Metid>('/v1/bezorgingen/:id/opnieuw', {
    config: { toegang: ['lezen', 'beheer'], audit: 'zelf' },
    schema: { summary: 'Bezorg een bericht opnieuw', tags: ['bezorgen'], params: ID, response: { 204: LEEG, '4xx': PROBLEEM } },
  }, async (request, reply) => {
    const { aanvrager, params: { id } } = request;
    const uitkomst = await bezorgOpnieuw(pool, aanvrager, id, bezorgzicht(aanvrager));
    if (uitkomst === 'onbekend') throw new Probleem('niet-gevonden', NIET_GEVONDEN);
    if (uitkomst === 'gewist') throw new Probleem('opnieuw-niet-mogelijk', 'De inhoud van dit bericht is na de bewaartermijn gewist.');
    return reply.code(204).send();
  });
}
