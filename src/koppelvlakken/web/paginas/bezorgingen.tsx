/** Deliveries: what could not be brought to whom it is for, and trying again. */
import type { JSX } from 'preact';
import { metVraag } from '../api.js';
import { kan, partijVan, type Bezoek } from '../bezoek.js';
import { naar, pagina, type Kamer } from '../kamer.js';
import { Filter, Formulier, Keuze, Knop } from '../opmaak/formulier.js';
import { Alinea, Bladeren, Koppeling, Label, Melding, Tabel, type Kolom } from '../opmaak/onderdelen.js';
import { partijnaam, tijdstip } from '../opmaak/tekst.js';
import type { Lijst } from './lijst.js';

export interface Bezorging {
  readonly id: string; readonly partij: string; readonly berichtsoort: string; readonly afzender: string; readonly ontvanger: string; readonly sinds: string;
  readonly pogingen: number; readonly status: 'wacht' | 'terzijde' | 'bezorgd'; readonly laatsteFout?: string; readonly terzijdeOp?: string;
  readonly volgendePogingOp?: string; readonly bezorgdOp?: string; readonly bezorgdVia?: 'postvak' | 'webhook';
}

const STATUS = { terzijde: ['Mislukt', 'danger'], wacht: ['Wacht', 'neutral'], bezorgd: ['Bezorgd', 'safe'] } as const;
const FOUT: Readonly<Record<string, string>> = {
  'geen-verbinding': 'Geen verbinding met het adres van de ontvanger', 'geen-tls': 'Het certificaat van de ontvanger klopt niet', 'te-laat': 'De ontvanger antwoordde niet op tijd',
  'adres-geweigerd': 'Naar dit adres mag niets worden gestuurd', 'niet-geaccepteerd': 'De ontvanger nam het bericht niet aan',
  'vorm-niet-beschikbaar': 'Dit bericht kan niet in de gekozen vorm worden verstuurd', 'inhoud-onleesbaar': 'De inhoud van het bericht kon niet worden gelezen',
  onbekend: 'Onbekende fout',
};

/** The kind of failure in words. */
export function bezorgfout(fout: string | undefined): string {
  if (fout === undefined) return '–';
  const http = /^http-(\d+)$/.exec(fout)?.[1];
  return http === undefined ? FOUT[fout] ?? fout : `De ontvanger antwoordde met HTTP ${http}`;
}

function Stand({ bezorging: { status, terzijdeOp, volgendePogingOp, bezorgdOp, bezorgdVia } }: { readonly bezorging: Bezorging }): JSX.Element {
  const wanneer = { terzijde: terzijdeOp, wacht: volgendePogingOp, bezorgd: bezorgdOp }[status];
  const voor = { terzijde: '', wacht: 'volgende poging ', bezorgd: bezorgdVia === 'postvak' ? 'opgehaald ' : '' }[status];
  return <><Label soort={STATUS[status][1]}>{STATUS[status][0]}</Label>{wanneer === undefined ? null : ` ${voor}${tijdstip(wanneer)}`}</>;
}

/** Who sent it: the header of a return message is that of the message it answers, so there the receiver stands first. */
export const verzenderVan = ({ partij, afzender, ontvanger }: Bezorging): string => partijnaam(afzender === partij ? ontvanger : afzender);

/** Whose deliveries: of the chosen party, and for who looks after the gateway where none was chosen of everybody. */
const partijen = (bezoek: Bezoek): string | undefined => (kan(bezoek, 'beheer') ? bezoek.partij : partijVan(bezoek));

export function bezorgPaginas(kamer: Kamer): void {
  kamer.toon('/bezorgingen', { scopes: ['lezen', 'beheer'] }, async (bezoek) => {
    const { status = 'terzijde', cursor, gelukt } = bezoek.query;
    const alle = kan(bezoek, 'beheer') && bezoek.query['van'] === 'alle';
    const partij = alle ? undefined : partijen(bezoek);
    const verzonden = partij !== undefined && bezoek.query['van'] === 'verzonden';
    const wie = verzonden ? { status: 'terzijde', verzender: partij } : { status, partij };
    const { items, volgende } = await bezoek.api.haal<Lijst<Bezorging>>('/v1/bezorgingen', { ...wie, limiet: 25, cursor });
    const van = alle ? 'alle' : verzonden ? 'verzonden' : undefined;
    const adres = (waar?: string): string => metVraag('/bezorgingen', { status: wie.status, van, cursor: waar });
    const csrf = bezoek.csrf();
    const kolommen: readonly Kolom<Bezorging>[] = [
      { kop: 'Bericht', rijkop: true, cel: (een) => (
        <><Koppeling naar={`/berichten/${een.id}`}>{een.berichtsoort}</Koppeling>{` van ${verzenderVan(een)}`}</>) },
      { kop: 'Voor', cel: (een) => partijnaam(een.partij) },
      { kop: 'Staat klaar sinds', cel: ({ sinds }) => tijdstip(sinds) },
      { kop: 'Pogingen', getal: true, cel: ({ pogingen }) => pogingen },
      { kop: 'Laatste fout', cel: ({ laatsteFout }) => bezorgfout(laatsteFout) },
      { kop: 'Stand', cel: (bezorging) => <Stand bezorging={bezorging} /> },
      ...(status === 'wacht' || (verzonden && !kan(bezoek, 'beheer')) ? [] : [{ kop: 'Opnieuw', cel: ({ id, berichtsoort, sinds }: Bezorging) => (
        <Formulier naar={`/bezorgingen/${id}/opnieuw`} csrf={csrf}>
          <input type="hidden" name="terug" value={adres(cursor)} />
          <Knop soort="secondary-action">Bezorg opnieuw<span class="iwmo-onzichtbaar">{` ${berichtsoort}, klaar sinds ${tijdstip(sinds)}`}</span></Knop>
        </Formulier>) }]),
    ];
    return pagina('Bezorgingen', (
      <>
        {gelukt === 'opnieuw' ? <Melding ernst="ok"><Alinea>Het bericht staat weer klaar en wordt opnieuw bezorgd.</Alinea></Melding> : null}
        <Alinea>{`${verzonden ? `Berichten van ${partijnaam(partij)} die niet konden worden bezorgd`
          : partij === undefined ? 'Berichten voor alle partijen' : `Berichten voor ${partijnaam(partij)}`}. Wat mislukt is, staat nog wel in het postvak van de ontvanger.`}</Alinea>
        <Filter naar="/bezorgingen">
          {verzonden ? null : <Keuze naam="status" label="Stand" waarde={status} keuzes={Object.entries(STATUS).map(([waarde, [label]]) => ({ waarde, label }))} />}
          {bezoek.partij === undefined ? null : (
            <Keuze naam="van" label="Welke" waarde={van ?? ''} leeg={`Voor ${partijnaam(bezoek.partij)}`} keuzes={[
              { waarde: 'verzonden', label: `Van ${partijnaam(bezoek.partij)}, bezorgen mislukt` },
              ...(kan(bezoek, 'beheer') ? [{ waarde: 'alle', label: 'Voor alle partijen' }] : [])]} />)}
        </Filter>
        <Tabel bijschrift="Bezorgingen, oudste eerst" kolommen={kolommen} rijen={items} leeg="Er zijn geen bezorgingen met deze stand." />
        <Bladeren eerste={cursor === undefined ? undefined : adres()} volgende={volgende === undefined ? undefined : adres(volgende)} />
      </>));
  });

  kamer.ontvang('/bezorgingen/:id/opnieuw', { scopes: ['lezen', 'beheer'] }, async (bezoek, { terug = '' }) => {
    await bezoek.api.stuur(`/v1/bezorgingen/${encodeURIComponent(bezoek.params['id'] ?? '')}/opnieuw`, undefined);
    const vraag = /^\/bezorgingen\?([^#]*)$/.exec(terug)?.[1];
    return naar(metVraag('/bezorgingen', { ...Object.fromEntries(new URLSearchParams(vraag)), gelukt: 'opnieuw' }));
  });
}
