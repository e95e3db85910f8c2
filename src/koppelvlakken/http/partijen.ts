/** What the operator looks after: parties that answer themselves, and messages that were set aside (api.md). */
import type { FastifyInstance } from 'fastify';
import { zetExtern, zoekExtern } from '../../verwerking/bezorgen/partijen.js';
import { herneem } from '../../verwerking/herstel.js';
import { zoekBericht } from '../../verwerking/opslag.js';
import { PARTIJ, partijUit } from './bezorgschemas.js';
import type { Gateway } from './gateway.js';
import { Probleem } from './problemen.js';
import { BERICHT, ID, PROBLEEM } from './schemas.js';
import { toonBericht } from './weergave.js';

const PARAMS = { type: 'object', required: ['partij'], properties: { partij: { type: 'string', description: PARTIJ.description } } } as const;
const INVOER = {
  type: 'object', required: ['extern'], additionalProperties: false,
  properties: { extern: { type: 'boolean', description: 'De eigen software van deze partij beoordeelt en beantwoordt wat zij ontvangt' } },
} as const;
const UITVOER = { type: 'object', required: ['partij', 'extern'], properties: { partij: { type: 'string' }, extern: { type: 'boolean' } } } as const;

export function partijRoutes(app: FastifyInstance, { pool, ontvanger: { wachtrij } }: Gateway): void {
  app.get('/v1/partijen/:partij', {
    config: { toegang: ['beheer'] },
    schema: { summary: 'Hoe de gateway een partij bedient', tags: ['beheer'], params: PARAMS, response: { 200: UITVOER, '4xx': PROBLEEM } },
  }, async (request) => {
    const partij = partijUit(request.params);
    return { partij, extern: await zoekExtern(pool, partij) };
  });

  app.put('/v1/partijen/:partij', {
    bodyLimit: 16 * 1024, config: { toegang: ['beheer'], audit: 'zelf' },
    schema: { summary: 'Zeg of een partij zelf antwoordt', tags: ['beheer'], params: PARAMS, body: INVOER,
      response: { 200: UITVOER, '4xx': PROBLEEM } },
  }, async (request) => {
    const partij = partijUit(request.params);
    const { extern } = request.body as { extern: boolean };
    await zetExtern(pool, request.aanvrager, partij, extern);
    return { partij, extern };
  });

  app.post<{ Params: { id: string } }>('/v1/berichten/:id/opnieuw', {
    config: { toegang: ['beheer'], audit: 'zelf' },
    schema: { summary: 'Beoordeel een terzijde gelegd bericht opnieuw', tags: ['beheer'], params: ID, response: { 202: BERICHT, '4xx': PROBLEEM } },
  }, async (request, reply) => {
    const { params: { id }, aanvrager } = request;
    const uitkomst = await herneem(pool, aanvrager, id);
    if (uitkomst === 'onbekend') throw new Probleem('niet-gevonden', 'Er is geen bericht met dit id. Controleer het id.');
    if (uitkomst === 'niet-terzijde') throw new Probleem('opnieuw-niet-mogelijk', 'Dit bericht is niet terzijde gelegd; er is niets te herhalen.');
    // The sweep finds it also when the queue is away.
    await wachtrij.voegToe([id]).catch(() => undefined);
    const bericht = await zoekBericht(pool, id);
    return reply.code(202).send(bericht === undefined ? undefined : toonBericht(bericht));
  });
}
