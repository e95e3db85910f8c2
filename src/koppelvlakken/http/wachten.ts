/** `Prefer: wait=N`: holds an answer back until a message is assessed, with one query per tick for everybody who waits. */
import type { Bevraagbaar } from '../../platform/database.js';

/** Longest wait in seconds that a client can ask for. */
export const MAX_WACHT_S = 30;
const TIK_MS = 15;
const TRAGE_TIK_MS = 100;

/** Seconds that the client prefers to wait; 0 without a (usable) preference. */
export function gewensteWacht(prefer: string | string[] | undefined): number {
  const tekst = Array.isArray(prefer) ? prefer.join(',') : prefer ?? '';
  const wait = /(?:^|[,;\s])wait\s*=\s*"?(\d{1,6})"?(?=$|[,;\s])/i.exec(tekst)?.[1];
  return wait === undefined ? 0 : Math.min(Number(wait), MAX_WACHT_S);
}

export interface Wachtkamer {
  /** True once the message is assessed, false when `seconden` passed first. */
  wacht(id: string, seconden: number): Promise<boolean>;
  sluit(): void;
}

export function maakWachtkamer(db: Bevraagbaar): Wachtkamer {
  const wachters = new Map<string, Set<(klaar: boolean) => void>>();
  let tik: NodeJS.Timeout | undefined;
  let leeg = 0;

  const kijk = async (): Promise<void> => {
    const { rows } = await db.query<{ id: string }>({
      name: 'beoordeeld', text: `select id from bericht where id = any ($1::uuid[]) and status not in ('ontvangen', 'mislukt', 'doorgestuurd')`,
      values: [[...wachters.keys()]] });
    leeg = rows.length > 0 ? 0 : leeg + 1;
    for (const { id } of rows) for (const meld of wachters.get(id) ?? []) meld(true);
  };
  const plan = (): void => {
    // Quick while an answer is likely to come any moment, slower for those who wait long.
    tik = setTimeout(() => {
      kijk().catch(() => undefined).finally(() => {
        tik = undefined;
        if (wachters.size > 0) plan();
      });
    }, leeg < 20 ? TIK_MS : TRAGE_TIK_MS);
  };

  return {
    wacht(id, seconden) {
      return new Promise((klaar) => {
        const groep = wachters.get(id) ?? new Set();
        wachters.set(id, groep);
        const meld = (beoordeeld: boolean): void => {
          clearTimeout(grens);
          groep.delete(meld);
          if (groep.size === 0) wachters.delete(id);
          klaar(beoordeeld);
        };
        const grens = setTimeout(() => { meld(false); }, seconden * 1000);
        groep.add(meld);
        leeg = 0;
        if (tik === undefined) plan();
      });
    },
    sluit() {
      for (const groep of wachters.values()) for (const meld of [...groep]) meld(false);
      clearTimeout(tik);
    },
  };
}
