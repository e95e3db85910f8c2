/** The door: every request is signed in, counted and held against what its route asks, before anything of its body is read. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { TLSSocket } from 'node:tls';
import {
  NietAangemeld, OnbekendeClient, UitgeverOnbereikbaar, vingerafdruk, type Aangemeld, type Aanmelder,
} from '../../../platform/aanmelding/index.js';
import { ZONDER_AANMELDING, type Aanvrager } from '../../../platform/aanvrager.js';
import type { Limieten } from '../../../platform/config.js';
import { interneAanvrager } from '../intern.js';
import { Probleem } from '../problemen.js';
import { maakBegrenzer, type Begrenzer } from './limieten.js';
import { eisScope, eisVerklaringen, geenToegang, nietAangemeld, type Toegang } from './toegang.js';

export interface Deuropties {
  /** Absent: AUTH=uit. */
  readonly aanmelder: Aanmelder | undefined;
  readonly limieten: Limieten;
  readonly redisUrl: string | undefined;
  /** Told when the counting of requests moves to each process for itself, because Redis is away, and back. */
  readonly bijTelwissel?: (telplaats: 'proces' | 'samen') => void;
}

/** Who asks on an open route. */
const NIEMAND: Aanvrager = { client: 'onbekend', partijen: new Set(), scopes: new Set() };
const IEDEREEN: Aangemeld = { aanvrager: ZONDER_AANMELDING, perMinuut: undefined, gelijktijdig: undefined };

/** More headers than any client of this API sends. */
export const MAX_KOPPEN = 100;

/** Thumbprint of the certificate that was shown and that comes from TLS_CLIENT_CA; undefined without one. */
function certificaatVan({ raw: { socket } }: FastifyRequest): string | undefined {
  const { authorized, getPeerCertificate } = socket as Partial<TLSSocket>;
  if (authorized !== true || getPeerCertificate === undefined) return undefined;
  const { raw } = (socket as TLSSocket).getPeerCertificate() as { raw?: Buffer };
  return raw === undefined ? undefined : vingerafdruk(raw);
}

function alsProbleem(fout: unknown): unknown {
  if (fout instanceof NietAangemeld) return nietAangemeld(fout.uitleg, fout.soort === 'ontbreekt' ? undefined : 'invalid_token');
  if (fout instanceof OnbekendeClient) return geenToegang('Deze gateway kent uw client niet. Vraag de beheerder om toegang.');
  if (fout instanceof UitgeverOnbereikbaar) {
    return new Probleem('tijdelijk-niet-beschikbaar', 'De uitgever van tokens is niet bereikbaar. Probeer het later opnieuw.');
  }
  return fout;
}

async function meldAan(request: FastifyRequest, aanmelder: Aanmelder, begrenzer: Begrenzer): Promise<Aangemeld> {
  try {
    return await aanmelder.meldAan(request.headers.authorization, certificaatVan(request));
  } catch (fout) {
    // Only who does not come in counts by address: behind one address there may be many clients.
    if (fout instanceof NietAangemeld || fout instanceof OnbekendeClient) await begrenzer.adres(request);
    throw alsProbleem(fout);
  }
}

/** What a request that comes to no route at all asks: nothing. */
const toegangVan = ({ is404, routeOptions }: FastifyRequest): Toegang | undefined => (is404 ? 'openbaar' : routeOptions.config.toegang);

/** Puts the door in place. Call before any route is made. */
export async function bewaakDeur(app: FastifyInstance, { aanmelder, limieten, redisUrl, bijTelwissel }: Deuropties): Promise<void> {
  eisVerklaringen(app);
  const begrenzer = await maakBegrenzer(app, limieten, redisUrl, bijTelwissel);
  app.decorateRequest('aanvrager', null as unknown as Aanvrager);
  app.addHook('onRequest', async (request, reply) => {
    request.aanvrager = aanmelder === undefined ? ZONDER_AANMELDING : NIEMAND;
    if (request.raw.rawHeaders.length > 2 * MAX_KOPPEN) {
      throw new Probleem('koppen-te-groot', `Een aanvraag mag hooguit ${MAX_KOPPEN} headers hebben.`);
    }
    const toegang = toegangVan(request);
    if (typeof toegang === 'string') return begrenzer.adres(request);
    const intern = interneAanvrager(request);
    const aangemeld = intern !== undefined ? { ...IEDEREEN, aanvrager: intern }
      : aanmelder === undefined ? IEDEREEN : await meldAan(request, aanmelder, begrenzer);
    request.aanvrager = aangemeld.aanvrager;
    await begrenzer.client(request, reply, aangemeld);
    eisScope(aangemeld.aanvrager, toegang ?? []);
  });
}
