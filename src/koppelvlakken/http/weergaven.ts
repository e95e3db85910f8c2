/** /v1/berichten/{id}/verloop, weergave and persoonsgegevens: one message as people follow and read it. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { noteer } from '../../platform/audit/audit.js';
import { magVoor, partijenlijst } from '../../platform/aanvrager.js';
import type { Weergave } from '../../standaard/xml/weergave.js';
import { eigenBericht, zichtbaarBericht } from '../../verwerking/inzien.js';
import { haalInhoud } from '../../verwerking/opslag.js';
import { verloopVan, type Stap } from '../../verwerking/verloop.js';
import type { Gateway } from './gateway.js';
import { Probleem } from './problemen.js';
import { ID, PROBLEEM } from './schemas.js';
import { INZAGE, REDENEN, VERLOOP, VRAAG, WEERGAVE, type Inzagevraag } from './weergaveschemas.js';
import { partijVoorAudit } from './inzage.js';

const NIET_GEVONDEN = 'Er is geen bericht met dit id. Controleer het id.';
const GEWIST = 'De inhoud van dit bericht is na de bewaartermijn gewist.';

type Metid = FastifyRequest<{ Params: { id: string } }>;

function toonStap({ op, volgendeOp, ...rest }: Stap): Record<string, unknown> {
  return { ...rest, ...(op === undefined ? {} : { op: op.toISOString() }),
    ...(volgendeOp === undefined ? {} : { volgendeOp: volgendeOp.toISOString() }) };
}

export function weergaveRoutes(app: FastifyInstance, { pool, controle }: Gateway): void {
  app.get('/v1/berichten/:id/verloop', {
    config: { toegang: ['lezen', 'beheer'] },
    schema: {
      summary: 'Wat er van een bericht is geworden, stap voor stap', tags: ['berichten'], params: ID, response: { 200: VERLOOP, '4xx': PROBLEEM },
    },
  }, async ({ params: { id }, aanvrager }: Metid) => {
    const bericht = await zichtbaarBericht(pool, id, aanvrager);
    const stappen = bericht === undefined ? undefined
      : await verloopVan(pool, id, undefined, (partij) => magVoor(aanvrager, partij) || aanvrager.scopes.has('beheer'));
    if (stappen === undefined) throw new Probleem('niet-gevonden', NIET_GEVONDEN);
    return { items: stappen.map(toonStap) };
  });

  /** One message around some of its findings. @throws Probleem when the caller may not see it, or when its content is not kept any more */
  const lees = async (
    { params: { id }, aanvrager }: Metid, vanaf: number, limiet: number, persoonsgegevens: boolean,
  ): Promise<Weergave & { volgende?: number }> => {
    const partijen = partijenlijst(aanvrager);
    const bericht = await eigenBericht(pool, id, aanvrager);
    if (bericht === undefined) throw new Probleem('niet-gevonden', NIET_GEVONDEN);
    const bytes = await haalInhoud(pool, id, partijen);
    if (bytes === undefined) throw new Probleem('niet-gevonden', GEWIST);
    const paden = [...new Set(bericht.bevindingen.map(({ pad }) => pad))];
    const tot = vanaf + limiet;
    const weergave = await controle.weergave(bytes, { berichtsoort: bericht.berichtsoort, paden: paden.slice(vanaf, tot), persoonsgegevens });
    return { ...weergave, ...(tot < paden.length ? { volgende: tot } : {}) };
  };

  app.get('/v1/berichten/:id/weergave', {
    config: { toegang: ['lezen'] },
    schema: {
      summary: 'Het begin van een bericht en wat er om de bevindingen heen staat, zonder persoonsgegevens', tags: ['berichten'], params: ID,
      querystring: VRAAG, response: { 200: WEERGAVE, '4xx': PROBLEEM },
    },
  }, async (request: Metid) => {
    const { vanaf, limiet } = request.query as { vanaf: number; limiet: number };
    return lees(request, vanaf, limiet, false);
  });

  app.post('/v1/berichten/:id/persoonsgegevens', {
    config: { toegang: ['lezen'], audit: 'zelf' },
    schema: {
      summary: 'Zoals weergave, met persoonsgegevens; de reden komt in het auditspoor', tags: ['berichten'], params: ID, body: INZAGE,
      response: { 200: WEERGAVE, '4xx': PROBLEEM },
    },
  }, async (request: Metid) => {
    const { reden, toelichting, vanaf = 0, limiet = 10 } = request.body as Inzagevraag;
    if (toelichting !== undefined && /\d{8}/.test(toelichting.replaceAll(/[\s.-]/g, ''))) {
      throw new Probleem('ongeldige-aanvraag', 'De toelichting blijft in het auditspoor staan. Noem geen bsn of ander nummer van een persoon.');
    }
    const weergave = await lees(request, vanaf, limiet, true);
    await noteer(pool, request.aanvrager, {
      namens: partijVoorAudit(request), handeling: 'persoonsgegevens getoond', object: `berichten ${request.params.id}`,
      reden: toelichting === undefined || toelichting === '' ? REDENEN[reden] : `${REDENEN[reden]}: ${toelichting}`, resultaat: 'getoond',
    });
    return weergave;
  });
}
