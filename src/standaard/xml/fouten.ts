/**
 * Translates libxml2's errors into Dutch meldingen that name the place and the remedy and never the value: libxml2 quotes
 * values, and a value may be a bsn or a name.
 */
import type { Element } from '../berichten/structuur.js';
import { isKlasse } from '../berichten/structuur.js';
import { SCHEMAS } from '../berichten/gegenereerd/index.js';
import type { RuweFout } from './libxml.js';

/** One level 1 error. `regel` is the line (1-based), `kolom` the column where libxml2 knows it, `pad` the element path. */
export interface XmlFout {
  readonly regel: number;
  readonly kolom?: number;
  readonly pad?: string;
  readonly melding: string;
}

const bekend = new Set<string>();
const herhaald = new Set<string>();
function verzamel(element: Element): void {
  bekend.add(element.naam);
  if (element.meervoudig) herhaald.add(element.naam);
  if (isKlasse(element)) element.elementen.forEach(verzamel);
}
for (const { structuur } of Object.values(SCHEMAS)) verzamel(structuur);

/** A name from the document that the standard does not know is shown only when it cannot carry personal data. */
function toonNaam(naam: string): string {
  if (bekend.has(naam)) return naam;
  return naam.length <= 40 && !/\d{4}/.test(naam) ? naam : 'onbekend-element';
}

/** Element path with local names and an index on repeating elements, e.g. /Bericht/Client/StartProducten/StartProduct[2]. */
export function padVan(fout: RuweFout): string | undefined {
  if (fout.namen === undefined || fout.namen.length === 0) return undefined;
  const stappen = (fout.xpath ?? '').split('/').slice(1);
  return fout.namen.map((naam, i) => {
    const index = /\[(\d+)\]$/.exec(stappen[i] ?? '')?.[1];
    const metIndex = herhaald.has(naam) || (index !== undefined && !(stappen[i] ?? '').startsWith('*'));
    return `/${toonNaam(naam)}${metIndex ? `[${index ?? '1'}]` : ''}`;
  }).join('');
}

const lokaal = (naam: string): string => toonNaam(naam.replace(/^\{[^}]*\}/, '').trim());
const opsomming = (tekst: string): string =>
  [...new Set(tekst.split(',').map((n) => lokaal(n.trim().replace(/^##other\S*$/, 'een ander element'))))].join(' of ');

/** Schema messages of libxml2, recognised by their fixed parts, each with the Dutch text. */
const SCHEMAFOUTEN: readonly (readonly [RegExp, (m: RegExpExecArray) => string])[] = [
  [/This element is not expected\. Expected is (?:one of )?\(([^)]*)\)/, (m) =>
    `Dit element staat hier niet op zijn plaats of is onbekend; verwacht werd ${opsomming(m[1] ?? '')}. `
    + 'Voeg het ontbrekende element toe of herstel de volgorde.'],
  [/This element is not expected/, () => 'Dit element is hier niet toegestaan of komt te vaak voor. Verwijder het.'],
  [/Missing child element\(s\)\. Expected is (?:one of )?\(([^)]*)\)/, (m) =>
    `Binnen dit element ontbreekt ${opsomming(m[1] ?? '')}. Voeg het toe.`],
  [/Missing child element/, () => 'Binnen dit element ontbreekt een verplicht element. Voeg het toe.'],
  [/\[facet 'minLength'\]/, () => 'De waarde is te kort of leeg. Vul het element of laat het weg als het niet verplicht is.'],
  [/\[facet 'maxLength'\].*maximum length of '(\d+)'/s, (m) => `De waarde is te lang; ten hoogste ${m[1] ?? ''} tekens zijn toegestaan.`],
  [/\[facet 'enumeration'\]/, () => 'De waarde komt niet voor in de codelijst van dit element. Gebruik een code uit de lijst.'],
  [/\[facet 'pattern'\]/, () => 'De waarde heeft niet de vorm die het schema voor dit element voorschrijft.'],
  [/\[facet 'minInclusive'\].*minimum value allowed \('(-?\d+)'\)/s, (m) => `De waarde is te laag; het minimum is ${m[1] ?? ''}.`],
  [/\[facet 'maxInclusive'\].*maximum value allowed \('(-?\d+)'\)/s, (m) => `De waarde is te hoog; het maximum is ${m[1] ?? ''}.`],
  [/\[facet '/, () => 'De waarde valt buiten wat het schema voor dit element toestaat.'],
  [/is not a valid value of the (?:atomic|local atomic|union|list) type '(?:\{[^}]*\})?([^']*)'/, (m) => naarType(m[1] ?? '')],
  [/No matching global declaration/, () => 'Dit is niet het beginelement van een iWmo-bericht; verwacht werd Bericht.'],
  [/Character content other than whitespace is not allowed/, () =>
    'Tussen de elementen staat losse tekst. Verwijder die; alleen elementen zijn hier toegestaan.'],
  [/Element content is not allowed/, () => 'Dit element mag alleen een waarde bevatten, geen andere elementen.'],
  [/The attribute .* is not allowed/s, () => 'Dit element heeft een attribuut dat niet is toegestaan. Verwijder het.'],
  [/not 'nillable'/, () => 'Dit element mag niet met xsi:nil leeg worden gelaten. Vul het of laat het weg.'],
  [/xsi:type/, () => 'Het attribuut xsi:type is hier niet toegestaan. Verwijder het.'],
];

function naarType(type: string): string {
  if (type === 'LDT_Datum') return 'De waarde is geen bestaande datum in de vorm JJJJ-MM-DD (zonder tijdzone).';
  if (type === 'LDT_Tijd') return 'De waarde is geen tijdstip in de vorm UU:MM:SS (zonder tijdzone).';
  return 'De waarde heeft niet het type dat het schema voor dit element voorschrijft (bijvoorbeeld een geheel getal).';
}

/** Level 1 findings of a document that breaks its schema. A value with a length error is not also reported for its pattern. */
export function schemaFouten(fouten: readonly RuweFout[]): XmlFout[] {
  const resultaat: XmlFout[] = [];
  const gemeld = new Set<string>();
  for (const fout of fouten) {
    const pad = padVan(fout);
    const [, tekst] = SCHEMAFOUTEN.find(([patroon]) => patroon.test(fout.message)) ?? [];
    const patroon = SCHEMAFOUTEN.find(([p]) => p.test(fout.message))?.[0];
    const m = patroon?.exec(fout.message);
    const opWaarde = /\[facet '|is not a valid value/.test(fout.message);
    const sleutel = `${fout.line}|${pad ?? ''}`;
    if (opWaarde && gemeld.has(sleutel)) continue;
    if (opWaarde) gemeld.add(sleutel);
    const melding = tekst !== undefined && m ? tekst(m) : 'Het element voldoet niet aan het schema van dit bericht.';
    resultaat.push({ regel: fout.line, ...(fout.col > 0 ? { kolom: fout.col } : {}), ...(pad === undefined ? {} : { pad }), melding });
  }
  return resultaat;
}

const WELGEVORMD: readonly (readonly [RegExp, string])[] = [
  [/Document is empty/, 'Het bericht is leeg.'],
  [/Start tag expected/, 'Dit is geen XML: het bericht begint niet met een element.'],
  [/Invalid bytes in character encoding|not proper UTF-8|encoding error|Unsupported encoding|unknown encoding|encoding not supported/i,
    'De bytes passen niet bij de tekencodering. Controleer de encoding in de XML-declaratie.'],
  [/out of allowed range|invalid Char|xmlParseCharRef/i, 'Er staat een teken dat in XML niet is toegestaan.'],
  [/Opening and ending tag mismatch/, 'Een element wordt niet of met een andere naam afgesloten.'],
  [/Premature end|Couldn't find end|EndTag: '<\/' not found|not terminated|unfinished/i,
    'Het bericht is afgebroken: een element of markering is niet afgesloten.'],
  [/Entity|EntityRef/, 'Er wordt een entiteit gebruikt die niet bestaat; alleen &amp;, &lt;, &gt;, &quot; en &apos; zijn toegestaan.'],
  [/Extra content/, 'Na het einde van het bericht staat nog inhoud. Verwijder die.'],
  [/Namespace prefix|Namespace .* not defined/i, 'Een voorvoegsel (prefix) is niet aan een namespace gekoppeld.'],
  [/Attribute .* redefined/s, 'Een attribuut komt twee keer voor bij hetzelfde element.'],
];

/** Level 1 findings of a document that is not well-formed. */
export function welgevormdheidsfouten(fouten: readonly RuweFout[]): XmlFout[] {
  return fouten.map((fout) => ({
    regel: Math.max(fout.line, 1),
    ...(fout.col > 0 ? { kolom: fout.col } : {}),
    melding: WELGEVORMD.find(([patroon]) => patroon.test(fout.message))?.[1]
      ?? 'Het bericht is geen welgevormde XML. Controleer op deze plaats de opmaak.',
  }));
}
