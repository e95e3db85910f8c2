/** What holds from when till when, one row each. Every kind has a shape of its own, so that colour is never all there is. */
import type { JSX } from 'preact';
import { BREEDTE, eindeVan, maakTijdas, tijdVan, type Tijdas } from './assen.js';
import { Figuur, Legenda } from './figuur.js';

/** What holds now, what held before, what is delivered, what was taken back. */
export type Balksoort = 'geldig' | 'eerder' | 'levering' | 'verwijderd';
export type Puntsoort = 'start' | 'stop' | 'versie';

export interface Balk { readonly van: string; /** Last day, included; absent: without end. */ readonly tot?: string | undefined; readonly soort: Balksoort; readonly tekst: string }
export interface Punt { readonly op: string; readonly soort: Puntsoort; readonly tekst: string }
export interface Tijdlijnrij { readonly naam: string; readonly onder?: string | undefined; readonly balken: readonly Balk[]; readonly punten: readonly Punt[] }

const NAAM: Readonly<Record<Balksoort | Puntsoort, string>> = {
  geldig: 'geldig', eerder: 'eerdere versie', verwijderd: 'verwijderd', levering: 'levering', start: 'start', stop: 'stop', versie: 'nieuwe versie' };
const LINKS = 190;
const RECHTS = BREEDTE - 16;
const RIJ = 46;
const KOP = 30;
/** What lies further away than this after now only shows that it goes on. */
const VOORUIT_MS = 3 * 366 * 86_400_000;
const HOOGTE: Readonly<Record<Balksoort, readonly [boven: number, hoogte: number]>> = {
  geldig: [7, 18], eerder: [7, 18], verwijderd: [7, 18], levering: [29, 8] };

function as(rijen: readonly Tijdlijnrij[], vandaag: string): Tijdas {
  const nu = tijdVan(vandaag);
  const begin = rijen.flatMap(({ balken, punten }) => [...balken.map(({ van }) => tijdVan(van)), ...punten.map(({ op }) => tijdVan(op))]);
  const eind = rijen.flatMap(({ balken }) => balken.map(({ tot }) => (tot === undefined ? nu : eindeVan(tot))));
  const van = Math.min(nu, ...begin);
  const grens = Math.max(nu, ...begin) + VOORUIT_MS;
  const tot = Math.max(nu, ...begin, ...eind.map((een) => Math.min(een, grens)));
  const marge = Math.max(86_400_000, (tot - van) * 0.02);
  return maakTijdas(van - marge, tot + marge, LINKS, RECHTS);
}

function Balkvorm({ balk: { van, tot, soort, tekst }, boven, tijdas }: { readonly balk: Balk; readonly boven: number; readonly tijdas: Tijdas }): JSX.Element {
  const [onder, hoogte] = HOOGTE[soort];
  const y = boven + onder;
  const x = tijdas.plaats(tijdVan(van));
  const einde = tot === undefined ? Number.POSITIVE_INFINITY : eindeVan(tot);
  const door = einde > tijdas.tot;
  const x2 = door ? RECHTS - 8 : Math.max(x + 2, tijdas.plaats(einde));
  return (
    <g class={`iwmo-balk iwmo-balk--${soort}`}>
      <title>{tekst}</title>
      {door ? <path d={`M${x} ${y}H${x2}l8 ${hoogte / 2}l-8 ${hoogte / 2}H${x}Z`} /> : <rect x={x} y={y} width={Math.round((x2 - x) * 10) / 10} height={hoogte} />}
    </g>);
}

const VORM: Readonly<Record<Puntsoort, string>> = { start: 'M-5 -7L7 0L-5 7Z', stop: 'M-6 -6H6V6H-6Z', versie: 'M0 -7L6 0L0 7L-6 0Z' };
const PLAATS: Readonly<Record<Puntsoort, number>> = { start: 33, stop: 33, versie: 16 };

/** @param id unique on the page. @param beschrijving what the picture shows, for who cannot see it */
export function Tijdlijn({ id, titel, beschrijving, rijen, vandaag }: {
  readonly id: string; readonly titel: string; readonly beschrijving: string; readonly rijen: readonly Tijdlijnrij[]; readonly vandaag: string;
}): JSX.Element {
  const tijdas = as(rijen, vandaag);
  const hoogte = KOP + rijen.length * RIJ + 6;
  const nu = tijdas.plaats(tijdVan(vandaag));
  const soorten = (Object.keys(NAAM) as (Balksoort | Puntsoort)[]).filter((soort) =>
    rijen.some(({ balken, punten }) => balken.some((een) => een.soort === soort) || punten.some((een) => een.soort === soort)));
  return (
    <Figuur id={id} titel={titel} beschrijving={beschrijving} hoogte={hoogte}
      legenda={<Legenda items={[...soorten.map((soort) => ({ naam: NAAM[soort], teken: <Teken soort={soort} /> })), { naam: 'vandaag', teken: <line class="iwmo-nu" x1="9" x2="9" y1="0" y2="18" /> }]} />}>
      {tijdas.streepjes.map(({ x, tekst }) => (
        <g class="iwmo-as">
          <line x1={x} x2={x} y1={KOP - 6} y2={hoogte} />
          <text x={x} y={KOP - 12} text-anchor="middle">{tekst}</text>
        </g>))}
      {rijen.map(({ naam, onder, balken, punten }, i) => {
        const boven = KOP + i * RIJ;
        return (
          <g>
            <line class="iwmo-rijlijn" x1={0} x2={BREEDTE} y1={boven} y2={boven} />
            <text class="iwmo-grafieknaam" x={0} y={boven + 20}>{naam}</text>
            {onder === undefined ? null : <text class="iwmo-grafiekonder" x={0} y={boven + 37}>{onder}</text>}
            {balken.map((balk) => <Balkvorm balk={balk} boven={boven} tijdas={tijdas} />)}
            {punten.map(({ op, soort, tekst }) => (
              <path class={`iwmo-punt iwmo-punt--${soort}`} d={VORM[soort]}
                transform={`translate(${tijdas.plaats(soort === 'stop' ? eindeVan(op) : tijdVan(op))} ${boven + PLAATS[soort]})`}>
                <title>{tekst}</title>
              </path>))}
          </g>);
      })}
      <line class="iwmo-nu" x1={nu} x2={nu} y1={KOP - 6} y2={hoogte} />
    </Figuur>
  );
}

const Teken = ({ soort }: { readonly soort: Balksoort | Puntsoort }): JSX.Element => (soort in VORM
  ? <path class={`iwmo-punt iwmo-punt--${soort}`} d={VORM[soort as Puntsoort]} transform="translate(9 9)" />
  : <g class={`iwmo-balk iwmo-balk--${soort}`}><rect x="1" y={soort === 'levering' ? 5 : 1} width="16" height={soort === 'levering' ? 8 : 16} /></g>);
