/** The metrics of a worker that runs by itself, on a port of its own (METINGEN_POORT). */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';

/** Serves `/metrics` and nothing else. @returns where it listens, and how to stop it */
export async function openMetingen(register: Registry, host: string, poort: number): Promise<{ adres: string; stop(): Promise<void> }> {
  const server = createServer((vraag, antwoord) => {
    if (vraag.method !== 'GET' || vraag.url !== '/metrics') {
      antwoord.writeHead(404).end();
      return;
    }
    register.metrics().then(
      (tekst) => antwoord.writeHead(200, { 'Content-Type': register.contentType }).end(tekst), () => antwoord.writeHead(500).end());
  });
  server.headersTimeout = 5000;
  server.requestTimeout = 5000;
  await new Promise<void>((klaar, fout) => { server.once('error', fout).listen(poort, host, klaar); });
  const { port } = server.address() as AddressInfo;
  return {
    adres: `http://${host}:${port}/metrics`,
    stop: () => new Promise((klaar) => {
      server.close(() => { klaar(); });
      server.closeAllConnections();
    }),
  };
}
