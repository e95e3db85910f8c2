/** One request: the wish beside the situation, what policy says, and the decision. */
import type { JSX } from 'preact';
import { Apifout } from '../../api.js';
import type { Bezoek } from '../../bezoek.js';
import { naar, pagina, type Kamer, type Uitkomst } from '../../kamer.js';
import type { Velden } from '../../opmaak/formulier.js';
import { Alinea, Gegevens, Kop2, Koppeling, Melding, Tabel, Vouw, type Kolom } from '../../opmaak/onderdelen.js';
import { bedrag, korteDatum, metLabel, tijdstip } from '../../opmaak/tekst.js';
import { termijnnaam } from '../termijnen.js';
import { alsBesluit, Besluitformulier, besluitnaam, controleer, foutenUit, Ingevuld, type Veldfout } from './formulier.js';
import { Uiterlijk, Verzoekstatuslabel, verzoeksoort } from './lijst.js';
import type { Genomen, ToegewezenProduct, Verzoek, Voorbeeld } from './typen.js';
import { Beleid, omvangTekst, productTekst, WensEnSituatie } from './wens.js';

const door = (wie: string): string => (wie === 'beleid' ? 'het beleid' : wie);

const BESLUITEN: readonly Kolom<Genomen>[] = [
  { kop: 'Wanneer', cel: ({ op }) => tijdstip(op) },
  { kop: 'Besluit', rijkop: true, cel: ({ besluit }) => besluitnaam(besluit) },
  { kop: 'Reden', cel: ({ redenAfwijzing }) => metLabel('LDT_RedenAfwijzingVerzoek', redenAfwijzing) },
  { kop: 'Door', cel: ({ door: wie }) => door(wie) },
  { kop: 'Bericht', cel: ({ besluit, bericht }) => <Koppeling naar={`/berichten/${bericht.id}`}>{besluit === 'toewijzen' ? 'WMO301' : 'WMO319'}</Koppeling> },
];

const PRODUCTEN: readonly Kolom<ToegewezenProduct>[] = [
  { kop: 'Toewijzing', rijkop: true, cel: ({ ToewijzingNummer }) => ToewijzingNummer },
  { kop: 'Product', cel: ({ Product }) => productTekst(Product) },
  { kop: 'Periode', cel: ({ Ingangsdatum, Einddatum }) => `${korteDatum(Ingangsdatum)} t/m ${Einddatum === undefined ? 'open' : korteDatum(Einddatum)}` },
  { kop: 'Omvang', cel: ({ Omvang, Budget }) => (Budget === undefined ? omvangTekst(Omvang) : bedrag(Budget)) },
  { kop: 'Reden wijziging', cel: ({ RedenWijziging }) => metLabel('LDT_RedenWijziging', RedenWijziging) },
  { kop: 'Referentie', cel: ({ ReferentieAanbieder }) => ReferentieAanbieder ?? '–' },
];

/** On a screen a bsn shows its last digits; a line per element reads better than one long line. */
export const leesbaar = (xml: string): string =>
  xml.replaceAll(/(<(?:\w+:)?Bsn>)\d+(\d{4}<)/g, '$1•••••$2').replaceAll(/>\s*</g, '>\n<');

function Voorbeeldbericht({ voorbeeld: { berichtsoort, bericht, xml } }: { readonly voorbeeld: Voorbeeld }): JSX.Element {
  const { Client, Antwoord } = bericht;
  return (
    <section class="iwmo-vlak" aria-labelledby="voorbeeld">
      <Kop2 id="voorbeeld">{`Voorbeeld van de ${berichtsoort}`}</Kop2>
      <Melding>
        <Alinea>Er is nog niets verstuurd of opgeslagen. De identificatie en nieuwe toewijzingnummers worden bij het versturen gegeven.</Alinea>
      </Melding>
      {Client === undefined ? null
        : <Tabel bijschrift="Toegewezen producten in het bericht" kolommen={PRODUCTEN} rijen={Client.ToegewezenProducten} leeg="Geen producten." />}
      {Antwoord === undefined ? null : (
        <Gegevens items={[
          ['Antwoord', metLabel('LDT_VerzoekAntwoord', Antwoord.VerzoekAntwoord)],
          Antwoord.RedenAfwijzingVerzoek === undefined ? undefined : ['Reden', metLabel('LDT_RedenAfwijzingVerzoek', Antwoord.RedenAfwijzingVerzoek)],
          ['Referentie van de aanbieder', Antwoord.ReferentieAanbieder]]} />)}
      <Vouw kop="Het hele bericht (XML)"><pre class="iwmo-xml" tabIndex={0} aria-label="XML van het voorbeeld"><code>{leesbaar(xml)}</code></pre></Vouw>
    </section>
  );
}

/** Who was first, and what they decided. */
export interface Eerder { readonly besluit?: Genomen['besluit']; readonly door?: string; readonly op?: string; readonly bericht?: { readonly id: string } }

const TeLaat = ({ eerder, uitleg }: { readonly eerder: Eerder; readonly uitleg: string }): JSX.Element => (
  <Melding ernst="error" titel="Iemand was u voor">
    <Alinea>{uitleg}</Alinea>
    {eerder.besluit === undefined ? null : (
      <Alinea>
        {`Besloten: ${besluitnaam(eerder.besluit).toLowerCase()}, door ${door(eerder.door ?? 'onbekend')} op ${tijdstip(eerder.op)}. `}
        {eerder.bericht === undefined ? null : <Koppeling naar={`/berichten/${eerder.bericht.id}`}>Bekijk het verzonden bericht</Koppeling>}
      </Alinea>)}
    <Alinea>Uw besluit is niet verstuurd.</Alinea>
  </Melding>
);

interface Stand {
  readonly velden?: Velden; readonly fouten?: readonly Veldfout[]; readonly voorbeeld?: Voorbeeld;
  readonly teLaat?: { readonly eerder: Eerder; readonly uitleg: string }; readonly status?: number; readonly gelukt?: boolean;
}

function toon(bezoek: Bezoek, verzoek: Verzoek, { velden = {}, fouten = [], voorbeeld, teLaat, status = 200, gelukt }: Stand): Uitkomst {
  const open = verzoek.status === 'onderhanden' || verzoek.status === 'in-onderzoek';
  const laatste = verzoek.besluiten.at(-1);
  const formulier = open ? <Besluitformulier verzoek={verzoek} csrf={bezoek.csrf()} velden={velden} fouten={fouten} /> : null;
  // Who was at work with the form goes on there.
  const bezig = voorbeeld !== undefined || fouten.length > 0;
  return pagina(`${verzoeksoort(verzoek.berichtsoort)} ${verzoek.referentieAanbieder}`, (
    <>
      <Alinea><Koppeling naar="/verzoeken">Alle verzoeken</Koppeling></Alinea>
      {gelukt === true && laatste !== undefined
        ? <Melding ernst="ok"><Alinea>{`Uw besluit is verstuurd: ${besluitnaam(laatste.besluit).toLowerCase()}.`}</Alinea></Melding> : null}
      {teLaat === undefined ? null : <><TeLaat {...teLaat} /><Ingevuld velden={velden} verzoek={verzoek} /></>}
      {voorbeeld === undefined ? null : <Voorbeeldbericht voorbeeld={voorbeeld} />}
      {bezig ? formulier : null}
      <Gegevens items={[
        ['Stand', <Verzoekstatuslabel status={verzoek.status} />],
        ['Aanbieder', verzoek.aanbieder],
        ['Cliënt', <>Bsn {verzoek.client.bsn}</>],
        ['Ontvangen', <>{tijdstip(verzoek.ontvangenOp)}, <Koppeling naar={`/berichten/${verzoek.bericht.id}`}>{verzoek.berichtsoort}</Koppeling></>],
        open && verzoek.wachtOp.length > 0 ? ['Waarom een medewerker nodig is', verzoek.wachtOp.map((reden) => <div>{reden}</div>)] : undefined,
        ...verzoek.termijnen.map(({ soort, bron, vervaldatum }) =>
          [termijnnaam(soort), <>uiterlijk <Uiterlijk dag={vervaldatum} vandaag={bezoek.vandaag} /> ({bron})</>] as const),
      ]} />
      <WensEnSituatie verzoek={verzoek} />
      <Beleid verzoek={verzoek} />
      {bezig ? null : formulier}
      <section aria-labelledby="besluiten">
        <Kop2 id="besluiten">Genomen besluiten</Kop2>
        <Tabel bijschrift="Genomen besluiten, eerste eerst" verborgenBijschrift kolommen={BESLUITEN} rijen={verzoek.besluiten} leeg="Er is nog niets besloten." />
      </section>
    </>), status);
}

const haal = ({ api, params: { id = '' } }: Bezoek): Promise<Verzoek> => api.haal<Verzoek>(`/v1/verzoeken/${encodeURIComponent(id)}`);

export function verzoekdetail(kamer: Kamer): void {
  kamer.toon('/verzoeken/:id', { scopes: ['gemeente'] }, async (bezoek) =>
    toon(bezoek, await haal(bezoek), { gelukt: bezoek.query['gelukt'] === 'besloten' }));

  kamer.ontvang('/verzoeken/:id', { scopes: ['gemeente'] }, async (bezoek, alles) => {
    const { actie, ...velden } = alles;
    const verzoek = await haal(bezoek);
    const definitief = actie === 'besluit';
    const fouten = controleer(velden, verzoek, definitief);
    const open = verzoek.status === 'onderhanden' || verzoek.status === 'in-onderzoek';
    // Of one that is decided the API says who was first.
    if (open && fouten.length > 0) return toon(bezoek, verzoek, { velden, fouten, status: 422 });
    const pad = `/v1/verzoeken/${verzoek.id}`;
    try {
      const body = alsBesluit(velden, verzoek, definitief);
      if (!definitief) return toon(bezoek, verzoek, { velden, voorbeeld: await bezoek.api.stuur<Voorbeeld>(`${pad}/voorbeeld`, body) });
      await bezoek.api.stuur(`${pad}/besluit`, body);
    } catch (fout) {
      if (!(fout instanceof Apifout)) throw fout;
      const { code, detail } = fout.probleem;
      if (code === 'besluit-niet-mogelijk') {
        return toon(bezoek, await haal(bezoek), { velden, teLaat: { eerder: fout.probleem as Eerder, uitleg: detail }, status: 409 });
      }
      if (fout.status === 422 || fout.status === 400 || fout.status === 503) {
        return toon(bezoek, await haal(bezoek), { velden, fouten: foutenUit(fout.probleem), status: fout.status });
      }
      throw fout;
    }
    return naar(`/verzoeken/${verzoek.id}?gelukt=besloten`);
  });
}
