/** Every call that touches data is in the audit trail before its answer leaves: an answer that cannot be accounted for is not given. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { noteer } from '../../platform/audit/audit.js';
import { zoekPersoon } from '../../register/personen.js';
import type { Gateway } from './gateway.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** `zelf`: what succeeds here writes its own entry, together with what it stores. `geen`: it touches nobody's data. */
    audit?: 'zelf' | 'geen';
  }
  interface FastifyRequest {
    /** Numbers of the persons whose data the answer shows; set by a route that shows them by name or bsn. */
    betrokkenen: readonly number[];
  }
}

/** Not signed in, too often, or broken here: those are for the metrics, and would let anybody fill the trail. */
const ONGETELD: ReadonlySet<number> = new Set([401, 429]);

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const PARTIJ = /^(\d{4}|\d{8})$/;

interface Vraag { readonly gemeente?: unknown; readonly aanbieder?: unknown; readonly partij?: unknown; readonly bsn?: unknown }

const tekst = (waarde: unknown): string | undefined => (typeof waarde === 'string' ? waarde : undefined);

function vraagVan(request: FastifyRequest): Vraag {
  const body: unknown = request.body;
  const uitBody = typeof body === 'object' && body !== null && !Buffer.isBuffer(body) ? body : {};
  return { ...request.query as Vraag, ...uitBody, ...request.params as Vraag };
}

/** A party that the caller acts for, of those that the call names; else its only one. */
function namens({ aanvrager }: FastifyRequest, { gemeente, aanbieder, partij }: Vraag): string | undefined {
  const genoemd = [gemeente, aanbieder, partij].map(tekst).filter((waarde): waarde is string => waarde !== undefined && PARTIJ.test(waarde));
  if (aanvrager.partijen === 'alle') return genoemd[0];
  const eigen = aanvrager.partijen;
  return genoemd.find((een) => eigen.has(een)) ?? (eigen.size === 1 ? [...eigen][0] : undefined);
}

/** The party for which a call was made, as the trail names it. */
export const partijVoorAudit = (request: FastifyRequest): string | undefined => namens(request, vraagVan(request));

/** Adds the hook; call it before the routes, after who is asking is known. */
export function legInzageVast(app: FastifyInstance, { pool }: Gateway): void {
  app.decorateRequest('betrokkenen');
  app.addHook('onRequest', async (request) => { request.betrokkenen = []; });
  app.addHook('onSend', async (request, reply, payload) => {
    const { method, routeOptions: { url, config } } = request;
    const scopes = config.toegang;
    if (url === undefined || scopes === undefined || typeof scopes === 'string') return payload;
    if (reply.statusCode >= 500 || ONGETELD.has(reply.statusCode)) return payload;
    if (config.audit === 'geen' || (config.audit === 'zelf' && reply.statusCode < 300)) return payload;
    const vraag = vraagVan(request);
    const bsn = tekst(vraag.bsn);
    const persoon = bsn === undefined ? undefined : await zoekPersoon(pool, bsn);
    const { id, gemeente, nummer } = request.params as { id?: string; gemeente?: unknown; nummer?: unknown };
    // A caller may put anything in an address; only what can be an id is one.
    const soort = url.split('/')[2] ?? '';
    // Nor a number: somebody may take a bsn for one, but no answer comes of that.
    const object = id !== undefined ? `${soort} ${ID.test(id) ? id : 'zonder geldig id'}`
      : nummer === undefined ? undefined : `${soort} ${reply.statusCode < 300 ? `${String(gemeente)} ${String(nummer)}` : 'zonder bekend nummer'}`;
    await noteer(pool, request.aanvrager, {
      namens: namens(request, vraag), handeling: `${method} ${url}`, object,
      // A caller that the door turned away never came to the hook that sets them.
      betrokkenen: [...request.betrokkenen as readonly number[] | undefined ?? [], ...persoon === undefined ? [] : [persoon]],
      reden: request.aanvrager.partijen === 'alle' ? 'zonder aanmelding' : `scope ${[...scopes].join(' of ')}`, resultaat: String(reply.statusCode),
    });
    return payload;
  });
}
