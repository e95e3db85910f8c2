/** A gemeente makes an allocation longer or shorter: first what would be sent, then sending it. The bsn stays where it is. */
import type { JSX } from 'preact';
import { codelijstVan } from '../../../../standaard/codelijsten/index.js';
import { isDatum } from '../../../../standaard/datum.js';
import { Apifout, type Probleemdocument } from '../../api.js';
import type { Bezoek } from '../../bezoek.js';
import { naar, pagina, type Uitkomst } from '../../kamer.js';
import { Formulier, Foutoverzicht, Keuze, Keuzerondjes, Knop, Knoppen, Tekstveld, type Velden } from '../../opmaak/formulier.js';
import { Alinea, Gegevens, Kop2, Koppeling, Label, Tabel, type Kolom } from '../../opmaak/onderdelen.js';
import { bedrag, metLabel } from '../../opmaak/tekst.js';
import { Periode } from './datums.js';
import { adresVan, nietGevonden, omvang, periode, productnaam, zoek, type Plek, type Toewijzing } from './gegevens.js';

interface Fout { readonly veld?: string; readonly melding: string }
interface Product {
  readonly ToewijzingNummer: number; readonly Product?: { readonly Categorie: string; readonly Code?: string }; readonly Ingangsdatum: string; readonly Einddatum?: string;
  readonly Omvang?: { readonly Volume: number; readonly Eenheid: string; readonly Frequentie: string }; readonly Budget?: number; readonly RedenWijziging?: string;
}
interface Voorbeeld { readonly berichtsoort: string; readonly producten: readonly Product[]; readonly geraakt: readonly number[] }

const ACTIES = [
  { waarde: 'inkorten', label: 'Inkorten', uitleg: 'De toewijzing eindigt eerder.' },
  { waarde: 'verlengen', label: 'Verlengen', uitleg: 'De toewijzing eindigt later.' },
];
/** What a municipality says of such a change; removal, corrections and old codes are something else. */
const REDENEN = ['02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '14']
  .map((waarde) => ({ waarde, label: `${waarde}: ${codelijstVan('LDT_RedenWijziging')?.codes.get(waarde) ?? ''}` }));

const kolommen = (geraakt: readonly number[]): readonly Kolom<Product>[] => [
  { kop: 'Toewijzing', rijkop: true, cel: ({ ToewijzingNummer }) => String(ToewijzingNummer) },
  { kop: 'Wijzigt', cel: ({ ToewijzingNummer }) => (geraakt.includes(ToewijzingNummer) ? <Label soort="active">ja</Label> : 'nee, staat erbij') },
  { kop: 'Product', cel: ({ Product: een }) => productnaam(een === undefined ? {} : { product: { categorie: een.Categorie, ...(een.Code === undefined ? {} : { code: een.Code }) } }) },
  { kop: 'Geldig', cel: ({ Ingangsdatum, Einddatum }) => <Periode van={Ingangsdatum} tot={Einddatum} /> },
  { kop: 'Omvang', cel: ({ Omvang: een, Budget }) => (een === undefined ? bedrag(Budget) : omvang({ volume: een.Volume, eenheid: een.Eenheid, frequentie: een.Frequentie })) },
  { kop: 'Reden', cel: ({ RedenWijziging }) => metLabel('LDT_RedenWijziging', RedenWijziging) },
];

/** Faults of the API at the field where somebody can mend them; a place in the message says which element it is about. */
function foutenUit({ detail, fouten = [] }: Probleemdocument): Fout[] {
  if (fouten.length === 0) return [{ melding: detail }];
  return fouten.map(({ pad = '', melding }) => {
    const veld = /einddatum$/i.test(pad) ? 'einddatum' : /redenWijziging$/i.test(pad) ? 'reden' : undefined;
    return veld === undefined ? { melding } : { veld, melding };
  });
}

function controleer({ actie, einddatum = '' }: Velden): Fout[] {
  return [
    ...(ACTIES.some(({ waarde }) => waarde === actie) ? [] : [{ veld: 'actie-inkorten', melding: 'Kies inkorten of verlengen.' }]),
    ...(isDatum(einddatum) ? [] : [{ veld: 'einddatum', melding: 'Vul een bestaande einddatum in.' }]),
  ];
}

function Inhoud({ bezoek, plek, t, velden, fouten, voorbeeld }: {
  readonly bezoek: Bezoek; readonly plek: Plek; readonly t: Toewijzing; readonly velden: Velden; readonly fouten: readonly Fout[]; readonly voorbeeld?: Voorbeeld | undefined;
}): JSX.Element {
  const fout = (veld: string): string | undefined => fouten.find((een) => een.veld === veld)?.melding;
  return (
    <>
      <Foutoverzicht fouten={fouten} />
      <Gegevens items={[['Aanbieder', t.aanbieder], ['Product', productnaam(t)], ['Nu geldig', periode(t.ingangsdatum, t.einddatum)], ['Omvang', omvang(t.omvang)]]} />
      <Formulier naar={adresVan(plek, t.toewijzingNummer, {}, '/wijzigen')} csrf={bezoek.csrf()} naam="Wijzigen">
        <Keuzerondjes naam="actie" label="Wat wilt u doen?" keuzes={ACTIES} waarde={velden['actie']} fout={fout('actie-inkorten')} verplicht />
        <Tekstveld naam="einddatum" label="Nieuwe einddatum" uitleg="De laatste dag waarop de toewijzing geldt." soort="date" waarde={velden['einddatum'] ?? t.einddatum}
          fout={fout('einddatum')} verplicht />
        <Keuze naam="reden" label="Reden" uitleg="Zonder keuze: 04 bij verlengen en 05 bij inkorten." leeg="Standaard" keuzes={REDENEN} waarde={velden['reden']} fout={fout('reden')} />
        <Knoppen>
          <Knop naam="stap" waarde="voorbeeld" soort="secondary-action">Bekijk het bericht</Knop>
          <Knop naam="stap" waarde="verstuur">Verstuur</Knop>
        </Knoppen>
      </Formulier>
      {voorbeeld === undefined ? null : (
        <section aria-labelledby="voorbeeld">
          <Kop2 id="voorbeeld">{`Dit gaat in de ${voorbeeld.berichtsoort} aan de aanbieder`}</Kop2>
          <Alinea>Er is nog niets verstuurd. Een WMO301 noemt alle actuele toewijzingen van deze cliënt aan deze aanbieder.</Alinea>
          <Tabel bijschrift="Toewijzingen in het bericht" kolommen={kolommen(voorbeeld.geraakt)} rijen={voorbeeld.producten.slice(0, 50)} leeg="Het bericht is leeg." />
        </section>)}
      <Alinea><Koppeling naar={adresVan(plek, t.toewijzingNummer)}>{`Terug naar toewijzing ${t.toewijzingNummer}`}</Koppeling></Alinea>
    </>
  );
}

export async function wijzigpagina(
  bezoek: Bezoek, plek: Plek, nummer: number, velden: Velden = {}, fouten: readonly Fout[] = [], voorbeeld?: Voorbeeld,
): Promise<Uitkomst> {
  const { items: [t] } = await zoek(bezoek, plek, { toewijzingNummer: nummer });
  if (t === undefined || plek.aanbieder !== undefined) throw nietGevonden();
  return pagina(`Toewijzing ${nummer} wijzigen`, <Inhoud bezoek={bezoek} plek={plek} t={t} velden={velden} fouten={fouten} voorbeeld={voorbeeld} />);
}

export async function wijzig(bezoek: Bezoek, plek: Plek, nummer: number, velden: Velden): Promise<Uitkomst> {
  const fouten = controleer(velden);
  if (fouten.length > 0) return wijzigpagina(bezoek, plek, nummer, velden, fouten);
  const { items: [t] } = await zoek(bezoek, plek, { toewijzingNummer: nummer });
  if (t === undefined || plek.aanbieder !== undefined) throw nietGevonden();
  const { actie, einddatum, reden = '', stap } = velden;
  const opdracht = {
    gemeente: plek.gemeente, aanbieder: t.aanbieder, clientVan: nummer,
    producten: [{ actie, toewijzingNummer: nummer, einddatum, ...(reden === '' ? {} : { redenWijziging: reden }) }] };
  try {
    if (stap !== 'verstuur') return await wijzigpagina(bezoek, plek, nummer, velden, [], await bezoek.api.stuur<Voorbeeld>('/v1/toewijzingen/voorbeeld', opdracht));
    await bezoek.api.stuur('/v1/toewijzingen', opdracht);
    return naar(adresVan(plek, nummer, { gelukt: 'gewijzigd' }));
  } catch (fout) {
    // Nothing was sent; what was filled in stays.
    if (fout instanceof Apifout && (fout.status === 400 || fout.status === 422 || fout.status === 503)) return wijzigpagina(bezoek, plek, nummer, velden, foutenUit(fout.probleem));
    throw fout;
  }
}
