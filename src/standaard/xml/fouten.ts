/**
 * Translates libxml2's errors into Dutch meldingen that name the place and the remedy and never the value. They go by libxml2's
 * error codes and the structure tables and not by its texts, which quote the document.
 */
import type { Berichtsoort } from '../berichten/berichtsoorten.js';
import { SCHEMAS } from '../berichten/gegenereerd/index.js';
import { isKlasse, type Element, type Waardetype } from '../berichten/structuur.js';
import type { Plaats } from './boom.js';
import { FOUTCODE } from './foutcodes.js';
import type { RuweFout } from './libxml.js';

/** One level 1 error. `regel` is the line (1-based), `kolom` the column where libxml2 knows it, `pad` the element path. */
export interface XmlFout {
  readonly regel: number;
  readonly kolom?: number;
  readonly pad?: string;
  readonly melding: string;
}

const bekend = new Set<string>();
function verzamel(element: Element): void {
  bekend.add(element.naam);
  if (isKlasse(element)) element.elementen.forEach(verzamel);
}
for (const { structuur } of Object.values(SCHEMAS)) verzamel(structuur);

/** A name from the document that the standard does not know is shown only when it looks like a name and not like data. */
function toonNaam(naam: string): string {
  return bekend.has(naam) || (/^[A-Za-z][A-Za-z0-9_.-]{0,39}$/.test(naam) && !/\d{4}/.test(naam)) ? naam : 'onbekend-element';
}

/** The elements of the structure table along a path; undefined from where the path leaves the table. */
function elementenOp(berichtsoort: Berichtsoort, namen: readonly string[]): readonly (Element | undefined)[] {
  let kandidaten: readonly Element[] = [SCHEMAS[berichtsoort].structuur];
  return namen.map((naam) => {
    const element = kandidaten.find((k) => k.naam === naam);
    kandidaten = element !== undefined && isKlasse(element) ? element.elementen : [];
    return element;
  });
}

/** Element path with local names and an index on repeating elements, e.g. /Bericht/Client/StartProducten/StartProduct[2]. */
export function padVan(berichtsoort: Berichtsoort | undefined, plaats: Plaats): string {
  const elementen = berichtsoort === undefined ? [] : elementenOp(berichtsoort, plaats.namen);
  return plaats.namen.map((naam, i) => {
    const positie = plaats.posities[i] ?? 1;
    return `/${toonNaam(naam)}${elementen[i]?.meervoudig === true || positie > 1 ? `[${positie}]` : ''}`;
  }).join('');
}

// Element names cannot hold quotes or brackets, so these two see nothing but the names that libxml2 itself put there.
const STAAT_HIER_NIET = /^Element '(?:\{[^}]*\})?([^']*)': This element is not expected\.(?: Expected is (?:one of )?\(([^)]*)\))?/;
const ONTBREEKT = /^Element '[^']*': Missing child element\(s\)\.(?: Expected is (?:one of )?\(([^)]*)\))?/;

function verwacht(lijst: string | undefined): readonly string[] {
  const namen = (lijst ?? '').split(',').map((naam) => naam.trim().replace(/^\{[^}]*\}/, '')).filter((naam) => bekend.has(naam));
  return [...new Set(namen)];
}

function inhoudsmelding(tekst: string): string {
  const hier = STAAT_HIER_NIET.exec(tekst);
  if (hier !== null) {
    const namen = verwacht(hier[2]);
    if (namen.length === 0) return 'Dit element is hier niet toegestaan of komt te vaak voor. Verwijder het.';
    if (namen.includes(hier[1] ?? '')) return 'Dit element heeft een verkeerde namespace. Gebruik de namespace die het schema voorschrijft.';
    return `Dit element staat hier niet op zijn plaats of is onbekend; verwacht werd ${namen.join(' of ')}. `
      + 'Voeg het ontbrekende element toe of herstel de volgorde.';
  }
  const namen = verwacht(ONTBREEKT.exec(tekst)?.[1]);
  return `Binnen dit element ontbreekt ${namen.length === 0 ? 'een verplicht element' : namen.join(' of ')}. Voeg het toe.`;
}

function typemelding(type: Waardetype | undefined): string {
  switch (type?.basis) {
    case 'date': return 'De waarde is geen bestaande datum in de vorm JJJJ-MM-DD.';
    case 'time': return 'De waarde is geen bestaand tijdstip in de vorm UU:MM:SS.';
    case 'integer': return 'De waarde is geen geheel getal.';
    case 'string':
    case undefined: return 'De waarde heeft niet het type dat het schema voor dit element voorschrijft.';
  }
}

function patroonmelding(type: Waardetype | undefined): string {
  switch (type?.basis) {
    case 'date': return 'De datum heeft een tijdzone. Laat die weg: JJJJ-MM-DD.';
    case 'time': return 'Het tijdstip heeft een tijdzone. Laat die weg: UU:MM:SS.';
    case 'string':
    case 'integer':
    case undefined: return 'De waarde heeft niet de vorm die het schema voor dit element voorschrijft.';
  }
}

const GEEN_CODE = 'De waarde komt niet voor in de codelijst van dit element. Gebruik een code uit de lijst.';

function lengtemelding(type: Waardetype | undefined): string {
  return type?.maxLength === undefined ? 'De waarde is te lang.' : `De waarde is te lang; ten hoogste ${type.maxLength} tekens zijn toegestaan.`;
}

function grensmelding(soort: 'laag' | 'hoog', grens: number | undefined): string {
  if (grens === undefined) return `De waarde is te ${soort}.`;
  return `De waarde is te ${soort}; het ${soort === 'laag' ? 'minimum' : 'maximum'} is ${grens}.`;
}

function schemamelding(fout: RuweFout, type: Waardetype | undefined): string {
  if (fout.attribuut) {
    if (fout.code === FOUTCODE.attribuutBijKlasse || fout.code === FOUTCODE.attribuutBijWaarde) {
      return 'Dit element heeft een attribuut dat niet is toegestaan. Verwijder het.';
    }
    return 'Dit element heeft een attribuut xsi:type of xsi:nil dat het schema niet toestaat. Verwijder het.';
  }
  switch (fout.code) {
    case FOUTCODE.elementInhoud: return inhoudsmelding(fout.message);
    case FOUTCODE.onbekendeWortel: return 'Dit is niet het beginelement van een iWmo-bericht; verwacht werd Bericht.';
    case FOUTCODE.losseTekst: return 'Tussen de elementen staat losse tekst. Verwijder die; alleen elementen zijn hier toegestaan.';
    case FOUTCODE.elementInWaarde: return 'Dit element mag alleen een waarde bevatten, geen andere elementen.';
    case FOUTCODE.nil: return 'Dit element mag niet met xsi:nil leeg worden gelaten. Vul het of laat het weg.';
    case FOUTCODE.datatype: return typemelding(type);
    case FOUTCODE.minLength: return 'De waarde is te kort of leeg. Vul het element of laat het weg als het niet verplicht is.';
    case FOUTCODE.minInclusive: return grensmelding('laag', type?.minInclusive);
    case FOUTCODE.maxInclusive: return grensmelding('hoog', type?.maxInclusive);
    // A code that is too long is in the first place no code of the list.
    case FOUTCODE.maxLength: return type?.waarden === undefined ? lengtemelding(type) : GEEN_CODE;
    case FOUTCODE.enumeration: return GEEN_CODE;
    case FOUTCODE.pattern: return patroonmelding(type);
    default: return 'Het element voldoet niet aan het schema van dit bericht.';
  }
}

/** Level 1 finding of an element that breaks its schema. `regel` is the line where it stands. */
export function schemaFout(berichtsoort: Berichtsoort, fout: RuweFout, plaats: Plaats | undefined, regel: number): XmlFout {
  const element = plaats === undefined ? undefined : elementenOp(berichtsoort, plaats.namen).at(-1);
  const type = element === undefined || isKlasse(element) ? undefined : element.waarde;
  return { regel, ...(plaats === undefined ? {} : { pad: padVan(berichtsoort, plaats) }), melding: schemamelding(fout, type) };
}
