/**
 * fast-check arbitraries for messages of every type, made from the generated structure tables and their facets. What they give
 * is schema-valid and for the rest as odd as the schema allows: bounds, one-character and longest texts, white space, markup
 * characters, astral characters, years outside 0001-9999.
 */
import fc from 'fast-check';
import type { Berichtsoort } from '../../src/standaard/berichten/berichtsoorten.js';
import { SCHEMAS, type Berichten } from '../../src/standaard/berichten/gegenereerd/index.js';
import { isKlasse, type Element, type Klasseelement, type Waardetype } from '../../src/standaard/berichten/structuur.js';

/** Runs a property per message type. In npm test 100; more to soak: XML_RUNS=5000 npx vitest run test/standaard/xml. */
export const RUNS = Number(process.env['XML_RUNS'] ?? 100);

const LETTERS = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const CIJFERS = [...'0123456789'];
const VREEMD = [...'éèëïüöçñßÿĀłŻŽșαЖשع中日𝄞😀🏳\u0301\u00a0\u0085\u2028\u200b\ufdfd\ufffd\u{10fffd}'];
const OPMAAK = ['&', '<', '>', '"', "'", ']]>', ']', '-', '--', '<!--', '&amp;', '&#65;', '{', '%', ';', '\\'];
const WIT = [' ', '  ', '\t'];
const REGEL = ['\n', '\r', '\r\n'];

const lengte = (tekst: string): number => [...tekst].length;
const nietAlleenWit = (tekst: string): boolean => /[^ \t\n\r]/.test(tekst);

/** Text of minLength to maxLength characters (code points) out of the given pieces. */
function tekstUit(stukken: readonly string[], { minLength = 0, maxLength }: Waardetype): fc.Arbitrary<string> {
  const max = maxLength ?? 60;
  const los = fc.array(fc.constantFrom(...stukken), { minLength, maxLength: Math.min(max, 40) }).map((delen) => delen.join(''));
  const vol = fc.constantFrom(...stukken.filter((s) => lengte(s) === 1)).map((teken) => teken.repeat(max));
  return fc.oneof({ weight: 9, arbitrary: los }, { weight: 1, arbitrary: vol })
    .filter((tekst) => lengte(tekst) >= minLength && lengte(tekst) <= max);
}

const GEWOON = [...LETTERS, ...CIJFERS, ' ', '-', '.', "'"];
const eenRegel = [...GEWOON, ...VREEMD, ...OPMAAK, ...WIT];
const meerRegels = [...eenRegel, ...REGEL];

function twee(n: number): string {
  return String(n).padStart(2, '0');
}

const jaar = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1900, max: 2100 }).map(String) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 9999 }).map((n) => String(n).padStart(4, '0')) },
  { weight: 1, arbitrary: fc.integer({ min: 10_000, max: 999_999 }).map(String) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 99_999 }).map((n) => `-${String(n).padStart(4, '0')}`) },
);
const datum = fc.oneof(
  { weight: 9, arbitrary: fc.tuple(jaar, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([j, m, d]) => `${j}-${twee(m)}-${twee(d)}`) },
  { weight: 1, arbitrary: fc.constantFrom('2024-02-29', '2000-02-29', '2025-12-31', '2025-01-31', '0001-01-01', '9999-12-31') },
);
const tijd = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 59 }))
    .map((delen) => delen.map(twee).join(':')) },
  { weight: 1, arbitrary: fc.constantFrom('24:00:00', '10:15:30.5', '00:00:00.000') },
);
const versiedeel = fc.oneof(fc.constant('0'), fc.integer({ min: 1, max: 120 }).map(String));

/** A generator for each pattern of the schemas; a pattern of digits only is its own and only value. */
const PATROON: Readonly<Record<string, (type: Waardetype) => fc.Arbitrary<string>>> = {
  '.*[^\\s].*': (type) => tekstUit(eenRegel, type).filter(nietAlleenWit),
  '([.\\s]*\\S+[.\\s]*)+': (type) => tekstUit(meerRegels, type).filter(nietAlleenWit),
  '([a-zA-Z0-9])+': (type) => tekstUit([...LETTERS, ...CIJFERS], type),
  '([a-zA-ZÀ-ỳ])+': (type) => tekstUit([...LETTERS, ...'ÀÉëłŻşαЖשعỳ'], type),
  '(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)': () =>
    fc.tuple(versiedeel, versiedeel, versiedeel).map((delen) => delen.join('.')),
  '[0-9]*': (type) => tekstUit(CIJFERS, type),
  '[0-9]{4}': () => tekstUit(CIJFERS, { naam: '', basis: 'string', minLength: 4, maxLength: 4 }),
  '[0-9]{8}': () => tekstUit(CIJFERS, { naam: '', basis: 'string', minLength: 8, maxLength: 8 }),
  '[0-9]{9}': () => tekstUit(CIJFERS, { naam: '', basis: 'string', minLength: 9, maxLength: 9 }),
  '[^:Z]*': () => datum,
  '[^Z+-]+': () => tijd,
};

const LETTERLIJK = /^\d+$/;

/** Whether there is a generator for a pattern. */
export function isGedekt(patroon: string): boolean {
  return patroon in PATROON || LETTERLIJK.test(patroon);
}

/** Valid values of a simple type, as a message object holds them. */
export function willekeurigeWaarde(type: Waardetype): fc.Arbitrary<string | number> {
  const [patroon, ...meer] = type.patronen ?? [];
  if (meer.length > 0 || (patroon !== undefined && !isGedekt(patroon))) throw new Error(`${type.naam}: geen generator`);
  if (type.waarden !== undefined) return fc.constantFrom(...type.waarden);
  if (patroon !== undefined && LETTERLIJK.test(patroon)) return fc.constant(type.basis === 'integer' ? Number(patroon) : patroon);
  if (patroon !== undefined) return (PATROON[patroon] as (t: Waardetype) => fc.Arbitrary<string>)(type);
  if (type.basis === 'integer') return fc.maxSafeInteger().map((n) => begrens(n, type));
  return tekstUit(meerRegels, type);
}

function begrens(n: number, { minInclusive = 0, maxInclusive = Number.MAX_SAFE_INTEGER }: Waardetype): number {
  if (n % 10 === 0) return minInclusive;
  if (n % 10 === 1) return maxInclusive;
  return minInclusive + Math.abs(n) % (maxInclusive - minInclusive + 1);
}

function willekeurigeKlasse(klasse: Klasseelement): fc.Arbitrary<unknown> {
  const [eerste] = klasse.elementen;
  if (klasse.kaal && eerste !== undefined) return willekeurigElement(eerste);
  const velden = Object.fromEntries(klasse.elementen.map((kind) => [kind.naam, willekeurigElement(kind)]));
  const requiredKeys = klasse.elementen.filter((kind) => kind.verplicht).map((kind) => kind.naam);
  return fc.record(velden, { requiredKeys, noNullPrototype: true });
}

function willekeurigElement(element: Element): fc.Arbitrary<unknown> {
  const een = isKlasse(element) ? willekeurigeKlasse(element) : willekeurigeWaarde(element.waarde);
  return element.meervoudig ? fc.array(een, { minLength: 1, maxLength: 3 }) : een;
}

/** Valid messages of a type. */
export function willekeurigBericht<B extends Berichtsoort>(soort: B): fc.Arbitrary<Berichten[B]> {
  return willekeurigElement(SCHEMAS[soort].structuur) as fc.Arbitrary<Berichten[B]>;
}

/** All elements of a type's structure, each once a place, with the names from the root. */
export function elementenVan(soort: Berichtsoort): { readonly element: Element; readonly namen: readonly string[] }[] {
  const gevonden: { element: Element; namen: readonly string[] }[] = [];
  const bezoek = (element: Element, namen: readonly string[]): void => {
    gevonden.push({ element, namen });
    if (isKlasse(element)) for (const kind of element.elementen) bezoek(kind, [...namen, kind.naam]);
  };
  bezoek(SCHEMAS[soort].structuur, [SCHEMAS[soort].structuur.naam]);
  return gevonden;
}
