/** The HTTP contract as the screens use it: the same routes, checks and audit trail as for everybody, without a network in between. */
import { text as tekst } from 'node:stream/consumers';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { Aanvrager } from '../../platform/aanvrager.js';
import { namensAanvrager } from '../http/intern.js';

/** A problem document (RFC 9457) as the API gives it. */
export interface Probleemdocument {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly status: number;
  readonly fouten?: readonly { readonly regel?: number | string; readonly kolom?: number; readonly pad?: string; readonly melding: string }[];
  readonly [veld: string]: unknown;
}

/** The API said no. */
export class Apifout extends Error {
  override readonly name = 'Apifout';

  constructor(readonly status: number, readonly probleem: Probleemdocument) {
    super(probleem.code);
  }
}

export type Vraagwaarde = string | number | boolean | undefined;

export interface Verzoekopties {
  readonly query?: Readonly<Record<string, Vraagwaarde>>;
  /** Bytes go as XML, anything else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Path and query; what is undefined or empty is left out. */
export function metVraag(pad: string, query: Readonly<Record<string, Vraagwaarde>> = {}): string {
  const gevuld = Object.entries(query).filter(([, waarde]) => waarde !== undefined && waarde !== '');
  return gevuld.length === 0 ? pad : `${pad}?${new URLSearchParams(gevuld.map(([naam, waarde]) => [naam, String(waarde)])).toString()}`;
}

export class Api {
  constructor(private readonly app: FastifyInstance, private readonly aanvrager: Aanvrager) {}

  /** The answer as it is, whatever its status. */
  async vraag(method: 'GET' | 'POST' | 'PUT' | 'DELETE', pad: string, { query, body, headers }: Verzoekopties = {}): Promise<LightMyRequestResponse> {
    const inhoud = body === undefined ? {} : Buffer.isBuffer(body)
      ? { payload: body, headers: { 'content-type': 'application/xml', ...headers } }
      : { payload: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } };
    // Awaited inside: what inject gives is only sent once somebody waits for it.
    return namensAanvrager(this.aanvrager, async () => await this.app.inject({ method, url: metVraag(pad, query), ...(headers === undefined ? {} : { headers }), ...inhoud }));
  }

  /** @throws Apifout for every status from 400 */
  async json<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', pad: string, opties?: Verzoekopties): Promise<T> {
    const antwoord = await this.vraag(method, pad, opties);
    if (antwoord.statusCode >= 400) throw new Apifout(antwoord.statusCode, leesProbleem(antwoord));
    return (antwoord.statusCode === 204 ? undefined : antwoord.json()) as T;
  }

  haal<T>(pad: string, query?: Readonly<Record<string, Vraagwaarde>>): Promise<T> {
    return this.json<T>('GET', pad, query === undefined ? {} : { query });
  }

  stuur<T>(pad: string, body: unknown): Promise<T> {
    return this.json<T>('POST', pad, { body });
  }

  /** An answer as it comes, no faster than it is read. Whoever stops reading ends the call. @throws Apifout for every status from 400 */
  async stroom(pad: string, accept: string): Promise<NodeJS.ReadableStream> {
    const antwoord = await namensAanvrager(this.aanvrager, async () => await this.app.inject({ method: 'GET', url: pad, headers: { accept }, payloadAsStream: true }));
    const stroom = antwoord.stream();
    if (antwoord.statusCode >= 400) throw new Apifout(antwoord.statusCode, leesTekst(await tekst(stroom), antwoord.statusCode));
    // What makes the answer holds a connection to the database until it is read or given up.
    return stroom.once('close', () => { antwoord.raw.res.destroy(); });
  }

  /** Bytes of an answer. @throws Apifout */
  async bytes(pad: string): Promise<Buffer> {
    const antwoord = await this.vraag('GET', pad);
    if (antwoord.statusCode >= 400) throw new Apifout(antwoord.statusCode, leesProbleem(antwoord));
    return antwoord.rawPayload;
  }
}

const leesProbleem = (antwoord: LightMyRequestResponse): Probleemdocument => leesTekst(antwoord.payload, antwoord.statusCode);

function leesTekst(inhoud: string, status: number): Probleemdocument {
  try {
    return JSON.parse(inhoud) as Probleemdocument;
  } catch {
    return { code: 'interne-fout', title: 'Er ging iets mis in de gateway', detail: 'Probeer het later opnieuw.', status };
  }
}
