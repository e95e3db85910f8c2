/** How something goes from month to month: a line with a mark for each month. Every line has a dash and a mark of its own. */
import type { JSX } from 'preact';
import { scaleLinear, scalePoint } from 'd3-scale';
import { line, symbol, symbolCircle, symbolDiamond, symbolSquare, symbolStar, symbolTriangle } from 'd3-shape';
import { BREEDTE } from './assen.js';
import { Figuur, Legenda } from './figuur.js';
import type { Groep, Reeks } from './staven.js';

const HOOGTE = 280;
const VAK = { links: 96, rechts: BREEDTE - 24, boven: 12, onder: 224 } as const;
const NAMEN = 13;
const TEKENS = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolStar];
const GROOTTE = 60;
const rond = (getal: number): number => Math.round(getal * 10) / 10;
const teken = (reeks: number): string | undefined => symbol().type(TEKENS[reeks % TEKENS.length] ?? symbolCircle).size(GROOTTE)() ?? undefined;

/** @param opmaak how a value reads; @param kop whether its title stands above it */
export function Lijn({ id, titel, beschrijving, groepen, reeksen, opmaak, kop }: {
  readonly id: string; readonly titel: string; readonly beschrijving: string; readonly groepen: readonly Groep[]; readonly reeksen: readonly Reeks[];
  readonly opmaak: (waarde: number) => string; readonly kop?: boolean;
}): JSX.Element {
  const waarden = reeksen.flatMap((reeks) => reeks.waarden);
  const y = scaleLinear().domain([Math.min(0, ...waarden), Math.max(1, ...waarden)]).nice(5).range([VAK.onder, VAK.boven]);
  const x = scalePoint<number>().domain(groepen.map((_, i) => i)).range([VAK.links, VAK.rechts]).padding(0.5);
  const plaats = (i: number): number => x(i) ?? 0;
  const elke = Math.ceil(groepen.length / NAMEN);
  const pad = line<number>().x((_, i) => rond(plaats(i))).y((waarde) => rond(y(waarde)));
  const figuur = (
    <Figuur id={id} titel={titel} beschrijving={beschrijving} hoogte={HOOGTE} legenda={reeksen.length < 2 ? undefined : <Legenda items={reeksen.map(({ naam }, i) => ({
      naam, teken: <g class={`iwmo-lijn iwmo-lijn--${i}`}><path d="M0,9 h18" /><path class="iwmo-lijn__teken" d={teken(i)} transform="translate(9 9)" /></g> }))} />}>
      {y.ticks(5).filter(Number.isInteger).map((waarde) => (
        <g class="iwmo-as">
          <line x1={VAK.links - 6} x2={VAK.rechts} y1={rond(y(waarde))} y2={rond(y(waarde))} />
          <text x={VAK.links - 10} y={rond(y(waarde)) + 5} text-anchor="end">{opmaak(waarde)}</text>
        </g>))}
      {reeksen.map(({ naam, waarden: eigen }, reeks) => (
        <g class={`iwmo-lijn iwmo-lijn--${reeks}`}>
          <path d={pad([...eigen]) ?? undefined} />
          {eigen.map((waarde, i) => (
            <path class="iwmo-lijn__teken" d={teken(reeks)} transform={`translate(${rond(plaats(i))} ${rond(y(waarde))})`}>
              <title>{`${[groepen[i]?.naam, groepen[i]?.onder, naam].filter(Boolean).join(' ')}: ${opmaak(waarde)}`}</title>
            </path>))}
        </g>))}
      {groepen.map(({ naam, onder }, i) => (
        <g class="iwmo-as">
          {i % elke === 0 ? <text x={rond(plaats(i))} y={VAK.onder + 20} text-anchor="middle">{naam}</text> : null}
          {onder !== undefined && (i === 0 || groepen[i - 1]?.onder !== onder)
            ? <text class="iwmo-grafieknaam" x={rond(plaats(i))} y={VAK.onder + 40} text-anchor="middle">{onder}</text> : null}
        </g>))}
    </Figuur>
  );
  return kop === true ? <div><p class="utrecht-paragraph iwmo-grafiekkop">{titel}</p>{figuur}</div> : figuur;
}
