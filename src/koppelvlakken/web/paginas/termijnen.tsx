/** Terms: what has to be done before which day, and by whom. */
import { metVraag } from '../api.js';
import { gemeenteVan } from '../bezoek.js';
import { pagina, type Kamer } from '../kamer.js';
import { Filter, Keuze } from '../opmaak/formulier.js';
import { Bladeren, Koppeling, Label, Tabel, type Kolom } from '../opmaak/onderdelen.js';
import { korteDatum } from '../opmaak/tekst.js';

export interface Termijn {
  readonly soort: string; readonly bron: string; readonly partij: 'gemeente' | 'aanbieder'; readonly aanbieder: string;
  readonly start: string; readonly vervaldatum: string; readonly geslotenOp?: string; readonly status: Termijnstatus;
  readonly berichtId?: string; readonly toewijzingNummer?: number; readonly referentieAanbieder?: string; readonly vooraankondigingId?: string;
}
type Termijnstatus = 'open' | 'verlopen' | 'gehaald' | 'te-laat';
interface Lijst<T> { readonly items: readonly T[]; readonly volgende?: string }

const STATUS = { open: ['Open', 'neutral'], verlopen: ['Verlopen', 'danger'], gehaald: ['Gehaald', 'safe'], 'te-laat': ['Te laat gedaan', 'warning'] } as const;

export const Termijnlabel = ({ status }: { readonly status: Termijnstatus }) => <Label soort={STATUS[status][1]}>{STATUS[status][0]}</Label>;

/** Where what a term is about is dealt with. */
export function termijnadres({ vooraankondigingId, toewijzingNummer, berichtId }: Termijn): string | undefined {
  if (vooraankondigingId !== undefined) return `/vooraankondigingen/${vooraankondigingId}`;
  if (toewijzingNummer !== undefined) return `/toewijzingen/${toewijzingNummer}`;
  return berichtId === undefined ? undefined : `/berichten/${berichtId}`;
}

/** The name of a kind of term as words. */
export const termijnnaam = (soort: string): string => soort.charAt(0).toUpperCase() + soort.slice(1).replaceAll('-', ' ');

const KOLOMMEN: readonly Kolom<Termijn>[] = [
  { kop: 'Vervalt', cel: ({ vervaldatum }) => korteDatum(vervaldatum) },
  { kop: 'Wat', rijkop: true, cel: (termijn) => {
    const adres = termijnadres(termijn);
    const naam = termijnnaam(termijn.soort);
    return adres === undefined ? naam : <Koppeling naar={adres}>{naam}</Koppeling>;
  } },
  { kop: 'Wie', cel: ({ partij, aanbieder }) => (partij === 'gemeente' ? 'gemeente' : `aanbieder ${aanbieder}`) },
  { kop: 'Bron', cel: ({ bron }) => bron },
  { kop: 'Sinds', cel: ({ start }) => korteDatum(start) },
  { kop: 'Gedaan', cel: ({ geslotenOp }) => korteDatum(geslotenOp) },
  { kop: 'Stand', cel: ({ status }) => <Termijnlabel status={status} /> },
];

export function termijnPaginas(kamer: Kamer): void {
  kamer.toon('/termijnen', { scopes: ['gemeente'] }, async (bezoek) => {
    const gemeente = gemeenteVan(bezoek);
    const { status = 'verlopen', cursor } = bezoek.query;
    const alle = status === 'alle';
    const { items, volgende } = await bezoek.api.haal<Lijst<Termijn>>('/v1/termijnen', { gemeente, status: alle ? undefined : status, cursor });
    const adres = (waar?: string): string => metVraag('/termijnen', { status, cursor: waar });
    return pagina('Termijnen', (
      <>
        <Filter naar="/termijnen">
          <Keuze naam="status" label="Stand" waarde={status}
            keuzes={[...Object.entries(STATUS).map(([waarde, [label]]) => ({ waarde, label })), { waarde: 'alle', label: 'Alle' }]} />
        </Filter>
        <Tabel bijschrift="Termijnen, oudste vervaldatum eerst" kolommen={KOLOMMEN} rijen={items} leeg="Er zijn geen termijnen met deze stand." />
        <Bladeren eerste={cursor === undefined ? undefined : adres()} volgende={volgende === undefined ? undefined : adres(volgende)} />
      </>));
  });
}
