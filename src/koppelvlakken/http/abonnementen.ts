/** /v1/abonnementen: where the messages of a party are pushed to (api.md). */
import type { FastifyInstance } from 'fastify';
import { VORMEN, type Vorm } from '../../verwerking/bezorgen/bezorging.js';
import { verwijderAbonnement, zetAbonnement, zoekAbonnement, type Abonnement } from '../../verwerking/bezorgen/abonnementen.js';
import { leesGeheim, maakGeheim, toonGeheim } from '../webhook/ondertekenen.js';
import { eisPartij, PARTIJ, partijUit } from './bezorgschemas.js';
import type { Gateway } from './gateway.js';
import { Probleem } from './problemen.js';
import { PROBLEEM } from './schemas.js';

const NIET_GEVONDEN = 'Deze partij heeft geen abonnement.';
const MAX_BYTES = 16 * 1024;

const PARAMS = { type: 'object', required: ['partij'], properties: { partij: { type: 'string', description: PARTIJ.description } } } as const;
const INVOER = {
  type: 'object', required: ['url'], additionalProperties: false,
  properties: {
    url: { type: 'string', maxLength: 2000, description: 'Waar de berichten heen gaan: https, en van buiten bereikbaar' },
    geheim: { type: 'string', maxLength: 100, description: '`whsec_` en de base64 van 24 tot en met 64 bytes. Zonder: het geheim dat er is '
      + 'blijft gelden, en een eerste wordt hier gemaakt' },
    vorm: { type: 'string', enum: VORMEN, default: 'json' },
  },
} as const;
const ABONNEMENT = {
  type: 'object', required: ['partij', 'url', 'vorm', 'actief', 'gewijzigdOp'],
  properties: {
    partij: { type: 'string' }, url: { type: 'string' }, vorm: { type: 'string', enum: VORMEN },
    actief: { type: 'boolean', description: 'Onwaar nadat de ontvanger met 410 zei weg te zijn; opnieuw zetten schakelt het weer in' },
    gewijzigdOp: { type: 'string', format: 'date-time' },
    geheim: { type: 'string', description: 'Alleen in het antwoord waarin het is gemaakt' },
  },
} as const;

function toon({ gewijzigdOp, ...abonnement }: Abonnement, gemaakt?: Buffer): Record<string, unknown> {
  return { ...abonnement, gewijzigdOp: gewijzigdOp.toISOString(), ...(gemaakt === undefined ? {} : { geheim: toonGeheim(gemaakt) }) };
}

function geheimUit(tekst: string | undefined): Buffer | undefined {
  if (tekst === undefined) return undefined;
  const geheim = leesGeheim(tekst);
  if (geheim === undefined) {
    throw new Probleem('ongeldige-aanvraag', 'geheim moet beginnen met whsec_, gevolgd door de base64 van 24 tot en met 64 bytes.');
  }
  return geheim;
}

export function abonnementRoutes(app: FastifyInstance, { pool, keurWebhook }: Gateway): void {
  app.put('/v1/abonnementen/:partij', {
    bodyLimit: MAX_BYTES, config: { toegang: ['lezen'], audit: 'zelf' },
    schema: { summary: 'Laat berichten naar een adres sturen', tags: ['bezorgen'], params: PARAMS, body: INVOER,
      response: { 200: ABONNEMENT, 201: ABONNEMENT, '4xx': PROBLEEM } },
  }, async (request, reply) => {
    const partij = partijUit(request.params);
    eisPartij(request.aanvrager, partij);
    const { url, geheim, vorm } = request.body as { url: string; geheim?: string; vorm: Vorm };
    const eigen = geheimUit(geheim);
    const bezwaar = await keurWebhook(url);
    if (bezwaar !== undefined) throw new Probleem('webhook-adres-geweigerd', bezwaar);
    const { nieuw, gemaakt } = await zetAbonnement(pool, request.aanvrager, { partij, url: new URL(url).href, vorm }, eigen, maakGeheim);
    const abonnement = await zoekAbonnement(pool, partij);
    if (abonnement === undefined) throw new Probleem('niet-gevonden', NIET_GEVONDEN);
    return reply.code(nieuw ? 201 : 200).send(toon(abonnement, gemaakt));
  });

  app.get('/v1/abonnementen/:partij', {
    config: { toegang: ['lezen'] },
    schema: { summary: 'Het abonnement van een partij', tags: ['bezorgen'], params: PARAMS, response: { 200: ABONNEMENT, '4xx': PROBLEEM } },
  }, async (request) => {
    const partij = partijUit(request.params);
    eisPartij(request.aanvrager, partij);
    const abonnement = await zoekAbonnement(pool, partij);
    if (abonnement === undefined) throw new Probleem('niet-gevonden', NIET_GEVONDEN);
    return toon(abonnement);
  });

  app.delete('/v1/abonnementen/:partij', {
    config: { toegang: ['lezen'], audit: 'zelf' },
    schema: { summary: 'Beëindig een abonnement', tags: ['bezorgen'], params: PARAMS,
      response: { 204: { type: 'null', description: 'Beëindigd' }, '4xx': PROBLEEM } },
  }, async (request, reply) => {
    const partij = partijUit(request.params);
    eisPartij(request.aanvrager, partij);
    if (!await verwijderAbonnement(pool, request.aanvrager, partij)) throw new Probleem('niet-gevonden', NIET_GEVONDEN);
    return reply.code(204).send();
  });
}
