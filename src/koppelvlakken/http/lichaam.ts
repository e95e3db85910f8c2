/** Reads the body of a request: bytes, inflated where the sender compressed them, within limits that count what comes out. */
import { PassThrough, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { MAX_BYTES } from '../../standaard/xml/niveau1.js';
import { Probleem } from './problemen.js';

export function teGroot(grens = MAX_BYTES): Probleem {
  return new Probleem('bericht-te-groot', `Het bericht is groter dan ${grens.toLocaleString('nl-NL')} bytes (uitgepakt). `
    + 'Verdeel de inhoud over meer berichten.');
}

/** More than this is not read to its end for the sake of a clean answer; the connection is closed. */
const MAX_WEGLEZEN = 4 * MAX_BYTES;

/**
 * Passes a body on, inflated where needed, up to `grens` bytes. What is too big or broken is read and dropped before the error is given:
 * a client that is still sending would otherwise see a broken connection instead of the answer.
 */
function begrens(payload: Readable, gezipt: boolean, grens: number): PassThrough {
  const uit = new PassThrough();
  const bron = gezipt ? payload.pipe(createGunzip()) : payload;
  let aantal = 0;
  let fout: Error | undefined;
  const klaar = (): void => { uit.destroy(fout); };
  const faal = (reden: Error): void => {
    if (fout !== undefined) return;
    fout = reden;
    if (bron !== payload) {
      payload.unpipe();
      bron.destroy();
    }
    if (payload.readableEnded) {
      klaar();
      return;
    }
    let weggelezen = 0;
    payload.on('data', (stuk: Buffer) => {
      weggelezen += stuk.length;
      if (weggelezen > MAX_WEGLEZEN) klaar();
    });
    payload.on('end', klaar);
    payload.resume();
  };
  bron.on('data', (stuk: Buffer) => {
    if (fout !== undefined) return;
    aantal += stuk.length;
    if (aantal > grens) faal(teGroot(grens));
    else if (!uit.write(stuk)) {
      bron.pause();
      uit.once('drain', () => { bron.resume(); });
    }
  });
  bron.on('end', () => { if (fout === undefined) uit.end(); });
  bron.on('error', () => {
    faal(new Probleem('inhoud-onleesbaar', gezipt ? 'De inhoud is geen geldige gzip. Controleer Content-Encoding.' : 'De inhoud is afgebroken.'));
  });
  if (bron !== payload) payload.on('error', () => { faal(new Probleem('inhoud-onleesbaar', 'De inhoud is afgebroken.')); });
  return uit;
}

/** Takes XML as raw bytes, and `Content-Encoding: gzip` for every route. @param grens largest size in bytes, inflated */
export function leesLichamen(app: FastifyInstance, grens = MAX_BYTES): void {
  // The limit is held by `begrens`; this one only has to be higher.
  app.addContentTypeParser(['application/xml', 'text/xml'], { parseAs: 'buffer', bodyLimit: MAX_WEGLEZEN }, (_request, body, klaar) => {
    klaar(null, body);
  });
  app.addHook('preParsing', async (request: FastifyRequest, _reply, payload) => {
    const codering = request.headers['content-encoding']?.trim().toLowerCase();
    const gezipt = codering === 'gzip' || codering === 'x-gzip';
    if (!gezipt && codering !== undefined && codering !== '' && codering !== 'identity') {
      throw new Probleem('mediatype-niet-ondersteund', 'Alleen Content-Encoding gzip wordt ondersteund.');
    }
    if (gezipt) {
      // The announced length is that of the compressed bytes; the parser has to count what comes out.
      delete request.headers['content-length'];
      delete request.headers['content-encoding'];
    }
    return begrens(payload as Readable, gezipt, grens);
  });
}
