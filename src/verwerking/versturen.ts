/**
 * Sends a message that a municipality makes: holds the pair, makes it, assesses it on all levels as its receiver would, and stores it with
 * its register change, its answer and its outbox rows in one transaction. A message with a finding never leaves.
 */
import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { inTransactie } from '../platform/database.js';
import { pakIn } from '../platform/inhoud.js';
import { kluisVan } from '../platform/kluis/kluis.js';
import { RegisterGewijzigd } from '../register/gewijzigd.js';
import type { Paar } from '../gemeente/plaatsing.js';
import type { Berichten } from '../standaard/berichten/gegenereerd/index.js';
import { zonderPlaats } from '../standaard/regels/beoordelen.js';
import type { Bevinding } from '../standaard/regels/bevinding.js';
import type { XmlFout } from '../standaard/xml/fouten.js';
import { controleerNiveau1, type Kop } from '../standaard/xml/niveau1.js';
import { NietSchrijfbaar, schrijfBericht } from '../standaard/xml/schrijven.js';
import { stuurDoor } from './bezorgen/doorsturen.js';
import { isExtern } from './bezorgen/partijen.js';
import { SLOT_BEOORDELEN, voegUitgaandToe } from './opslag.js';
import { alsIdentificatie, beoordeel, rondBerichtAf, verwerk, type Beoordelaar, type Oordeel } from './uitspraak.js';

/** The types that a municipality sends. */
export type Verzendbaar = 'WMO301' | 'WMO319';

/** A made message without its Header, which is the same work for all. */
export type Inhoud = { readonly [B in Verzendbaar]: { readonly soort: B; readonly inhoud: Omit<Berichten[B], 'Header'> } }[Verzendbaar];

/** The message that was made breaks rules; nothing was stored. */
export class Afgekeurd extends Error {
  override readonly name = 'Afgekeurd';
  constructor(readonly bevindingen: readonly Bevinding[], readonly fouten: readonly XmlFout[]) {
    super('het opgestelde bericht is niet in orde');
  }
}

/** Messages of the pair wait to be assessed and have to go first. Try again in a moment. */
export class PaarBezet extends Error {
  override readonly name = 'PaarBezet';
}

/** Makes the message inside the transaction, and whatever else has to commit with it. */
type Maker<T> = (paar: Paar) => Promise<{ bericht: Inhoud; resultaat: T; na?: (berichtId: string) => Promise<void> }>;

/** A message as it would be sent now. */
export interface Voorbeeld<T> {
  readonly soort: Verzendbaar;
  readonly bericht: Berichten[Verzendbaar];
  readonly bytes: Uint8Array;
  readonly resultaat: T;
}

export interface Verzonden<T> {
  readonly berichtId: string;
  readonly resultaat: T;
}

const MAX_OPNIEUW = 5;
/** How long in milliseconds is waited for messages of the pair that were stored before, and between looks. */
const GEDULD_MS = 10_000;
const TUSSENPOOS_MS = 40;

/** @throws Afgekeurd, PaarBezet, and what `maak` throws; in each case nothing was stored */
export async function verstuur<T>(
  beoordelaar: Beoordelaar, gemeente: string, aanbieder: string, client: string, maak: Maker<T>,
): Promise<Verzonden<T>> {
  return metGeduld(() => eenPoging(beoordelaar, gemeente, aanbieder, client, maak));
}

/** Ends the transaction of a preview, so that nothing of it stays. */
class Teruggedraaid<T> extends Error {
  override readonly name = 'Teruggedraaid';
  constructor(readonly voorbeeld: Voorbeeld<T> | undefined) {
    super('voorbeeld');
  }
}

/**
 * The message that `verstuur` would send now, made and assessed the same way in a transaction that is rolled back: nothing is stored, and no
 * number of the gateway is used up. Its Identificatie is one that is never handed out, and `na` is not called.
 * @throws as verstuur
 */
export async function maakVoorbeeld<T>(
  beoordelaar: Beoordelaar, gemeente: string, aanbieder: string, maak: Maker<T>,
): Promise<Voorbeeld<T>> {
  return metGeduld(async () => {
    try {
      return await inTransactie(beoordelaar.pool, async (db): Promise<undefined> => {
        const opgesteld = await stelOp(beoordelaar, { db, gemeente, aanbieder }, '0', maak);
        throw new Teruggedraaid(opgesteld && {
          soort: opgesteld.soort, bericht: opgesteld.volledig, bytes: opgesteld.bytes, resultaat: opgesteld.resultaat });
      });
    } catch (fout) {
      if (fout instanceof Teruggedraaid) return (fout as Teruggedraaid<T>).voorbeeld;
      throw fout;
    }
  });
}

/** Tries again while messages of the pair go first, or the register changed in between. @throws PaarBezet */
async function metGeduld<R>(probeer: () => Promise<R | undefined>): Promise<R> {
  // Not the time of day, which may be set while somebody waits.
  const grens = performance.now() + GEDULD_MS;
  for (let poging = 0; ; ) {
    try {
      const uitkomst = await probeer();
      if (uitkomst !== undefined) return uitkomst;
    } catch (fout) {
      if (!(fout instanceof RegisterGewijzigd) || ++poging > MAX_OPNIEUW) throw fout;
      continue;
    }
    if (performance.now() > grens) throw new PaarBezet('Er wachten nog berichten van dit paar op beoordeling.');
    await new Promise((klaar) => { setTimeout(klaar, TUSSENPOOS_MS); });
  }
}

interface Opgesteld<T> {
  readonly soort: Verzendbaar;
  readonly volledig: Berichten[Verzendbaar];
  readonly bytes: Buffer;
  readonly kop: Kop;
  readonly beoordeling: Oordeel;
  readonly resultaat: T;
  readonly na: ((berichtId: string) => Promise<void>) | undefined;
  /** The aanbieder assesses with software of its own. */
  readonly extern: boolean;
}

/**
 * Holds the pair, makes the message and assesses it. Undefined when messages of the pair have to be assessed first: order of storage is
 * order of assessment.
 * @param nummer SQL for the number of the message
 * @throws Afgekeurd, and what `maak` throws
 */
async function stelOp<T>(
  beoordelaar: Beoordelaar, paar: Paar, nummer: `nextval('berichtnummer')` | '0', maak: Maker<T>,
): Promise<Opgesteld<T> | undefined> {
  const { db, gemeente, aanbieder } = paar;
  await db.query('select pg_advisory_xact_lock(hashtextextended($2, $1))', [SLOT_BEOORDELEN, `${gemeente}|${aanbieder}`]);
  // One that failed and waits for its next attempt does not hold up the municipality.
  const { rows: [stand] } = await db.query<{ nummer: number; wacht: boolean; extern: boolean }>(
    `select (${nummer})::int8 as nummer, ${isExtern('$2')} as extern, exists (select 1 from bericht where gemeente = $1
       and aanbieder = $2 and status = 'ontvangen' and terzijde_op is null) as wacht`, [gemeente, aanbieder]);
  if (stand === undefined || stand.wacht) return undefined;
  const { bericht, resultaat, na } = await maak(paar);
  const vandaag = beoordelaar.klok.vandaag();
  const volledig = metHeader(bericht, gemeente, aanbieder, alsIdentificatie(stand.nummer), vandaag);
  const bytes = schrijf(bericht.soort, volledig);
  const controle = controleerNiveau1(bytes, beoordelaar.schemas);
  if (!controle.geldig) throw new Afgekeurd([], controle.fouten);
  const beoordeling = await beoordeel(beoordelaar, db, bericht.soort, volledig);
  if (beoordeling.bevindingen.length > 0) throw new Afgekeurd(beoordeling.bevindingen.map(zonderPlaats), []);
  return { soort: bericht.soort, volledig, bytes, kop: controle.kop, beoordeling, resultaat, na, extern: stand.extern };
}

/** As stelOp, and stores what was made. */
async function eenPoging<T>(
  beoordelaar: Beoordelaar, gemeente: string, aanbieder: string, client: string, maak: Maker<T>,
): Promise<Verzonden<T> | undefined> {
  return inTransactie(beoordelaar.pool, async (db) => {
    const opgesteld = await stelOp(beoordelaar, { db, gemeente, aanbieder }, `nextval('berichtnummer')`, maak);
    if (opgesteld === undefined) return undefined;
    const { soort, volledig, bytes, kop, beoordeling, resultaat, na, extern } = opgesteld;
    const id = uuid();
    const hash = createHash('sha256').update(bytes).digest();
    await voegUitgaandToe(db, {
      id, berichtsoort: soort, kop, hash, omvang: bytes.length, client, op: beoordelaar.klok.nu(),
    }, aanbieder, await pakIn(kluisVan(db), id, bytes));
    const verzonden = { id, berichtsoort: soort };
    if (extern) {
      // The register of the gemeente changes now; what the aanbieder thinks of it, its own software says.
      await verwerk(beoordelaar, db, verzonden, volledig, beoordeling, 'doorgestuurd');
      await stuurDoor(beoordelaar, db, { ...verzonden, afzender: gemeente, ontvanger: aanbieder });
    } else {
      await rondBerichtAf(beoordelaar, db, { ...verzonden, nummer: await volgendNummer(db) }, volledig, beoordeling);
    }
    await na?.(id);
    return { berichtId: id, resultaat };
  });
}

async function volgendNummer(db: Paar['db']): Promise<number> {
  const { rows } = await db.query<{ nummer: number }>(`select nextval('berichtnummer')::int8 as nummer`);
  return rows[0]?.nummer ?? 0;
}

function schrijf(soort: Verzendbaar, bericht: Berichten[Verzendbaar]): Buffer {
  try {
    return schrijfBericht(soort, bericht as never);
  } catch (fout) {
    if (!(fout instanceof NietSchrijfbaar)) throw fout;
    throw new Afgekeurd([], [{ regel: 1, melding: `${fout.message}. Verwijder het.` }]);
  }
}

const CODES = { WMO301: '414', WMO319: '482' } as const;

function metHeader(bericht: Inhoud, gemeente: string, aanbieder: string, Identificatie: string, Dagtekening: string): Berichten[Verzendbaar] {
  const Header = {
    BerichtCode: CODES[bericht.soort], BerichtVersie: 3, BerichtSubversie: 2, Afzender: gemeente, Ontvanger: aanbieder,
    BerichtIdentificatie: { Identificatie, Dagtekening }, XsdVersie: { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' },
  };
  return { Header, ...bericht.inhoud } as Berichten[Verzendbaar];
}
