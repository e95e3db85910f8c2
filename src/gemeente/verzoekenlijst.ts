/** Pages of requests, and what became of one. Every page is a stretch of one index. */
import type { Bevraagbaar } from '../platform/database.js';
import { onderwerpTekst } from './termijnenregister.js';
import type { Verzoek, Verzoekstatus } from './verzoeken.js';

export interface Verzoekregel {
  readonly id: string;
  readonly referentieAanbieder: string;
  readonly berichtsoort: 'WMO315' | 'WMO317';
  readonly aanbieder: string;
  readonly status: Verzoekstatus;
  readonly wachtOp: readonly string[];
  readonly berichtId: string;
  readonly ontvangenOp: Date;
  /** Last day of the first running term of the gemeente. */
  readonly vervaldatum: string | undefined;
}

interface Rij {
  id: string; referentie_aanbieder: string; berichtsoort: 'WMO315' | 'WMO317'; aanbieder: string; status: Verzoekstatus; wacht_op: string[];
  bericht_id: string; ontvangen_op: Date; vervaldatum: string | null;
}

/** By id, which says nothing; or by when they came in, for one status. */
export type Volgorde = 'id' | 'oudste' | 'nieuwste';

const VOLGORDE: Readonly<Record<Volgorde, { readonly na: string; readonly op: string }>> = {
  id: { na: 'id > $3', op: 'id' },
  // Ids of messages go up with the time at which they came in.
  oudste: { na: '(bericht_id, volgorde) > (select bericht_id, volgorde from verzoek where id = $3)', op: 'bericht_id, volgorde' },
  nieuwste: { na: '(bericht_id, volgorde) < (select bericht_id, volgorde from verzoek where id = $3)', op: 'bericht_id desc, volgorde desc' },
};

/** The query of a page, with its parameters. @param na the last id of the page before */
export function verzoekenvraag(
  gemeente: string, status: Verzoekstatus | undefined, volgorde: Volgorde, limiet: number, na: string | undefined,
): { tekst: string; waarden: unknown[] } {
  const { na: verder, op } = VOLGORDE[volgorde];
  const bladzijde = `select * from verzoek where gemeente = $1 and ($2::text is null or status = $2)
    ${na === undefined ? 'and $3::uuid is null' : `and ${verder}`} order by ${op} limit $4`;
  return {
    tekst: `select v.*, b.ontvangen_op, (select min(t.vervaldatum) from termijn t where t.gemeente = v.gemeente and t.aanbieder = v.aanbieder
        and t.onderwerp = '${onderwerpTekst({ referentieAanbieder: '' })}' || v.referentie_aanbieder and t.gesloten_op is null
        and t.partij = 'gemeente') as vervaldatum
      from (${status === undefined ? bladzijde : bladzijde.replace('($2::text is null or status = $2)', 'status = $2')}) v
      join bericht b on b.id = v.bericht_id order by ${op.replaceAll(/bericht_id|volgorde|\bid\b/g, 'v.$&')}`,
    waarden: [gemeente, status ?? null, na ?? null, limiet],
  };
}

/** A page of requests of a gemeente. */
export async function lijstVerzoeken(
  db: Bevraagbaar, gemeente: string, status: Verzoekstatus | undefined, volgorde: Volgorde, limiet: number, na: string | undefined,
): Promise<Verzoekregel[]> {
  const { tekst, waarden } = verzoekenvraag(gemeente, status, volgorde, limiet, na);
  const { rows } = await db.query<Rij>(tekst, waarden);
  return rows.map((rij) => ({
    id: rij.id, referentieAanbieder: rij.referentie_aanbieder, berichtsoort: rij.berichtsoort, aanbieder: rij.aanbieder, status: rij.status,
    wachtOp: rij.wacht_op, berichtId: rij.bericht_id, ontvangenOp: rij.ontvangen_op, vervaldatum: rij.vervaldatum ?? undefined }));
}

/** What was decided on a request, by whom and when. */
export interface Genomen {
  readonly besluit: 'toewijzen' | 'onderzoek' | 'afwijzen';
  readonly redenAfwijzing: string | undefined;
  /** Name of the client or the person; `beleid` for policy. */
  readonly door: string;
  readonly op: Date;
  readonly berichtId: string;
  readonly berichtsoort: 'WMO301' | 'WMO319';
}

interface Besluitrij {
  besluit: Genomen['besluit']; reden_afwijzing: string | null; client: string; ontvangen_op: Date; id: string; berichtsoort: Genomen['berichtsoort'];
}

/** Decisions on a request, the first one first; the last is what stands. One query. */
export async function besluitenOp(
  db: Bevraagbaar, { id, gemeente, aanbieder, referentie }: Pick<Verzoek, 'id' | 'gemeente' | 'aanbieder' | 'referentie'>,
): Promise<Genomen[]> {
  const { rows } = await db.query<Besluitrij>(
    `select case a.verzoek_antwoord when '1' then 'afwijzen' else 'onderzoek' end as besluit, a.reden_afwijzing, b.client, b.ontvangen_op, b.id,
       b.berichtsoort, b.volgnummer
     from verzoek_antwoord a join bericht b on b.id = a.bericht_id
     where a.gemeente = $1 and a.aanbieder = $2 and a.referentie_aanbieder = $3
     union
     select 'toewijzen', null, b.client, b.ontvangen_op, b.id, b.berichtsoort, b.volgnummer
     from toewijzing t
     join toewijzing_versie v on v.gemeente = t.gemeente and v.toewijzing_nummer = t.toewijzing_nummer and v.referentie_aanbieder = $3
     join bericht b on b.id = v.bericht_id
     where t.gemeente = $1 and t.aanbieder = $2 and t.persoon = (select persoon from verzoek where id = $4)
     order by volgnummer`, [gemeente, aanbieder, referentie, id]);
  return rows.map((rij) => ({
    besluit: rij.besluit, redenAfwijzing: rij.reden_afwijzing ?? undefined, door: rij.client, op: rij.ontvangen_op, berichtId: rij.id,
    berichtsoort: rij.berichtsoort }));
}

export interface LopendeTermijn { readonly soort: string; readonly bron: string; readonly vervaldatum: string }

/** Running terms of the gemeente for a request, the first to pass first. */
export async function termijnenVan(
  db: Bevraagbaar, { gemeente, aanbieder, referentie }: Pick<Verzoek, 'gemeente' | 'aanbieder' | 'referentie'>,
): Promise<LopendeTermijn[]> {
  const { rows } = await db.query<LopendeTermijn>(
    `select soort, bron, vervaldatum from termijn where gemeente = $1 and aanbieder = $2 and onderwerp = $3 and gesloten_op is null
       and partij = 'gemeente' order by vervaldatum, volgnummer`, [gemeente, aanbieder, onderwerpTekst({ referentieAanbieder: referentie })]);
  return rows;
}
