/** What the pipeline tells about itself: durations per stage, outcomes and failures. Ids, types and counts only. */
import { inSpan, inSpanNu } from '../platform/sporen.js';
import type { Berichtsoort } from '../standaard/berichten/berichtsoorten.js';
import type { Berichtstatus } from './bericht.js';

export interface Meter {
  /** Times a synchronous stage. */
  nu<T>(stap: string, werk: () => T): T;
  /** Times an asynchronous stage. */
  stap<T>(stap: string, werk: () => Promise<T>): Promise<T>;
  beoordeeld(soort: Berichtsoort, status: Berichtstatus, id: string): void;
  mislukt(id: string, pogingen: number, fout: unknown): void;
}

/** A meter that passes every duration in seconds to `duur`. */
export function maakMeter(opties: {
  readonly duur: (stap: string, seconden: number) => void;
  readonly beoordeeld: Meter['beoordeeld'];
  readonly mislukt: Meter['mislukt'];
}): Meter {
  const klaar = (stap: string, begin: number): void => opties.duur(stap, (performance.now() - begin) / 1000);
  return {
    nu(stap, werk) {
      const begin = performance.now();
      const resultaat = inSpanNu(stap, werk);
      klaar(stap, begin);
      return resultaat;
    },
    async stap(stap, werk) {
      const begin = performance.now();
      const resultaat = await inSpan(stap, {}, werk);
      klaar(stap, begin);
      return resultaat;
    },
    beoordeeld: opties.beoordeeld,
    mislukt: opties.mislukt,
  };
}
