/** Reads policy files: text, shape, and whether the parts fit together. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorCode } from 'yaml';
import { laadYaml } from '../platform/laatLaden.js';
import { maakBeleid, maakRegiobeleid, type Beleid } from './beleid.js';
import type { Beleidsbestand } from './beleidsbestand.js';
import { controleerSamen, controleerVerbanden } from './controle.js';
import { RegioFout, type Beleidsfout } from './fouten.js';
import { regelnummers } from './regelnummers.js';
import { leesSnelleYaml } from './snelleYaml.js';
import { controleerVorm, type Plaatsfout } from './vorm.js';

/** Larger than any policy; a file above it is not read. */
const GROOTSTE_BESTAND = 20_000_000;

export interface Beleidstekst {
  readonly bestand: string;
  readonly tekst: string;
}

/** Nothing but errors. */
interface Onbruikbaar {
  readonly fouten: readonly Beleidsfout[];
}

const YAML_ONGELDIG = ['Dit is geen geldige YAML.', 'Kijk naar inspringing, dubbele punten en aanhalingstekens.'] as const;
/** What the full parser refuses, in words for who writes a policy. */
const YAML_FOUTEN: Readonly<Partial<Record<ErrorCode, readonly [reden: string, suggestie: string]>>> = {
  BAD_INDENT: ['De inspringing klopt niet.', 'Onderdelen van een lijst of blok beginnen recht onder elkaar.'],
  DUPLICATE_KEY: ['Een sleutel staat twee keer in hetzelfde blok.', 'Haal een van beide weg, of begin een nieuw onderdeel met een streepje.'],
  MISSING_CHAR: ['Er ontbreekt een teken.', 'Kijk of elk aanhalingsteken en elke haak ook wordt gesloten.'],
  MULTIPLE_DOCS: ['Het bestand bestaat uit meer dan een deel.', 'Haal de regel met --- weg.'],
  TAB_AS_INDENT: ['Er staat een tab in de inspringing.', 'Gebruik spaties.'],
};

function leesYaml(bestand: string, tekst: string): { readonly inhoud: unknown } | Onbruikbaar {
  try {
    return { inhoud: leesSnelleYaml(tekst) ?? laadYaml().parse(tekst, { maxAliasCount: 100 }) };
  } catch (fout) {
    const { YAMLParseError } = laadYaml();
    const [reden, suggestie] = (fout instanceof YAMLParseError ? YAML_FOUTEN[fout.code] : undefined) ?? YAML_ONGELDIG;
    const regelnummer = fout instanceof YAMLParseError ? fout.linePos?.[0].line : undefined;
    return { fouten: [{ bestand, pad: '', reden, ...(regelnummer === undefined ? {} : { regelnummer }), suggestie }] };
  }
}

/** One file: all that is wrong with it, or what it holds. */
export function leesBeleid({ bestand, tekst }: Beleidstekst): { readonly inhoud: Beleidsbestand } | Onbruikbaar {
  const gelezen = leesYaml(bestand, tekst);
  if ('fouten' in gelezen) return gelezen;
  const vorm = controleerVorm(gelezen.inhoud);
  if ('fouten' in vorm) return { fouten: metPlaats({ bestand, tekst }, vorm.fouten) };
  const fouten = controleerVerbanden(vorm.inhoud);
  return fouten.length > 0 ? { fouten: metPlaats({ bestand, tekst }, fouten) } : vorm;
}

function metPlaats({ bestand, tekst }: Beleidstekst, fouten: readonly Plaatsfout[]): readonly Beleidsfout[] {
  const regel = regelnummers(tekst);
  return fouten.map((fout) => {
    const regelnummer = regel(fout.pad);
    return { bestand, ...fout, ...(regelnummer === undefined ? {} : { regelnummer }) };
  });
}

/** All files together: the policy, or everything that is wrong with it. */
export function leesBeleidsteksten(teksten: readonly Beleidstekst[]): { readonly beleid: Beleid } | Onbruikbaar {
  const gelezen = teksten.map((tekst) => ({ tekst, uitslag: leesBeleid(tekst) }));
  const goed = gelezen.flatMap(({ tekst, uitslag }) => ('inhoud' in uitslag ? [{ bestand: tekst.bestand, inhoud: uitslag.inhoud }] : []));
  const fouten = [...gelezen.flatMap(({ uitslag }) => ('fouten' in uitslag ? uitslag.fouten : [])), ...controleerSamen(goed)];
  return fouten.length > 0 ? { fouten } : { beleid: maakBeleid(goed.map(({ bestand, inhoud }) => maakRegiobeleid(bestand, inhoud))) };
}

/** The .yaml and .yml files of a folder in the order of their names. @throws RegioFout when the folder or a file cannot be read */
export function leesMap(map: string): readonly Beleidstekst[] {
  let namen: string[];
  try {
    namen = readdirSync(map).filter((naam) => /\.ya?ml$/i.test(naam)).sort();
  } catch {
    throw new RegioFout([{ bestand: map, pad: '', reden: 'De map met beleid (REGIO_DIR) kan niet worden gelezen.' }]);
  }
  return namen.map((bestand) => {
    const pad = join(map, bestand);
    try {
      if (statSync(pad).size > GROOTSTE_BESTAND) throw new RegioFout([{ bestand, pad: '', reden: 'Het bestand is groter dan 20 MB.' }]);
      return { bestand, tekst: readFileSync(pad, 'utf8') };
    } catch (fout) {
      throw fout instanceof RegioFout ? fout : new RegioFout([{ bestand, pad: '', reden: 'Het bestand kan niet worden gelezen.' }]);
    }
  });
}

/** Loads every policy file of a folder (REGIO_DIR). @throws RegioFout with all errors of all files */
export function laadBeleid(map: string): Beleid {
  const uitkomst = leesBeleidsteksten(leesMap(map));
  if ('fouten' in uitkomst) throw new RegioFout(uitkomst.fouten);
  return uitkomst.beleid;
}
