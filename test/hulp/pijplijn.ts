/** The pipeline inside the test process, on a real database and queue: for looking at what happens between the doors. */
import { ZONDER_AANMELDING } from '../../src/platform/aanvrager.js';
import { openPool, type Pool } from '../../src/platform/database.js';
import { systeemklok } from '../../src/platform/klok.js';
import { openWachtrij } from '../../src/platform/wachtrij.js';
import type { Berichtsoort } from '../../src/standaard/berichten/berichtsoorten.js';
import type { Berichten } from '../../src/standaard/berichten/gegenereerd/index.js';
import { leesBericht } from '../../src/standaard/xml/lezen.js';
import { controleerNiveau1 } from '../../src/standaard/xml/niveau1.js';
import { schrijfBericht } from '../../src/standaard/xml/schrijven.js';
import { verwerkPaar } from '../../src/verwerking/beoordelen.js';
import type { Bericht } from '../../src/verwerking/bericht.js';
import { maakMeter } from '../../src/verwerking/meter.js';
import { haalInhoud, zoekBericht } from '../../src/verwerking/opslag.js';
import { ontvang, type Ontvanger } from '../../src/verwerking/ontvangen.js';
import type { Beoordelaar } from '../../src/verwerking/uitspraak.js';
import { schemas } from './schema.js';

export const VANDAAG = '2026-12-31';

export interface Pijplijn {
  readonly pool: Pool;
  readonly beoordelaar: Beoordelaar;
  /** Stores a message as the API would; gives its id. */
  bewaar<B extends Berichtsoort>(soort: B, bericht: Berichten[B]): Promise<string>;
  /** Stores and assesses. */
  lever<B extends Berichtsoort>(soort: B, bericht: Berichten[B]): Promise<Bericht>;
  antwoord<B extends Berichtsoort>(id: string, soort: B): Promise<Berichten[B]>;
  sluit(): Promise<void>;
}

export function maakPijplijn(databaseUrl: string, extra: Partial<Beoordelaar> = {}): Pijplijn {
  const pool = openPool(databaseUrl, 6);
  const klok = systeemklok(VANDAAG);
  const wachtrij = openWachtrij({ databaseUrl, redisUrl: undefined, naam: 'proef' });
  const ontvanger: Ontvanger = { pool, klok, wachtrij, controleer: (bytes) => Promise.resolve(controleerNiveau1(bytes, schemas())) };
  const fouten: unknown[] = [];
  const meter = maakMeter({ duur: () => undefined, beoordeeld: () => undefined, mislukt: (_id, _pogingen, fout) => { fouten.push(fout); } });
  const beoordelaar: Beoordelaar = { pool, klok, schemas: schemas(), meter, contracten: () => undefined, ...extra };
  const bewaar: Pijplijn['bewaar'] = async (soort, bericht) => {
    const ontvangst = await ontvang(ontvanger, { bytes: schrijfBericht(soort, bericht), aanvrager: { ...ZONDER_AANMELDING, client: 'proef' }, idempotentiesleutel: undefined });
    if (ontvangst.soort !== 'opgeslagen') throw new Error(JSON.stringify(ontvangst));
    return ontvangst.id;
  };
  return {
    pool, beoordelaar, bewaar,
    async lever(soort, bericht) {
      const id = await bewaar(soort, bericht);
      await verwerkPaar(beoordelaar, id);
      const resultaat = await zoekBericht(pool, id);
      if (resultaat === undefined || resultaat.status === 'mislukt') throw fouten.at(-1) ?? new Error('niet beoordeeld');
      return resultaat;
    },
    async antwoord(id, soort) {
      const bericht = await zoekBericht(pool, id);
      if (bericht?.antwoord === undefined) throw new Error('geen antwoord');
      return leesBericht(soort, await haalInhoud(pool, bericht.antwoord.id) ?? Buffer.alloc(0));
    },
    async sluit() {
      await wachtrij.sluit();
      await pool.end();
    },
  };
}
