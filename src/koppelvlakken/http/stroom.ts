/** An answer that is written as fast as the client reads, from a result in parts. */
import { Readable } from 'node:stream';
import type { Delen } from '../../platform/cursor.js';

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
