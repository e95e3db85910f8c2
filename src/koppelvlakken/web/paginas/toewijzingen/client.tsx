/** All allocations of one client, a row each in one picture, whoever the aanbieders are. */
import { vergelijk } from '../../../../standaard/datum.js';
import type { Bezoek } from '../../bezoek.js';
import { pagina, type Uitkomst } from '../../kamer.js';
import { Tijdlijn } from '../../opmaak/grafiek/tijdlijn.js';
import { Alinea, Koppeling, Label, Melding, Tabel, type Kolom } from '../../opmaak/onderdelen.js';
import { aantal } from '../../opmaak/tekst.js';
import { Bsnvouw } from './bsn.js';
import { Dag, Periode } from './datums.js';
import { adresVan, LOOP, loopVan, nietGevonden, omvang, productnaam, waarde, zoek, type Plek, type Toewijzing } from './gegevens.js';
import { rijVan } from './tekening.js';

/** More rows make a picture nobody reads and a page that is too large. */
const HOOGSTENS = 50;
const VOLGORDE = { loopt: 0, toekomstig: 1, geëindigd: 2, verwijderd: 3 } as const;

const kolommen = (plek: Plek, vandaag: string): readonly Kolom<Toewijzing>[] => [
  { kop: 'Toewijzing', rijkop: true, cel: ({ toewijzingNummer }) => <Koppeling naar={adresVan(plek, toewijzingNummer)}>{String(toewijzingNummer)}</Koppeling> },
  { kop: 'Stand', cel: (t) => { const [naam, soort] = LOOP[loopVan(t, vandaag)]; return <Label soort={soort}>{naam}</Label>; } },
  { kop: 'Aanbieder', cel: ({ aanbieder }) => aanbieder },
  { kop: 'Product', cel: productnaam },
  { kop: 'Geldig', cel: ({ ingangsdatum, einddatum }) => <Periode van={ingangsdatum} tot={einddatum} /> },
  { kop: 'Omvang', cel: (t) => (t.omvang === undefined && t.budget !== undefined ? `budget ${waarde({ bedrag: t.budget }, undefined)}` : omvang(t.omvang)) },
  { kop: 'Gestart', cel: ({ starts }) => <Dag op={starts.find(({ verwijderd }) => !verwijderd)?.begindatum} /> },
  { kop: 'Gedeclareerd', getal: true, cel: (t) => waarde(t.gedeclareerd, t.omvang?.eenheid) },
  { kop: 'Maximum', getal: true, cel: (t) => waarde(t.maximum, t.omvang?.eenheid) },
];

export async function clientpagina(bezoek: Bezoek, plek: Plek, nummer: number): Promise<Uitkomst> {
  const { items, client } = await zoek(bezoek, plek, { clientVan: nummer });
  if (items.length === 0) throw nietGevonden();
  const { vandaag } = bezoek;
  const rang = (t: Toewijzing): number => VOLGORDE[loopVan(t, vandaag)];
  const gesorteerd = [...items].sort((a, b) => 
    rang(a) - rang(b) || vergelijk(b.ingangsdatum, a.ingangsdatum) || a.toewijzingNummer - b.toewijzingNummer);
  const getoond = gesorteerd.slice(0, HOOGSTENS);
  const lopend = items.filter((t) => loopVan(t, vandaag) === 'loopt').length;
  const aanbieders = new Set(items.map(({ aanbieder }) => aanbieder)).size;
  const titel = 'Toewijzingen van deze cliënt in de tijd';
  return pagina('Toewijzingen van een cliënt', (
    <>
      <Bsnvouw bezoek={bezoek} plek={plek} nummer={nummer} gemaskeerd={client?.bsnGemaskeerd} />
      {items.length <= HOOGSTENS ? null : (
        <Melding ernst="warning">
          <Alinea>{`Deze cliënt heeft meer dan ${HOOGSTENS} toewijzingen. U ziet de lopende en de nieuwste; zoek andere op nummer.`}</Alinea>
        </Melding>)}
      <Alinea>{`${aantal(items.length, 'toewijzing', 'toewijzingen')} aan ${aantal(aanbieders, 'aanbieder', 'aanbieders')}, waarvan nu ${lopend === 1 ? '1 loopt' : `${lopend} lopen`}.`}</Alinea>
      <Tijdlijn id="client" titel={titel} vandaag={vandaag} beschrijving={`Een rij per toewijzing, met haar geldigheid en de levering. De tabel hieronder noemt dezelfde ${aantal(getoond.length, 'toewijzing', 'toewijzingen')}.`}
        rijen={getoond.map((t) => rijVan(t, vandaag, { naam: `${t.toewijzingNummer}`, onder: `${t.aanbieder} · ${t.product?.code ?? t.product?.categorie ?? 'vrij'}` }))} />
      <Tabel bijschrift="Toewijzingen, lopende eerst" kolommen={kolommen(plek, vandaag)} rijen={getoond} leeg="Er zijn geen toewijzingen." />
      <Alinea><Koppeling naar="/toewijzingen">Zoek een andere cliënt</Koppeling></Alinea>
    </>));
}
