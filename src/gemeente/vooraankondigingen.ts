/** Notices of structural change: their states, the steps allowed in each, and their history. */
import { v7 as uuid } from 'uuid';
import { datumNaarSql, datumUitSql, type Bevraagbaar } from '../platform/database.js';
import { waarvoorToelichting } from '../platform/kluis/hercodeer.js';
import { kluisVan, type Kluis } from '../platform/kluis/kluis.js';
import { zoekPersoon } from '../register/personen.js';
import type { basis } from '../standaard/berichten/gegenereerd/index.js';
import type { Paar } from './plaatsing.js';

export type Stap = 'evaluatie-vervroegd' | 'melding-geopend' | 'melding-definitief' | 'verslag-ondertekend' | 'toewijzen' | 'afwijzen';
export type Stand =
  | 'ingediend' | 'evaluatie-vervroegd' | 'melding-geopend' | 'melding-definitief' | 'verslag-ondertekend' | 'toegewezen' | 'afgewezen';

/** The order of the work: an earlier evaluation or an interim notice, made definitive, a signed report, and then the allocation. */
const STAPPEN: { readonly [S in Stand]: readonly Stap[] } = {
  ingediend: ['evaluatie-vervroegd', 'melding-geopend', 'afwijzen'],
  'evaluatie-vervroegd': ['melding-definitief', 'afwijzen'],
  'melding-geopend': ['melding-definitief', 'afwijzen'],
  'melding-definitief': ['verslag-ondertekend', 'afwijzen'],
  'verslag-ondertekend': ['toewijzen', 'afwijzen'],
  toegewezen: [],
  afgewezen: [],
};
export const STANDEN = Object.keys(STAPPEN) as readonly Stand[];
export const ALLE_STAPPEN: readonly Stap[] = [
  'evaluatie-vervroegd', 'melding-geopend', 'melding-definitief', 'verslag-ondertekend', 'toewijzen', 'afwijzen'];

export function toegestaneStappen(stand: Stand): readonly Stap[] {
  return STAPPEN[stand];
}

/** The state after a step. */
export function standNa(stap: Stap): Stand {
  return stap === 'toewijzen' ? 'toegewezen' : stap === 'afwijzen' ? 'afgewezen' : stap;
}

export interface Vooraankondiging {
  readonly id: string;
  readonly gemeente: string;
  readonly aanbieder: string;
  /** Number of the client in the register. */
  readonly persoon: number;
  readonly toewijzingNummer: number;
  readonly richting: 'op' | 'af';
  readonly gewenstProduct: { readonly categorie: basis.LDT_ProductCategorie; readonly code?: string };
  readonly vanaf: string;
  readonly toelichting: string | undefined;
  readonly status: Stand;
  /** Day on which the change takes effect. */
  readonly definitiefOp: string | undefined;
  readonly ingediendOp: string;
  readonly berichtId: string | undefined;
}

interface Rij {
  id: string; gemeente: string; aanbieder: string; persoon: number; toewijzing_nummer: number; richting: 'op' | 'af';
  categorie: string; code: string | null;
  vanaf: string; toelichting_sleutel: number | null; toelichting_inhoud: Buffer | null; status: Stand; definitief_op: string | null;
  ingediend_op: string; bericht_id: string | null;
}

async function alsVooraankondiging(kluis: Kluis, rij: Rij): Promise<Vooraankondiging> {
  const toelichting = rij.toelichting_inhoud === null ? undefined
    : await kluis.open({ sleutel: rij.toelichting_sleutel, inhoud: rij.toelichting_inhoud }, waarvoorToelichting(rij.id));
  return {
    id: rij.id, gemeente: rij.gemeente, aanbieder: rij.aanbieder, persoon: rij.persoon, toewijzingNummer: rij.toewijzing_nummer,
    richting: rij.richting,
    gewenstProduct: { categorie: rij.categorie as basis.LDT_ProductCategorie, ...(rij.code === null ? {} : { code: rij.code }) },
    vanaf: datumUitSql(rij.vanaf), toelichting: toelichting?.toString(), status: rij.status,
    definitiefOp: rij.definitief_op === null ? undefined : datumUitSql(rij.definitief_op), ingediendOp: datumUitSql(rij.ingediend_op),
    berichtId: rij.bericht_id ?? undefined,
  };
}

export type Nieuw = Pick<Vooraankondiging,
  'gemeente' | 'aanbieder' | 'toewijzingNummer' | 'richting' | 'gewenstProduct' | 'vanaf' | 'ingediendOp'>
  & { readonly bsn: string; readonly toelichting?: string };

/** Number of the client of an allocation of this aanbieder; undefined when there is no such allocation. */
export async function persoonBij(
  db: Bevraagbaar, { gemeente, aanbieder, toewijzingNummer }: Pick<Nieuw, 'gemeente' | 'aanbieder' | 'toewijzingNummer'>,
): Promise<number | undefined> {
  const { rows } = await db.query<{ persoon: number }>(
    'select persoon from toewijzing where gemeente = $1 and toewijzing_nummer = $2 and aanbieder = $3', [gemeente, toewijzingNummer, aanbieder]);
  return rows[0]?.persoon;
}

/** Files a notice. Undefined when the allocation is not of this client and aanbieder; `dubbel` when one is open for it. */
export async function dienIn(db: Bevraagbaar, nieuw: Nieuw): Promise<Vooraankondiging | 'dubbel' | undefined> {
  const persoon = await zoekPersoon(db, nieuw.bsn);
  const bestaat = await db.query(
    'select 1 from toewijzing where gemeente = $1 and toewijzing_nummer = $2 and aanbieder = $3 and persoon = $4',
    [nieuw.gemeente, nieuw.toewijzingNummer, nieuw.aanbieder, persoon]);
  if (bestaat.rowCount === 0) return undefined;
  const id = uuid();
  const kluis = kluisVan(db);
  const toelichting = nieuw.toelichting === undefined ? undefined : kluis.verzegel(Buffer.from(nieuw.toelichting), waarvoorToelichting(id));
  const { rows } = await db.query<Rij>(
    `insert into vooraankondiging (gemeente, aanbieder, persoon, toewijzing_nummer, richting, categorie, code, vanaf, ingediend_op, id,
       toelichting_sleutel, toelichting_inhoud)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing returning *`,
    [nieuw.gemeente, nieuw.aanbieder, persoon, nieuw.toewijzingNummer, nieuw.richting, nieuw.gewenstProduct.categorie,
      nieuw.gewenstProduct.code ?? null, datumNaarSql(nieuw.vanaf), nieuw.ingediendOp, id, toelichting?.sleutel ?? null,
      toelichting?.inhoud ?? null]);
  return rows[0] === undefined ? 'dubbel' : alsVooraankondiging(kluis, rows[0]);
}

/** Whose notices may be seen: those to one of the gemeenten and those of one of the aanbieders. */
export interface Zicht {
  readonly gemeenten: readonly string[];
  readonly aanbieders: readonly string[];
}

/**
 * @param vergrendel hold the row until the transaction ends
 * @param zicht only a notice within it; absent: any
 */
export async function zoekVooraankondiging(
  db: Bevraagbaar, id: string, vergrendel = false, zicht?: Zicht,
): Promise<Vooraankondiging | undefined> {
  const { rows } = await db.query<Rij>(
    `select * from vooraankondiging where id = $1 and ($2::text[] is null or gemeente = any ($2) or aanbieder = any ($3))
     ${vergrendel ? 'for update' : ''}`, [id, zicht?.gemeenten ?? null, zicht?.aanbieders ?? null]);
  return rows[0] === undefined ? undefined : alsVooraankondiging(kluisVan(db), rows[0]);
}

export interface Historieregel { readonly stap: string; readonly datum: string }

export async function historieVan(db: Bevraagbaar, { gemeente, id }: Vooraankondiging): Promise<Historieregel[]> {
  const { rows } = await db.query<{ stap: string; datum: string }>(
    'select stap, datum from vooraankondiging_stap where gemeente = $1 and vooraankondiging_id = $2 order by volgnummer', [gemeente, id]);
  return rows.map(({ stap, datum }) => ({ stap, datum: datumUitSql(datum) }));
}

/** Whose notices: those to one gemeente, of any aanbieder or of some, or those of one aanbieder to any gemeente. */
export type Lijstvraag =
  | { readonly gemeente: string; readonly aanbieders?: readonly string[] | undefined }
  | { readonly gemeente?: undefined; readonly aanbieder: string };

/** A page of notices, the first filed first. @param status `open`: of which the outcome is not known yet @param na the last id of the page before */
export async function lijstVooraankondigingen(
  db: Bevraagbaar, vraag: Lijstvraag, status: Stand | 'open' | undefined, limiet: number, na: string | undefined,
): Promise<Vooraankondiging[]> {
  // In the words of the index of those that are open.
  const stand = status === 'open' ? `$1::text is not null and status not in ('toegewezen', 'afgewezen')` : '($1::text is null or status = $1)';
  const [wie, waarden] = vraag.gemeente === undefined ? ['aanbieder = $4', [vraag.aanbieder]]
    : ['gemeente = $4 and ($5::text[] is null or aanbieder = any ($5))', [vraag.gemeente, vraag.aanbieders ?? null]];
  const { rows } = await db.query<Rij>(
    `select * from vooraankondiging where ${wie} and ${stand} and ($2::uuid is null or id > $2) order by id limit $3`,
    [status ?? null, na ?? null, limiet, ...waarden]);
  return Promise.all(rows.map((rij) => alsVooraankondiging(kluisVan(db), rij)));
}

/** Notes a step that was taken. `berichtId`: the WMO301 that it led to. */
export async function zetStap(
  { db }: Pick<Paar, 'db'>, { gemeente, id }: Vooraankondiging, stap: Stap, datum: string, client: string, berichtId?: string,
): Promise<void> {
  await db.query(
    `with stap as (insert into vooraankondiging_stap (gemeente, vooraankondiging_id, stap, datum, client) values ($1, $2, $3, $4, $5))
     update vooraankondiging set status = $6, definitief_op = case when $3 = 'melding-definitief' then $4::date else definitief_op end,
       bericht_id = coalesce($7, bericht_id)
     where gemeente = $1 and id = $2`,
    [gemeente, id, stap, datumNaarSql(datum), client, standNa(stap), berichtId ?? null]);
}
