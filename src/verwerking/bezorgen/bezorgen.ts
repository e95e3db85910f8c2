/**
 * Pushes what waits to the webhooks of the parties: per party one at a time and in order, parties side by side. At least once: a process that
 * dies between sending and noting lets another send again, under the same id.
 */
import { randomUUID } from 'node:crypto';
import type { Pool } from '../../platform/database.js';
import { leesInhoud } from '../../platform/inhoud.js';
import { KluisFout, kluisVan } from '../../platform/kluis/kluis.js';
import type { Fout, TeBezorgen, Uitkomst, Verzender } from './bezorging.js';
import { wachttijd } from './herhalen.js';
import { geheimenVan, laatLijnLos, neemKop, neemLijnen, neemPogingTerug, noteerBezorgd, noteerMislukt, schakelUit, type Poging } from './lijn.js';

export interface Bezorger {
  readonly pool: Pool;
  readonly verzend: Verzender;
  /** Counts an attempt by what came of it: `bezorgd`, `weg`, `terzijde` or the kind of failure. */
  readonly geteld: (uitkomst: 'bezorgd' | 'weg' | 'terzijde' | Fout) => void;
  /** A message was set aside. */
  readonly terzijde: (berichtId: string, fout: Fout) => void;
}

/** Lines that one process works on at the same time. */
const GELIJKTIJDIG = 8;
/** Messages of one party in a row, before others that wait get their turn. */
const BEURT = 50;
/** Milliseconds that requests under way get to finish when the process stops. */
const AFRONDEN_MS = 3000;

/** Opens secrets and content and sends. @throws when the database cannot be reached */
async function bezorg({ pool, verzend }: Bezorger, partij: string, poging: Poging, stop: AbortSignal): Promise<Uitkomst> {
  const { url, vorm, id, berichtsoort, afzender, ontvanger, identificatie, antwoordOp, codering, sleutel } = poging;
  const geheimen = await geheimenVan(pool, partij).catch((fout: unknown) => {
    if (fout instanceof KluisFout) return undefined;
    throw fout;
  });
  const inhoud = poging.inhoud === null ? undefined
    : await leesInhoud(kluisVan(pool), id, { codering, sleutel, inhoud: poging.inhoud }).catch(() => undefined);
  if (geheimen === undefined || inhoud === undefined) return { soort: 'mislukt', fout: 'inhoud-onleesbaar' };
  const zending: TeBezorgen = berichtsoort === 'Fo01' ? { id, berichtsoort, afzender, ontvanger, antwoordOp: undefined, inhoud }
    : { id, berichtsoort, afzender, ontvanger, identificatie, antwoordOp: antwoordOp ?? undefined, inhoud };
  return verzend(zending, { url, vorm, geheimen }, stop);
}

/** Works through the line of a party until nothing is due, or the turn is over. The line is taken already and is let go at the end. */
async function werkLijnAf(bezorger: Bezorger, houder: string, partij: string, stop: AbortSignal): Promise<void> {
  const { pool, geteld, terzijde } = bezorger;
  try {
    for (let gedaan = 0; gedaan < BEURT && !stop.aborted; gedaan++) {
      const poging = await neemKop(pool, houder, partij);
      if (poging === undefined) return;
      const uitkomst = await bezorg(bezorger, partij, poging, stop);
      if (uitkomst.soort === 'bezorgd') {
        await noteerBezorgd(pool, poging.nummer);
        geteld('bezorgd');
      } else if (uitkomst.soort === 'mislukt') {
        const wachtS = wachttijd(poging.pogingen, Math.random(), uitkomst.pasNaS);
        const weggelegd = await noteerMislukt(pool, houder, poging.nummer, uitkomst.fout, wachtS);
        geteld(weggelegd ? 'terzijde' : uitkomst.fout);
        if (weggelegd) terzijde(poging.id, uitkomst.fout);
      } else if (uitkomst.soort === 'weg') {
        await schakelUit(pool, houder, partij, poging);
        geteld('weg');
      } else {
        await neemPogingTerug(pool, houder, partij, poging.nummer);
      }
    }
  } finally {
    await laatLijnLos(pool, houder, partij);
  }
}

/**
 * Looks every `elkeMs` which lines have something due, and works on them until stopped. A round that fails is reported; the next one tries
 * again.
 */
export function startBezorging(bezorger: Bezorger, elkeMs: number, bijFout: (fout: unknown) => void): { stop(): Promise<void> } {
  const stop = new AbortController();
  const onderweg = new Set<Promise<void>>();
  let stopt = false;
  let kijkt: Promise<void> | undefined;

  const begin = (houder: string, partij: string): void => {
    const werk = werkLijnAf(bezorger, houder, partij, stop.signal).then(() => true, (fout: unknown) => {
      bijFout(fout);
      return false;
    }).then((gelukt) => {
      onderweg.delete(werk);
      // The place is free, and this line may have more. After an error the next look is soon enough.
      if (gelukt) kijk();
    });
    onderweg.add(werk);
  };
  const ronde = async (): Promise<void> => {
    const ruimte = GELIJKTIJDIG - onderweg.size;
    if (ruimte <= 0) return;
    // A name for this round alone: a hold that ran out is then lost to this process too.
    const houder = randomUUID();
    for (const partij of await neemLijnen(bezorger.pool, houder, ruimte)) begin(houder, partij);
  };
  const kijk = (): void => {
    if (stopt || kijkt !== undefined) return;
    kijkt = ronde().catch(bijFout).finally(() => { kijkt = undefined; });
  };
  const klok = setInterval(kijk, elkeMs);
  kijk();
  return {
    async stop() {
      stopt = true;
      clearInterval(klok);
      await kijkt;
      const geduld = setTimeout(() => { stop.abort(); }, AFRONDEN_MS);
      await Promise.all(onderweg);
      clearTimeout(geduld);
    },
  };
}
