/** A receiver of webhooks: a real HTTP server that keeps what it gets and answers as told. */
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface Ontvangen {
  readonly id: string;
  readonly pad: string;
  readonly headers: IncomingHttpHeaders;
  readonly tekst: string;
}

/** A status, with more where that is wanted; `zelf` answers by itself, or never. */
export type Reactie = number | { readonly status: number; readonly headers?: Record<string, string>; readonly tekst?: string }
  | { readonly zelf: (antwoord: ServerResponse) => void };

export interface Webhook {
  readonly url: string;
  /** Everything that came, in order of arrival. */
  readonly ontvangen: readonly Ontvangen[];
  /** Ids in order of arrival. */
  ids(): string[];
  /** How it answers from now on; by what came. */
  antwoord(reactie: Reactie | ((bericht: Ontvangen) => Reactie)): void;
  stop(): Promise<void>;
}

/** @param tls certificate and key in PEM; absent: plain HTTP */
export async function startWebhook(tls?: { readonly cert: string; readonly key: string }): Promise<Webhook> {
  const ontvangen: Ontvangen[] = [];
  let reactie: Reactie | ((bericht: Ontvangen) => Reactie) = 204;
  const bijAanvraag: RequestListener = (aanvraag, uit) => {
    void buffer(aanvraag).then((inhoud) => {
      const bericht = { id: String(aanvraag.headers['webhook-id']), pad: aanvraag.url ?? '', headers: aanvraag.headers, tekst: inhoud.toString() };
      ontvangen.push(bericht);
      const keuze = typeof reactie === 'function' ? reactie(bericht) : reactie;
      if (typeof keuze === 'number') uit.writeHead(keuze).end();
      else if ('zelf' in keuze) keuze.zelf(uit);
      else uit.writeHead(keuze.status, keuze.headers).end(keuze.tekst);
    }, () => undefined);
  };
  const server: Server = tls === undefined ? createServer(bijAanvraag) : createTlsServer(tls, bijAanvraag) as unknown as Server;
  await new Promise<void>((klaar) => { server.listen(0, '127.0.0.1', klaar); });
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}/in`, ontvangen,
    ids: () => ontvangen.map(({ id }) => id),
    antwoord(nieuw) { reactie = nieuw; },
    async stop() {
      server.closeAllConnections();
      await new Promise((klaar) => { server.close(klaar); });
    },
  };
}
