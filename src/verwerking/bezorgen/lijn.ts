/**
 * The lines of the outbox that are pushed: one per party with a webhook, oldest first. A line is held by a lease in the database, so that no
 * connection is held while a request is under way, and a holder that dies lets go by itself.
 */
import type { Bevraagbaar } from '../../platform/database.js';
import type { Ingepakt } from '../../platform/inhoud.js';
import { kluisVan } from '../../platform/kluis/kluis.js';
import { waarvoorGeheim } from '../../platform/kluis/hercodeer.js';
import type { Bestemming, Bezorgsoort, Fout, Vorm } from './bezorging.js';
import { BEZORGTIJD_S } from './herhalen.js';

/** Seconds that a line stays taken without a sign of its holder; longer than any attempt lasts. */
const VASTHOUDEN_S = 120;

const oudste = (welke: string): string => `(select b.id, b.volgende_poging_op from bezorging b
  where b.partij = a.partij and b.bezorgd_op is null and b.terzijde_op is null and ${welke} order by b.id limit 1)`;
/**
 * The oldest that waits for a party; `a` is its subscription. Fault messages are only for who speaks StUF; others find them in the postvak.
 */
const KOP = `select kop.* from (${oudste('b.foutbericht_id is null')}
  union all ${oudste(`b.foutbericht_id is not null and a.vorm = 'stuf-ggk'`)}) kop order by kop.id limit 1`;
/**
 * Due, also where the moment is much further away than any wait: then the clock was put back since. Much: `now()` is when a statement began, and
 * what it sees may have been written by one that began later. The same goes for a hold.
 */
const AAN_DE_BEURT = `(kop.volgende_poging_op is null or kop.volgende_poging_op <= now()
  or kop.volgende_poging_op > now() + ${2 * BEZORGTIJD_S} * interval '1 second')`;

/**
 * Takes lines in which something is due, those that were served longest ago first. Two probes of an index per subscription, however many
 * messages wait.
 * @param houder who holds them from now on
 * @returns their parties, at most `aantal`
 */
export async function neemLijnen(db: Bevraagbaar, houder: string, aantal: number): Promise<readonly string[]> {
  const { rows } = await db.query<{ partij: string }>({
    name: 'neem_lijnen', values: [houder, VASTHOUDEN_S, aantal],
    text: `with vrij as (
        select a.partij from abonnement a cross join lateral (${KOP}) kop
        where a.uit_op is null and ${AAN_DE_BEURT}
          and (a.bezet_tot is null or a.bezet_tot < now() or a.bezet_tot > now() + 2 * $2 * interval '1 second')
        order by a.bezet_tot nulls first limit $3 for update of a skip locked)
      update abonnement a set bezet_door = $1, bezet_tot = now() + $2 * interval '1 second' from vrij
      where a.partij = vrij.partij returning a.partij`,
  });
  return rows.map(({ partij }) => partij);
}

export async function laatLijnLos(db: Bevraagbaar, houder: string, partij: string): Promise<void> {
  await db.query({ name: 'laat_lijn_los', values: [partij, houder],
    text: 'update abonnement set bezet_door = null, bezet_tot = now() where partij = $1 and bezet_door = $2' });
}

/** The head of a line, taken for one attempt. */
export interface Poging extends Omit<Ingepakt, 'inhoud'> {
  /** Null when the message is not kept any more. */
  readonly inhoud: Buffer | null;
  /** Number in the outbox. */
  readonly nummer: number;
  readonly pogingen: number;
  readonly id: string;
  readonly berichtsoort: Bezorgsoort;
  readonly afzender: string;
  readonly ontvanger: string;
  /** Of a fault message the number of the envelope that it is about. */
  readonly identificatie: string;
  readonly antwoordOp: string | null;
  readonly url: string;
  readonly vorm: Vorm;
}

/** Takes the head of a line when it is due, counts the attempt and renews the hold. Undefined when there is nothing to do, or no hold. */
export async function neemKop(db: Bevraagbaar, houder: string, partij: string): Promise<Poging | undefined> {
  const { rows } = await db.query<{ [K in keyof Poging]: Poging[K] }>({
    name: 'neem_kop', values: [partij, houder, VASTHOUDEN_S],
    text: `with a as (
        update abonnement set bezet_tot = now() + $3 * interval '1 second' where partij = $1 and bezet_door = $2 and uit_op is null
        returning partij, url, vorm),
      poging as (
        update bezorging z set pogingen = z.pogingen + 1, eerste_poging_op = coalesce(z.eerste_poging_op, now())
        from a cross join lateral (${KOP}) kop where z.id = kop.id and ${AAN_DE_BEURT}
        returning z.id, z.bericht_id, z.foutbericht_id, z.pogingen, a.url, a.vorm)
      select p.id as nummer, p.pogingen, p.url, p.vorm, coalesce(b.id::text, f.referentienummer) as id,
        coalesce(b.berichtsoort, 'Fo01') as berichtsoort, coalesce(b.afzender, f.namens) as afzender, coalesce(b.ontvanger, f.partij) as ontvanger,
        coalesce(b.identificatie, f.cross_refnummer) as identificatie, b.antwoord_op as "antwoordOp", coalesce(i.codering, 'geen') as codering,
        i.sleutel, coalesce(i.inhoud, convert_to(f.inhoud, 'UTF8')) as inhoud
      from poging p left join bericht b on b.id = p.bericht_id left join bericht_inhoud i on i.bericht_id = p.bericht_id
        left join stuf_foutbericht f on f.id = p.foutbericht_id`,
  });
  return rows[0];
}

/** The secrets of a party that sign now, the one that holds first. */
export async function geheimenVan(db: Bevraagbaar, partij: string): Promise<Bestemming['geheimen']> {
  const { rows } = await db.query<{ id: string; sleutel: number | null; inhoud: Buffer }>({
    name: 'geheimen', values: [partij],
    text: `select id, sleutel, inhoud from abonnement_geheim where partij = $1 and (geldig_tot is null or geldig_tot > now())
      order by geldig_tot desc nulls first` });
  const kluis = kluisVan(db);
  return Promise.all(rows.map(({ id, sleutel, inhoud }) => kluis.open({ sleutel, inhoud }, waarvoorGeheim(id))));
}

/** It arrived. Holds also when somebody else took the line meanwhile: what arrived, arrived. */
export async function noteerBezorgd(db: Bevraagbaar, nummer: number): Promise<void> {
  await db.query({
    name: 'noteer_bezorgd', values: [nummer],
    text: `with klaar as (
        update bezorging set bezorgd_op = now(), bezorgd_via = 'webhook', laatste_fout = null, volgende_poging_op = null
        where id = $1 and bezorgd_op is null returning bericht_id, foutbericht_id, partij)
      insert into audit_nieuw (client, namens, handeling, object, reden, resultaat)
      select 'gateway', k.partij, case when f.id is null then 'bericht bezorgd' else 'foutbericht bezorgd' end,
        coalesce('foutberichten ' || f.referentienummer, 'berichten ' || k.bericht_id), 'abonnement', 'bezorgd'
      from klaar k left join stuf_foutbericht f on f.id = k.foutbericht_id`,
  });
}

/**
 * It did not arrive: tries again after `wachtS` seconds, and at the latest when the time for it is over; what fails then is set aside.
 * @returns whether it was set aside
 */
export async function noteerMislukt(db: Bevraagbaar, houder: string, nummer: number, fout: Fout, wachtS: number): Promise<boolean> {
  const { rows } = await db.query<{ terzijde: boolean }>({
    name: 'noteer_mislukt', values: [nummer, houder, fout, wachtS, BEZORGTIJD_S],
    text: `update bezorging z set laatste_fout = $3,
        terzijde_op = case when now() >= grens.op then now() end,
        volgende_poging_op = case when now() < grens.op then least(now() + $4 * interval '1 second', grens.op) end
      from abonnement a, (select coalesce(b.eerste_poging_op, now()) + $5 * interval '1 second' as op from bezorging b where b.id = $1) grens
      where z.id = $1 and z.bezorgd_op is null and a.partij = z.partij and a.bezet_door = $2
      returning z.terzijde_op is not null as terzijde`,
  });
  return rows[0]?.terzijde ?? false;
}

/** The receiver is gone: the subscription with that address is switched off, what waits stays in the postvak. */
export async function schakelUit(db: Bevraagbaar, houder: string, partij: string, { nummer, url }: Poging): Promise<void> {
  await db.query({
    name: 'schakel_uit', values: [partij, houder, nummer, url],
    text: `with uit as (update abonnement set uit_op = now() where partij = $1 and bezet_door = $2 and url = $4 returning partij),
      audit as (insert into audit_nieuw (client, namens, handeling, object, reden, resultaat)
        select 'gateway', partij, 'abonnement uitgeschakeld', 'abonnementen ' || partij, 'ontvanger antwoordt 410', 'uit' from uit)
      update bezorging z set laatste_fout = 'http-410', volgende_poging_op = null from uit where z.id = $3 and z.bezorgd_op is null`,
  });
}

/** Undoes the count of an attempt that was given up before it had an outcome. */
export async function neemPogingTerug(db: Bevraagbaar, houder: string, partij: string, nummer: number): Promise<void> {
  await db.query(
    `update bezorging z set pogingen = z.pogingen - 1 from abonnement a
     where z.id = $3 and z.pogingen > 0 and a.partij = $1 and a.bezet_door = $2`, [partij, houder, nummer]);
}
