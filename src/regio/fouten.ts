/** What can be wrong with a policy file, told so that the person who wrote it can put it right. */
import { afstand } from '../platform/afstand.js';

export interface Beleidsfout {
  /** File name without its folder. */
  readonly bestand: string;
  /** JSON Pointer to the place, empty for the whole file. */
  readonly pad: string;
  /** Line in the file, from 1; absent when the place has none. */
  readonly regelnummer?: number;
  readonly reden: string;
  readonly suggestie?: string;
}

/** How many errors a message shows. The list of errors holds all of them. */
const GETOOND = 20;

/** One error on one line: file, line, place, reason and suggestion. */
export function toonFout({ bestand, pad, regelnummer, reden, suggestie }: Beleidsfout): string {
  const plaats = [regelnummer === undefined ? bestand : `${bestand}:${regelnummer}`, ...(pad === '' ? [] : [pad])].join(', ');
  return `${plaats}: ${reden}${suggestie === undefined ? '' : ` ${suggestie}`}`;
}

/** A policy that cannot be used. The message holds every error on a line of its own, up to twenty. */
export class RegioFout extends Error {
  override readonly name = 'RegioFout';

  constructor(readonly fouten: readonly Beleidsfout[]) {
    const meer = fouten.length - GETOOND;
    super([...fouten.slice(0, GETOOND).map(toonFout), ...(meer > 0 ? [`En nog ${meer} ${meer === 1 ? 'fout' : 'fouten'}.`] : [])].join('\n'));
  }
}

/** Names that were perhaps meant, at most three: those that differ least, when more is right than wrong. */
export function lijktOp(gevonden: string, bekend: Iterable<string>): readonly string[] {
  const ver = Math.max(1, Math.floor(gevonden.length / 2));
  let kortste = ver + 1;
  let dichtbij: string[] = [];
  for (const naam of bekend) {
    if (Math.abs(naam.length - gevonden.length) >= kortste + 1) continue;
    const afgelegd = afstand(gevonden.toLowerCase(), naam.toLowerCase());
    if (afgelegd > kortste || afgelegd > ver) continue;
    if (afgelegd < kortste) dichtbij = [];
    kortste = afgelegd;
    dichtbij.push(naam);
  }
  return dichtbij.slice(0, 3);
}

/** `Bedoelt u a of b?`, or undefined when nothing looks like it. */
export function bedoelt(gevonden: string, bekend: Iterable<string>): string | undefined {
  const namen = lijktOp(gevonden, bekend);
  return namen.length === 0 ? undefined : `Bedoelt u ${namen.join(' of ')}?`;
}
