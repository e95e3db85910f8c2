/** The HTTP application as a plugin set; the process around it lives in src/server.ts. */
import helmet from '@fastify/helmet';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyError, type FastifyHttpOptions, type FastifyInstance, type FastifyRequest, type RawServerDefault } from 'fastify';
import type { ServerOptions } from 'node:https';
import type { Deurconfig } from '../../platform/config.js';
import { weiger } from '../../verwerking/ontvangen.js';
import { MAX_BYTES } from '../../standaard/xml/niveau1.js';
import { bewaakDeur, MAX_KOPPEN, type Deuropties } from './aanmelding/deur.js';
import { onleesbareAanvraag } from './aanmelding/onleesbaar.js';
import { BEVEILIGING } from './aanmelding/toegang.js';
import { abonnementRoutes } from './abonnementen.js';
import { berichtRoutes } from './berichten.js';
import { beheerRoutes } from './beheer.js';
import type { Gateway } from './gateway.js';
import { geldRoutes } from './geld.js';
import { legInzageVast } from './inzage.js';
import { teGroot } from './lichaam.js';
import { partijRoutes } from './partijen.js';
import { postvakRoutes } from './postvak.js';
import { meetAanvragen } from './metingen.js';
import { Probleem, stuurProbleem } from './problemen.js';
import { luieCompilers, type Schemacompilers } from './schemacompilers.js';
import { GEDEELD } from './schemas.js';
import { volgAanvragen } from './sporen.js';
import { termijnRoutes } from './termijnen.js';
import { toegangRoutes } from './toegang.js';
import { toewijzingRoutes } from './toewijzingen.js';
import { toewijzingsinzageRoutes } from './toewijzingsinzage.js';
import { versleutelingRoutes } from './versleuteling.js';
import { verzoekRoutes } from './verzoeken.js';
import { isVoorbijgaand } from './voorbijgaand.js';
import { validatieRoutes } from './validaties.js';
import { weergaveRoutes } from './weergaven.js';
import { stufRoutes } from '../stuf-ggk/routes.js';
import { schermRoutes, type Schermopties } from '../web/index.js';
import { schermbeleid } from '../web/kamer.js';
import { stuurNietGevonden } from '../web/nietGevonden.js';

export const API_VERSIE = '1.0.0';

/** How the door is built: who comes in, how much, and over which kind of connection. */
export interface Bouw extends Deuropties {
  readonly deur: Deurconfig;
  /** Absent: HTTP without TLS. */
  readonly tls: ServerOptions | undefined;
  /** Absent: no screens. */
  readonly schermen?: Schermopties | undefined;
}

/** Largest size of all headers together, in bytes. */
const MAX_KOPPEN_BYTES = 16 * 1024;
/** A connection on which nothing moves for this long is closed; longer than any answer keeps a client waiting. */
const STILSTAND_MS = 120_000;
const HSTS_S = 365 * 24 * 3600;

/** Builds the application, ready to listen or to be injected into. @param schemacompilers those of Fastify itself compile all at once */
export async function maakApp(gateway: Gateway, bouw: Bouw, schemacompilers: Schemacompilers = luieCompilers()): Promise<FastifyInstance> {
  const { verbindingen, koppenS, aanvraagS } = bouw.deur;
  // Slow senders of headers or bodies do not hold a connection for ever, and slow readers of answers neither.
  const grenzen = {
    maxHeaderSize: MAX_KOPPEN_BYTES, headersTimeout: koppenS * 1000, connectionsCheckingInterval: Math.min(5_000, koppenS * 500),
  };
  const app: FastifyInstance = Fastify({
    logger: false, bodyLimit: MAX_BYTES, routerOptions: { maxParamLength: 100 }, clientErrorHandler: onleesbareAanvraag,
    connectionTimeout: STILSTAND_MS, requestTimeout: aanvraagS * 1000, keepAliveTimeout: 72_000, forceCloseConnections: 'idle',
    ajv: { customOptions: { removeAdditional: false, coerceTypes: true, useDefaults: true, allErrors: false } },
    schemaController: { compilersFactory: schemacompilers },
    ...(bouw.tls === undefined ? { http: grenzen } : { https: { ...grenzen, ...bouw.tls } }),
  } as FastifyHttpOptions<RawServerDefault>);
  app.server.maxConnections = verbindingen;
  // One more than is allowed, so that it shows.
  app.server.maxHeadersCount = MAX_KOPPEN + 1;
  for (const schema of GEDEELD) app.addSchema(schema);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'iWmo-gateway', version: API_VERSIE, description: 'Berichten van iWmo 3.2 aanleveren, beoordelen en beantwoorden.',
        license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
      servers: [{ url: '/' }], components: {
        // The types do not know mutualTLS (OpenAPI 3.1).
        securitySchemes: BEVEILIGING as never },
    },
    refResolver: { buildLocalReference: (json, _base, _fragment, i) => (typeof json['$id'] === 'string' ? json['$id'] : `def-${i}`) },
  });
  // For an API: nothing in an answer is to be run, framed or kept. A route that serves pages sets its own (`helmet` on the route).
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: {
      defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] } },
    strictTransportSecurity: bouw.tls === undefined ? false : { maxAge: HSTS_S }, xFrameOptions: { action: 'deny' },
  });
  app.addHook('onSend', async (_request, reply, payload) => {
    void reply.header('API-Version', API_VERSIE);
    if (!reply.hasHeader('Cache-Control')) void reply.header('Cache-Control', 'no-store');
    return payload;
  });
  app.setNotFoundHandler((request, reply) => (bouw.schermen !== undefined && isVoorMensen(request) ? stuurNietGevonden(reply)
    : stuurProbleem(reply, new Probleem('niet-gevonden', 'Dit adres bestaat niet; zie /v1/openapi.json.'))));
  app.setErrorHandler<FastifyError | Probleem>(async (fout, request, reply) => {
    const probleem = alsProbleem(fout);
    if (probleem.code === 'interne-fout') gateway.logboek.error({ err: fout, route: request.routeOptions.url }, 'interne fout');
    if (probleem.code === 'bericht-te-groot' || probleem.code === 'inhoud-onleesbaar') {
      const omvang = Number(request.headers['content-length'] ?? 0) || MAX_BYTES;
      await weiger(gateway.pool, gateway.ontvanger.klok.nu(), request.aanvrager.client, Math.min(omvang, 2 ** 31 - 1), undefined, probleem.code)
        .catch(() => undefined);
    }
    return stuurProbleem(reply, probleem);
  });
  volgAanvragen(app);
  meetAanvragen(app, gateway.metingen.register);
  await bewaakDeur(app, { ...bouw, bijTelwissel: (telplaats) => {
    gateway.logboek.warn({ telplaats }, telplaats === 'samen' ? 'Redis is terug: de API-processen tellen de aanvragen per minuut weer samen'
      : 'Redis is weg: elk API-proces telt de aanvragen per minuut voor zich');
  } });
  legInzageVast(app, gateway);
  await app.register(async (kamer) => { berichtRoutes(kamer, gateway); });
  await app.register(async (kamer) => { weergaveRoutes(kamer, gateway); });
  await app.register(async (kamer) => { validatieRoutes(kamer, gateway); });
  await app.register(async (kamer) => { toewijzingRoutes(kamer, gateway); });
  await app.register(async (kamer) => { toewijzingsinzageRoutes(kamer, gateway); });
  await app.register(async (kamer) => { verzoekRoutes(kamer, gateway); });
  await app.register(async (kamer) => { termijnRoutes(kamer, gateway); });
  await app.register(async (kamer) => { toegangRoutes(kamer, gateway); });
  await app.register(async (kamer) => { geldRoutes(kamer, gateway); });
  await app.register(async (kamer) => { stufRoutes(kamer, gateway); });
  await app.register(async (kamer) => { postvakRoutes(kamer, gateway); });
  await app.register(async (kamer) => { abonnementRoutes(kamer, gateway); });
  await app.register(async (kamer) => { partijRoutes(kamer, gateway); });
  await app.register(async (kamer) => { beheerRoutes(kamer, gateway); });
  await app.register(async (kamer) => { versleutelingRoutes(kamer, gateway); });
  const { schermen } = bouw;
  if (schermen !== undefined) app.decorate('schermbeleid', schermbeleid(schermen.inloop?.issuer));
  if (schermen !== undefined) await app.register(async (kamer) => { await schermRoutes(app, kamer, gateway, schermen); });
  await app.ready();
  return app;
}

/** Whether somebody with a browser asks for a page. */
function isVoorMensen({ url, method, headers: { accept } }: FastifyRequest): boolean {
  return method === 'GET' && accept?.includes('text/html') === true && !/^\/(v1|stuf|gezondheid|metrics)(\/|$|\?)/.test(url);
}

function alsProbleem(fout: FastifyError | Probleem): Probleem {
  if (fout instanceof Probleem) return fout;
  switch (fout.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE': return teGroot();
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE': return new Probleem('mediatype-niet-ondersteund',
      'Lever een bericht aan als application/xml of text/xml.');
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new Probleem('inhoud-onleesbaar', 'De inhoud is korter of langer dan Content-Length zegt.');
    case 'FST_ERR_VALIDATION': return ongeldig(fout);
    case 'FST_ERR_CTP_INVALID_JSON_BODY': case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return new Probleem('ongeldige-aanvraag', 'De inhoud is geen geldige JSON.');
    default: break;
  }
  if (isVoorbijgaand(fout)) return new Probleem('tijdelijk-niet-beschikbaar', 'De database is niet bereikbaar. Probeer het later opnieuw.');
  if (fout.statusCode !== undefined && fout.statusCode >= 400 && fout.statusCode < 500) {
    return new Probleem('ongeldige-aanvraag', 'De aanvraag kon niet worden gelezen. Controleer de aanvraag.');
  }
  return new Probleem('interne-fout', 'Er ging iets mis dat niet aan uw aanvraag ligt. Het is vastgelegd; probeer het later opnieuw.');
}

function ongeldig(fout: FastifyError): Probleem {
  const [eerste] = fout.validation ?? [];
  const params = eerste?.params as { missingProperty?: string; additionalProperty?: string; allowedValues?: unknown[] } | undefined;
  const naam = params?.additionalProperty ?? params?.missingProperty ?? eerste?.instancePath.slice(1) ?? '';
  if (fout.validationContext === 'params') return new Probleem('niet-gevonden', 'Dit is geen id van een bericht.');
  if (params?.additionalProperty !== undefined) return new Probleem('ongeldige-aanvraag', `De parameter ${naam.slice(0, 40)} bestaat hier niet.`);
  const toegestaan = params?.allowedValues === undefined ? '' : ` Toegestaan: ${params.allowedValues.join(', ')}.`;
  return new Probleem('ongeldige-aanvraag', `De waarde van ${naam.slice(0, 40)} is hier niet toegestaan.${toegestaan}`);
}
