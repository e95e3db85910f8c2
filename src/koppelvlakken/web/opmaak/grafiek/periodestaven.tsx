/** What was used per period against the most that there was: a bar inside a frame, and one bar for all together. */
import type { JSX } from 'preact';
import { scaleBand, scaleLinear } from 'd3-scale';
import { BREEDTE } from './assen.js';
import { Figuur, Legenda } from './figuur.js';

export interface Periodestaaf {
  /** Under the bar, short. */
  readonly naam: string;
  /** Under that, where it changes: the year. */
  readonly groep: string;
  readonly waarde: number;
  readonly maximum?: number | undefined;
  /** What the bar says, in words. */
  readonly tekst: string;
}

const HOOGTE = 260;
const VAK = { links: 84, rechts: BREEDTE - 8, boven: 10, onder: 210 } as const;
const rond = (getal: number): number => Math.round(getal * 10) / 10;

const LEGENDA = {
  gedeclareerd: { naam: 'gedeclareerd', teken: <rect class="iwmo-staaf" x="3" y="3" width="12" height="13" /> },
  boven: { naam: 'meer dan het maximum', teken: <rect class="iwmo-staaf iwmo-staaf--boven" x="3" y="3" width="12" height="13" /> },
  maximum: { naam: 'maximum', teken: <rect class="iwmo-maximum" x="2" y="2" width="14" height="14" /> },
} as const;

/** The part up to the maximum, and with another look the part above it. */
function Staaf({ staaf: { waarde, maximum, tekst }, x, breedte, y }: {
  readonly staaf: Periodestaaf; readonly x: number; readonly breedte: number; readonly y: (waarde: number) => number }): JSX.Element {
  const binnen = maximum === undefined ? waarde : Math.min(waarde, maximum);
  const inzet = Math.min(4, breedte / 6);
  return (
    <g>
      <title>{tekst}</title>
      {maximum === undefined || maximum === 0 ? null
        : <rect class="iwmo-maximum" x={rond(x)} y={rond(y(maximum))} width={rond(breedte)} height={rond(y(0) - y(maximum))} />}
      {binnen <= 0 ? null : <rect class="iwmo-staaf" x={rond(x + inzet)} y={rond(y(binnen))} width={rond(breedte - 2 * inzet)} height={rond(y(0) - y(binnen))} />}
      {waarde <= binnen ? null
        : <rect class="iwmo-staaf iwmo-staaf--boven" x={rond(x + inzet)} y={rond(y(waarde))} width={rond(breedte - 2 * inzet)} height={rond(y(binnen) - y(waarde))} />}
    </g>);
}

/** @param opmaak how a value reads on the axis */
export function Periodestaven({ id, titel, beschrijving, staven, opmaak }: {
  readonly id: string; readonly titel: string; readonly beschrijving: string; readonly staven: readonly Periodestaaf[]; readonly opmaak: (waarde: number) => string;
}): JSX.Element {
  const hoogste = Math.max(1, ...staven.map(({ waarde, maximum }) => Math.max(waarde, maximum ?? 0)));
  const schaal = scaleLinear().domain([0, hoogste]).nice(5).range([VAK.onder, VAK.boven]);
  const banden = scaleBand<number>().domain(staven.map((_, i) => i)).range([VAK.links, VAK.rechts]).paddingInner(0.25).paddingOuter(0.1);
  const breedte = Math.min(56, banden.bandwidth());
  const midden = (i: number): number => (banden(i) ?? 0) + banden.bandwidth() / 2;
  // Names would run into each other.
  const elke = Math.ceil(staven.length / 24);
  return (
    <Figuur id={id} titel={titel} beschrijving={beschrijving} hoogte={HOOGTE} legenda={<Legenda items={[
      LEGENDA.gedeclareerd, ...(staven.some(({ maximum }) => maximum !== undefined) ? [LEGENDA.maximum] : []),
      ...(staven.some(({ waarde, maximum }) => maximum !== undefined && waarde > maximum) ? [LEGENDA.boven] : [])]} />}>
      {schaal.ticks(5).map((waarde) => (
        <g class="iwmo-as">
          <line x1={VAK.links - 6} x2={VAK.rechts} y1={rond(schaal(waarde))} y2={rond(schaal(waarde))} />
          <text x={VAK.links - 10} y={rond(schaal(waarde)) + 5} text-anchor="end">{opmaak(waarde)}</text>
        </g>))}
      {staven.map((staaf, i) => <Staaf staaf={staaf} x={midden(i) - breedte / 2} breedte={breedte} y={schaal} />)}
      {staven.map(({ naam, groep }, i) => (
        <g class="iwmo-as">
          {i % elke === 0 ? <text x={rond(midden(i))} y={VAK.onder + 20} text-anchor="middle">{naam}</text> : null}
          {i === 0 || staven[i - 1]?.groep !== groep ? <text class="iwmo-grafieknaam" x={rond(midden(i))} y={VAK.onder + 40} text-anchor="middle">{groep}</text> : null}
        </g>))}
    </Figuur>
  );
}

/** One bar for all together. */
export function Totaalbalk({ id, titel, beschrijving, waarde, maximum }: {
  readonly id: string; readonly titel: string; readonly beschrijving: string; readonly waarde: number; readonly maximum: number }): JSX.Element {
  const schaal = scaleLinear().domain([0, Math.max(1, waarde, maximum)]).range([0, BREEDTE - 2]);
  const binnen = Math.min(waarde, maximum);
  return (
    <Figuur id={id} titel={titel} beschrijving={beschrijving} hoogte={34} legenda={<Legenda items={[
      LEGENDA.gedeclareerd, LEGENDA.maximum, ...(waarde > maximum ? [LEGENDA.boven] : [])]} />}>
      <rect class="iwmo-maximum" x={1} y={1} width={rond(schaal(maximum))} height={32} />
      <rect class="iwmo-staaf" x={1} y={7} width={rond(schaal(binnen))} height={20} />
      {waarde <= binnen ? null : <rect class="iwmo-staaf iwmo-staaf--boven" x={rond(schaal(binnen)) + 1} y={7} width={rond(schaal(waarde) - schaal(binnen))} height={20} />}
    </Figuur>
  );
}
