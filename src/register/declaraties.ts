/** Writes a processed claim: the Declaratie, every Prestatie with its decision, and what its credits took back. */
import { datumNaarSql } from '../platform/database.js';
import type { Berichten, WMO323 } from '../standaard/berichten/gegenereerd/index.js';
import type { Beoordeling } from '../standaard/regels/beoordelen.js';
import { codesVan } from '../standaard/retour/retour.js';
import { isToegekend, toegekendBedrag } from '../standaard/retour/wmo325.js';
import type { Plaats } from './bijwerken.js';
import { RegisterGewijzigd } from './gewijzigd.js';
import { persoonVan } from './personen.js';

interface Regel {
  readonly persoon: number;
  readonly prestatie: WMO323.Prestatie;
  readonly goedgekeurd: boolean;
}

/** The return code of a reference number that is already taken (TR314); such a line leaves no row of its own. */
const REFERENTIE_BEZET = '8021';

/** @throws RegisterGewijzigd when a constraint contradicts the assessment */
export async function declareren(plaats: Plaats, bericht: Berichten['WMO323'], beoordeling: Beoordeling): Promise<void> {
  const { db, berichtId, gemeente, aanbieder } = plaats;
  const { Declaratie } = bericht;
  const codes = codesVan(beoordeling);
  const regels: Regel[] = [];
  for (const { Bsn, Prestaties } of Declaratie.Clienten) {
    const persoon = persoonVan(plaats.personen, Bsn);
    for (const prestatie of Prestaties) {
      const uitslag = codes(prestatie);
      if (!uitslag.includes(REFERENTIE_BEZET)) regels.push({ persoon, prestatie, goedgekeurd: isToegekend(uitslag) });
    }
  }
  const ingediend = Declaratie.TotaalIngediendBedrag;
  const { rowCount } = await db.query(
    `insert into declaratie (gemeente, aanbieder, declaratie_nummer, periode_begin, periode_eind, ingediend, toegekend, bericht_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [gemeente, aanbieder, Declaratie.DeclaratieNummer, datumNaarSql(Declaratie.DeclaratiePeriode.Begindatum),
      datumNaarSql(Declaratie.DeclaratiePeriode.Einddatum), ingediend.DebetCredit === 'C' ? -ingediend.TotaalBedrag : ingediend.TotaalBedrag,
      toegekendBedrag(bericht, codes), berichtId]);
  if (rowCount === 0) throw new RegisterGewijzigd('declaratie');
  await crediteren(plaats, regels);
  await voegToe(plaats, regels);
}

/** Credits first: a debit that is taken back makes room for a new one on the same delivery (OP366). */
async function crediteren({ db, berichtId, gemeente, aanbieder }: Plaats, regels: readonly Regel[]): Promise<void> {
  const vorige = regels.filter(({ prestatie, goedgekeurd }) => goedgekeurd && prestatie.IngediendBedrag.DebetCredit === 'C')
    .flatMap(({ prestatie }) => prestatie.ProductReferentie.VorigReferentieNummer ?? []);
  if (vorige.length === 0) return;
  const { rowCount } = await db.query(
    `update prestatie set gecrediteerd_door = $3
     where gemeente = $1 and aanbieder = $2 and referentie_nummer = any ($4) and goedgekeurd and debet_credit = 'D' and gecrediteerd_door is null`,
    [gemeente, aanbieder, berichtId, vorige]);
  if (rowCount !== vorige.length) throw new RegisterGewijzigd('credit');
}

/**
 * Adds the lines. One that was not granted may find its number taken, by an earlier message or a granted line of this one, when it stands
 * under a rejected client and so was not assessed (TR314); it then leaves no row. One that was granted never may.
 */
async function voegToe({ db, berichtId, gemeente, aanbieder }: Plaats, regels: readonly Regel[]): Promise<void> {
  // One array per column: the fastest way to hand PostgreSQL very many rows in one statement of parameters.
  const kolom = <T>(waarde: (prestatie: WMO323.Prestatie) => T): T[] => regels.map(({ prestatie }) => waarde(prestatie));
  const { rows: [toegevoegd] } = await db.query<{ toegekend: number }>(
    `with nieuw as (
       insert into prestatie (gemeente, aanbieder, bericht_id, referentie_nummer, vorig_referentie_nummer, persoon, toewijzing_nummer, categorie,
         code, begindatum, einddatum, volume, eenheid, tarief, bedrag, debet_credit, goedgekeurd)
       select $1, $2, $3, r.* from unnest($4::text[], $5::text[], $6::bigint[], $7::int[], $8::text[], $9::text[], $10::date[], $11::date[],
         $12::int[], $13::text[], $14::int[], $15::int[], $16::text[], $17::boolean[])
         as r (a, b, c, d, e, f, g, h, i, j, k, l, m, goedgekeurd)
       order by r.goedgekeurd desc on conflict do nothing returning goedgekeurd)
     select count(*) filter (where goedgekeurd)::int as toegekend from nieuw`,
    [gemeente, aanbieder, berichtId, kolom((p) => p.ProductReferentie.ReferentieNummer),
      kolom((p) => p.ProductReferentie.VorigReferentieNummer ?? null), regels.map(({ persoon }) => persoon), kolom((p) => p.ToewijzingNummer),
      kolom((p) => p.ProductCategorie), kolom((p) => p.ProductCode), kolom((p) => datumNaarSql(p.ProductPeriode.Begindatum)),
      kolom((p) => datumNaarSql(p.ProductPeriode.Einddatum)), kolom((p) => p.GeleverdVolume), kolom((p) => p.Eenheid),
      kolom((p) => p.ProductTarief ?? null), kolom((p) => p.IngediendBedrag.Bedrag), kolom((p) => p.IngediendBedrag.DebetCredit),
      regels.map(({ goedgekeurd }) => goedgekeurd)]);
  if (toegevoegd?.toegekend !== regels.filter(({ goedgekeurd }) => goedgekeurd).length) throw new RegisterGewijzigd('prestatie');
}
