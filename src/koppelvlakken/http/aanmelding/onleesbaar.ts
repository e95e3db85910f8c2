/** What Node itself cannot read as a request is answered here, before there is a request to answer: too slow, too big, or no HTTP at all. */
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { alsDocument, Probleem, PROBLEMEN } from '../problemen.js';

function probleemVan(code: string | undefined): Probleem {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT': return new Probleem('aanvraag-te-traag', 'Verstuur de aanvraag sneller, of verdeel de inhoud.');
    case 'HPE_HEADER_OVERFLOW': return new Probleem('koppen-te-groot', 'De headers mogen samen hooguit 16 kB zijn.');
    default: return new Probleem('ongeldige-aanvraag', 'Dit is geen leesbare HTTP-aanvraag.');
  }
}

/** Answers and closes the connection. */
export function onleesbareAanvraag(fout: Error & { readonly code?: string }, socket: Socket): void {
  if (fout.code === 'ECONNRESET' || socket.destroyed) return;
  const probleem = probleemVan(fout.code);
  const { status } = PROBLEMEN[probleem.code];
  const inhoud = JSON.stringify(alsDocument(probleem));
  if (socket.writable) {
    socket.write([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, 'Content-Type: application/problem+json', 'Connection: close',
      `Content-Length: ${Buffer.byteLength(inhoud)}`, '', inhoud].join('\r\n'));
  }
  socket.destroy(fout);
}
