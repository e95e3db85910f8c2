/**
 * Damage to messages, on the text of the XML: an element dropped, doubled, moved, renamed, or given another value, text
 * or attribute. As fast-check arbitraries, so that a seed gives the same mutants every time.
 */
import fc from 'fast-check';
import type { Berichtsoort } from '../../src/standaard/berichten/berichtsoorten.js';
import type { Berichten } from '../../src/standaard/berichten/gegenereerd/index.js';
import { SCHEMAS } from '../../src/standaard/berichten/gegenereerd/index.js';
import { isKlasse, type Element, type Waardetype } from '../../src/standaard/berichten/structuur.js';
import { schrijfBericht } from '../../src/standaard/xml/schrijven.js';
import { elementenVan, willekeurigBericht, willekeurigeWaarde } from './willekeurig.js';

/** What no finding may repeat. It stands in every free text of the messages that are mutated. */
export const MERKTEKEN = 'Qwzxjkvp';

/** Where an element stands in the text: its start tag from `begin` to `inhoud`, its end tag from `sluit` to `eind`. */
interface Plaats {
  readonly begin: number;
  readonly inhoud: number;
  readonly sluit: number;
  readonly eind: number;
  readonly naam: string;
  /** Local names from the root. */
  readonly pad: string;
  readonly ouder: Plaats | undefined;
  readonly heeftKinderen: boolean;
}

export const MUTATIES = [
  'weg', 'dubbel', 'verwisseld', 'hernoemd', 'andere-waarde', 'buiten-facetten', 'tekst', 'attribuut',
] as const;
export type Mutatie = (typeof MUTATIES)[number];

export interface Mutant {
  readonly mutatie: Mutatie;
  readonly xml: string;
}

const TAG = /<(\/?)(\w+:\w+)[^>]*>/g;

/** The elements of a document as schrijfBericht writes it, in order of their end tags; the root comes last. */
function plaatsenIn(xml: string): Plaats[] {
  type Open = { -readonly [K in keyof Plaats]: Plaats[K] };
  const plaatsen: Plaats[] = [];
  const open: Open[] = [];
  for (const { 0: tag, 1: slash, 2: naam = '', index } of xml.matchAll(TAG)) {
    if (slash === '') {
      const ouder = open.at(-1);
      if (ouder !== undefined) ouder.heeftKinderen = true;
      const lokaal = naam.slice(naam.indexOf(':') + 1);
      open.push({
        begin: index, inhoud: index + tag.length, sluit: 0, eind: 0, naam, ouder,
        pad: ouder === undefined ? lokaal : `${ouder.pad}/${lokaal}`, heeftKinderen: false,
      });
      continue;
    }
    const plaats = open.pop() as Open;
    plaats.sluit = index;
    plaats.eind = index + tag.length;
    plaatsen.push(plaats);
  }
  return plaatsen;
}

const NAMEN = [...new Set((Object.keys(SCHEMAS) as Berichtsoort[])
  .flatMap((soort) => elementenVan(soort).map(({ element }) => element.naam)))];
const typenCache = new Map<Berichtsoort, ReadonlyMap<string, Waardetype>>();

/** The simple type of every element with a value, by its path. */
function typenVan(soort: Berichtsoort): ReadonlyMap<string, Waardetype> {
  let typen = typenCache.get(soort);
  if (typen === undefined) {
    typen = new Map(elementenVan(soort)
      .flatMap(({ element, namen }) => (isKlasse(element) ? [] : [[namen.join('/'), element.waarde] as const])));
    typenCache.set(soort, typen);
  }
  return typen;
}

const ONTSNAPT: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

function ontsnap(waarde: string | number): string {
  return String(waarde).replace(/[&<>\r]/g, (teken) => ONTSNAPT[teken] ?? teken);
}

/** Other ways to write a value that the schema takes to be the same. */
function schrijfwijze({ basis }: Waardetype): fc.Arbitrary<(waarde: string) => string> {
  const gewoon = (waarde: string): string => waarde;
  const metWit = (waarde: string): string => `\n  ${waarde}\t`;
  switch (basis) {
    case 'integer': return fc.constantFrom(
      gewoon, gewoon, metWit, (waarde) => `+${waarde}`, (waarde) => `000${waarde}`, (waarde) => `&#x30;${waarde}`);
    case 'string': return fc.constantFrom(
      gewoon, gewoon, (waarde) => `<![CDATA[]]>${waarde}`, (waarde) => `<!---->${waarde}<?p?>`);
    default: return fc.constantFrom(gewoon, gewoon, metWit);
  }
}

const VREEMD = [
  '', ' ', MERKTEKEN, MERKTEKEN.repeat(40), `<![CDATA[${MERKTEKEN}]]>`, `<b>${MERKTEKEN}</b>`, `<!--${MERKTEKEN}-->`,
  `&${MERKTEKEN};`, '-1', '1.5', '1e3', '0x1F', '9999999999', '123456789012345678901234567890', 'NaN', '٣٤', '２０２６',
  '2026-02-30', '2026-13-01', '0000-01-01', '2026-1-1', '2026-01-01Z', '2026-01-01+01:00', '01-02-2026',
  '99999999999-01-01', '24:00:01', '25:00:00', '10:00', '10:00:00Z', '10:00:00+01:00', 'ZZ', '00', 'J', '\u0001',
  '\ufffe', '&#0;', '&#xD800;', '&nbsp;', '&', '<', ']]>', '\ud83d\ude00', '\u0000',
];

/** A value that the type of most elements does not allow. */
function buiten(type: Waardetype | undefined): fc.Arbitrary<string> {
  const grenzen = [
    ...(type?.maxLength === undefined ? [] : [MERKTEKEN.repeat(30).slice(0, type.maxLength + 1)]),
    ...(type?.maxInclusive === undefined ? [] : [String(type.maxInclusive + 1)]),
  ];
  return fc.constantFrom(...VREEMD, ...grenzen);
}

const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xs="http://www.w3.org/2001/XMLSchema"';
const ATTRIBUTEN = [
  `merk="${MERKTEKEN}"`, 'xml:lang="nl"', 'xml:space="preserve"', 'xmlns="urn:x"', 'xmlns:x="urn:x" x:y="z"',
  'id="1" id="2"', 'a=b', `${XSI} xsi:nil="true"`, `${XSI} xsi:type="xs:string"`, `${XSI} xsi:schemaLocation="a b"`,
  `${XSI} xsi:noNamespaceSchemaLocation="http://example.invalid/a.xsd"`,
];

function vervang(xml: string, van: number, tot: number, door: string): string {
  return xml.slice(0, van) + door + xml.slice(tot);
}

function verwissel(xml: string, a: Plaats, b: Plaats): string {
  const [eerste, tweede] = a.begin < b.begin ? [a, b] : [b, a];
  return xml.slice(0, eerste.begin) + xml.slice(tweede.begin, tweede.eind) + xml.slice(eerste.eind, tweede.begin)
    + xml.slice(eerste.begin, eerste.eind) + xml.slice(tweede.eind);
}

/** The places to choose from for one mutation. Of a document that lost almost everything, some have none. */
function kandidaten(mutatie: Mutatie, plaatsen: readonly Plaats[]): readonly Plaats[] {
  switch (mutatie) {
    case 'andere-waarde':
    case 'buiten-facetten': return plaatsen.filter(({ heeftKinderen }) => !heeftKinderen);
    case 'tekst': return plaatsen.filter(({ heeftKinderen }) => heeftKinderen);
    case 'weg':
    case 'dubbel':
    case 'verwisseld': return plaatsen.filter(({ ouder }) => ouder !== undefined);
    case 'hernoemd':
    case 'attribuut': return plaatsen;
  }
}

/** One mutation of this kind, at any of its places. */
function gemuteerd(soort: Berichtsoort, xml: string, mutatie: Mutatie): fc.Arbitrary<string> {
  const plaatsen = plaatsenIn(xml);
  const mogelijk = kandidaten(mutatie, plaatsen);
  if (mogelijk.length === 0) return fc.constant(xml);
  return fc.constantFrom(...mogelijk).chain((plaats): fc.Arbitrary<string> => {
    const { begin, inhoud, sluit, eind, naam, ouder } = plaats;
    const type = typenVan(soort).get(plaats.pad);
    switch (mutatie) {
      case 'weg': return fc.constant(vervang(xml, begin, eind, ''));
      case 'dubbel': return fc.constant(vervang(xml, eind, eind, xml.slice(begin, eind)));
      case 'verwisseld': return fc.constantFrom(...plaatsen.filter((ander) => ander.ouder === ouder))
        .map((ander) => verwissel(xml, plaats, ander));
      case 'hernoemd': return fc.constantFrom(...NAMEN).map((ander) => {
        const nieuw = `${naam.slice(0, naam.indexOf(':'))}:${ander}`;
        const achter = vervang(xml, sluit + 2, sluit + 2 + naam.length, nieuw);
        return vervang(achter, begin + 1, begin + 1 + naam.length, nieuw);
      });
      case 'andere-waarde': return type === undefined ? fc.constant(xml)
        : fc.tuple(willekeurigeWaarde(type), schrijfwijze(type))
          .map(([waarde, schrijf]) => vervang(xml, inhoud, sluit, schrijf(ontsnap(waarde))));
      case 'buiten-facetten': return buiten(type).map((waarde) => vervang(xml, inhoud, sluit, waarde));
      case 'tekst': return fc.constantFrom(...VREEMD).map((tekst) => vervang(xml, inhoud, inhoud, tekst));
      case 'attribuut': return fc.constantFrom(...ATTRIBUTEN)
        .map((attribuut) => vervang(xml, inhoud - 1, inhoud - 1, ` ${attribuut}`));
    }
  });
}

/** A value with the mark in front, as far as there is room; one character of it says nothing. */
function gemerkt({ basis, waarden, patronen, maxLength = Infinity }: Waardetype, waarde: unknown): unknown {
  const vrij = basis === 'string' && waarden === undefined
    && (patronen ?? []).every((patroon) => patroon.includes('\\s'));
  if (!vrij || maxLength < MERKTEKEN.length) return waarde;
  return [...`${MERKTEKEN}${String(waarde)}`].slice(0, maxLength).join('');
}

function metMerktekens(element: Element, waarde: unknown): unknown {
  if (!isKlasse(element)) return gemerkt(element.waarde, waarde);
  const [eerste] = element.elementen;
  if (element.kaal && eerste !== undefined) {
    return (waarde as readonly unknown[]).map((een) => metMerktekens(eerste, een));
  }
  const velden = waarde as Readonly<Record<string, unknown>>;
  return Object.fromEntries(element.elementen.filter(({ naam }) => velden[naam] !== undefined).map((kind) => {
    const inhoud = velden[kind.naam];
    const meer = kind.meervoudig && Array.isArray(inhoud);
    return [kind.naam, meer ? inhoud.map((een) => metMerktekens(kind, een)) : metMerktekens(kind, inhoud)];
  }));
}

/**
 * Valid messages to damage: with marks all that the schema allows and an example, and without any that example, which
 * passes level 2.
 */
function ongeschonden<B extends Berichtsoort>(soort: B, voorbeeld: Berichten[B]): fc.Arbitrary<string> {
  const gemerktBericht = fc.oneof(willekeurigBericht(soort), fc.constant(voorbeeld))
    .map((bericht) => metMerktekens(SCHEMAS[soort].structuur, bericht) as Berichten[B]);
  return fc.oneof({ weight: 2, arbitrary: gemerktBericht }, { weight: 1, arbitrary: fc.constant(voorbeeld) })
    .map((bericht) => schrijfBericht(soort, bericht).toString());
}

/** Mutants of one valid message, most with one mutation and some with two. */
export function mutanten<B extends Berichtsoort>(
  soort: B, voorbeeld: Berichten[B], aantal: number, mutaties: readonly Mutatie[] = MUTATIES,
): fc.Arbitrary<readonly Mutant[]> {
  return ongeschonden(soort, voorbeeld).chain((xml) => {
    const eenMutatie = (van: string): fc.Arbitrary<Mutant> => fc.constantFrom(...mutaties)
      .chain((mutatie) => gemuteerd(soort, van, mutatie).map((tot) => ({ mutatie, xml: tot })));
    const mutant = fc.oneof(
      { weight: 4, arbitrary: eenMutatie(xml) },
      { weight: 1, arbitrary: eenMutatie(xml).chain((een) => eenMutatie(een.xml)) });
    return fc.array(mutant, { minLength: aantal, maxLength: aantal });
  });
}
