/** One kind of work: how much there is, the most urgent of it, and the way to all of it. */
import type { JSX } from 'preact';
import { Alinea, Koppeling, Kop2, Tabel, type Kolom } from '../../opmaak/onderdelen.js';
import { hoeveel, type Lijst } from '../lijst.js';

/** Lines of each kind. */
export const RIJEN = 25;

export interface Blok {
  readonly id: string;
  readonly titel: string;
  /** What is in it and why it is here. */
  readonly uitleg?: string;
  readonly dringend: boolean;
  /** Somebody else has to do it. */
  readonly vanAnderen?: boolean;
  readonly lijst: Lijst<unknown>;
  readonly tabel: JSX.Element;
  /** Where the rest of it is. */
  readonly meer: { readonly adres: string; readonly naam: string } | undefined;
}

export function maakBlok<T>(
  { kolommen, lijst, ...rest }: Omit<Blok, 'lijst' | 'tabel'> & { readonly lijst: Lijst<T>; readonly kolommen: readonly Kolom<T>[] },
): Blok {
  return { ...rest, lijst, tabel: <Tabel bijschrift={rest.titel} verborgenBijschrift kolommen={kolommen} rijen={lijst.items} leeg="" /> };
}

const gevuld = ({ lijst }: Blok): boolean => lijst.items.length > 0;

/** How much of each kind there is, and then each kind that there is something of. */
export function Blokken({ blokken }: { readonly blokken: readonly Blok[] }): JSX.Element {
  if (!blokken.some(gevuld)) return <Alinea>Er is nu niets dat op u wacht.</Alinea>;
  return (
    <>
      <ul class="iwmo-cijfers" aria-label="Hoeveel er wacht">
        {blokken.map((blok) => (
          <li class={blok.dringend && gevuld(blok) ? 'iwmo-cijfers__dringend' : undefined}>
            <span class="iwmo-cijfers__getal">{hoeveel(blok.lijst)}</span>
            {gevuld(blok) ? <Koppeling naar={`#${blok.id}`}>{blok.titel}</Koppeling> : blok.titel}
          </li>))}
      </ul>
      {blokken.filter(gevuld).map(({ id, titel, uitleg, tabel, lijst: { volgende }, meer }) => (
        <section aria-labelledby={id}>
          <Kop2 id={id}>{titel}</Kop2>
          {uitleg === undefined ? null : <Alinea>{uitleg}</Alinea>}
          {tabel}
          {meer === undefined ? null : <Alinea><Koppeling naar={meer.adres}>{volgende === undefined ? meer.naam : `${meer.naam} (meer dan ${RIJEN})`}</Koppeling></Alinea>}
        </section>))}
    </>
  );
}
