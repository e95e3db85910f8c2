/** Loads the dossier of a message: a fixed number of set-based queries, whatever the size of the message. */
import { datumNaarSql, datumUitSql, type Bevraagbaar } from '../platform/database.js';
import { paarVan, type Heenbericht } from '../standaard/berichten/berichtsoorten.js';
import type { Berichten } from '../standaard/berichten/gegenereerd/index.js';
import {
  LEEG_DOSSIER, prestatiesleutel, type Buitenwereld, type Dossier, type EerderDebet, type Gedeclareerd, type Toewijzing, type Verzoek,
} from '../standaard/regels/dossier.js';
import type { Personen } from './personen.js';
import { alsStart, alsStop, alsToewijzing, vreemde, type Rij } from './rijen.js';
import { verwijzingenVan, type Declaratieverwijzingen } from './verwijzingen.js';

interface Vraag {
  readonly db: Bevraagbaar;
  readonly gemeente: string;
  readonly aanbieder: string;
  /** Numbers of the clients of the message that are known. */
  readonly personen: readonly number[];
  /** The bsn of a client of the message; of anybody else something that no bsn equals. */
  readonly bsnVan: (persoon: number) => string;
}

/**
 * Loads what the rules of level 3 and 4 need to know about this message. Call inside the transaction that holds the pair.
 * @param bekend the clients of the message that the register knows (zoekPersonen)
 */
export async function laadDossier<B extends Heenbericht>(
  db: Bevraagbaar, soort: B, bericht: Berichten[B], buitenwereld: Buitenwereld, bekend: Personen,
): Promise<Dossier> {
  const { Afzender, Ontvanger, BerichtIdentificatie } = bericht.Header;
  const { gemeente, aanbieder } = paarVan(soort, Afzender, Ontvanger);
  const bsns = new Map([...bekend].map(([bsn, persoon]) => [persoon, bsn]));
  const vraag: Vraag = { db, gemeente, aanbieder, personen: [...bsns.keys()], bsnVan: (persoon) => bsns.get(persoon) ?? vreemde(persoon) };
  const naar = verwijzingenVan(soort, bericht);
  const gebruikt = await db.query(
    `select 1 from identificatie
     where gemeente = $1 and afzender = $2 and ontvanger = $3 and berichtsoort = $4 and identificatie = $5`,
    [gemeente, Afzender, Ontvanger, soort, BerichtIdentificatie.Identificatie]);
  const toewijzingen = await laadToewijzingen(vraag, naar.toewijzingNummers, naar.alleToewijzingen);
  return {
    ...LEEG_DOSSIER, ...buitenwereld,
    identificatieGebruikt: gebruikt.rowCount !== 0,
    toewijzingen,
    ...(naar.leveringen ? await laadLeveringen(vraag) : {}),
    ...(naar.verzoeken.length > 0 ? await laadVerzoeken(vraag, naar.verzoeken) : {}),
    ...(naar.lopendeVerzoeken ? { verzoekLoopt: await looptVerzoek(vraag) } : {}),
    ...(naar.gedeclareerdOp.length > 0 ? { gedeclareerd: await laadGedeclareerd(vraag, naar.gedeclareerdOp) } : {}),
    ...(naar.alleToewijzingen || naar.declaratie !== undefined ? { bekendeClienten: await laadBekenden(vraag) } : {}),
    ...(naar.declaratie === undefined ? {} : await laadDeclaraties(vraag, naar.declaratie)),
  };
}

async function laadToewijzingen(
  { db, gemeente, aanbieder, personen, bsnVan }: Vraag, nummers: readonly number[], alle: boolean,
): Promise<Map<number, Toewijzing>> {
  const clienten = alle ? personen : [];
  if (nummers.length === 0 && clienten.length === 0) return new Map();
  const { rows } = await db.query<Rij>(
    `select * from toewijzing where gemeente = $1 and toewijzing_nummer = any ($2::int[])
     ${clienten.length === 0 ? '' : 'union select * from toewijzing where gemeente = $1 and aanbieder = $3 and persoon = any ($4::bigint[])'}`,
    clienten.length === 0 ? [gemeente, nummers] : [gemeente, nummers, aanbieder, clienten]);
  return new Map(rows.map((rij) => [rij['toewijzing_nummer'] as number, alsToewijzing(rij, bsnVan(rij['persoon'] as number))]));
}

async function laadLeveringen({ db, gemeente, aanbieder, personen }: Vraag): Promise<Pick<Dossier, 'starts' | 'stops'>> {
  const pak = async (tabel: 'start_product' | 'stop_product'): Promise<Rij[]> => (await db.query<Rij>(
    `select * from ${tabel} where gemeente = $1 and aanbieder = $2 and persoon = any ($3::bigint[]) and verwijderd_door is null`,
    [gemeente, aanbieder, personen])).rows;
  return { starts: (await pak('start_product')).map(alsStart), stops: (await pak('stop_product')).map(alsStop) };
}

async function laadVerzoeken(
  { db, gemeente, aanbieder, bsnVan }: Vraag, referenties: readonly string[],
): Promise<Pick<Dossier, 'verzoeken' | 'verzochteIngangsdatums'>> {
  const { rows } = await db.query<{ referentie: string; persoon: number; status: string; antwoorden: ('1' | '2')[]; ingangsdatums: string[] }>(
    `select v.referentie_aanbieder as referentie, v.persoon, v.status, v.ingangsdatums::text[] as ingangsdatums,
       array(select a.verzoek_antwoord from verzoek_antwoord a
             where (a.gemeente, a.aanbieder, a.referentie_aanbieder) = (v.gemeente, v.aanbieder, v.referentie_aanbieder)
             order by a.volgnummer) as antwoorden
     from verzoek v where v.gemeente = $1 and v.aanbieder = $2 and v.referentie_aanbieder = any ($3)`,
    [gemeente, aanbieder, referenties]);
  return {
    verzoeken: new Map(rows.map(({ referentie, persoon, antwoorden, status }): [string, Verzoek] => [
      referentie, { referentieAanbieder: referentie, bsn: bsnVan(persoon), antwoorden, gehonoreerd: status === 'toegewezen' }])),
    verzochteIngangsdatums: rows.flatMap(({ ingangsdatums }) => ingangsdatums.map(datumUitSql)),
  };
}

async function looptVerzoek({ db, gemeente, aanbieder, personen }: Vraag): Promise<boolean> {
  const { rowCount } = await db.query(
    `select 1 from verzoek where gemeente = $1 and aanbieder = $2 and persoon = any ($3::bigint[])
       and status in ('onderhanden', 'in-onderzoek') limit 1`,
    [gemeente, aanbieder, personen]);
  return rowCount !== 0;
}

/** Which of the clients of the message ever had an allocation here. */
async function laadBekenden({ db, gemeente, aanbieder, personen, bsnVan }: Vraag): Promise<Set<string>> {
  const { rows } = await db.query<{ persoon: number }>(
    `select c.persoon from unnest($3::bigint[]) as c (persoon)
     where exists (select 1 from toewijzing t where t.gemeente = $1 and t.aanbieder = $2 and t.persoon = c.persoon)`,
    [gemeente, aanbieder, personen]);
  return new Set(rows.map(({ persoon }) => bsnVan(persoon)));
}

async function laadGedeclareerd({ db, gemeente }: Vraag, nummers: readonly number[]): Promise<Map<number, Gedeclareerd>> {
  const { rows } = await db.query<{ nummer: number; eenheid: string; volume: number; bedrag: number; tot: string }>(
    `select toewijzing_nummer as nummer, eenheid, sum(volume)::int8 as volume, sum(bedrag)::int8 as bedrag, max(einddatum) as tot
     from prestatie
     where gemeente = $1 and toewijzing_nummer = any ($2::int[]) and goedgekeurd and debet_credit = 'D' and gecrediteerd_door is null
     group by 1, 2 order by 1, 5`, [gemeente, nummers]);
  const resultaat = new Map<number, { volumes: Map<string, number>; bedrag: number; totEnMet: string | undefined }>();
  for (const { nummer, eenheid, volume, bedrag, tot } of rows) {
    const opgeteld = resultaat.get(nummer) ?? { volumes: new Map<string, number>(), bedrag: 0, totEnMet: undefined };
    opgeteld.volumes.set(eenheid, volume);
    opgeteld.bedrag += bedrag;
    // Rows of one allocation come in order of their latest end date.
    opgeteld.totEnMet = tot;
    resultaat.set(nummer, opgeteld);
  }
  return resultaat;
}

type Declaratiedeel = Pick<Dossier, 'declaratieNummerGebruikt' | 'laatsteDeclaratiePeriode' | 'gebruikteReferenties' | 'debetten' | 'openDebetten'>;

interface Debetrij {
  referentie_nummer: string; persoon: number; toewijzing_nummer: number; categorie: string; code: string; begindatum: string; einddatum: string;
  volume: number; eenheid: string; tarief: number | null; bedrag: number; gecrediteerd: boolean;
}

const sleutelVan = (rij: Pick<Debetrij, 'toewijzing_nummer' | 'categorie' | 'code' | 'begindatum' | 'einddatum'>): string =>
  prestatiesleutel(rij.toewijzing_nummer, rij.categorie, rij.code, rij.begindatum, rij.einddatum);

async function laadDeclaraties(vraag: Vraag, naar: Declaratieverwijzingen): Promise<Declaratiedeel> {
  const { db, gemeente, aanbieder, bsnVan } = vraag;
  const { rows: [meta] } = await db.query<{ gebruikt: boolean; laatste: string | null }>(
    `select exists (select 1 from declaratie where gemeente = $1 and aanbieder = $2 and declaratie_nummer = $3) as gebruikt,
       (select max(periode_begin) from declaratie where gemeente = $1 and aanbieder = $2) as laatste`,
    [gemeente, aanbieder, naar.nummer]);
  const referenties = await db.query<{ referentie_nummer: string }>(
    'select referentie_nummer from prestatie where gemeente = $1 and aanbieder = $2 and referentie_nummer = any ($3)',
    [gemeente, aanbieder, naar.referenties]);
  const debetten = naar.vorige.length === 0 ? [] : (await db.query<Debetrij>(
    `select *, gecrediteerd_door is not null as gecrediteerd from prestatie
     where gemeente = $1 and aanbieder = $2 and referentie_nummer = any ($3) and goedgekeurd and debet_credit = 'D'`,
    [gemeente, aanbieder, naar.vorige])).rows;
  return {
    declaratieNummerGebruikt: meta?.gebruikt ?? false,
    laatsteDeclaratiePeriode: meta?.laatste ?? undefined,
    gebruikteReferenties: new Set(referenties.rows.map((rij) => rij.referentie_nummer)),
    debetten: new Map(debetten.map((rij): [string, EerderDebet] => [rij.referentie_nummer, {
      referentieNummer: rij.referentie_nummer, bsn: bsnVan(rij.persoon), toewijzingNummer: rij.toewijzing_nummer, sleutel: sleutelVan(rij),
      volume: rij.volume, eenheid: rij.eenheid, tarief: rij.tarief ?? undefined, bedrag: rij.bedrag, gecrediteerd: rij.gecrediteerd }])),
    openDebetten: await laadOpenDebetten(vraag, naar.debetten),
  };
}

/** A credit frees its debit for a new claim only when it is for the same ProductPeriode (TR389). */
async function laadOpenDebetten({ db, gemeente, aanbieder }: Vraag, debetten: Declaratieverwijzingen['debetten']): Promise<Map<string, string>> {
  if (debetten.length === 0) return new Map();
  const { rows } = await db.query<Debetrij>(
    `select p.* from unnest($3::int[], $4::text[], $5::text[], $6::date[], $7::date[]) as d (nummer, categorie, code, begindatum, einddatum)
     join prestatie p on p.gemeente = $1 and p.aanbieder = $2 and p.toewijzing_nummer = d.nummer and p.categorie = d.categorie
       and p.code = d.code and p.begindatum = d.begindatum and p.einddatum = d.einddatum
     where p.goedgekeurd and p.debet_credit = 'D' and not exists (
       select 1 from prestatie c where c.gemeente = $1 and c.aanbieder = $2 and c.vorig_referentie_nummer = p.referentie_nummer
         and c.goedgekeurd and c.debet_credit = 'C' and c.begindatum = p.begindatum and c.einddatum = p.einddatum)`,
    [gemeente, aanbieder, debetten.map((p) => p.ToewijzingNummer), debetten.map((p) => p.ProductCategorie),
      debetten.map((p) => p.ProductCode), debetten.map((p) => datumNaarSql(p.ProductPeriode.Begindatum)),
      debetten.map((p) => datumNaarSql(p.ProductPeriode.Einddatum))]);
  return new Map(rows.map((rij) => [sleutelVan(rij), rij.referentie_nummer]));
}
