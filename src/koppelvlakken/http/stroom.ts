/** An answer that is written as fast as the client reads, from a result in parts. */
import { setTimeout as wacht } from 'node:timers/promises';
import { Readable } from 'node:stream';
import type { Delen } from '../../platform/cursor.js';
import type { Pool } from '../../platform/database.js';
import { Probleem } from './problemen.js';

/** Each stream keeps a connection; the rest of the API needs some as well. */
const MAX_STROMEN = 4;
/** How long somebody waits for their turn, and how often that is looked at; most streams are short. */
const GEDULD_MS = 2_000;
const KIJK_MS = 20;

const lopend = new WeakMap<Pool, number>();
const aantal = (pool: Pool): number => lopend.get(pool) ?? 0;

export interface Opmaak<T> {
  /** Text before the first part. */
  readonly begin: string;
  /** @param eerste whether this is the first item of all */
  readonly item: (item: T, eerste: boolean) => string;
  /** Text after the last part. */
  readonly eind: () => string;
}

/**
 * The parts as text. A part is asked for only when the reader has room; a reader that goes away gives the result back at once. An error in
 * the middle breaks the answer off, so that nobody takes half an answer for a whole one.
 */
export function alsStroom<T>(delen: Delen<T>, { begin, item, eind }: Opmaak<T>): Readable {
  let eerste = true;
  let kop = begin;
  return new Readable({
    read() {
      delen.next().then(({ value, done }) => {
        let tekst = kop;
        kop = '';
        if (done === true) {
          this.push(tekst + eind());
          this.push(null);
          return;
        }
        for (const een of value) {
          tekst += item(een, eerste);
          eerste = false;
        }
        this.push(tekst);
      }).catch((fout: unknown) => { this.destroy(fout instanceof Error ? fout : new Error('de stroom brak af')); });
    },
    destroy(fout, klaar) {
      delen.return().then(() => { klaar(fout); }, (andere: unknown) => { klaar(fout ?? (andere as Error)); });
    },
  });
}

/**
 * An answer in parts, as soon as there is room for one more.
 * @param open begins the result
 * @throws Probleem when there are too many of these answers under way; what `open` throws
 */
export async function stroomVan<T>(pool: Pool, open: () => Promise<Delen<T>>, opmaak: Opmaak<T>): Promise<Readable> {
  for (let gewacht = 0; aantal(pool) >= MAX_STROMEN; gewacht += KIJK_MS) {
    if (gewacht >= GEDULD_MS) {
      throw new Probleem('tijdelijk-niet-beschikbaar', 'Er worden al te veel lange lijsten tegelijk opgevraagd. Probeer het zo opnieuw.');
    }
    await wacht(KIJK_MS);
  }
  lopend.set(pool, aantal(pool) + 1);
  const klaar = (): void => { lopend.set(pool, aantal(pool) - 1); };
  const delen = await open().catch((fout: unknown) => {
    klaar();
    throw fout;
  });
  return alsStroom(delen, opmaak).once('close', klaar);
}
