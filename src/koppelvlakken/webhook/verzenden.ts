/** The outgoing call: one POST, signed, guarded in where it goes, how long it takes and how much of the answer is read. */
import { request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import type { Netwerk } from '../../platform/netwerk.js';
import type { Fout, Uitkomst, Verzender } from '../../verwerking/bezorgen/bezorging.js';
import { leesRetryAfter } from '../../verwerking/bezorgen/herhalen.js';
import { AdresGeweigerd, bewaakteOpzoeking, keurAdres, opzoekerVanNode, type Opzoeker } from './adres.js';
import { onderteken } from './ondertekenen.js';
import type { Antwoord, Verzoek, Vormen } from './vormen.js';

export interface Verzendopties {
  readonly toegestaan: readonly Netwerk[];
  readonly vormen: Vormen;
  readonly nu: () => Date;
  readonly zoek?: Opzoeker;
  /** Milliseconds for an attempt; a big message gets more, a second per MB. */
  readonly geduldMs?: number;
}

const GEDULD_MS = 15_000;
const PER_BYTE_MS = 1e-3;
/** Of an answer no more is read than this, in bytes. */
const MAX_ANTWOORD = 64 * 1024;
const MAX_KOPPEN = 16 * 1024;

/** Too slow. */
class TeLaat extends Error {
  override readonly name = 'TeLaat';
}

/** The status, the Retry-After and the beginning of an answer. */
interface Opbrengst extends Antwoord {
  readonly retryAfter: string | undefined;
}

/** Posts once. An answer that breaks off or drags on has told its status, and counts. */
function post(url: URL, { inhoud, koppen }: Verzoek, opties: RequestOptions, geduldMs: number, stop: AbortSignal): Promise<Opbrengst> {
  return new Promise((klaar, faal) => {
    const maak = url.protocol === 'https:' ? httpsRequest : httpRequest;
    // A connection of its own: one that is kept may be closed just when the next message goes out over it.
    const verzoek = maak(url, {
      method: 'POST', agent: false, maxHeaderSize: MAX_KOPPEN, ...opties,
      headers: { ...koppen, 'content-length': inhoud.length, 'user-agent': 'iwmo-gateway', accept: '*/*' },
    });
    const breekAf = (): void => { verzoek.destroy(stop.reason as Error); };
    const verbonden = setTimeout(() => { verzoek.destroy(new TeLaat('geen verbinding')); }, geduldMs);
    const geheel = setTimeout(() => { verzoek.destroy(new TeLaat('geen antwoord')); }, geduldMs + inhoud.length * PER_BYTE_MS);
    const ruimOp = (): void => {
      clearTimeout(verbonden);
      clearTimeout(geheel);
      stop.removeEventListener('abort', breekAf);
    };
    stop.addEventListener('abort', breekAf);
    verzoek.once('socket', (socket: Socket) => {
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => { clearTimeout(verbonden); });
    });
    let rondAf: (() => void) | undefined;
    verzoek.on('error', (fout) => {
      ruimOp();
      if (rondAf === undefined) faal(fout);
      else rondAf();
    });
    verzoek.once('response', (antwoord) => {
      const stukken: Buffer[] = [];
      let aantal = 0;
      rondAf = () => {
        ruimOp();
        const inhoud = Buffer.concat(stukken).subarray(0, MAX_ANTWOORD);
        klaar({ status: antwoord.statusCode ?? 0, retryAfter: antwoord.headers['retry-after'], inhoud });
        verzoek.destroy();
      };
      antwoord.on('data', (stuk: Buffer) => {
        stukken.push(stuk);
        aantal += stuk.length;
        if (aantal >= MAX_ANTWOORD) rondAf?.();
      });
      antwoord.on('error', rondAf);
      antwoord.once('close', rondAf);
    });
    verzoek.end(inhoud);
    if (stop.aborted) breekAf();
  });
}

/** TLS errors of Node and OpenSSL: the other side cannot prove who it is, or speaks no TLS. */
const TLS = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_MISMATCH|EPROTO|INVALID_CA)/;

function foutVan(fout: unknown): Fout {
  if (fout instanceof AdresGeweigerd) return 'adres-geweigerd';
  if (fout instanceof TeLaat) return 'te-laat';
  const code = (fout as { code?: unknown }).code;
  if (typeof code !== 'string') return 'onbekend';
  return TLS.test(code) ? 'geen-tls' : 'geen-verbinding';
}

function uitkomstVan({ status, retryAfter, inhoud }: Opbrengst, { accepteert }: Verzoek, nu: Date): Uitkomst {
  if (status === 410) return { soort: 'weg' };
  if (status < 200 || status > 299) {
    const pasNaS = status === 429 || status === 503 ? leesRetryAfter(retryAfter, nu) : undefined;
    return { soort: 'mislukt', fout: `http-${status}`, pasNaS };
  }
  return accepteert?.({ status, inhoud }) === false ? { soort: 'mislukt', fout: 'niet-geaccepteerd' } : { soort: 'bezorgd' };
}

/** What sends messages to webhooks. Redirects are not followed: only the address that was judged gets the message. */
export function maakVerzender({ toegestaan, vormen, nu, zoek = opzoekerVanNode, geduldMs = GEDULD_MS }: Verzendopties): Verzender {
  return async (bericht, { url: tekst, vorm, geheimen }, stop) => {
    const opmaak = vormen[vorm];
    if (opmaak === undefined) return { soort: 'mislukt', fout: 'vorm-niet-beschikbaar' };
    try {
      const url = new URL(tekst);
      keurAdres(url, toegestaan);
      const verzoek = await opmaak(bericht);
      const op = nu();
      const koppen = { ...verzoek.koppen, ...onderteken(geheimen, bericht.id, op, verzoek.inhoud) };
      const opbrengst = await post(url, { ...verzoek, koppen }, { lookup: bewaakteOpzoeking(url.protocol, toegestaan, zoek) },
        geduldMs, stop);
      return uitkomstVan(opbrengst, verzoek, nu());
    } catch (fout) {
      return stop.aborted ? { soort: 'afgebroken' } : { soort: 'mislukt', fout: foutVan(fout) };
    }
  };
}
