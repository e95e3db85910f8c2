/** Reads the body of a request: bytes, inflated where the sender compressed them, within limits that count what comes out. */
import { PassThrough, Transform, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { MAX_BYTES } from '../../standaard/xml/niveau1.js';
import { Probleem } from './problemen.js';

export function teGroot(): Probleem {
  return new Probleem('bericht-te-groot', `Het bericht is groter dan ${MAX_BYTES.toLocaleString('nl-NL')} bytes (uitgepakt). `
    + 'Verdeel de inhoud over meer berichten.');
}

/** Stops a stream that gives more than `max` bytes. */
function begrens(max: number): Transform {
  let aantal = 0;
  return new Transform({
    transform(stuk: Buffer, _codering, klaar) {
      aantal += stuk.length;
      if (aantal > max) klaar(teGroot());
      else klaar(null, stuk);
    },
  });
}

function pakUit(payload: Readable): PassThrough {
  const uit = new PassThrough();
  const gunzip = createGunzip();
  const grens = begrens(MAX_BYTES);
  const stop = (fout: Error): void => {
    payload.unpipe(gunzip);
    // What is still under way is read and dropped, so that the client gets the answer instead of a broken connection.
    payload.resume();
    gunzip.destroy();
    uit.destroy(fout);
  };
  gunzip.on('error', () => { stop(new Probleem('inhoud-onleesbaar', 'De inhoud is geen geldige gzip. Controleer Content-Encoding.')); });
  grens.on('error', stop);
  payload.on('error', stop);
  payload.pipe(gunzip).pipe(grens).pipe(uit);
  return uit;
}

/** Takes XML as raw bytes, and `Content-Encoding: gzip` for every route. */
export function leesLichamen(app: FastifyInstance): void {
  app.addContentTypeParser(['application/xml', 'text/xml'], { parseAs: 'buffer', bodyLimit: MAX_BYTES }, (_request, body, klaar) => {
    klaar(null, body);
  });
  app.addHook('preParsing', async (request: FastifyRequest, _reply, payload) => {
    const codering = request.headers['content-encoding']?.trim().toLowerCase();
    if (codering === undefined || codering === '' || codering === 'identity') return payload;
    if (codering !== 'gzip' && codering !== 'x-gzip') {
      throw new Probleem('mediatype-niet-ondersteund', 'Alleen Content-Encoding gzip wordt ondersteund.');
    }
    // The announced length is that of the compressed bytes; the parser has to count what comes out.
    delete request.headers['content-length'];
    delete request.headers['content-encoding'];
    return pakUit(payload as Readable);
  });
}
