/** Lists of messages, newest first. Every list is a stretch of an index from where the page before it ended, whatever is filtered on. */
import type { Bevraagbaar } from '../platform/database.js';
import { BERICHTSOORTEN, isHeenbericht, type Berichtsoort, type Partijsoort } from '../standaard/berichten/berichtsoorten.js';
import type { Bericht, Berichtstatus } from './bericht.js';
import { alsBericht, ANTWOORD, BERICHTKOLOMMEN, type Berichtrij } from './opslag.js';

export interface Berichtfilter {
  readonly berichtsoort?: Berichtsoort | undefined;
  readonly status?: Berichtstatus | undefined;
  readonly afzender?: string | undefined;
  readonly ontvanger?: string | undefined;
  readonly richting?: 'inkomend' | 'uitgaand' | undefined;
  /** Only messages with a finding that gives this code. */
  readonly retourcode?: string | undefined;
  /** Identificatie of the message, exactly as it stands in the Header. */
  readonly identificatie?: string | undefined;
  /** True: only what was set aside after its last attempt. */
  readonly terzijde?: boolean | undefined;
  /** Only messages from or to one of these parties; absent: of everybody. */
  readonly partijen?: readonly string[] | undefined;
  /** Instants; `vanaf` inclusive, `tot` exclusive. */
  readonly vanaf?: Date | undefined;
  readonly tot?: Date | undefined;
}

/** Where a page ended: instant of receipt in microseconds since 1970, and order number. */
export interface Plaats { readonly op: string; readonly volgnummer: number }

export interface Berichtenpagina { readonly items: readonly Bericht[]; readonly volgende: Plaats | undefined }

const GEEN: Berichtenpagina = { items: [], volgende: undefined };

/** Statuses that a message has when it is assessed, by whoever received it. */
const UITSLAGEN: readonly Berichtstatus[] = ['goedgekeurd', 'deels-goedgekeurd', 'afgekeurd', 'doorgestuurd'];

/** Whether there can be such messages at all: looking for what cannot be would walk through everything there is. */
function kanBestaan({ berichtsoort, status, richting }: Berichtfilter): boolean {
  if (status === 'klaargezet' && berichtsoort !== undefined && isHeenbericht(berichtsoort)) return false;
  if (berichtsoort === undefined) return true;
  const heen = isHeenbericht(berichtsoort);
  if (status !== undefined && UITSLAGEN.includes(status) && !heen) return false;
  if (status === 'deels-goedgekeurd' && berichtsoort !== 'WMO323') return false;
  // What an aanbieder asks, starts, stops or claims always comes from outside.
  return !(richting === 'uitgaand' && heen && BERICHTSOORTEN[berichtsoort].afzender === 'aanbieder');
}

/**
 * Whether only messages can be meant that were made here without being an answer, or answers that came from outside: an outcome is never that of
 * an answer, and only answers wait for their receiver as they are. These few have an index of their own.
 */
function isApart({ status, richting }: Berichtfilter): boolean {
  if (status === undefined || richting === undefined) return false;
  return richting === 'uitgaand' ? UITSLAGEN.includes(status) : status === 'klaargezet';
}

const isSoort = (partij: string, soort: Partijsoort): boolean => (partij.length === 4) === (soort === 'gemeente');

/** Which parties to look for as sender and which as receiver. Each message is in one of the two and in no more than one. */
function rollenVan({ berichtsoort, afzender, ontvanger, partijen = [] }: Berichtfilter): { vanaf: readonly string[]; aan: readonly string[] } {
  const gegevens = berichtsoort === undefined ? undefined : BERICHTSOORTEN[berichtsoort];
  const vanaf = partijen.filter((een) => (gegevens === undefined || isSoort(een, gegevens.afzender))
    && (afzender === undefined || afzender === een));
  if (afzender !== undefined && partijen.includes(afzender)) return { vanaf, aan: [] };
  const aan = partijen.filter((een) => (gegevens === undefined || isSoort(een, gegevens.ontvanger))
    && (ontvanger === undefined || ontvanger === een));
  return { vanaf, aan };
}

/**
 * A page, newest first; `volgende` is where the next begins, absent on the last page. Messages that arrive meanwhile come before the first
 * page.
 */
export async function lijstBerichten(db: Bevraagbaar, filter: Berichtfilter, limiet: number, na?: Plaats): Promise<Berichtenpagina> {
  if (!kanBestaan(filter)) return GEEN;
  const rollen = rollenVan(filter);
  if (filter.partijen !== undefined && rollen.vanaf.length + rollen.aan.length === 0) return GEEN;

  const waarden: unknown[] = [];
  const plek = (waarde: unknown): string => `$${waarden.push(waarde)}`;
  const eisen: string[] = [];
  const eis = (tekst: (plek: string) => string, waarde: unknown): void => {
    if (waarde !== undefined) eisen.push(tekst(plek(waarde)));
  };
  // Codes have a table in the order of the list. An identification is rarer still, and then the code is looked up with each message.
  const opCode = filter.retourcode !== undefined && filter.identificatie === undefined;
  const s = opCode ? 'r' : 'b';
  const tabel = opCode ? 'bericht_retourcode r join bericht b on b.id = r.bericht_id' : 'bericht b';
  eis((p) => (opCode ? `r.retourcode = ${p}`
    : `exists (select from bericht_retourcode r where r.retourcode = ${p} and r.ontvangen_op = b.ontvangen_op and r.volgnummer = b.volgnummer)`),
  filter.retourcode);
  eis((p) => `b.identificatie = ${p}`, filter.identificatie);
  eis((p) => `b.berichtsoort = ${p}`, filter.berichtsoort);
  eis((p) => `b.status = ${p}`, filter.status);
  eis((p) => `${s}.afzender = ${p}`, filter.afzender);
  eis((p) => `${s}.ontvanger = ${p}`, filter.ontvanger);
  eis((p) => `b.richting = ${p}`, filter.richting);
  if (isApart(filter)) eisen.push(`(b.richting = 'uitgaand') = (b.antwoord_op is null)`);
  if (filter.terzijde === true) eisen.push('b.terzijde_op is not null');
  eis((p) => `${s}.ontvangen_op >= ${p}`, filter.vanaf);
  eis((p) => `${s}.ontvangen_op < ${p}`, filter.tot);
  if (na !== undefined) {
    eisen.push(`(${s}.ontvangen_op, ${s}.volgnummer) < (timestamptz 'epoch' + ${plek(na.op)}::bigint * interval '1 microsecond', `
      + `${plek(na.volgnummer)}::bigint)`);
  }
  const hoogstens = plek(limiet + 1);
  const volgorde = (t: string): string => `order by ${t}.ontvangen_op desc, ${t}.volgnummer desc limit ${hoogstens}`;
  const deel = (...extra: readonly string[]): string => {
    const alle = [...extra, ...eisen];
    return `(select b.* from ${tabel} ${alle.length > 0 ? `where ${alle.join(' and ')}` : ''} ${volgorde(s)})`;
  };
  const bron = filter.partijen === undefined ? deel() : perPartij(filter.partijen);

  /** The newest of each party as sender and as receiver: each is a stretch of an index, also for who has few messages among many. */
  function perPartij(partijen: readonly string[]): string {
    const kant = (kolom: 'afzender' | 'ontvanger', welke: readonly string[], ...extra: readonly string[]): readonly string[] => {
      const [enige] = welke;
      if (enige === undefined) return [];
      // Of one party its statistics are known; of several one plan has to do.
      if (welke.length === 1) return [deel(`${s}.${kolom} = ${plek(enige)}`, ...extra)];
      return [`(select e.* from unnest(${plek(welke)}::text[]) as p (partij) cross join lateral ${deel(`${s}.${kolom} = p.partij`, ...extra)} as e)`];
    };
    const beide = rollen.vanaf.length > 0 && rollen.aan.length > 0;
    const delen = [...kant('afzender', rollen.vanaf),
      ...kant('ontvanger', rollen.aan, ...(beide ? [`${s}.afzender <> all (${plek(partijen)}::text[])`] : []))];
    return `(select u.* from (${delen.join(' union all ')}) as u ${volgorde('u')})`;
  }

  const { rows } = await db.query<Berichtrij & { micros: string }>(
    `select ${BERICHTKOLOMMEN}, (extract(epoch from b.ontvangen_op) * 1000000)::bigint::text as micros
     from ${bron} as b left join bericht a on ${ANTWOORD} ${volgorde('b')}`, waarden);
  const pagina = rows.slice(0, limiet);
  const laatste = pagina.at(-1);
  const meer = rows.length > limiet && laatste !== undefined;
  return { items: pagina.map(alsBericht), volgende: meer ? { op: laatste.micros, volgnummer: laatste.volgnummer } : undefined };
}
