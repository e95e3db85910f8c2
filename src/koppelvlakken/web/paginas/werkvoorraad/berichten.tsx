/** What waits because of messages: those without an outcome, those rejected, those that could not be delivered. */
import { metVraag } from '../../api.js';
import { isAgbCode, kan, type Bezoek } from '../../bezoek.js';
import { plusDagen } from '../../../../standaard/datum.js';
import { Koppeling, Label, type Kolom } from '../../opmaak/onderdelen.js';
import { partijnaam, tijdstip } from '../../opmaak/tekst.js';
import { bezorgfout, verzenderVan, type Bezorging } from '../bezorgingen.js';
import type { Lijst } from '../lijst.js';
import { maakBlok, RIJEN, type Blok } from './blok.js';

interface Bericht {
  readonly id: string; readonly berichtsoort: string; readonly identificatie: string; readonly afzender: string; readonly ontvanger: string;
  readonly ontvangenOp: string; readonly status: string; readonly terzijdeOp?: string; readonly bevindingen: readonly { readonly retourcode?: string }[];
}
interface Wachtend { readonly id: string; readonly berichtsoort: string; readonly afzender: string; readonly sinds: string; readonly terzijde: boolean }

/** How far back rejected messages are shown. */
const AFGEKEURD_DAGEN = 14;

const naam: Kolom<Bericht> = { kop: 'Bericht', rijkop: true, cel: ({ id, berichtsoort, identificatie }) => (
  <><Koppeling naar={`/berichten/${id}`}>{berichtsoort}</Koppeling>{` ${identificatie}`}</>) };
const ontvangen: Kolom<Bericht> = { kop: 'Ontvangen', cel: ({ ontvangenOp }) => tijdstip(ontvangenOp) };
const MISLUKT: readonly Kolom<Bericht>[] = [
  naam, { kop: 'Van', cel: ({ afzender }) => partijnaam(afzender) }, { kop: 'Aan', cel: ({ ontvanger }) => partijnaam(ontvanger) }, ontvangen,
  { kop: 'Stand', cel: ({ terzijdeOp }) => (terzijdeOp === undefined ? <Label soort="warning">Wordt nog geprobeerd</Label>
    : <><Label soort="danger">Terzijde gelegd</Label>{` ${tijdstip(terzijdeOp)}`}</>) },
];
const AFGEKEURD: readonly Kolom<Bericht>[] = [
  naam, { kop: 'Aan', cel: ({ ontvanger }) => partijnaam(ontvanger) }, ontvangen,
  { kop: 'Uitslag', cel: ({ status }) => (status === 'afgekeurd' ? <Label soort="danger">Afgekeurd</Label> : <Label soort="warning">Deels goedgekeurd</Label>) },
  { kop: 'Retourcodes', cel: ({ bevindingen }) => [...new Set(bevindingen.flatMap(({ retourcode }) => retourcode ?? []))].slice(0, 5).join(', ') || '–' },
];
const BEZORGING: readonly Kolom<Bezorging>[] = [
  { kop: 'Bericht', rijkop: true, cel: (een) => <><Koppeling naar={`/berichten/${een.id}`}>{een.berichtsoort}</Koppeling>{` van ${verzenderVan(een)}`}</> },
  { kop: 'Voor', cel: ({ partij }) => partijnaam(partij) },
  { kop: 'Opgegeven', cel: ({ terzijdeOp }) => tijdstip(terzijdeOp) },
  { kop: 'Laatste fout', cel: ({ laatsteFout }) => bezorgfout(laatsteFout) },
];
const POSTVAK: readonly Kolom<Wachtend>[] = [
  { kop: 'Bericht', rijkop: true, cel: ({ id, berichtsoort }) => <Koppeling naar={`/berichten/${id}`}>{berichtsoort}</Koppeling> },
  { kop: 'Van', cel: ({ afzender }) => partijnaam(afzender) },
  { kop: 'Staat klaar sinds', cel: ({ sinds }) => tijdstip(sinds) },
];

/** Two lists that are both newest first, as one. */
function samen(een: Lijst<Bericht>, ander: Lijst<Bericht>): Lijst<Bericht> {
  const alle = [...new Map([...een.items, ...ander.items].map((item) => [item.id, item])).values()].sort((a, b) => b.ontvangenOp.localeCompare(a.ontvangenOp));
  const volgende = een.volgende ?? ander.volgende ?? (alle.length > RIJEN ? '' : undefined);
  return { items: alle.slice(0, RIJEN), ...(volgende === undefined ? {} : { volgende }) };
}

/** Of the party that was chosen. */
async function eigen({ api, vandaag }: Bezoek, partij: string): Promise<Blok[]> {
  const berichten = (vraag: Readonly<Record<string, string>>): Promise<Lijst<Bericht>> => api.haal<Lijst<Bericht>>('/v1/berichten', { ...vraag, limiet: RIJEN });
  const bezorgingen = api.haal<Lijst<Bezorging>>('/v1/bezorgingen', { status: 'terzijde', partij, limiet: RIJEN });
  const verzonden = api.haal<Lijst<Bezorging>>('/v1/bezorgingen', { status: 'terzijde', verzender: partij, limiet: RIJEN });
  const blokken = [
    maakBlok({ id: 'mislukt', titel: 'Berichten zonder uitslag', dringend: true, kolommen: MISLUKT,
      lijst: samen(await berichten({ status: 'mislukt', afzender: partij }), await berichten({ status: 'mislukt', ontvanger: partij })),
      uitleg: 'De beoordeling kon niet worden afgerond. De gateway probeert het opnieuw, behalve wat terzijde is gelegd.',
      meer: { adres: '/berichten?status=mislukt', naam: 'Alle berichten zonder uitslag' } }),
    maakBlok({ id: 'bezorgingen', titel: 'Bezorgen mislukt', dringend: true, kolommen: BEZORGING, lijst: await bezorgingen,
      uitleg: 'Deze berichten konden niet worden bezorgd. Ze staan nog in het postvak.', meer: { adres: '/bezorgingen', naam: 'Bekijk en bezorg opnieuw' } }),
    maakBlok({ id: 'verzonden', titel: 'Verstuurd en niet bezorgd', dringend: true, kolommen: BEZORGING, lijst: await verzonden,
      uitleg: 'Deze berichten van u konden niet bij de ontvanger worden bezorgd. Zij staan in het postvak van de ontvanger: bel of mail die.',
      meer: { adres: '/bezorgingen?van=verzonden', naam: 'Bekijk wat niet is bezorgd' } }),
  ];
  if (!isAgbCode(partij)) return blokken;
  const vanaf = plusDagen(vandaag, -AFGEKEURD_DAGEN);
  return [...blokken,
    maakBlok({ id: 'afgekeurd', titel: 'Afgekeurd', dringend: true, kolommen: AFGEKEURD,
      lijst: samen(await berichten({ status: 'afgekeurd', afzender: partij, vanaf }), await berichten({ status: 'deels-goedgekeurd', afzender: partij, vanaf })),
      uitleg: `Uw berichten van de laatste ${AFGEKEURD_DAGEN} dagen die geheel of deels zijn afgekeurd.`,
      meer: { adres: metVraag('/berichten', { status: 'afgekeurd', afzender: partij, vanaf }), naam: 'Alle afgekeurde berichten' } }),
    maakBlok({ id: 'postvak', titel: 'Staat voor u klaar', dringend: false, kolommen: POSTVAK,
      lijst: await api.haal<Lijst<Wachtend>>('/v1/postvak', { partij, limiet: RIJEN }), uitleg: 'Berichten die u nog niet hebt opgehaald, oudste eerst.',
      meer: { adres: '/bezorgingen?status=wacht', naam: 'Alles wat klaarstaat' } }),
  ];
}

/** Of everybody, for who looks after the gateway. */
async function beheer({ api }: Bezoek): Promise<Blok[]> {
  const [berichten, bezorgingen] = await Promise.all([
    api.haal<Lijst<Bericht>>('/v1/berichten', { terzijde: true, limiet: RIJEN }),
    api.haal<Lijst<Bezorging>>('/v1/bezorgingen', { status: 'terzijde', limiet: RIJEN })]);
  return [
    maakBlok({ id: 'terzijde', titel: 'Terzijde gelegd, van iedereen', dringend: true, kolommen: MISLUKT, lijst: berichten,
      uitleg: 'Na de laatste poging terzijde gelegd. Zoek de oorzaak en laat het bericht opnieuw beoordelen.',
      meer: { adres: '/berichten?terzijde=true', naam: 'Alles wat terzijde is gelegd' } }),
    maakBlok({ id: 'dode-letters', titel: 'Bezorgen opgegeven, van iedereen', dringend: true, kolommen: BEZORGING, lijst: bezorgingen,
      meer: { adres: '/bezorgingen?van=alle', naam: 'Bekijk en bezorg opnieuw' } }),
  ];
}

export async function berichtBlokken(bezoek: Bezoek): Promise<Blok[]> {
  const { partij } = bezoek;
  return [
    ...(partij !== undefined && kan(bezoek, 'lezen') ? await eigen(bezoek, partij) : []),
    ...(kan(bezoek, 'beheer') ? await beheer(bezoek) : []),
  ];
}
