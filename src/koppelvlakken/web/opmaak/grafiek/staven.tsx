/** Bars per month or band, one upon the other where there are more kinds. Each kind has a pattern of its own beside its colour. */
import type { JSX } from 'preact';
import { scaleBand, scaleLinear } from 'd3-scale';
import { stack, stackOffsetDiverging } from 'd3-shape';
import { BREEDTE } from './assen.js';
import { Figuur, Legenda } from './figuur.js';
import { Patronen, vulling } from './patronen.js';

export interface Reeks { readonly naam: string; readonly waarden: readonly number[] }
export interface Groep { /** Under the bar, short. */ readonly naam: string; /** Under that, where it changes: the year. */ readonly onder?: string }

const HOOGTE = 280;
const VAK = { links: 96, rechts: BREEDTE - 8, boven: 12, onder: 224 } as const;
/** Names that fit beside each other. */
const NAMEN = 13;
const rond = (getal: number): number => Math.round(getal * 10) / 10;

/** @param opmaak how a value reads */
export function Staven({ id, titel, beschrijving, groepen, reeksen, opmaak }: {
  readonly id: string; readonly titel: string; readonly beschrijving: string; readonly groepen: readonly Groep[]; readonly reeksen: readonly Reeks[];
  readonly opmaak: (waarde: number) => string;
}): JSX.Element {
  const stapels = stack<number, string>().keys(reeksen.map((_, i) => String(i))).value((groep, reeks) => reeksen[Number(reeks)]?.waarden[groep] ?? 0)
    .offset(stackOffsetDiverging)(groepen.map((_, i) => i));
  const grenzen = stapels.flatMap((stapel) => stapel.flatMap(([laag, hoog]) => [laag, hoog]));
  const y = scaleLinear().domain([Math.min(0, ...grenzen), Math.max(1, ...grenzen)]).nice(5).range([VAK.onder, VAK.boven]);
  const x = scaleBand<number>().domain(groepen.map((_, i) => i)).range([VAK.links, VAK.rechts]).paddingInner(0.3).paddingOuter(0.15);
  const breedte = Math.min(64, x.bandwidth());
  const midden = (i: number): number => (x(i) ?? 0) + x.bandwidth() / 2;
  const elke = Math.ceil(groepen.length / NAMEN);
  return (
    <Figuur id={id} titel={titel} beschrijving={beschrijving} hoogte={HOOGTE} legenda={reeksen.length < 2 ? undefined : <Legenda items={reeksen.map(({ naam }, i) =>
      ({ naam, teken: <rect class={`iwmo-reeks iwmo-reeks--${i}`} x="2" y="2" width="14" height="14" fill={vulling(id, i)} /> }))} />}>
      <Patronen id={id} aantal={reeksen.length} />
      {y.ticks(5).filter(Number.isInteger).map((waarde) => (
        <g class="iwmo-as">
          <line x1={VAK.links - 6} x2={VAK.rechts} y1={rond(y(waarde))} y2={rond(y(waarde))} />
          <text x={VAK.links - 10} y={rond(y(waarde)) + 5} text-anchor="end">{opmaak(waarde)}</text>
        </g>))}
      {stapels.map((stapel, reeks) => stapel.map(([laag, hoog], groep) => (laag === hoog ? null : (
        <rect class={`iwmo-reeks iwmo-reeks--${reeks}`} x={rond(midden(groep) - breedte / 2)} y={rond(y(hoog))} width={rond(breedte)}
          height={rond(y(laag) - y(hoog))} fill={vulling(id, reeks)}>
          <title>{`${[groepen[groep]?.naam, groepen[groep]?.onder, reeksen.length < 2 ? undefined : reeksen[reeks]?.naam].filter(Boolean).join(' ')}: ${opmaak(hoog - laag)}`}</title>
        </rect>))))}
      {groepen.map(({ naam, onder }, i) => (
        <g class="iwmo-as">
          {i % elke === 0 ? <text x={rond(midden(i))} y={VAK.onder + 20} text-anchor="middle">{naam}</text> : null}
          {onder !== undefined && (i === 0 || groepen[i - 1]?.onder !== onder)
            ? <text class="iwmo-grafieknaam" x={rond(midden(i))} y={VAK.onder + 40} text-anchor="middle">{onder}</text> : null}
        </g>))}
    </Figuur>
  );
}

const RIJ = 30;
const NAAM = 260;

export interface Liggend { readonly naam: string; readonly waarde: number; /** A line across the bar: what was agreed. */ readonly grens?: number | undefined }

/** Bars that lie, for names that need room; with what was agreed as a line across. */
export function LiggendeStaven({ id, titel, beschrijving, staven, opmaak, hoogste }: {
  readonly id: string; readonly titel: string; readonly beschrijving: string; readonly staven: readonly Liggend[]; readonly opmaak: (waarde: number) => string;
  /** End of the scale; absent: the highest value. */
  readonly hoogste?: number;
}): JSX.Element {
  const waarden = staven.flatMap(({ waarde, grens }) => [waarde, grens ?? 0]);
  const x = scaleLinear().domain([Math.min(0, ...waarden), hoogste ?? Math.max(1, ...waarden)]).range([NAAM, BREEDTE - 130]);
  const metGrens = staven.some(({ grens }) => grens !== undefined);
  return (
    <Figuur id={id} titel={titel} beschrijving={beschrijving} hoogte={staven.length * RIJ + 8} legenda={metGrens ? <Legenda items={[
      { naam: 'gedeclareerd', teken: <rect class="iwmo-reeks iwmo-reeks--0" x="2" y="4" width="14" height="10" /> },
      { naam: 'afspraak', teken: <line class="iwmo-grens" x1="9" x2="9" y1="0" y2="18" /> }]} /> : undefined}>
      {staven.map(({ naam, waarde, grens }, i) => (
        <g>
          <title>{`${naam}: ${opmaak(waarde)}${grens === undefined ? '' : `, afspraak ${opmaak(grens)}`}`}</title>
          <text x={NAAM - 10} y={i * RIJ + 21} text-anchor="end">{naam}</text>
          <rect class="iwmo-reeks iwmo-reeks--0" x={rond(Math.min(x(0), x(waarde)))} y={i * RIJ + 6} width={rond(Math.max(1, Math.abs(x(waarde) - x(0))))} height={20} />
          {grens === undefined ? null : <line class="iwmo-grens" x1={rond(x(grens))} x2={rond(x(grens))} y1={i * RIJ + 2} y2={i * RIJ + 30} />}
          <text x={rond(Math.max(x(0), x(waarde), grens === undefined ? 0 : x(grens))) + 8} y={i * RIJ + 21}>{opmaak(waarde)}</text>
        </g>))}
    </Figuur>
  );
}
