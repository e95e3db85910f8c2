/**
 * Terms opened and closed by the messages themselves. Set-based and at most two queries per message, whatever its size.
 * Dates come from the messages, from the register, and for the day of receipt from the injected clock. The table of all
 * terms is in docs/termijnen.md.
 */
import { datumNaarSql, type Bevraagbaar } from '../platform/database.js';
import type { Heenbericht } from '../standaard/berichten/berichtsoorten.js';
import type { Berichten, WMO323 } from '../standaard/berichten/gegenereerd/index.js';
import { laatsteVanMaand, na, type Datum } from '../standaard/datum.js';
import { gestartOp, verwijderd } from './gestart.js';
import { dagtekening, type Verwerkt } from './termijnenbericht.js';
import { gestart, gestopt } from './termijnenlevering.js';
import {
  alsRijen, OPEN_TERMIJNEN, onderwerpTekst, openTermijnen, TERMIJNRIJ, TERMIJNVELDEN, type NieuweTermijn,
} from './termijnenregister.js';
import { verzoekTermijnen } from './termijnenverzoek.js';
import {
  alsTermijnsoort, BESLUIT_NA_ONDERZOEK, geldtVoor, regelsVan, vervaldatumVan, type Beleidstermijn,
} from './termijnsoorten.js';

type Verwerking<B extends Heenbericht> = (db: Bevraagbaar, verwerkt: Verwerkt<B>) => Promise<void>;

const PER_SOORT: { readonly [B in Heenbericht]: Verwerking<B> } = {
  WMO301: toegewezen, WMO305: gestart, WMO307: gestopt, WMO315: verzoekTermijnen, WMO317: verzoekTermijnen,
  WMO319: beantwoord, WMO323: gedeclareerd,
};

/**
 * Opens and closes the terms that a message touches. Call in the transaction of its assessment, after the register was
 * changed: the register decides when delivery began and whether an allocation still stands. The answer to the message
 * itself is no term: it leaves in the same transaction (see openRetourtermijn for parties that answer themselves).
 */
export async function verwerkTermijnen<B extends Heenbericht>(db: Bevraagbaar, verwerkt: Verwerkt<B>): Promise<void> {
  await PER_SOORT[verwerkt.soort](db, verwerkt);
}

const BESLUIT = `
  with besloten as (
    update termijn set gesloten_op = $3
    where gemeente = $1 and aanbieder = $2 and onderwerp = any ($4) and gesloten_op is null)
  delete from termijn t using toewijzing w
  where t.gemeente = $1 and t.aanbieder = $2 and t.onderwerp = any ($5) and t.gevolg = 'levering-start'
    and t.gesloten_op is null and w.gemeente = $1 and w.toewijzing_nummer = t.toewijzing_nummer
    and (${verwijderd('w')} or w.einddatum < t.vervaldatum)`;

const OPEN_START = `
  insert into termijn (${TERMIJNVELDEN})
  select $1, $2, $3, r.onderwerp, r.soort, r.bron, r.partij, r.gevolg, r.start, r.vervaldatum, ${gestartOp('w')},
    r.toewijzing_nummer, r.referentie_aanbieder, r.vooraankondiging_id
  from json_to_recordset($4) as r (${TERMIJNRIJ})
  join toewijzing w on w.gemeente = $1 and w.toewijzing_nummer = r.toewijzing_nummer
  where not ${verwijderd('w')} and (w.einddatum is null or w.einddatum >= r.vervaldatum)
  on conflict do nothing`;

/**
 * A WMO301 decides on the requests whose reference it carries. It opens the terms for the start of care of its
 * allocations, counted from the later of Ingangsdatum and Toewijzingsdatum, and takes back those of allocations that
 * were removed or now end before that term does. One whose care began already is closed from the start.
 */
async function toegewezen(db: Bevraagbaar, verwerkt: Verwerkt<'WMO301'>): Promise<void> {
  const { berichtId, bericht, gemeente, aanbieder, beleidstermijnen } = verwerkt;
  const producten = bericht.Client.ToegewezenProducten;
  const verzoeken = producten.flatMap(({ ReferentieAanbieder }) =>
    (ReferentieAanbieder === undefined ? [] : onderwerpTekst({ referentieAanbieder: ReferentieAanbieder })));
  const toewijzingen = producten.map((p) => onderwerpTekst({ toewijzingNummer: p.ToewijzingNummer }));
  await db.query({
    name: 'termijnen_besluit', text: BESLUIT,
    values: [gemeente, aanbieder, datumNaarSql(dagtekening(verwerkt)), verzoeken, toewijzingen],
  });
  const regels = regelsVan(beleidstermijnen, ['toewijzing', 'WMO301'], ['levering-start', 'WMO305']);
  const nieuw = regels.flatMap((regel) => {
    const soort = alsTermijnsoort(regel, 'levering-start');
    return producten.filter((p) => geldtVoor(regel, p.Product?.Code)).map((p): NieuweTermijn => ({
      soort, onderwerp: onderwerpTekst({ toewijzingNummer: p.ToewijzingNummer }), toewijzingNummer: p.ToewijzingNummer,
      start: na(p.Ingangsdatum, p.Toewijzingsdatum) ? p.Ingangsdatum : p.Toewijzingsdatum,
      referentieAanbieder: p.ReferentieAanbieder,
    }));
  });
  if (nieuw.length === 0) return;
  await db.query({
    name: 'termijnen_open_start', text: OPEN_START, values: [gemeente, aanbieder, berichtId, alsRijen(nieuw)] });
}

const VERZOEK = `
  select v.berichtsoort, b.dagtekening from verzoek v join bericht b on b.id = v.bericht_id
  where v.gemeente = $1 and v.aanbieder = $2 and v.referentie_aanbieder = $3`;

const ANTWOORD = `
  with antwoord as (
    update termijn set gesloten_op = $5
    where gemeente = $1 and aanbieder = $2 and onderwerp = $6 and gesloten_op is null and ($7 or gevolg = 'antwoord'))
  ${OPEN_TERMIJNEN}`;

/**
 * A WMO319 answers a request. Answer 1 decides; answer 2 leaves the decision open, within eight weeks of the request's
 * Dagtekening.
 */
async function beantwoord(db: Bevraagbaar, verwerkt: Verwerkt<'WMO319'>): Promise<void> {
  const { berichtId, bericht, gemeente, aanbieder } = verwerkt;
  const { ReferentieAanbieder, VerzoekAntwoord } = bericht.Antwoord;
  const onderwerp = onderwerpTekst({ referentieAanbieder: ReferentieAanbieder });
  const { rows } = await db.query<{ berichtsoort: 'WMO315' | 'WMO317'; dagtekening: Datum }>(
    { name: 'termijnen_verzoek', text: VERZOEK, values: [gemeente, aanbieder, ReferentieAanbieder] });
  const onderzoek = VerzoekAntwoord !== '2' ? [] : rows.map((rij): NieuweTermijn => ({
    soort: BESLUIT_NA_ONDERZOEK[rij.berichtsoort], onderwerp, start: rij.dagtekening,
    referentieAanbieder: ReferentieAanbieder,
  }));
  await db.query({
    name: 'termijnen_antwoord', text: ANTWOORD,
    values: [gemeente, aanbieder, berichtId, alsRijen(onderzoek), datumNaarSql(dagtekening(verwerkt)), onderwerp,
      VerzoekAntwoord === '1'],
  });
}

const maandVan = (prestatie: WMO323.Prestatie): string => prestatie.ProductPeriode.Einddatum.slice(0, -3);
const correctieVan = (p: WMO323.Prestatie): string => `${p.ToewijzingNummer} ${maandVan(p)}`;

/**
 * The last days of the months that a claim is late or in time for: of its debits for the products of the term, except
 * where it also takes a debit of the same allocation and month back, because that is a correction.
 */
function gedeclareerdeMaanden({ Declaratie }: Berichten['WMO323'], regel: Beleidstermijn): Datum[] {
  const prestaties = Declaratie.Clienten.flatMap(({ Prestaties }) => Prestaties);
  const correcties = new Set(
    prestaties.filter((p) => p.IngediendBedrag.DebetCredit === 'C').map(correctieVan));
  const geteld = prestaties.filter((p) =>
    p.IngediendBedrag.DebetCredit === 'D' && geldtVoor(regel, p.ProductCode) && !correcties.has(correctieVan(p)));
  return [...new Set(geteld.map(maandVan))].map((maand) => laatsteVanMaand(`${maand}-01`));
}

/**
 * How long after a month it was claimed, measured when the claim arrives; one that was rejected altogether has to be
 * sent again and measures nothing.
 */
async function gedeclareerd(db: Bevraagbaar, verwerkt: Verwerkt<'WMO323'>): Promise<void> {
  const { berichtId, bericht, gemeente, aanbieder, beleidstermijnen, status } = verwerkt;
  if (status === 'afgekeurd') return;
  const regels = regelsVan(beleidstermijnen, ['maand-einde'], ['WMO323']);
  await openTermijnen({ db, gemeente, aanbieder, berichtId }, regels.flatMap((regel) => {
    const soort = alsTermijnsoort(regel);
    return gedeclareerdeMaanden(bericht, regel).map((start): NieuweTermijn => {
      const einde = vervaldatumVan(soort, start);
      return {
        soort, start, onderwerp: `declaratie ${bericht.Declaratie.DeclaratieNummer} ${start.slice(0, -3)}`,
        // Whole months after a month: three after February end with May, not on the 28th of it.
        vervaldatum: soort.duur.eenheid === 'maanden' ? laatsteVanMaand(einde) : einde,
        geslotenOp: dagtekening(verwerkt),
      };
    });
  }));
}
