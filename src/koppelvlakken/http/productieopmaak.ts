/** Production figures as JSON and as CSV. */
import { groei, type Productieregel, type Splitsing, type Weglaatbaar } from '../../gemeente/productie.js';
import { csvVan, type Csvkolom } from './csv.js';
import type { Opmaak } from './stroom.js';

/** Growth in volume and in amount, percents with one decimal. */
function groeiVan({ volume, bedrag, vorige }: Productieregel): { volume?: number | undefined; bedrag?: number | undefined } | undefined {
  return vorige && { volume: groei(volume, vorige.volume), bedrag: groei(bedrag, vorige.bedrag) };
}

/** `{"items":[…],"totaal":{…}}`; the total is of what was sent. Volumes are not added up: their units differ. */
export function jsonOpmaak(): Opmaak<Productieregel> {
  const totaal = { bedrag: 0, opgeschaald: 0, afgeschaald: 0 };
  return {
    begin: '{"items":[',
    item(regel, eerste) {
      totaal.bedrag += regel.bedrag;
      totaal.opgeschaald += regel.opgeschaald;
      totaal.afgeschaald += regel.afgeschaald;
      return `${eerste ? '' : ','}${JSON.stringify({ ...regel, groei: groeiVan(regel) })}`;
    },
    eind: () => `],"totaal":${JSON.stringify(totaal)}}`,
  };
}

type Kolom = Csvkolom<Productieregel>;

const SPLITSING: Readonly<Record<Splitsing, readonly Kolom[]>> = {
  maand: [{ naam: 'maand', waarde: ({ maand }) => maand }],
  aanbieder: [{ naam: 'aanbieder', waarde: ({ aanbieder }) => aanbieder }],
  product: [
    { naam: 'productcategorie', waarde: ({ product }) => product?.categorie }, { naam: 'productcode', waarde: ({ product }) => product?.code }],
};
const CIJFERS: readonly Kolom[] = [
  { naam: 'eenheid', waarde: ({ eenheid }) => eenheid },
  { naam: 'volume', waarde: ({ volume }) => volume },
  { naam: 'bedrag', waarde: ({ bedrag }) => bedrag },
  { naam: 'clienten', waarde: ({ clienten }) => clienten },
  { naam: 'vorigVolume', waarde: ({ vorige }) => vorige?.volume },
  { naam: 'vorigBedrag', waarde: ({ vorige }) => vorige?.bedrag },
  { naam: 'groeiVolume', waarde: (regel) => groeiVan(regel)?.volume },
  { naam: 'groeiBedrag', waarde: (regel) => groeiVan(regel)?.bedrag },
  { naam: 'opgeschaald', waarde: ({ opgeschaald }) => opgeschaald },
  { naam: 'afgeschaald', waarde: ({ afgeschaald }) => afgeschaald },
];

/** A header and one record per row. Which columns there are depends on the splits and on what is left out alone, their order never. */
export function csvOpmaak(per: ReadonlySet<Splitsing>, zonder: ReadonlySet<Weglaatbaar> = new Set()): Opmaak<Productieregel> {
  const splitsingen = (['maand', 'aanbieder', 'product'] as const).filter((splitsing) => per.has(splitsing));
  const weg = new Set([...(zonder.has('clienten') ? ['clienten'] : []), ...(zonder.has('schalingen') ? ['opgeschaald', 'afgeschaald'] : [])]);
  return csvVan([...splitsingen.flatMap((splitsing) => SPLITSING[splitsing]), ...CIJFERS.filter(({ naam }) => !weg.has(naam))]);
}
