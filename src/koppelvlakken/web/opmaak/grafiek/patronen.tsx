/** How kinds are told apart without colour: full, striped, dotted, crossed, open. */
import type { JSX } from 'preact';

/** Kinds that can be told apart. */
export const MAX_REEKSEN = 5;

const LIJNEN: readonly (JSX.Element | undefined)[] = [
  undefined,
  <path d="M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4" />,
  <circle cx="4" cy="4" r="1.8" />,
  <path d="M0,0 l8,8 M0,8 l8,-8" />,
  <path d="M0,4 h8" />,
];

/** What a shape of this kind is filled with, where `Patronen` of the same picture says how. */
export const vulling = (id: string, reeks: number): string | undefined => (LIJNEN[reeks] === undefined ? undefined : `url(#${id}-patroon-${reeks})`);

export const Patronen = ({ id, aantal }: { readonly id: string; readonly aantal: number }): JSX.Element | null => (aantal < 2 ? null : (
  <defs>
    {LIJNEN.slice(0, aantal).map((lijn, i) => (lijn === undefined ? null : (
      <pattern id={`${id}-patroon-${i}`} width="8" height="8" patternUnits="userSpaceOnUse" class={`iwmo-patroon iwmo-patroon--${i}`}>
        <rect class="iwmo-patroon__vlak" width="8" height="8" />
        {lijn}
      </pattern>)))}
  </defs>));
