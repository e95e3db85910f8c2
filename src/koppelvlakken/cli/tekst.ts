/** Text for people: safe on a terminal, in colour where that helps, and no wider than a screen. */
import type { Kanaal } from './omgeving.js';

/**
 * Characters that a terminal obeys instead of showing: control codes, invisible marks that turn the writing direction,
 * line separators, and halves of characters. A file name or a value from a message may hold them.
 */
const ONVEILIG = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** The text with every character that a terminal would obey written out as \u{…}. */
export function veilig(tekst: string): string {
  return tekst.replace(ONVEILIG, (teken) => `\\u{${(teken.codePointAt(0) ?? 0).toString(16)}}`);
}

export type Kleur = 'vet' | 'rood' | 'grijs';
const CODES: { readonly [K in Kleur]: readonly [aan: number, uit: number] } = {
  vet: [1, 22], rood: [31, 39], grijs: [2, 22],
};

export type Kleuren = (kleur: Kleur, tekst: string) => string;

/** Colours only where a person looks on who did not ask to leave them out (NO_COLOR). */
export function kleurenVoor(kanaal: Kanaal, env: Readonly<Record<string, string | undefined>>): Kleuren {
  const aan = kanaal.terminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
  return (kleur, tekst) => (aan ? `\u001b[${CODES[kleur][0]}m${tekst}\u001b[${CODES[kleur][1]}m` : tekst);
}

/** The text in lines of at most `breedte` characters with `inspringing`; a longer word gets a line of its own. */
export function loop(tekst: string, inspringing: string, breedte = 80): string {
  const regels: string[] = [];
  let regel = '';
  for (const woord of tekst.split(' ')) {
    if (regel !== '' && inspringing.length + regel.length + 1 + woord.length > breedte) {
      regels.push(regel);
      regel = '';
    }
    regel += regel === '' ? woord : ` ${woord}`;
  }
  return [...regels, regel].map((r) => `${inspringing}${r}\n`).join('');
}

/** `1 bestand`, `2 bestanden`. */
export function aantal(n: number, een: string, meer: string): string {
  return `${n} ${n === 1 ? een : meer}`;
}
