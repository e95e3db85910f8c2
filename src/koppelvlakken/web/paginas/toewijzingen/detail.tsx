/** One allocation: what it is, how it changed, what is delivered, and what is claimed against what may be. */
import type { JSX } from 'preact';
import { vergelijk } from '../../../../standaard/datum.js';
import { kan, type Bezoek } from '../../bezoek.js';
import { pagina, type Uitkomst } from '../../kamer.js';
import { Tijdlijn } from '../../opmaak/grafiek/tijdlijn.js';
import { Alinea, Gegevens, Koppeling, Kop2, Label, Melding, Tabel, type Kolom } from '../../opmaak/onderdelen.js';
import { bedrag, metLabel, partijnaam } from '../../opmaak/tekst.js';
import { Bsnvouw } from './bsn.js';
import { Dag, Periode } from './datums.js';
import { adresVan, clientadres, LOOP, loopVan, nietGevonden, omvang, periode, productnaam, waarde, zoek, type Plek, type Toewijzing, type Versie } from './gegevens.js';
import { Perioden, type Periodenoverzicht } from './perioden.js';
import { inWoorden, versierijen } from './tekening.js';

/** A table longer than this nobody reads to the end; the messages have them all. */
const HOOGSTENS = 25;

const VERSIES: readonly Kolom<{ readonly nr: number; readonly ingangsdatum: string; readonly versie: Versie }>[] = [
  { kop: 'Versie', rijkop: true, cel: ({ nr, versie: { berichtId } }) => (berichtId === undefined ? String(nr) : <Koppeling naar={`/berichten/${berichtId}`}>{String(nr)}</Koppeling>) },
  { kop: 'Toegewezen op', cel: ({ versie }) => <><Dag op={versie.toewijzingsdatum} /> {versie.toewijzingstijd?.slice(0, 5)}</> },
  { kop: 'Geldig', cel: ({ ingangsdatum, versie }) => <Periode van={ingangsdatum} tot={versie.einddatum} /> },
  { kop: 'Omvang', cel: ({ versie }) => omvang(versie) },
  { kop: 'Budget', getal: true, cel: ({ versie }) => bedrag(versie.budget) },
  { kop: 'Reden', cel: ({ versie }) => metLabel('LDT_RedenWijziging', versie.redenWijziging) },
];

interface Gebeurtenis { readonly op: string; readonly wat: string; readonly begin: string; readonly reden: string | undefined; readonly verwijderd: boolean }

const GEBEURTENISSEN: readonly Kolom<Gebeurtenis>[] = [
  { kop: 'Datum', cel: ({ op }) => <Dag op={op} /> },
  { kop: 'Wat', rijkop: true, cel: ({ wat, verwijderd }) => (verwijderd ? <>{wat} <Label soort="warning">later verwijderd</Label></> : wat) },
  { kop: 'Van de levering vanaf', cel: ({ begin }) => <Dag op={begin} /> },
  { kop: 'Reden', cel: ({ reden }) => metLabel('LDT_RedenBeeindiging', reden) },
];

const gebeurtenissen = ({ starts, stops }: Toewijzing): Gebeurtenis[] => [
  ...starts.map(({ begindatum, verwijderd }) => ({ op: begindatum, wat: 'Start', begin: begindatum, reden: undefined, verwijderd })),
  ...stops.map(({ begindatum, einddatum, redenBeeindiging, verwijderd }) => ({ op: einddatum, wat: 'Stop', begin: begindatum, reden: redenBeeindiging, verwijderd })),
].sort((a, b) => vergelijk(a.op, b.op));

function Inhoud({ bezoek, plek, t, gemaskeerd, perioden }: {
  readonly bezoek: Bezoek; readonly plek: Plek; readonly t: Toewijzing; readonly gemaskeerd: string | undefined; readonly perioden: Periodenoverzicht }): JSX.Element {
  const [stand, soort] = LOOP[loopVan(t, bezoek.vandaag)];
  const eenheid = t.omvang?.eenheid;
  const versies = t.versies.map((versie, i) => ({ nr: i + 1, ingangsdatum: t.ingangsdatum, versie })).slice(-HOOGSTENS).reverse();
  const gebeurd = gebeurtenissen(t).slice(-HOOGSTENS);
  return (
    <>
      {bezoek.query['gelukt'] === 'gewijzigd'
        ? <Melding ernst="ok"><Alinea>De wijziging is met een WMO301 klaargezet voor de aanbieder.</Alinea></Melding> : null}
      <div class="iwmo-naast">
        <Gegevens items={[
          ['Stand', <Label soort={soort}>{stand}</Label>], ['Product', productnaam(t)], ['Geldig', periode(t.ingangsdatum, t.einddatum)],
          t.omvang === undefined ? undefined : ['Omvang', omvang(t.omvang)], t.budget === undefined ? undefined : ['Budget', bedrag(t.budget)],
          t.redenWijziging === undefined ? undefined : ['Laatste wijziging', metLabel('LDT_RedenWijziging', t.redenWijziging)],
        ]} />
        <Gegevens items={[
          ['Gemeente', partijnaam(plek.gemeente)], ['Aanbieder', t.aanbieder],
          t.referentieAanbieder === undefined ? undefined : ['Referentie aanbieder', t.referentieAanbieder],
          ['Gedeclareerd', waarde(t.gedeclareerd, eenheid)], ['Maximum', waarde(t.maximum, eenheid)], ['Resterend', waarde(t.resterend, eenheid)],
        ]} />
      </div>
      <Bsnvouw bezoek={bezoek} plek={plek} nummer={t.toewijzingNummer} gemaskeerd={gemaskeerd} />
      <Alinea><Koppeling naar={clientadres(plek, t.toewijzingNummer)}>Alle toewijzingen van deze cliënt</Koppeling></Alinea>
      {plek.aanbieder === undefined && kan(bezoek, 'gemeente') && loopVan(t, bezoek.vandaag) !== 'verwijderd'
        ? <Alinea><Koppeling naar={adresVan(plek, t.toewijzingNummer, {}, '/wijzigen')}>Inkorten of verlengen</Koppeling></Alinea> : null}
      <Kop2>Geldigheid en levering</Kop2>
      <Tijdlijn id="geldigheid" titel={`Toewijzing ${t.toewijzingNummer} in de tijd`} beschrijving={inWoorden(t)} rijen={versierijen(t, bezoek.vandaag)} vandaag={bezoek.vandaag} />
      <Tabel bijschrift={t.versies.length > HOOGSTENS ? `Versies, de nieuwste ${HOOGSTENS}` : 'Versies, nieuwste eerst'} kolommen={VERSIES} rijen={versies} leeg="Er zijn geen versies." />
      <Tabel bijschrift={gebeurd.length === HOOGSTENS ? `Starts en stops, de laatste ${HOOGSTENS}` : 'Starts en stops'} kolommen={GEBEURTENISSEN} rijen={gebeurd}
        leeg="De aanbieder heeft nog geen start gemeld." />
      <Kop2>Gedeclareerd</Kop2>
      <Perioden overzicht={perioden} adres={(tot) => adresVan(plek, t.toewijzingNummer, { tot })} />
    </>
  );
}

export async function detailpagina(bezoek: Bezoek, plek: Plek, nummer: number): Promise<Uitkomst> {
  const { items: [t], client } = await zoek(bezoek, plek, { toewijzingNummer: nummer });
  if (t === undefined) throw nietGevonden();
  const { tot } = bezoek.query;
  const perioden = await bezoek.api.haal<Periodenoverzicht>(`/v1/toewijzingen/${plek.gemeente}/${nummer}/perioden`, { tot });
  return pagina(`Toewijzing ${nummer}`, <Inhoud bezoek={bezoek} plek={plek} t={t} gemaskeerd={client?.bsnGemaskeerd} perioden={perioden} />);
}
