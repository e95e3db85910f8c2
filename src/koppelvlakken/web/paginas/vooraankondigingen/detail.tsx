/** One notice: what was announced, what was done since, and the steps that are allowed now. */
import { Apifout } from '../../api.js';
import { kan, type Bezoek } from '../../bezoek.js';
import { naar, pagina, type Kamer, type Uitkomst } from '../../kamer.js';
import { Formulier, Foutoverzicht, Keuze, Keuzerondjes, Knop, Knoppen, Tekstveld, type Velden } from '../../opmaak/formulier.js';
import { Alinea, Gegevens, Kop2, Koppeling, Melding, Tabel, Vouw } from '../../opmaak/onderdelen.js';
import { datum, keuzesUit, korteDatum, metLabel, partijnaam } from '../../opmaak/tekst.js';
import { Uiterlijk } from '../verzoeken/lijst.js';
import { richtingTekst, Standlabel } from './lijst.js';
import { STAPPEN, type Stap, type Vooraankondiging } from './typen.js';

interface Veldfout { readonly veld?: string; readonly melding: string }

const isStap = (waarde: string | undefined): waarde is Stap => waarde !== undefined && Object.hasOwn(STAPPEN, waarde);
const stapnaam = (stap: string): string => (isStap(stap) ? STAPPEN[stap][0] : stap);

function Stapformulier({ vooraankondiging: { id, stappen }, csrf, velden, fouten, vandaag }: {
  readonly vooraankondiging: Vooraankondiging; readonly csrf: string; readonly velden: Velden; readonly fouten: readonly Veldfout[]; readonly vandaag: string;
}) {
  const [eerste] = stappen;
  const fout = (veld: string): string | undefined => fouten.find((een) => een.veld === veld)?.melding;
  return (
    <section aria-labelledby="stap">
      <Kop2 id="stap">Volgende stap</Kop2>
      <Foutoverzicht fouten={fouten} />
      <Formulier naar={`/vooraankondigingen/${id}`} csrf={csrf} naam="Volgende stap">
        <Keuzerondjes naam="stap" label="Wat is er gebeurd?" verplicht waarde={velden['stap']} fout={fout(`stap-${eerste ?? ''}`)}
          keuzes={stappen.map((stap) => ({ waarde: stap, label: STAPPEN[stap][0], uitleg: STAPPEN[stap][1] }))} />
        <Tekstveld naam="datum" label="Datum van de stap" soort="date" waarde={velden['datum'] ?? vandaag} fout={fout('datum')} />
        {stappen.includes('toewijzen') ? (
          <Vouw kop="Andere omvang voor de nieuwe toewijzing" open={Boolean(velden['volume']) || fout('volume') !== undefined}>
            <Alinea klein>Zonder deze velden blijft de omvang zoals zij is.</Alinea>
            <Tekstveld naam="volume" label="Volume" waarde={velden['volume']} fout={fout('volume')} invoermodus="numeric" maxLengte={8} verplicht={false} />
            <Keuze naam="eenheid" label="Eenheid" leeg="Kies een eenheid" waarde={velden['eenheid']} keuzes={keuzesUit('LDT_Eenheid')} verplicht={false} />
            <Keuze naam="frequentie" label="Frequentie" leeg="Kies een frequentie" waarde={velden['frequentie']} keuzes={keuzesUit('LDT_Frequentie')} verplicht={false} />
          </Vouw>) : null}
        <Knoppen><Knop>Leg de stap vast</Knop></Knoppen>
      </Formulier>
    </section>
  );
}

interface Toestand { readonly velden?: Velden; readonly fouten?: readonly Veldfout[]; readonly status?: number; readonly gelukt?: string | undefined }

function toon(bezoek: Bezoek, een: Vooraankondiging, { velden = {}, fouten = [], status = 200, gelukt }: Toestand = {}): Uitkomst {
  const { gewenstProduct: { categorie, code }, stappen, historie = [] } = een;
  return pagina(`Vooraankondiging bij toewijzing ${een.toewijzingNummer}`, (
    <>
      <Alinea><Koppeling naar="/vooraankondigingen">Alle vooraankondigingen</Koppeling></Alinea>
      {gelukt === 'stap' ? <Melding ernst="ok"><Alinea>De stap is vastgelegd.</Alinea></Melding> : null}
      {gelukt === 'ingediend' ? <Melding ernst="ok"><Alinea>De vooraankondiging is ingediend.</Alinea></Melding> : null}
      {stappen.length === 0 ? <Foutoverzicht fouten={fouten} /> : null}
      <div class="iwmo-naast">
        <section class="iwmo-vlak" aria-labelledby="melding">
          <Kop2 id="melding">Aangekondigd</Kop2>
          <Gegevens items={[
            ['Stand', <Standlabel stand={een.status} />],
            ['Gemeente', partijnaam(een.gemeente)], ['Aanbieder', een.aanbieder],
            ['Toewijzing', <Koppeling naar={`/toewijzingen/${een.toewijzingNummer}`}>{een.toewijzingNummer}</Koppeling>],
            ['Richting', richtingTekst(een.richting)],
            ['Gewenst product', `${code ?? 'zonder productcode'}, categorie ${metLabel('LDT_ProductCategorie', categorie)}`],
            ['Vanaf', datum(een.vanaf)], ['Ingediend', datum(een.ingediendOp)],
            een.definitiefOp === undefined ? undefined : ['Wijziging gaat in', datum(een.definitiefOp)],
            een.termijn === undefined ? undefined : ['Termijn', <>uiterlijk <Uiterlijk dag={een.termijn.vervaldatum} vandaag={bezoek.vandaag} /></>],
            een.toelichting === undefined ? undefined : ['Toelichting', een.toelichting],
            een.bericht === undefined ? undefined : ['Bericht', <Koppeling naar={`/berichten/${een.bericht.id}`}>WMO301</Koppeling>],
          ]} />
        </section>
        <section class="iwmo-vlak" aria-labelledby="historie">
          <Kop2 id="historie">Gezette stappen</Kop2>
          <Tabel bijschrift="Gezette stappen, eerste eerst" verborgenBijschrift rijen={historie} leeg="Er is nog geen stap gezet." kolommen={[
            { kop: 'Datum', cel: ({ datum: dag }) => korteDatum(dag) }, { kop: 'Stap', rijkop: true, cel: ({ stap }) => stapnaam(stap) }]} />
        </section>
      </div>
      {kan(bezoek, 'gemeente') && bezoek.partij !== een.aanbieder
        ? stappen.length === 0 ? <Alinea>Deze vooraankondiging is afgerond.</Alinea>
          : <Stapformulier vooraankondiging={een} csrf={bezoek.csrf()} velden={velden} fouten={fouten} vandaag={bezoek.vandaag} /> : null}
    </>), status);
}

const haal = ({ api, params: { id = '' } }: Bezoek): Promise<Vooraankondiging> => api.haal<Vooraankondiging>(`/v1/vooraankondigingen/${encodeURIComponent(id)}`);

/** What is missing before the API has to be asked. */
function controleer({ stap, volume, eenheid, frequentie }: Velden, { stappen }: Vooraankondiging): readonly Veldfout[] {
  const omvang = [volume, eenheid, frequentie].filter(Boolean).length;
  return [
    ...(isStap(stap) ? [] : [{ veld: `stap-${stappen[0] ?? ''}`, melding: 'Kies een stap.' }]),
    ...(omvang === 0 || (omvang === 3 && /^\d{1,8}$/.test(volume ?? '')) ? []
      : [{ veld: 'volume', melding: 'Vul bij een andere omvang volume (een geheel getal), eenheid en frequentie in.' }]),
  ];
}

function alsStap({ stap, datum: dag, volume, eenheid, frequentie }: Velden): Record<string, unknown> {
  return { stap, ...(dag ? { datum: dag } : {}), ...(stap === 'toewijzen' && volume ? { omvang: { volume: Number(volume), eenheid, frequentie } } : {}) };
}

export function aankondigingdetail(kamer: Kamer): void {
  kamer.toon('/vooraankondigingen/:id', { scopes: ['gemeente', 'lezen'] }, async (bezoek) => toon(bezoek, await haal(bezoek), { gelukt: bezoek.query['gelukt'] }));

  kamer.ontvang('/vooraankondigingen/:id', { scopes: ['gemeente'] }, async (bezoek, velden) => {
    const een = await haal(bezoek);
    const fouten = controleer(velden, een);
    if (fouten.length > 0) return toon(bezoek, een, { velden, fouten, status: 422 });
    try {
      await bezoek.api.stuur(`/v1/vooraankondigingen/${een.id}/stappen`, alsStap(velden));
    } catch (fout) {
      if (!(fout instanceof Apifout) || ![400, 409, 422, 503].includes(fout.status)) throw fout;
      const { probleem } = fout;
      const nu = await haal(bezoek);
      const meldingen = probleem.fouten?.map(({ melding }) => ({ melding })) ?? [];
      const detail = probleem.code === 'stap-niet-mogelijk' ? nietMogelijk(velden['stap'], nu) : probleem.detail;
      return toon(bezoek, nu, { velden, status: fout.status, fouten: meldingen.length > 0 ? meldingen : [{
        ...(/datum/i.test(detail) && probleem.code === 'ongeldige-aanvraag' ? { veld: 'datum' } : {}), melding: detail }] });
    }
    return naar(`/vooraankondigingen/${een.id}?gelukt=stap`);
  });
}

/** In words of the page, with the steps that are allowed now. */
function nietMogelijk(stap: string | undefined, { stappen, status }: Vooraankondiging): string {
  const wat = `De stap '${stapnaam(stap ?? '')}' kan niet meer: iemand was u voor, de stand is nu '${stapnaam(status)}'.`;
  return stappen.length === 0 ? `${wat} Er zijn geen stappen meer.` : `${wat} Nu kan: ${stappen.map((een) => STAPPEN[een][0].toLowerCase()).join(', ')}.`;
}
