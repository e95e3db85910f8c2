/** Terms: what has to be done before which day, and by whom. */
import type { JSX } from 'preact';
import { metVraag } from '../api.js';
import { gemeenteVan, type Bezoek } from '../bezoek.js';
import { pagina, type Kamer } from '../kamer.js';
import { Filter, Keuze } from '../opmaak/formulier.js';
import { Staven } from '../opmaak/grafiek/staven.js';
import { Alinea, Bladeren, Koppeling, Label, Melding, Tabel, Vouw, type Kolom } from '../opmaak/onderdelen.js';
import { getal, korteDatum, maand } from '../opmaak/tekst.js';
import { maandenTussen, maandgroep, plusMaanden, type Lijst } from './lijst.js';

export interface Termijn {
  readonly soort: string; readonly bron: string; readonly partij: 'gemeente' | 'aanbieder'; readonly aanbieder: string;
  readonly start: string; readonly vervaldatum: string; readonly geslotenOp?: string; readonly status: Termijnstatus;
  readonly berichtId?: string; readonly toewijzingNummer?: number; readonly referentieAanbieder?: string; readonly vooraankondigingId?: string;
  readonly verzoekId?: string;
}
type Termijnstatus = 'open' | 'verlopen' | 'gehaald' | 'te-laat';
interface Overzicht { readonly soorten: readonly string[]; readonly items: readonly { readonly maand: string; readonly status: Termijnstatus; readonly aantal: number }[] }

const STATUS = { open: ['Open', 'neutral'], verlopen: ['Verlopen', 'danger'], gehaald: ['Gehaald', 'safe'], 'te-laat': ['Te laat gedaan', 'warning'] } as const;
const STATUSSEN = Object.keys(STATUS) as readonly Termijnstatus[];
/** The picture shows so many months before this one, and so many after. */
const TERUG = 9;
const VOORUIT = 2;
/** As far as the API counts. */
const HOOGSTENS = 10_000;

export const Termijnlabel = ({ status }: { readonly status: Termijnstatus }) => <Label soort={STATUS[status][1]}>{STATUS[status][0]}</Label>;

/** Where what a term is about is dealt with. */
export function termijnadres({ verzoekId, vooraankondigingId, toewijzingNummer, berichtId }: Termijn): string | undefined {
  if (verzoekId !== undefined) return `/verzoeken/${verzoekId}`;
  if (vooraankondigingId !== undefined) return `/vooraankondigingen/${vooraankondigingId}`;
  if (toewijzingNummer !== undefined) return `/toewijzingen/${toewijzingNummer}`;
  return berichtId === undefined ? undefined : `/berichten/${berichtId}`;
}

/** The name of a kind of term as words. */
export const termijnnaam = (soort: string): string => soort.charAt(0).toUpperCase() + soort.slice(1).replaceAll('-', ' ');

/** What a term is about, with the way to where it is dealt with. */
export function Termijnnaam({ termijn }: { readonly termijn: Termijn }): JSX.Element {
  const adres = termijnadres(termijn);
  const naam = termijnnaam(termijn.soort);
  return adres === undefined ? <>{naam}</> : <Koppeling naar={adres}>{naam}</Koppeling>;
}

/** What a term hangs on, in words. */
export function termijnover({ toewijzingNummer, referentieAanbieder, vooraankondigingId }: Termijn): string {
  if (toewijzingNummer !== undefined) return `toewijzing ${toewijzingNummer}`;
  if (referentieAanbieder !== undefined) return `verzoek ${referentieAanbieder}`;
  return vooraankondigingId === undefined ? 'bericht' : 'vooraankondiging';
}

const KOLOMMEN: readonly Kolom<Termijn>[] = [
  { kop: 'Vervalt', cel: ({ vervaldatum }) => korteDatum(vervaldatum) },
  { kop: 'Wat', rijkop: true, cel: (termijn) => <Termijnnaam termijn={termijn} /> },
  { kop: 'Over', cel: termijnover },
  { kop: 'Wie', cel: ({ partij, aanbieder }) => (partij === 'gemeente' ? 'gemeente' : `aanbieder ${aanbieder}`) },
  { kop: 'Bron', cel: ({ bron }) => bron },
  { kop: 'Sinds', cel: ({ start }) => korteDatum(start) },
  { kop: 'Gedaan', cel: ({ geslotenOp }) => korteDatum(geslotenOp) },
  { kop: 'Stand', cel: ({ status }) => <Termijnlabel status={status} /> },
];

const geteld = (aantal: number): string => (aantal >= HOOGSTENS ? `meer dan ${getal(HOOGSTENS - 1)}` : getal(aantal));

/** How many terms are due per month, by where they stand. */
function Verloop({ overzicht: { items }, vanaf, tot }: { readonly overzicht: Overzicht; readonly vanaf: string; readonly tot: string }): JSX.Element | null {
  if (items.length === 0) return null;
  const maanden = maandenTussen(vanaf, tot);
  const aantal = (welke: string, status: Termijnstatus): number => items.find((item) => item.maand === welke && item.status === status)?.aantal ?? 0;
  return (
    <>
      <Staven id="termijnen" titel="Termijnen per maand van vervallen" groepen={maanden.map(maandgroep)} opmaak={getal}
        beschrijving={`Aantal termijnen dat vervalt van ${maand(vanaf)} tot en met ${maand(tot)}, naar stand. De cijfers staan in de tabel eronder.`}
        reeksen={STATUSSEN.map((status) => ({ naam: STATUS[status][0], waarden: maanden.map((welke) => aantal(welke, status)) }))} />
      <Vouw kop="De cijfers in een tabel">
        <Tabel bijschrift="Termijnen per maand van vervallen" rijen={maanden} leeg="" kolommen={[
          { kop: 'Maand', rijkop: true, cel: maand },
          ...STATUSSEN.map((status) => ({ kop: STATUS[status][0], getal: true, cel: (welke: string) => geteld(aantal(welke, status)) }))]} />
      </Vouw>
    </>
  );
}

/** What is asked of the list. Kind and party filter what is not closed. */
function vraagVan({ query: { status = 'verlopen', soort, partij } }: Bezoek) {
  const open = status === 'open' || status === 'verlopen';
  return { status: status === 'alle' ? undefined : status, soort: open ? soort : undefined, partij: open ? partij : undefined };
}

export function termijnPaginas(kamer: Kamer): void {
  kamer.toon('/termijnen', { scopes: ['gemeente'] }, async (bezoek) => {
    const gemeente = gemeenteVan(bezoek);
    const { status = 'verlopen', soort, partij, cursor } = bezoek.query;
    const vraag = vraagVan(bezoek);
    const deze = bezoek.vandaag.slice(0, 7);
    const [vanaf, tot] = [plusMaanden(deze, -TERUG), plusMaanden(deze, VOORUIT)];
    const [{ items, volgende }, overzicht] = await Promise.all([
      bezoek.api.haal<Lijst<Termijn>>('/v1/termijnen', { gemeente, ...vraag, limiet: 50, cursor }),
      bezoek.api.haal<Overzicht>('/v1/termijnen/overzicht', { gemeente, vanaf, maanden: TERUG + 1 + VOORUIT })]);
    const adres = (waar?: string): string => metVraag('/termijnen', { status, soort, partij, cursor: waar });
    const soorten = [...new Set([...overzicht.soorten, ...(soort === undefined ? [] : [soort])])];
    return pagina('Termijnen', (
      <>
        <Filter naar="/termijnen">
          <Keuze naam="status" label="Stand" waarde={status}
            keuzes={[...STATUSSEN.map((waarde) => ({ waarde, label: STATUS[waarde][0] })), { waarde: 'alle', label: 'Alle' }]} />
          <Keuze naam="partij" label="Wie" waarde={partij} leeg="Iedereen"
            keuzes={[{ waarde: 'gemeente', label: 'Gemeente' }, { waarde: 'aanbieder', label: 'Aanbieder' }]} />
          <Keuze naam="soort" label="Wat" waarde={soort} leeg="Alles" keuzes={soorten.map((waarde) => ({ waarde, label: termijnnaam(waarde) }))} />
        </Filter>
        {(soort !== undefined && vraag.soort === undefined) || (partij !== undefined && vraag.partij === undefined)
          ? <Melding><Alinea>“Wie” en “Wat” kiezen alleen uit termijnen die open of verlopen zijn. Hieronder staan ze allemaal.</Alinea></Melding> : null}
        {cursor === undefined ? <Verloop overzicht={overzicht} vanaf={vanaf} tot={tot} /> : null}
        <Tabel bijschrift="Termijnen, oudste vervaldatum eerst" kolommen={KOLOMMEN} rijen={items} leeg="Er zijn geen termijnen met deze stand." />
        <Bladeren eerste={cursor === undefined ? undefined : adres()} volgende={volgende === undefined ? undefined : adres(volgende)} />
        {items.length === 0 ? null
          : <Alinea><Koppeling naar={metVraag('/termijnen.csv', { status, soort, partij })} download>Download deze lijst als CSV</Koppeling></Alinea>}
      </>));
  });

  kamer.toon('/termijnen.csv', { scopes: ['gemeente'] }, async (bezoek) => {
    const gemeente = gemeenteVan(bezoek);
    return {
      soort: 'bestand', type: 'text/csv; charset=utf-8', naam: `termijnen-${gemeente}-${bezoek.vandaag}.csv`,
      inhoud: await bezoek.api.stroom(metVraag('/v1/termijnen', { gemeente, ...vraagVan(bezoek) }), 'text/csv') };
  });
}
