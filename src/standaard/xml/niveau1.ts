/**
 * Control level 1: is this a well-formed, schema-valid message of iWmo 3.2? Also gives what the pipeline needs to store a message:
 * its type and the identifying part of its Header.
 */
import type { XmlDocument, XmlElement } from 'libxml2-wasm';
import { ALLE_BERICHTSOORTEN, berichtsoortVan, type Berichtsoort } from '../berichten/berichtsoorten.js';
import { SCHEMAS } from '../berichten/gegenereerd/index.js';
import { doorloop, inhoudVan, kindVan, plaatsenVan, volgnummersVan, wortelVan, type Knoop } from './boom.js';
import { FOUTCODE } from './foutcodes.js';
import { padVan, schemaFout, type XmlFout } from './fouten.js';
import { LAATSTE_EXACTE_REGEL, metDocument, NietWelgevormd, Schema } from './libxml.js';
import { regelsVanStarttags } from './regelnummers.js';
import { isLeeg, isLeesbareTekenset, regelVanDoctype, tekstVan } from './tekens.js';
import { TE_GROOT, TEKENCODERING, welgevormdheidsfouten } from './welgevormdheid.js';

/** Largest message the chain allows, in bytes, after decompression (api.md). */
export const MAX_BYTES = 25_000_000;
/** Deepest nesting that is looked at; the deepest iWmo message needs 8. */
export const MAX_DIEPTE = 64;

/** The part of a Header that identifies a message. Dates as written. */
export interface Kop {
  readonly afzender: string;
  readonly ontvanger: string;
  readonly identificatie: string;
  readonly dagtekening: string;
  /** For a WMO325: identification of the claim that it answers. */
  readonly beantwoordt?: { readonly identificatie: string; readonly dagtekening: string };
}

export type Niveau1Fout = 'niet-welgevormd' | 'te-diep-genest' | 'doctype-niet-toegestaan' | 'berichtsoort-onbekend' | 'xsd-ongeldig';

export type Niveau1 =
  | { readonly geldig: true; readonly berichtsoort: Berichtsoort; readonly kop: Kop }
  | { readonly geldig: false; readonly fout: Niveau1Fout; readonly berichtsoort?: Berichtsoort; readonly fouten: readonly XmlFout[] };

export type Schemas = { readonly [B in Berichtsoort]: Schema };

/**
 * Compiles the schemas of all 14 messages, as one: each has a namespace of its own, and what they share is compiled once instead of 14 times.
 * @param bestanden the schema files by lower-case name: basisschema.xsd and wmoNNN.xsd
 * @throws Error when one is missing or does not compile
 */
export function compileerSchemas(bestanden: Readonly<Record<string, Uint8Array>>): Schemas {
  const namen = ALLE_BERICHTSOORTEN.map((soort) => `${soort.toLowerCase()}.xsd`);
  // To libxml2 an import that is not there is no more than a warning.
  const ontbreekt = ['basisschema.xsd', ...namen].find((naam) => bestanden[naam] === undefined);
  if (ontbreekt !== undefined) throw new Error(`Schema ${ontbreekt} is niet meegegeven`);
  const imports = ALLE_BERICHTSOORTEN.map((soort, i) => `<xs:import namespace="${SCHEMAS[soort].namespace}" schemaLocation="${namen[i] ?? ''}"/>`);
  const alles = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`;
  const schema = Schema.compileer('iwmo.xsd', { ...bestanden, 'iwmo.xsd': new TextEncoder().encode(alles) });
  return Object.fromEntries(ALLE_BERICHTSOORTEN.map((soort) => [soort, schema])) as Schemas;
}

/**
 * Assesses bytes on level 1, whatever they are. Costs time and memory in proportion to their number.
 * @throws Error when libxml2 itself fails (a fault of ours, never a verdict on the message)
 */
export function controleerNiveau1(bytes: Uint8Array, schemas: Schemas): Niveau1 {
  if (!isLeesbareTekenset(bytes)) return nietWelgevormd([{ regel: 1, melding: TEKENCODERING }]);
  const regelDoctype = regelVanDoctype(bytes);
  if (regelDoctype !== undefined) return doctype(regelDoctype);
  try {
    return metDocument(bytes, (document) => controleerDocument(bytes, document, schemas));
  } catch (e) {
    if (!(e instanceof NietWelgevormd)) throw e;
    // libxml2 gives up at 256 levels, before the tree can be looked at.
    const diep = e.fouten.find((f) => f.code === FOUTCODE.grens && f.message.includes('Excessive depth'));
    if (diep !== undefined) return teDiep(diep.line);
    return nietWelgevormd(isLeeg(bytes) ? [{ regel: 1, melding: 'Het bericht is leeg.' }] : welgevormdheidsfouten(e.fouten));
  }
}

function controleerDocument(bytes: Uint8Array, document: XmlDocument, schemas: Schemas): Niveau1 {
  // Cannot be: the prolog was searched. If it is nevertheless, it is not let through.
  if (document.dtd !== null) return doctype(1);
  const { root } = document;
  const wortel = wortelVan(document);
  const { teDiep: diep, teVeelNamen } = doorloop(wortel, MAX_DIEPTE);
  if (diep !== undefined) return teDiep(regelzoeker(bytes, wortel, [diep])(diep, LAATSTE_EXACTE_REGEL + 1));
  if (teVeelNamen) return nietWelgevormd([{ regel: 1, melding: TE_GROOT }]);
  const berichtsoort = berichtsoortVan(root.namespaceUri);
  if (berichtsoort === undefined) return onbekend(root, regelzoeker(bytes, wortel, [wortel])(wortel, root.line));
  const fouten = schemas[berichtsoort].valideer(document);
  if (fouten.length === 0) return { geldig: true, berichtsoort, kop: leesKop(wortel, berichtsoort) };
  const knopen = fouten.map((f) => f.knoop).filter((k) => k !== 0);
  const regel = regelzoeker(bytes, wortel, knopen);
  const plaatsen = plaatsenVan(wortel, knopen);
  return { geldig: false, fout: 'xsd-ongeldig', berichtsoort,
    fouten: fouten.map((f) => schemaFout(berichtsoort, f, plaatsen.get(f.knoop), regel(f.knoop, f.line))) };
}

/** Lines of elements: libxml2's where those are exact, else counted in the text, once for all of them. */
function regelzoeker(bytes: Uint8Array, wortel: Knoop, knopen: Iterable<Knoop>): (knoop: Knoop, regel: number) => number {
  let geteld: ReadonlyMap<Knoop, number> | undefined;
  return (knoop, regel) => {
    if (knoop === 0 || regel <= LAATSTE_EXACTE_REGEL) return Math.max(regel, 1);
    if (geteld === undefined) {
      const nummers = volgnummersVan(wortel, new Set(knopen));
      const regels = regelsVanStarttags(tekstVan(bytes), nummers.values());
      geteld = new Map([...nummers].map(([k, nummer]) => [k, regels.get(nummer) ?? regel]));
    }
    return geteld.get(knoop) ?? regel;
  };
}

function nietWelgevormd(fouten: readonly XmlFout[]): Niveau1 {
  return { geldig: false, fout: 'niet-welgevormd', fouten };
}

function doctype(regel: number): Niveau1 {
  return { geldig: false, fout: 'doctype-niet-toegestaan', fouten: [{
    regel, melding: 'Het bericht bevat een DOCTYPE. Dat is uit veiligheid niet toegestaan; verwijder het.' }] };
}

function teDiep(regel: number): Niveau1 {
  return { geldig: false, fout: 'te-diep-genest', fouten: [{
    regel, melding: `De elementen zijn dieper genest dan ${MAX_DIEPTE} niveaus. Een iWmo-bericht heeft er hooguit 10.` }] };
}

function onbekend(root: XmlElement, regel: number): Niveau1 {
  const [, standaard, hoofd, sub] = /^http:\/\/www\.istandaarden\.nl\/(iwmo|ijw|iwlz)\/(\d{1,2})_(\d{1,2})\//.exec(root.namespaceUri) ?? [];
  const naam = { iwmo: 'iWmo', ijw: 'iJw', iwlz: 'iWlz' }[standaard ?? ''];
  const melding = naam === undefined || (naam === 'iWmo' && hoofd === '3' && sub === '2')
    ? 'De namespace van het beginelement is van geen iWmo 3.2-bericht. Controleer de namespace.'
    : `Dit is een bericht van ${naam} ${hoofd ?? ''}.${sub ?? ''}; alleen iWmo 3.2 wordt verwerkt.`;
  const pad = padVan(undefined, { namen: [root.name], posities: [1] });
  return { geldig: false, fout: 'berichtsoort-onbekend', fouten: [{ regel, pad, melding }] };
}

function leesKop(wortel: Knoop, berichtsoort: Berichtsoort): Kop {
  const header = kindVan(wortel, 'Header');
  const identificatieIn = (klasse: string) => {
    const element = kindVan(header, klasse);
    return { identificatie: inhoudVan(kindVan(element, 'Identificatie')), dagtekening: inhoudVan(kindVan(element, 'Dagtekening')).trim() };
  };
  return {
    afzender: inhoudVan(kindVan(header, 'Afzender')), ontvanger: inhoudVan(kindVan(header, 'Ontvanger')), ...identificatieIn('BerichtIdentificatie'),
    ...(berichtsoort === 'WMO325' ? { beantwoordt: identificatieIn('DeclaratieIdentificatie') } : {}),
  };
}
