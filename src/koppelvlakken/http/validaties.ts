/** /v1/validaties: levels 1 and 2 of a message, nothing stored (api.md). */
import type { FastifyInstance } from 'fastify';
import type { Melding } from '../../standaard/oordeel.js';
import { bytesVan } from './berichten.js';
import type { Gateway } from './gateway.js';
import { leesLichamen } from './lichaam.js';
import { PROBLEEM, VALIDATIE } from './schemas.js';

/** A finding as the bericht resource shows it, with the line it stands on. */
function toonMelding({ niveau, regel, retourcode, klasse, pad, regelnummer, kolom, melding }: Melding): Record<string, unknown> {
  return {
    regel, ...(retourcode === undefined ? {} : { retourcode }), niveau, ...(klasse === undefined ? {} : { klasse }),
    ...(pad === undefined ? {} : { pad }), plaats: { regel: regelnummer, ...(kolom === undefined ? {} : { kolom }) }, melding,
  };
}

export function validatieRoutes(app: FastifyInstance, { controle }: Gateway): void {
  app.removeAllContentTypeParsers();
  leesLichamen(app);
  app.post('/v1/validaties', {
    config: { toegang: ['aanleveren', 'lezen', 'gemeente'], audit: 'geen' },
    schema: {
      summary: 'Controleer een bericht op niveau 1 en 2, zonder het op te slaan', tags: ['validaties'],
      consumes: ['application/xml', 'text/xml'], response: { 200: VALIDATIE, '4xx': PROBLEEM },
    },
  }, async (request) => {
    const { berichtsoort, meldingen } = await controle.oordeel(bytesVan(request));
    return {
      geldig: meldingen.length === 0, ...(berichtsoort === undefined ? {} : { berichtsoort }), bevindingen: meldingen.map(toonMelding),
    };
  });
}
