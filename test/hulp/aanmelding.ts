/** A gateway with sign-in on, and callers of it. */
import { request as httpRequest, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { text } from 'node:stream/consumers';
import { stringify } from 'yaml';
import type { Uitgever } from './uitgever.mjs';

export const ALLES = 'aanleveren lezen gemeente beheer';

/** A file of clients as TOEGANG_BESTAND wants it. */
export function toegangsbestand(clienten: Readonly<Record<string, {
  readonly partijen: readonly string[]; readonly scopes: readonly string[]; readonly [veld: string]: unknown }>>): string {
  return stringify({ clienten }, { defaultStringType: 'QUOTE_DOUBLE', aliasDuplicateObjects: false });
}

export interface Antwoord {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly tekst: string;
  /** The body as JSON; undefined when it is something else. */
  readonly json: unknown;
}

/** One request over a connection of its own. */
export async function stuur(adres: string, pad: string, opties: RequestOptions & { readonly body?: string | Uint8Array } = {}): Promise<Antwoord> {
  const { body, ...rest } = opties;
  const maak = adres.startsWith('https:') ? httpsRequest : httpRequest;
  return new Promise((klaar, fout) => {
    const verzoek = maak(adres + pad, { agent: false, ...rest }, (antwoord) => {
      text(antwoord).then((tekst) => {
        const isJson = /json/.test(antwoord.headers['content-type'] ?? '') && tekst !== '';
        klaar({ status: antwoord.statusCode ?? 0, headers: antwoord.headers, tekst, json: isJson ? JSON.parse(tekst) : undefined });
      }, fout);
    });
    verzoek.on('error', fout);
    verzoek.end(body);
  });
}

/** Somebody with a token. */
export class Beller {
  constructor(private readonly adres: string, private readonly uitgever: Uitgever, readonly client: string, private readonly scope = ALLES) {}

  async kop(): Promise<Record<string, string>> {
    return { Authorization: `Bearer ${await this.uitgever.geef({ client: this.client, scope: this.scope })}` };
  }

  /** @param inhoud XML as it is, anything else as JSON */
  async vraag(methode: string, pad: string, inhoud?: unknown, extra: Record<string, string> = {}): Promise<Antwoord> {
    const xml = typeof inhoud === 'string' || inhoud instanceof Uint8Array;
    const soort = inhoud === undefined ? {} : { 'Content-Type': xml ? 'application/xml' : 'application/json' };
    const body = inhoud === undefined ? {} : { body: xml ? inhoud : JSON.stringify(inhoud) };
    return stuur(this.adres, pad, { method: methode, headers: { ...await this.kop(), ...soort, ...extra }, ...body });
  }
}
