/**
 * Terms opened and closed by the messages themselves. Set-based and at most two queries per message, whatever its size. Dates come from the
 * messages, from the register, and for the day of receipt from the injected clock; docs/termijnen.md has the table of all terms.
 */
import { datumNaarSql, type Bevraagbaar } from '../platform/database.js';
import type { Heenbericht } from '../standaard/berichten/berichtsoorten.js';
import type { Berichten, WMO323 } from '../standaard/berichten/gegenereerd/index.js';
import { laatsteVanMaand, na, type Datum } from '../standaard/datum.js';
import { gestartOp, verwijderd } from './gestart.js';
import { verzoekTermijnen } from './termijnenverzoek.js';
import { alsRijen, OPEN_TERMIJNEN, onderwerpTekst, openTermijnen, TERMIJNRIJ, TERMIJNVELDEN, type NieuweTermijn } from './termijnenregister.js';
import {
  alsTermijnsoort, BESLUIT_NA_ONDERZOEK, geldtVoor, regelsVan, STARTBERICHT, STOPBERICHT, vervaldatumVan, zonderHerhaling, type Beleidstermijn,
  type Termijnsoort,
} from './termijnsoorten.js';

/** A message that counts as sent, after the register was changed by it. */
export interface Verwerkt<B extends Heenbericht> {
  readonly berichtId: string;
  readonly soort: B;
  readonly bericht: Berichten[B];
  readonly gemeente: string;
  readonly aanbieder: string;
  /** Outcome of the assessment; a claim also counts as sent when it is `afgekeurd`. */
  readonly status: string;
  /** Day of receipt, from the injected clock. */
  readonly vandaag: Datum;
  /** Terms of the policy of the gemeente; empty where it has none. */
  readonly beleidstermijnen: readonly Beleidstermijn[];
}

type Verwerking<B extends Heenbericht> = (db: Bevraagbaar, verwerkt: Verwerkt<B>) => Promise<void>;

const PER_SOORT: { readonly [B in Heenbericht]: Verwerking<B> } = {
  WMO301: toegewezen, WMO305: gestart, WMO307: gestopt, WMO315: verzoekTermijnen, WMO317: verzoekTermijnen, WMO319: beantwoord, WMO323: gedeclareerd,
};

/**
 * Opens and closes the terms that a message touches. Call in the transaction of its assessment, after the register was changed: the
 * register decides when delivery began and whether an allocation still stands. The answer to the message itself is no term: it leaves in
 * the same transaction (see openRetourtermijn for parties that answer themselves).
 */
export async function verwerkTermijnen<B extends Heenbericht>(db: Bevraagbaar, verwerkt: Verwerkt<B>): Promise<void> {
  await PER_SOORT[verwerkt.soort](db, verwerkt);
}

const dagtekening = ({ bericht }: Verwerkt<Heenbericht>): Datum => bericht.Header.BerichtIdentificatie.Dagtekening;
const laatste = (a: Datum, b: Datum): Datum => (na(a, b) ? a : b);

/**
 * A WMO301 decides on the requests whose reference it carries. It opens the terms for the start of care of its allocations, counted from
 * the later of Ingangsdatum and Toewijzingsdatum, and takes back those of allocations that were removed or now end before that term does.
 */
async function toegewezen(db: Bevraagbaar, verwerkt: Verwerkt<'WMO301'>): Promise<void> {
  const { berichtId, bericht, gemeente, aanbieder, beleidstermijnen } = verwerkt;
  const producten = bericht.Client.ToegewezenProducten;
  await db.query(
    `with besloten as (
       update termijn set gesloten_op = $3 where gemeente = $1 and aanbieder = $2 and onderwerp = any ($4) and gesloten_op is null)
     delete from termijn t using toewijzing w
     where t.gemeente = $1 and t.aanbieder = $2 and t.onderwerp = any ($5) and t.gevolg = 'levering-start' and t.gesloten_op is null
       and w.gemeente = $1 and w.toewijzing_nummer = t.toewijzing_nummer and (${verwijderd('w')} or w.einddatum < t.vervaldatum)`,
    [gemeente, aanbieder, datumNaarSql(dagtekening(verwerkt)),
      producten.flatMap((p) => (p.ReferentieAanbieder === undefined ? [] : onderwerpTekst({ referentieAanbieder: p.ReferentieAanbieder }))),
      producten.map((p) => onderwerpTekst({ toewijzingNummer: p.ToewijzingNummer }))]);
  const regels = regelsVan(beleidstermijnen, ['toewijzing', 'WMO301'], ['levering-start', 'WMO305']);
  const nieuw = regels.flatMap((regel) => producten.filter((p) => geldtVoor(regel, p.Product?.Code)).map((p): NieuweTermijn => ({
    soort: alsTermijnsoort(regel, 'levering-start'), onderwerp: onderwerpTekst({ toewijzingNummer: p.ToewijzingNummer }),
    start: laatste(p.Ingangsdatum, p.Toewijzingsdatum), toewijzingNummer: p.ToewijzingNummer, referentieAanbieder: p.ReferentieAanbieder,
  })));
  if (nieuw.length === 0) return;
  await db.query(
    `insert into termijn (${TERMIJNVELDEN})
     select $1, $2, $3, r.onderwerp, r.soort, r.bron, r.partij, r.gevolg, r.start, r.vervaldatum, ${gestartOp('w')}, r.toewijzing_nummer,
       r.referentie_aanbieder, r.vooraankondiging_id
     from json_to_recordset($4) as r (${TERMIJNRIJ}) join toewijzing w on w.gemeente = $1 and w.toewijzing_nummer = r.toewijzing_nummer
     where not ${verwijderd('w')} and (w.einddatum is null or w.einddatum >= r.vervaldatum)
     on conflict do nothing`, [gemeente, aanbieder, berichtId, alsRijen(nieuw)]);
}

/** A delivery that began or ended, as the terms need it. `toegewezen` is the Dagtekening of the first WMO301 with its allocation. */
interface Levering {
  readonly id: string; readonly toewijzing_nummer: number | null; readonly code: string | null; readonly datum: Datum;
  readonly toegewezen: Datum | null;
}

/** Measured when the message arrives: only then is it known when the delivery began or ended. */
function gemeten(
  verwerkt: Verwerkt<'WMO305' | 'WMO307'>, woord: 'start' | 'stop', standaard: Termijnsoort, regels: readonly Beleidstermijn[],
  leveringen: readonly Levering[],
): NieuweTermijn[] {
  return leveringen.flatMap(({ id, toewijzing_nummer, code, datum, toegewezen: bekendOp }) => {
    const soorten = [standaard, ...zonderHerhaling(regels, standaard).filter((regel) => geldtVoor(regel, code ?? undefined))
      .map((regel) => alsTermijnsoort(regel))];
    const start = bekendOp === null ? datum : laatste(datum, bekendOp);
    return soorten.map((soort): NieuweTermijn => ({
      soort, onderwerp: `${woord} ${id}`, start, geslotenOp: dagtekening(verwerkt), toewijzingNummer: toewijzing_nummer ?? undefined,
    }));
  });
}

/**
 * OP271 for each first delivery of a WMO305. What a removal takes out leaves no term behind. The terms for the start of care of the client's
 * allocations follow the register: closed on the first day of delivery, open again when no start is left.
 */
async function gestart(db: Bevraagbaar, verwerkt: Verwerkt<'WMO305'>): Promise<void> {
  const { berichtId, bericht, gemeente, aanbieder, beleidstermijnen } = verwerkt;
  const { rows } = await db.query<Levering>(
    `select s.id::text, s.toewijzing_nummer, coalesce(s.code, w.code) as code, s.begindatum as datum,
       (select b.dagtekening from toewijzing_versie v join bericht b on b.id = v.bericht_id
        where v.gemeente = s.gemeente and v.toewijzing_nummer = s.toewijzing_nummer order by v.versie limit 1) as toegewezen
     from start_product s left join toewijzing w on w.gemeente = s.gemeente and w.toewijzing_nummer = s.toewijzing_nummer
     where s.gemeente = $1 and s.aanbieder = $2 and s.bsn = $3 and s.verwijderd_door is null and s.bericht_id = $4`,
    [gemeente, aanbieder, bericht.Client.Bsn, berichtId]);
  const regels = regelsVan(beleidstermijnen, ['levering-start'], ['WMO305']);
  await db.query(
    `with weg as (
       delete from termijn t using start_product s
       where s.verwijderd_door = $3 and t.gemeente = $1 and t.aanbieder = $2 and t.onderwerp = 'start ' || s.id),
     zorg as (
       update termijn t set gesloten_op = w.gestart
       from (select 'toewijzing ' || w.toewijzing_nummer as onderwerp, ${gestartOp('w')} as gestart
             from toewijzing w where w.gemeente = $1 and w.aanbieder = $2 and w.bsn = $5) as w
       where t.gemeente = $1 and t.aanbieder = $2 and t.onderwerp = w.onderwerp and t.gevolg = 'levering-start'
         and t.gesloten_op is distinct from w.gestart)
     ${OPEN_TERMIJNEN}`,
    [gemeente, aanbieder, berichtId, alsRijen(gemeten(verwerkt, 'start', STARTBERICHT, regels, rows)), bericht.Client.Bsn]);
}

/**
 * OP272 for each first delivery of a WMO307. A definite stop after a temporary one is not measured: its term counts from the day on which
 * it became known, and no message tells that day.
 */
async function gestopt(db: Bevraagbaar, verwerkt: Verwerkt<'WMO307'>): Promise<void> {
  const { berichtId, bericht, gemeente, aanbieder, beleidstermijnen } = verwerkt;
  const { rows } = await db.query<Levering>(
    `select p.id::text, p.toewijzing_nummer, coalesce(p.code, w.code) as code, p.einddatum as datum, null as toegewezen
     from stop_product p left join toewijzing w on w.gemeente = p.gemeente and w.toewijzing_nummer = p.toewijzing_nummer
     where p.gemeente = $1 and p.aanbieder = $2 and p.bsn = $3 and p.verwijderd_door is null and p.bericht_id = $4
       and not (p.reden_beeindiging <> '20' and exists (
         select from stop_product t where t.gemeente = $1 and t.aanbieder = $2 and t.bsn = $3 and t.verwijderd_door is null and t.id < p.id
           and t.reden_beeindiging = '20' and coalesce(t.toewijzing_nummer, -1) = coalesce(p.toewijzing_nummer, -1)
           and t.begindatum = p.begindatum
           and (p.toewijzing_nummer is not null or (t.categorie is not distinct from p.categorie and t.code is not distinct from p.code))))`,
    [gemeente, aanbieder, bericht.Client.Bsn, berichtId]);
  const regels = regelsVan(beleidstermijnen, ['levering-stop'], ['WMO307']);
  await db.query(
    `with weg as (
       delete from termijn t using stop_product s
       where s.verwijderd_door = $3 and t.gemeente = $1 and t.aanbieder = $2 and t.onderwerp = 'stop ' || s.id)
     ${OPEN_TERMIJNEN}`, [gemeente, aanbieder, berichtId, alsRijen(gemeten(verwerkt, 'stop', STOPBERICHT, regels, rows))]);
}

/** A WMO319 answers a request. Answer 1 decides; answer 2 leaves the decision open, within eight weeks of the request's Dagtekening. */
async function beantwoord(db: Bevraagbaar, verwerkt: Verwerkt<'WMO319'>): Promise<void> {
  const { berichtId, bericht, gemeente, aanbieder } = verwerkt;
  const { ReferentieAanbieder, VerzoekAntwoord } = bericht.Antwoord;
  const onderwerp = onderwerpTekst({ referentieAanbieder: ReferentieAanbieder });
  const { rows } = await db.query<{ berichtsoort: 'WMO315' | 'WMO317'; dagtekening: Datum }>(
    `select v.berichtsoort, b.dagtekening from verzoek v join bericht b on b.id = v.bericht_id
     where v.gemeente = $1 and v.aanbieder = $2 and v.referentie_aanbieder = $3`, [gemeente, aanbieder, ReferentieAanbieder]);
  const onderzoek = VerzoekAntwoord !== '2' ? [] : rows.map((rij): NieuweTermijn => ({
    soort: BESLUIT_NA_ONDERZOEK[rij.berichtsoort], onderwerp, start: rij.dagtekening, referentieAanbieder: ReferentieAanbieder,
  }));
  await db.query(
    `with antwoord as (
       update termijn set gesloten_op = $5 where gemeente = $1 and aanbieder = $2 and onderwerp = $6 and gesloten_op is null
         and ($7 or gevolg = 'antwoord'))
     ${OPEN_TERMIJNEN}`,
    [gemeente, aanbieder, berichtId, alsRijen(onderzoek), datumNaarSql(dagtekening(verwerkt)), onderwerp, VerzoekAntwoord === '1']);
}

const maandVan = (prestatie: WMO323.Prestatie): string => prestatie.ProductPeriode.Einddatum.slice(0, -3);

/**
 * The last days of the months that a claim is late or in time for: of its debits for one product or any, except where it also takes a debit
 * of the same allocation and month back, because that is a correction.
 */
function gedeclareerdeMaanden({ Declaratie }: Berichten['WMO323'], regel: Beleidstermijn): Datum[] {
  const prestaties = Declaratie.Clienten.flatMap(({ Prestaties }) => Prestaties);
  const correcties = new Set(prestaties.filter((p) => p.IngediendBedrag.DebetCredit === 'C').map((p) => `${p.ToewijzingNummer} ${maandVan(p)}`));
  const maanden = new Set<string>();
  for (const p of prestaties) {
    if (p.IngediendBedrag.DebetCredit === 'D' && geldtVoor(regel, p.ProductCode) && !correcties.has(`${p.ToewijzingNummer} ${maandVan(p)}`)) {
      maanden.add(maandVan(p));
    }
  }
  return [...maanden].map((maand) => laatsteVanMaand(`${maand}-01`));
}

/** How long after a month it was claimed, measured when the claim arrives; one that was rejected altogether has to be sent again. */
async function gedeclareerd(db: Bevraagbaar, verwerkt: Verwerkt<'WMO323'>): Promise<void> {
  const { bericht, beleidstermijnen, status } = verwerkt;
  if (status === 'afgekeurd') return;
  await openTermijnen({ ...verwerkt, db }, regelsVan(beleidstermijnen, ['maand-einde'], ['WMO323']).flatMap((regel) => {
    const soort = alsTermijnsoort(regel);
    return gedeclareerdeMaanden(bericht, regel).map((start): NieuweTermijn => {
      const einde = vervaldatumVan(soort, start);
      return {
        soort, start, onderwerp: `declaratie ${bericht.Declaratie.DeclaratieNummer} ${start.slice(0, -3)}`, geslotenOp: dagtekening(verwerkt),
        // Whole months after a month: three after February end with May, not on the 28th of it.
        vervaldatum: soort.duur.eenheid === 'maanden' ? laatsteVanMaand(einde) : einde,
      };
    });
  }));
}
