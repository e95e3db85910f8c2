/** Requests of aanbieders as the municipality sees them. What was asked is read from the message itself; the register keeps only the stand. */
import type { Bevraagbaar } from '../platform/database.js';
import { leesInhoud, type Ingepakt } from '../platform/inhoud.js';
import { kluisVan, type Kluis } from '../platform/kluis/kluis.js';
import type { WMO315, WMO317 } from '../standaard/berichten/gegenereerd/index.js';
import { leesBericht } from '../standaard/xml/lezen.js';

export type Verzoekstatus = 'onderhanden' | 'in-onderzoek' | 'toegewezen' | 'afgewezen';
export const VERZOEKSTATUSSEN: readonly Verzoekstatus[] = ['onderhanden', 'in-onderzoek', 'toegewezen', 'afgewezen'];

interface Basis {
  readonly id: string;
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly bsn: string;
  readonly referentie: string;
  readonly status: Verzoekstatus;
  /** Why a person is needed; empty when none is. */
  readonly wachtOp: readonly string[];
  readonly berichtId: string;
  readonly dagtekening: string;
}

/** Who the client is according to a WMO315. */
export type Aangevraagd = Pick<WMO315.Client, 'Geboortedatum' | 'Geslacht' | 'Naam'>;

/** One AangevraagdProduct of a WMO315, or the Verzoek of a WMO317 as a whole. */
export type Verzoek =
  | (Basis & { readonly berichtsoort: 'WMO315'; readonly product: WMO315.AangevraagdProduct; readonly client: Aangevraagd })
  | (Basis & { readonly berichtsoort: 'WMO317'; readonly verzoek: WMO317.Verzoek });

interface Rij extends Ingepakt {
  id: string; gemeente: string; aanbieder: string; referentie_aanbieder: string; berichtsoort: 'WMO315' | 'WMO317';
  volgorde: number; status: Verzoekstatus; wacht_op: string[]; bericht_id: string; dagtekening: string;
}

async function alsVerzoek(kluis: Kluis, rij: Rij): Promise<Verzoek> {
  const basis = {
    id: rij.id, gemeente: rij.gemeente, aanbieder: rij.aanbieder, referentie: rij.referentie_aanbieder, status: rij.status,
    wachtOp: rij.wacht_op, berichtId: rij.bericht_id, dagtekening: rij.dagtekening,
  };
  const bytes = await leesInhoud(kluis, rij.bericht_id, rij);
  if (rij.berichtsoort === 'WMO317') {
    const { Bsn: bsn, Verzoek: verzoek } = leesBericht('WMO317', bytes).Client;
    return { ...basis, bsn, berichtsoort: 'WMO317', verzoek };
  }
  const { Bsn: bsn, AangevraagdeProducten, Geboortedatum, Geslacht, Naam } = leesBericht('WMO315', bytes).Client;
  const product = AangevraagdeProducten[rij.volgorde - 1];
  if (product === undefined) throw new Error('Het aangevraagde product staat niet in zijn bericht');
  return { ...basis, bsn, berichtsoort: 'WMO315', product, client: { Geboortedatum, Geslacht, Naam } };
}

const VERZOEK = `select v.*, b.dagtekening, i.codering, i.sleutel, i.inhoud from verzoek v
  join bericht b on b.id = v.bericht_id join bericht_inhoud i on i.bericht_id = v.bericht_id`;

/** @param gemeenten only a request to one of these; absent: to any */
export async function zoekVerzoek(db: Bevraagbaar, id: string, gemeenten?: readonly string[]): Promise<Verzoek | undefined> {
  const { rows } = await db.query<Rij>(
    `${VERZOEK} where v.id = $1 and ($2::text[] is null or v.gemeente = any ($2))`, [id, gemeenten ?? null]);
  return rows[0] === undefined ? undefined : alsVerzoek(kluisVan(db), rows[0]);
}

/** The oldest request of a pair that policy has not looked at. */
export async function eersteTeBekijken(db: Bevraagbaar, gemeente: string, aanbieder: string): Promise<Verzoek | undefined> {
  const { rows } = await db.query<Rij>(
    `${VERZOEK} where v.gemeente = $1 and v.aanbieder = $2 and v.bekeken_op is null and v.status = 'onderhanden'
     order by b.volgnummer, v.volgorde limit 1`, [gemeente, aanbieder]);
  return rows[0] === undefined ? undefined : alsVerzoek(kluisVan(db), rows[0]);
}

/** Notes that policy has looked; with reasons the request waits for a person. One that was decided in the meantime does not. */
export async function noteerBekeken(db: Bevraagbaar, id: string, wachtOp: readonly string[]): Promise<void> {
  await db.query(`update verzoek set bekeken_op = now(), wacht_op = $2 where id = $1 and status = 'onderhanden'`, [id, wachtOp]);
}
