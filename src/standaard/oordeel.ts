/** Assesses one document on levels 1 and 2, with a line number for every finding. */
import { contextVan, beoordeelNiveau2 } from './regels/beoordelen.js';
import type { Berichtsoort } from './berichten/berichtsoorten.js';
import { leesBericht } from './xml/lezen.js';
import { MAX_BYTES, controleerNiveau1, type Schemas } from './xml/niveau1.js';
import { regelnummers } from './xml/padregels.js';

/** A finding in a file. Names places, never values. */
export interface Melding {
  readonly niveau: 1 | 2;
  /** The rule: a code of the standard on level 2, the kind of error on level 1 (as in the HTTP contract). */
  readonly regel: string;
  readonly retourcode?: string;
  readonly klasse?: string;
  readonly pad?: string;
  /** Line in the file, 1-based. */
  readonly regelnummer: number;
  readonly kolom?: number;
  readonly melding: string;
}

export interface Oordeel {
  readonly berichtsoort?: Berichtsoort;
  readonly meldingen: readonly Melding[];
}

/** The kinds of level 1 findings with what they mean, for reports that list their rules. */
export const NIVEAU1_REGELS: readonly (readonly [regel: string, eis: string])[] = [
  ['bericht-te-groot', `Een bericht is ten hoogste ${MAX_BYTES.toLocaleString('nl')} bytes groot.`],
  ['doctype-niet-toegestaan', 'Een bericht heeft geen DOCTYPE.'],
  ['niet-welgevormd', 'Een bericht is welgevormde XML.'],
  ['te-diep-genest', 'De elementen van een bericht zijn niet te diep genest.'],
  ['berichtsoort-onbekend', 'De namespace van het beginelement is die van een bericht van iWmo 3.2.'],
  ['xsd-ongeldig', 'Een bericht voldoet aan zijn schema.'],
];

const TE_GROOT: Melding = {
  niveau: 1, regel: 'bericht-te-groot', regelnummer: 1,
  melding: `Het bestand is groter dan ${MAX_BYTES.toLocaleString('nl')} bytes. Verdeel de inhoud over meer berichten.`,
};

/**
 * Levels 1 and 2 of one document. Never throws for what the bytes hold.
 * @param bytes undefined for a document of more than MAX_BYTES
 */
export function oordeelOver(bytes: Uint8Array | undefined, schemas: Schemas): Oordeel {
  if (bytes === undefined) return { meldingen: [TE_GROOT] };
  const niveau1 = controleerNiveau1(bytes, schemas);
  if (!niveau1.geldig) {
    const { berichtsoort, fout, fouten } = niveau1;
    return {
      ...(berichtsoort === undefined ? {} : { berichtsoort }),
      meldingen: fouten.map(({ regel: regelnummer, ...rest }) => ({ niveau: 1, regel: fout, ...rest, regelnummer })),
    };
  }
  const { berichtsoort } = niveau1;
  const bevindingen = beoordeelNiveau2(contextVan(berichtsoort, leesBericht(berichtsoort, bytes)));
  if (bevindingen.length === 0) return { berichtsoort, meldingen: [] };
  const regels = regelnummers(bytes, bevindingen.map(({ pad }) => pad));
  return {
    berichtsoort,
    meldingen: bevindingen.map(({ regel, retourcode, klasse, pad, melding }) => ({
      niveau: 2, regel, ...(retourcode === undefined ? {} : { retourcode }), klasse, pad,
      regelnummer: regels.get(pad) ?? 1, melding,
    })),
  };
}
