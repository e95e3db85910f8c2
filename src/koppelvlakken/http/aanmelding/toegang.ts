/**
 * What each route asks of its caller: one declaration per route (`config.toegang`), held by one hook. A route without a declaration stops the
 * start, so that nothing is open because somebody forgot it.
 */
import type { FastifyInstance, RouteOptions } from 'fastify';
import type { Aanvrager, Scope } from '../../../platform/aanvrager.js';
import { Probleem, type Probleemcode } from '../problemen.js';
import { PROBLEEM } from '../schemas.js';

/**
 * Open to everybody, to a person at a screen (who is signed in by a session, see ../../web), or to a caller with one of these scopes. Whose data
 * it then gets is for the route (partijen.ts).
 */
export type Toegang = 'openbaar' | 'scherm' | readonly [Scope, ...Scope[]];

declare module 'fastify' {
  interface FastifyContextConfig {
    toegang?: Toegang;
  }
  interface FastifyRequest {
    /** Who is asking; on an open route nobody in particular. */
    aanvrager: Aanvrager;
  }
  interface FastifyInstance {
    /** What each route asks, by method and address. */
    readonly toegangen: ReadonlyMap<string, Toegang>;
  }
}

export const BEVEILIGING = {
  token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT',
    description: 'Access token (RFC 9068) van de uitgever van deze gateway. De namen bij een aanroep zijn scopes; een ervan is genoeg.' },
  certificaat: { type: 'mutualTLS', description: 'Clientcertificaat, waar het token of de gateway daarom vraagt (RFC 8705).' },
} as const;

const metKop = (kop: string, description: string) => ({ ...PROBLEEM, headers: { [kop]: { schema: { type: 'string' }, description } } });
const ANTWOORDEN = {
  401: metKop('WWW-Authenticate', 'Wat er aan de aanmelding ontbreekt (RFC 6750)'), 403: PROBLEEM,
  429: metKop('Retry-After', 'Seconden tot er weer ruimte is'),
} as const;

/** Has every route declare what it asks, and tells so in the OpenAPI document. Call before any route is made. */
export function eisVerklaringen(app: FastifyInstance): void {
  const toegangen = new Map<string, Toegang>();
  app.decorate('toegangen', toegangen);
  app.addHook('onRoute', (route: RouteOptions) => {
    const toegang = route.config?.toegang;
    const methoden = [route.method].flat().join(', ');
    if (toegang === undefined) throw new Error(`De route ${methoden} ${route.url} zegt niet wie erbij mag (config.toegang).`);
    toegangen.set(`${methoden} ${route.url}`, toegang);
    const open = typeof toegang === 'string';
    route.schema = {
      ...route.schema,
      security: open ? [] : toegang.map((scope) => ({ token: [scope] })),
      response: { ...(open ? {} : ANTWOORDEN), ...route.schema?.response as object | undefined },
    };
  });
}

const REALM = 'Bearer realm="iwmo"';
/** A header holds ASCII without quotes. */
const alsKop = (tekst: string): string => tekst.replaceAll(/[^\x20-\x7e]|["\\]/g, '');

/** 401 with what RFC 6750 (3) wants said. @param fout absent when nothing was shown at all */
export function nietAangemeld(uitleg: string, fout?: 'invalid_token'): Probleem {
  const waarom = fout === undefined ? '' : `, error="${fout}", error_description="${alsKop(uitleg)}"`;
  return new Probleem('niet-aangemeld', uitleg, [], {}, { 'WWW-Authenticate': REALM + waarom });
}

/** @throws Probleem when the caller has none of the scopes */
export function eisScope(aanvrager: Aanvrager, scopes: readonly Scope[]): void {
  if (scopes.some((scope) => aanvrager.scopes.has(scope))) return;
  throw new Probleem('geen-toegang', `Voor deze aanroep is een van deze scopes nodig: ${scopes.join(', ')}.`, [], {},
    { 'WWW-Authenticate': `${REALM}, error="insufficient_scope", scope="${scopes.join(' ')}"` });
}

/** 403 for what no other scope would help against. */
export function geenToegang(uitleg: string, code: Probleemcode & ('geen-toegang' | 'afzender-niet-gemachtigd') = 'geen-toegang'): Probleem {
  return new Probleem(code, uitleg);
}
