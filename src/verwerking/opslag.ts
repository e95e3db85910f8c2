/** The message store. Every statement is parameterised; lists page by key, so the last page costs what the first does. */
import { datumNaarSql, type Bevraagbaar } from '../platform/database.js';
import { paarVan, wegVan, type Berichtsoort } from '../standaard/berichten/berichtsoorten.js';
import type { Bevinding } from '../standaard/regels/bevinding.js';
import type { Kop } from '../standaard/xml/niveau1.js';
import type { Bericht, Berichtstatus } from './bericht.js';
import { leesInhoud, type Ingepakt } from '../platform/inhoud.js';
import { kluisVan } from '../platform/kluis/kluis.js';
import { huidigSpoor } from '../platform/sporen.js';

export interface NieuwBericht {
  readonly id: string;
  readonly berichtsoort: Berichtsoort;
  readonly kop: Kop;
  readonly hash: Buffer;
  /** Size in bytes as received or sent. */
  readonly omvang: number;
  readonly client: string;
  readonly op: Date;
  /** For an answer of a party that answers itself: the message that it answers. */
  readonly antwoordOp?: string;
}

/** The two advisory lock families of a pair (seed of the hash): one for handing out order numbers, one for assessing. */
export const SLOT_OPSLAAN = 1;
export const SLOT_BEOORDELEN = 2;

const BERICHTVELDEN = `id, berichtsoort, gemeente, aanbieder, afzender, ontvanger, identificatie, dagtekening, hash, omvang, client,
  ontvangen_op`;

/** Values of BERICHTVELDEN, then encoding, content and key. */
function waardenVan(bericht: NieuwBericht, ingepakt: Ingepakt): unknown[] {
  const { kop } = bericht;
  const { gemeente, aanbieder } = paarVan(bericht.berichtsoort, kop.afzender, kop.ontvanger);
  return [bericht.id, bericht.berichtsoort, gemeente, aanbieder, kop.afzender, kop.ontvanger, kop.identificatie,
    datumNaarSql(kop.dagtekening), bericht.hash, bericht.omvang, bericht.client, bericht.op, ingepakt.codering, ingepakt.inhoud,
    ingepakt.sleutel];
}

/** Part of a statement: the entry of the audit trail about the message in `tabel`, kept exactly when the message is. SQL expressions. */
function auditDeel(tabel: string, handeling: string, client: string, namens: string, reden: string, resultaat: string, id = 'n.id'): string {
  return `audit as (insert into audit_nieuw (client, namens, handeling, object, reden, resultaat)
    select ${client}, ${namens}, '${handeling}', 'berichten ' || ${id}, '${reden}', ${resultaat} from ${tabel} n)`;
}

/** Stores an incoming message. The pair's storage lock makes order of number and order of commit the same (invariant 4). */
export async function voegBerichtToe(db: Bevraagbaar, bericht: NieuwBericht, ingepakt: Ingepakt): Promise<void> {
  await db.query({
    name: 'voeg_bericht_toe',
    text: `with slot as materialized (select pg_advisory_xact_lock(hashtextextended($3 || '|' || $4, $16))),
       nieuw as (
         insert into bericht (${BERICHTVELDEN}, richting, status, antwoord_op, spoor)
         select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'inkomend', 'ontvangen', $17::uuid, $19 from slot returning id, client),
       ${auditDeel('nieuw', 'bericht aangeleverd', 'n.client', '$18', 'aanlevering', `'opgeslagen'`)}
       insert into bericht_inhoud (bericht_id, codering, inhoud, sleutel) select id, $13, $14, $15 from nieuw`,
    values: [...waardenVan(bericht, ingepakt), SLOT_OPSLAAN, bericht.antwoordOp ?? null,
      wegVan(bericht.berichtsoort, bericht.kop.afzender, bericht.kop.ontvanger).van, huidigSpoor() ?? null],
  });
}

/** Stores a message that is made and sent here, with its outbox row for the receiver. The caller holds the pair. */
export async function voegUitgaandToe(db: Bevraagbaar, bericht: NieuwBericht, partij: string, ingepakt: Ingepakt): Promise<void> {
  await db.query({
    name: 'voeg_uitgaand_toe',
    text: `with nieuw as (
         insert into bericht (${BERICHTVELDEN}, richting, status)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'uitgaand', 'ontvangen') returning id, client, afzender),
       ${auditDeel('nieuw', 'bericht opgesteld', 'n.client', 'n.afzender', 'besluit', `'opgeslagen'`)},
       inhoud as (insert into bericht_inhoud (bericht_id, codering, inhoud, sleutel) select id, $13, $14, $15 from nieuw)
       insert into bezorging (bericht_id, partij, aangemaakt_op) select id, $16, $12 from nieuw`,
    values: [...waardenVan(bericht, ingepakt), partij],
  });
}

/** The outcome of an assessment. */
export interface Afronding {
  /** The message that was assessed. */
  readonly id: string;
  readonly status: Berichtstatus;
  readonly bevindingen: readonly Bevinding[];
  readonly antwoord: NieuwBericht;
  /** Who the answer is for. */
  readonly partij: string;
}

/** Stores the answer, puts it in the outbox and closes the assessment, in one statement. */
export async function rondAf(db: Bevraagbaar, { id, status, bevindingen, antwoord, partij }: Afronding, ingepakt: Ingepakt): Promise<void> {
  await db.query({
    name: 'rond_af',
    text: `with antwoord as (
         insert into bericht (${BERICHTVELDEN}, richting, status, antwoord_op)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'uitgaand', 'klaargezet', $16) returning id, client, antwoord_op),
       ${auditDeel('antwoord', 'bericht beoordeeld', 'n.client', '$17', 'beoordeling volgens de standaard', '$18', 'n.antwoord_op')},
       inhoud as (insert into bericht_inhoud (bericht_id, codering, inhoud, sleutel) select id, $13, $14, $15 from antwoord),
       uitgaand as (insert into bezorging (bericht_id, partij, aangemaakt_op) select id, $17, $12 from antwoord)
       update bericht set status = $18, bevindingen = $19, beoordeeld_op = $12, volgende_poging_op = null where id = $16`,
    values: [...waardenVan(antwoord, ingepakt), id, partij, status, JSON.stringify(bevindingen)],
  });
}

/** A row of BERICHTKOLOMMEN. */
export interface Berichtrij {
  id: string; volgnummer: number; berichtsoort: Berichtsoort; richting: 'inkomend' | 'uitgaand'; afzender: string; ontvanger: string;
  identificatie: string; dagtekening: string; status: Berichtstatus; bevindingen: Bevinding[]; ontvangen_op: Date;
  beoordeeld_op: Date | null; terzijde_op: Date | null; antwoord_id: string | null; antwoord_soort: Berichtsoort | null;
}

/** Of message `b` and its answer `a`. */
export const BERICHTKOLOMMEN = `b.id, b.volgnummer, b.berichtsoort, b.richting, b.afzender, b.ontvanger, b.identificatie, b.dagtekening, b.status,
  b.bevindingen, b.ontvangen_op, b.beoordeeld_op, b.terzijde_op, a.id as antwoord_id, a.berichtsoort as antwoord_soort`;
/** An answer that a party composed itself counts as soon as it is handled. */
export const ANTWOORD = `a.antwoord_op = b.id and a.status = 'klaargezet'`;
const TABELLEN = `bericht b left join bericht a on ${ANTWOORD}`;

export function alsBericht(rij: Berichtrij): Bericht {
  return {
    id: rij.id, volgnummer: rij.volgnummer, berichtsoort: rij.berichtsoort, richting: rij.richting, afzender: rij.afzender,
    ontvanger: rij.ontvanger, identificatie: rij.identificatie, dagtekening: rij.dagtekening, status: rij.status,
    bevindingen: rij.bevindingen, ontvangenOp: rij.ontvangen_op, beoordeeldOp: rij.beoordeeld_op ?? undefined,
    terzijdeOp: rij.terzijde_op ?? undefined,
    antwoord: rij.antwoord_id === null || rij.antwoord_soort === null ? undefined
      : { id: rij.antwoord_id, berichtsoort: rij.antwoord_soort },
  };
}

/** Sender or receiver of `b` is one of the parties in a parameter; null stands for everybody. */
export const vanPartijen = (plek: string): string => `(${plek}::text[] is null or b.afzender = any (${plek}) or b.ontvanger = any (${plek}))`;

/** @param partijen only a message from or to one of these; absent: any */
export async function zoekBericht(db: Bevraagbaar, id: string, partijen?: readonly string[]): Promise<Bericht | undefined> {
  const { rows } = await db.query<Berichtrij>({
    name: 'zoek_bericht', values: [id, partijen ?? null],
    text: `select ${BERICHTKOLOMMEN} from ${TABELLEN} where b.id = $1 and ${vanPartijen('$2')}` });
  return rows[0] === undefined ? undefined : alsBericht(rows[0]);
}

/** The bytes of a message, exactly as received or sent. @param partijen only of a message from or to one of these; absent: of any */
export async function haalInhoud(db: Bevraagbaar, id: string, partijen?: readonly string[]): Promise<Buffer | undefined> {
  const { rows } = await db.query<Ingepakt>(
    { name: 'haal_inhoud', text: `select i.codering, i.sleutel, i.inhoud from bericht_inhoud i join bericht b on b.id = i.bericht_id
        where i.bericht_id = $1 and ${vanPartijen('$2')}`, values: [id, partijen ?? null] });
  return rows[0] === undefined ? undefined : leesInhoud(kluisVan(db), id, rows[0]);
}
