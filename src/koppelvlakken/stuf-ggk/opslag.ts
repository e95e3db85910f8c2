/** What is kept of envelopes and fault messages. */
import type { Bevraagbaar } from '../../platform/database.js';
import type { Berichtsoort } from '../../standaard/berichten/berichtsoorten.js';
import type { Bericht } from '../../verwerking/bericht.js';
import type { Foutbericht } from './antwoorden.js';
import type { Partij, Versie } from './envelop.js';

/** The part of a message that its envelope is made from. */
export type Verpakbaar = Pick<Bericht, 'id' | 'berichtsoort' | 'afzender' | 'ontvanger' | 'identificatie'>;

/** What stands on the envelope of a stored message. */
export interface Envelopgegevens {
  readonly berichtId: string;
  readonly referentienummer: string;
  readonly zender: Partij;
  readonly ontvanger: Partij;
  readonly tijdstip: string;
  readonly applicatie: Versie;
}

/**
 * Keeps the envelopes of messages, in one statement whatever their number. A message that has one keeps it.
 * @returns ids of the messages whose envelope was kept; one is missing too when its sender has used the number for another message
 */
export async function bewaarEnveloppen(db: Bevraagbaar, enveloppen: readonly Envelopgegevens[], op: Date): Promise<ReadonlySet<string>> {
  const kolom = (waarde: (envelop: Envelopgegevens) => string | null | undefined): (string | null)[] =>
    enveloppen.map((envelop) => waarde(envelop) ?? null);
  const { rows } = await db.query<{ bericht_id: string }>({
    name: 'bewaar_enveloppen',
    text: `insert into stuf_envelop (bericht_id, referentienummer, zender_organisatie, zender_applicatie, zender_administratie,
         ontvanger_organisatie, ontvanger_applicatie, ontvanger_administratie, tijdstip, applicatie_versie, applicatie_subversie, vastgelegd_op)
       select *, $12::timestamptz from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
         $9::text[], $10::text[], $11::text[])
       on conflict do nothing returning bericht_id`,
    values: [kolom((e) => e.berichtId), kolom((e) => e.referentienummer), kolom((e) => e.zender.organisatie), kolom((e) => e.zender.applicatie),
      kolom((e) => e.zender.administratie), kolom((e) => e.ontvanger.organisatie), kolom((e) => e.ontvanger.applicatie),
      kolom((e) => e.ontvanger.administratie), kolom((e) => e.tijdstip), kolom((e) => e.applicatie.versie), kolom((e) => e.applicatie.subversie),
      op],
  });
  return new Set(rows.map((rij) => rij.bericht_id));
}

interface Enveloprij {
  bericht_id: string; referentienummer: string; zender_organisatie: string; zender_applicatie: string; zender_administratie: string | null;
  ontvanger_organisatie: string; ontvanger_applicatie: string; ontvanger_administratie: string | null; tijdstip: string;
  applicatie_versie: string; applicatie_subversie: string;
}

/** The envelopes that are known of these messages, by id of the message. */
export async function zoekEnveloppen(db: Bevraagbaar, berichtIds: readonly string[]): Promise<ReadonlyMap<string, Envelopgegevens>> {
  const { rows } = await db.query<Enveloprij>({
    name: 'zoek_enveloppen', values: [berichtIds],
    text: `select bericht_id, referentienummer, zender_organisatie, zender_applicatie, zender_administratie, ontvanger_organisatie,
       ontvanger_applicatie, ontvanger_administratie, tijdstip, applicatie_versie, applicatie_subversie
       from stuf_envelop where bericht_id = any($1::uuid[])`,
  });
  return new Map(rows.map((rij) => [rij.bericht_id, {
    berichtId: rij.bericht_id, referentienummer: rij.referentienummer, tijdstip: rij.tijdstip,
    zender: { organisatie: rij.zender_organisatie, applicatie: rij.zender_applicatie, administratie: rij.zender_administratie ?? undefined },
    ontvanger: {
      organisatie: rij.ontvanger_organisatie, applicatie: rij.ontvanger_applicatie, administratie: rij.ontvanger_administratie ?? undefined },
    applicatie: { versie: rij.applicatie_versie, subversie: rij.applicatie_subversie },
  }]));
}

/** SHA-256 of the message that a sender put under this number. */
export async function zoekHash(db: Bevraagbaar, referentienummer: string, zender: string): Promise<Buffer | undefined> {
  const { rows } = await db.query<{ hash: Buffer }>(
    `select b.hash from stuf_envelop e join bericht b on b.id = e.bericht_id where e.referentienummer = $1 and e.zender_organisatie = $2`,
    [referentienummer, zender]);
  return rows[0]?.hash;
}

/** A message that was put in the outbox, and is known by the number on its envelope. */
export interface Verzonden {
  readonly berichtId: string;
  readonly berichtsoort: Berichtsoort;
}

/**
 * The message that was sent to a party under this number.
 * @param voorIedereen the party passes messages on: also what was sent to others
 */
export async function zoekVerzonden(
  db: Bevraagbaar, referentienummer: string, partij: string, voorIedereen: boolean,
): Promise<Verzonden | undefined> {
  const { rows } = await db.query<{ id: string; berichtsoort: Berichtsoort }>({
    name: 'zoek_verzonden', values: [referentienummer, partij, voorIedereen],
    text: `select b.id, b.berichtsoort from stuf_envelop e join bezorging z on z.bericht_id = e.bericht_id join bericht b on b.id = e.bericht_id
       where e.referentienummer = $1 and (z.partij = $2 or $3::boolean) order by b.volgnummer limit 1`,
  });
  return rows[0] === undefined ? undefined : { berichtId: rows[0].id, berichtsoort: rows[0].berichtsoort };
}

/** The message that this one answers. */
export async function zoekBeantwoord(db: Bevraagbaar, antwoordId: string): Promise<Verpakbaar | undefined> {
  const { rows } = await db.query<{ [K in keyof Verpakbaar]: Verpakbaar[K] }>({
    name: 'zoek_beantwoord', values: [antwoordId],
    text: `select h.id, h.berichtsoort, h.afzender, h.ontvanger, h.identificatie from bericht a join bericht h on h.id = a.antwoord_op
       where a.id = $1`,
  });
  return rows[0];
}

interface Foutgegevens {
  readonly partij: string;
  readonly referentienummer: string;
  readonly crossRefnummer: string;
  readonly code: string;
  readonly plek: 'client' | 'server';
}

/** Keeps that a party could not take in a message; once, however often it says so. */
export async function bewaarFoutmelding(db: Bevraagbaar, berichtId: string, fout: Foutgegevens, op: Date): Promise<void> {
  await db.query(
    `insert into stuf_foutbericht (richting, partij, referentienummer, cross_refnummer, bericht_id, code, plek, aangemaakt_op)
     values ('inkomend', $1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [fout.partij, fout.referentienummer, fout.crossRefnummer, berichtId, fout.code, fout.plek, op]);
}

/** Puts a Fo01 ready for a party, once for each envelope; the database puts it in the outbox in the same breath (migration 0018). */
export async function zetFoutberichtKlaar(db: Bevraagbaar, fout: Foutbericht, op: Date): Promise<void> {
  await db.query(
    `insert into stuf_foutbericht (richting, partij, referentienummer, cross_refnummer, code, plek, inhoud, aangemaakt_op)
     values ('uitgaand', $1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [fout.partij, fout.referentienummer, fout.crossRefnummer, fout.code, fout.plek, fout.inhoud, op]);
}

/** The Fo01 with this number, as an element. @param partijen only for one of these; absent: for any */
export async function haalFoutbericht(db: Bevraagbaar, nummer: string, partijen: readonly string[] | undefined): Promise<string | undefined> {
  const { rows } = await db.query<{ inhoud: string }>(
    `select inhoud from stuf_foutbericht
     where richting = 'uitgaand' and referentienummer = $1::uuid::text and ($2::text[] is null or partij = any ($2))`, [nummer, partijen ?? null]);
  return rows[0]?.inhoud;
}
