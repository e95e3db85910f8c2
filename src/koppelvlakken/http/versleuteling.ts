/** /v1/beheer/sleutels and /v1/beheer/audit: keys that come and go, and who did what (scope beheer). */
import type { FastifyInstance } from 'fastify';
import { zoekAudit } from '../../platform/audit/zoeken.js';
import { herverpak, maakSleutel, sleutelstand, WACHT_OP_ALLEN_MS, type Sleutelsoort } from '../../platform/kluis/sleutelbos.js';
import { zoekPersoon } from '../../register/personen.js';
import type { Gateway } from './gateway.js';
import { Probleem } from './problemen.js';
import { PROBLEEM } from './schemas.js';

const MOMENT = { type: 'string', format: 'date-time' } as const;
const SLEUTEL = {
  type: 'object', properties: { id: { type: 'integer' }, soort: { enum: ['inhoud', 'zoek'] }, verpaktMet: { type: 'string' }, actiefVanaf: MOMENT },
} as const;
const REGEL = {
  type: 'object', properties: {
    nr: { type: 'integer' }, op: MOMENT, client: { type: 'string' }, namens: { type: ['string', 'null'] }, handeling: { type: 'string' },
    object: { type: ['string', 'null'] }, reden: { type: 'string' }, resultaat: { type: 'string' } },
} as const;

interface Auditvraag { bsn?: string; object?: string; vanaf?: string; tot?: string; na?: number; limiet: number }

export function versleutelingRoutes(app: FastifyInstance, { pool, sleutels }: Gateway): void {
  const dienst = (): NonNullable<Gateway['sleutels']>['dienst'] => {
    if (sleutels === undefined) throw new Probleem('niet-gevonden', 'Versleuteling staat uit (VERSLEUTELING=uit).');
    return sleutels.dienst;
  };

  app.get('/v1/beheer/sleutels', {
    config: { toegang: ['beheer'] },
    schema: { summary: 'De sleutels van de database, zonder hun inhoud', tags: ['beheer'], response: {
      200: { type: 'object', properties: { items: { type: 'array', items: SLEUTEL } } }, '4xx': PROBLEEM } },
  }, async () => {
    dienst();
    return { items: await sleutelstand(pool) };
  });

  app.post('/v1/beheer/sleutels/roteer', {
    config: { toegang: ['beheer'] },
    schema: {
      summary: 'Maakt een nieuwe sleutel; die geldt zodra alle processen hem kennen, en wat er is gaat daarna vanzelf mee', tags: ['beheer'],
      body: { type: 'object', required: ['soort'], additionalProperties: false, properties: { soort: { enum: ['inhoud', 'zoek'] } } },
      response: {
        202: { type: 'object', properties: { seconden: { type: 'integer', description: 'Tot de nieuwe sleutel geldt' } } }, '4xx': PROBLEEM },
    },
  }, async (request, reply) => {
    await maakSleutel(pool, dienst(), (request.body as { soort: Sleutelsoort }).soort);
    return reply.code(202).send({ seconden: WACHT_OP_ALLEN_MS / 1000 });
  });

  app.post('/v1/beheer/sleutels/herverpak', {
    config: { toegang: ['beheer'] },
    schema: { summary: 'Verpakt alle sleutels met de sleutel die nu in SLEUTELS of de sleuteldienst geldt', tags: ['beheer'], response: {
      200: { type: 'object', properties: { verpakt: { type: 'integer' } } }, '4xx': PROBLEEM } },
  }, async () => ({ verpakt: await herverpak(pool, dienst()) }));

  app.post('/v1/beheer/audit/zoek', {
    config: { toegang: ['beheer'] },
    schema: {
      summary: 'Wie deed wat met wiens gegevens, oudste eerst', tags: ['beheer'],
      body: { type: 'object', additionalProperties: false, properties: {
        bsn: { type: 'string', pattern: '^\\d{9}$' }, object: { type: 'string', maxLength: 100 }, vanaf: MOMENT, tot: MOMENT,
        na: { type: 'integer', minimum: 0 }, limiet: { type: 'integer', minimum: 1, maximum: 1000, default: 100 } } },
      response: { 200: { type: 'object', properties: { items: { type: 'array', items: REGEL }, volgende: { type: 'integer' } } }, '4xx': PROBLEEM },
    },
  }, async (request) => {
    const { bsn, object, vanaf, tot, na, limiet } = request.body as Auditvraag;
    const persoon = bsn === undefined ? undefined : await zoekPersoon(pool, bsn);
    if (bsn !== undefined && persoon === undefined) return { items: [] };
    const datum = (tekst: string | undefined): Date | undefined => (tekst === undefined ? undefined : new Date(tekst));
    const items = await zoekAudit(pool, { persoon, object, vanaf: datum(vanaf), tot: datum(tot) }, limiet + 1, na ?? 0);
    const pagina = items.slice(0, limiet);
    return { items: pagina, ...(items.length > limiet ? { volgende: pagina.at(-1)?.nr } : {}) };
  });
}
