/** What was claimed on one allocation per calendar month, against the most that the rules allow there. Two queries, whatever is found. */
import type { Bevraagbaar } from '../platform/database.js';
import { alsToewijzing, type Rij } from '../register/rijen.js';
import { eersteVanMaand, laatsteVanMaand, na, type Datum } from '../standaard/datum.js';
import type { Toewijzing } from '../standaard/regels/dossier.js';
import { maandmaximum, maandVan, maandvenster, type Maandvenster } from '../standaard/volume/perioden.js';
import { bedragVan, omvangVan, standVan, volumeVan, type Stand } from './stand.js';

export interface Periodevraag {
  readonly gemeente: string;
  readonly toewijzingNummer: number;
  /** Only an allocation to one of these; absent: to any. */
  readonly aanbieders?: readonly string[] | undefined;
  /** A day in the last month wanted; absent: the months until now, or all where they fit. */
  readonly tot?: Datum;
  /** At most this many months. */
  readonly limiet: number;
}

export interface Periodestand {
  /** First and last day, both included: the month, cut to the allocation as it is now. */
  readonly begindatum: Datum;
  readonly einddatum: Datum;
  /** Whether the month has a day of the allocation as it is now. */
  readonly binnen: boolean;
  /** In the unit of the allocation; undefined where nothing limits a single period. */
  readonly maximum: number | undefined;
  /** Volume in the unit of the allocation, undefined for one without Omvang; amount in cents. */
  readonly gedeclareerd: { readonly volume: number | undefined; readonly bedrag: number };
  /** How many approved claims that is: more than one where the aanbieder chooses the product, and each was tested by itself. */
  readonly aantal: number;
}

export interface Periodenoverzicht {
  readonly toewijzing: Toewijzing;
  /** Number of the client in the register. */
  readonly persoon: number;
  readonly totaal: Stand;
  readonly venster: Maandvenster;
  readonly perioden: readonly Periodestand[];
}

/** Undefined when there is no such allocation, or none that these aanbieders have. @param vandaag until when an allocation without end is shown */
export async function periodenVan(db: Bevraagbaar, vraag: Periodevraag, vandaag: Datum): Promise<Periodenoverzicht | undefined> {
  const { rows: [rij] } = await db.query<Rij>(
    'select * from toewijzing where gemeente = $1 and toewijzing_nummer = $2 and ($3::text[] is null or aanbieder = any ($3))',
    [vraag.gemeente, vraag.toewijzingNummer, vraag.aanbieders ?? null]);
  if (rij === undefined) return undefined;
  const toewijzing = alsToewijzing(rij);
  const { rows: sommen } = await db.query<Rij>(
    `select begindatum, eenheid, sum(volume)::int8 as volume, sum(bedrag)::int8 as bedrag,
       max(einddatum) as tot, count(*) as aantal
     from prestatie where gemeente = $1 and toewijzing_nummer = $2 and goedgekeurd and debet_credit = 'D' and gecrediteerd_door is null
     group by 1, 2 order by 1, 2`,
    [vraag.gemeente, vraag.toewijzingNummer]);
  const maanden = sommen.map((som) => som['begindatum'] as Datum);
  const uiterst = (dagen: readonly Datum[], laatste: boolean): Datum =>
    dagen.reduce((tot, dag) => (na(dag, tot) === laatste ? dag : tot), dagen[0] ?? vandaag);
  const { ingangsdatum, einddatum } = toewijzing;
  const begin = uiterst([ingangsdatum, ...maanden], false);
  const eind = uiterst([ingangsdatum, einddatum ?? vandaag, ...maanden], true);
  const venster = maandvenster(begin, eind, vraag.tot ?? uiterst([vandaag, ...maanden], true), vraag.limiet);
  const omvang = omvangVan(toewijzing);
  return {
    toewijzing, persoon: rij['persoon'] as number, totaal: standVan(toewijzing, sommen), venster,
    perioden: venster.maanden.map((maand) => {
      const hier = sommen.filter((som) => eersteVanMaand(som['begindatum'] as Datum) === maand);
      const binnen = maandVan(toewijzing, maand);
      return {
        ...(binnen ?? { begindatum: maand, einddatum: laatsteVanMaand(maand) }), binnen: binnen !== undefined,
        maximum: omvang === undefined ? undefined : maandmaximum(omvang, maand),
        gedeclareerd: { volume: omvang === undefined ? undefined : volumeVan(omvang.eenheid, hier), bedrag: bedragVan(hier) },
        aantal: hier.reduce((som, een) => som + (een['aantal'] as number), 0),
      };
    }),
  };
}
