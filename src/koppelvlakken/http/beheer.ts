/** Health, metrics and the OpenAPI document. */
import type { FastifyInstance } from 'fastify';
import type { Gateway } from './gateway.js';
import { Probleem } from './problemen.js';
import { PROBLEEM } from './schemas.js';

const GEREED_GRENS_MS = 3000;

async function binnen<T>(ms: number, werk: Promise<T>, anders: T): Promise<T> {
  let klok: NodeJS.Timeout | undefined;
  const teLaat = new Promise<T>((klaar) => { klok = setTimeout(() => { klaar(anders); }, ms); });
  try {
    return await Promise.race([werk, teLaat]);
  } finally {
    clearTimeout(klok);
  }
}

export function beheerRoutes(app: FastifyInstance, { pool, ontvanger, metingen }: Gateway): void {
  const status = { type: 'object', properties: { status: { type: 'string' } } } as const;

  app.get('/gezondheid/leeft', {
    config: { toegang: 'openbaar' }, schema: { summary: 'Het proces leeft', tags: ['beheer'], response: { 200: status } },
  }, async () => ({ status: 'leeft' }));

  app.get('/gezondheid/gereed', {
    config: { toegang: 'openbaar' },
    schema: { summary: 'Database en wachtrij zijn bereikbaar', tags: ['beheer'], response: { 200: status, 503: PROBLEEM } },
  }, async () => {
    const database = await binnen(GEREED_GRENS_MS, pool.query('select 1').then(() => true, () => false), false);
    const wachtrij = await binnen(GEREED_GRENS_MS, ontvanger.wachtrij.bereikbaar(), false);
    const weg = [...(database ? [] : ['database']), ...(wachtrij ? [] : ['wachtrij'])];
    if (weg.length > 0) {
      throw new Probleem('tijdelijk-niet-beschikbaar', `Niet bereikbaar: ${weg.join(' en ')}.`);
    }
    return { status: 'gereed' };
  });

  app.get('/metrics', {
    config: { toegang: ['beheer'], audit: 'geen' },
    schema: { summary: 'Metingen voor Prometheus', tags: ['beheer'], response: { 200: { type: 'string' } } },
  }, async (_request, reply) => reply.type(metingen.contentType).send(await metingen.tekst()));

  app.get('/v1/openapi.json', { config: { toegang: 'openbaar' }, schema: { hide: true } }, async (_request,
    reply) => reply.type('application/json').send(JSON.stringify(app.swagger())));
}
