/**
 * Control level 1: is this a well-formed, schema-valid message of iWmo 3.2? Also gives what the pipeline needs to store a message:
 * its type and the identifying part of its Header.
 */
import { XmlElement, type XmlDocument, type XmlTreeNode } from 'libxml2-wasm';
import { ALLE_BERICHTSOORTEN, berichtsoortVan, type Berichtsoort } from '../berichten/berichtsoorten.js';
import { schemaFouten, welgevormdheidsfouten, type XmlFout } from './fouten.js';
import { MAX_FOUTEN, metDocument, NietWelgevormd, Schema } from './libxml.js';
import { heeftDoctype } from './tekens.js';

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
}

export type Niveau1Fout = 'niet-welgevormd' | 'te-diep-genest' | 'doctype-niet-toegestaan' | 'berichtsoort-onbekend' | 'xsd-ongeldig';

export type Niveau1 =
  | { readonly geldig: true; readonly berichtsoort: Berichtsoort; readonly kop: Kop }
  | { readonly geldig: false; readonly fout: Niveau1Fout; readonly berichtsoort?: Berichtsoort; readonly fouten: readonly XmlFout[] };

export type Schemas = { readonly [B in Berichtsoort]: Schema };

/**
 * Compiles the schemas of all 14 messages.
 * @param bestanden the schema files by lower-case name: basisschema.xsd and wmoNNN.xsd
 * @throws Error when one is missing or does not compile
 */
export function compileerSchemas(bestanden: Readonly<Record<string, Uint8Array>>): Schemas {
  const paren = ALLE_BERICHTSOORTEN.map((soort) => [soort, Schema.compileer(`${soort.toLowerCase()}.xsd`, bestanden)]);
  return Object.fromEntries(paren) as Schemas;
}

/** Assesses bytes on level 1. Never throws for what the bytes hold. */
export function controleerNiveau1(bytes: Uint8Array, schemas: Schemas): Niveau1 {
  if (heeftDoctype(bytes)) return doctype();
  try {
    return metDocument(bytes, (document) => controleerDocument(document, schemas));
  } catch (e) {
    if (!(e instanceof NietWelgevormd)) throw e;
    if (e.fouten.some((f) => f.message.includes('Excessive depth'))) return teDiep(e.fouten[0]?.line ?? 1);
    return { geldig: false, fout: 'niet-welgevormd', fouten: welgevormdheidsfouten(e.fouten.slice(0, MAX_FOUTEN)) };
  }
}

function controleerDocument(document: XmlDocument, schemas: Schemas): Niveau1 {
  if (document.dtd !== null) return doctype();
  const { root } = document;
  const berichtsoort = berichtsoortVan(root.namespaceUri);
  if (berichtsoort === undefined) return diepte(root) > MAX_DIEPTE ? teDiep(1) : onbekend(root.namespaceUri);
  const fouten = schemas[berichtsoort].valideer(document);
  if (fouten.length === 0) return { geldig: true, berichtsoort, kop: leesKop(root) };
  // Only an invalid document can be deep, so a valid one never pays for this walk.
  if (diepte(root) > MAX_DIEPTE) return teDiep(1);
  return { geldig: false, fout: 'xsd-ongeldig', berichtsoort, fouten: schemaFouten(fouten) };
}

function doctype(): Niveau1 {
  return { geldig: false, fout: 'doctype-niet-toegestaan', fouten: [{
    regel: 1, melding: 'Het bericht bevat een DOCTYPE. Dat is uit veiligheid niet toegestaan; verwijder het.' }] };
}

function teDiep(regel: number): Niveau1 {
  return { geldig: false, fout: 'te-diep-genest', fouten: [{
    regel, melding: `De elementen zijn dieper genest dan ${MAX_DIEPTE} niveaus. Een iWmo-bericht heeft er hooguit 10.` }] };
}

function onbekend(namespace: string): Niveau1 {
  const andere = /istandaarden\.nl\/(iwmo|ijw)\/(\d)_(\d)\//.exec(namespace);
  const melding = andere
    ? `Dit is een bericht van ${andere[1] === 'ijw' ? 'iJw' : 'iWmo'} ${andere[2] ?? ''}.${andere[3] ?? ''}; `
      + 'alleen iWmo 3.2 wordt verwerkt.'
    : 'De namespace van het beginelement is van geen iWmo 3.2-bericht. Controleer de namespace.';
  return { geldig: false, fout: 'berichtsoort-onbekend', fouten: [{ regel: 1, pad: '/', melding }] };
}

/** Nesting depth of the tree, walked without recursion and stopped as soon as it is more than MAX_DIEPTE. */
function diepte(root: XmlElement): number {
  let diepst = 1;
  const stapel: { knoop: XmlTreeNode | null; niveau: number }[] = [{ knoop: root.firstChild, niveau: 2 }];
  for (let top = stapel.pop(); top !== undefined; top = stapel.pop()) {
    for (let knoop = top.knoop; knoop !== null; knoop = knoop.next) {
      if (!(knoop instanceof XmlElement)) continue;
      diepst = Math.max(diepst, top.niveau);
      if (diepst > MAX_DIEPTE) return diepst;
      if (knoop.firstChild !== null) stapel.push({ knoop: knoop.firstChild, niveau: top.niveau + 1 });
    }
  }
  return diepst;
}

function kind(ouder: XmlElement, naam: string): XmlElement {
  for (let knoop = ouder.firstChild; knoop !== null; knoop = knoop.next) {
    if (knoop instanceof XmlElement && knoop.name === naam) return knoop;
  }
  throw new Error(`Element ${naam} ontbreekt in een bericht dat al geldig was`);
}

function leesKop(root: XmlElement): Kop {
  const header = kind(root, 'Header');
  const identificatie = kind(header, 'BerichtIdentificatie');
  return {
    afzender: kind(header, 'Afzender').content,
    ontvanger: kind(header, 'Ontvanger').content,
    identificatie: kind(identificatie, 'Identificatie').content,
    dagtekening: kind(identificatie, 'Dagtekening').content.trim(),
  };
}
