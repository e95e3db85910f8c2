/** Reads a verdict back from the answer that another party composed: the inverse of composing one (IV028, IV032, IV087). Pure. */
import { antwoordOp, type Antwoordbericht, type Heenbericht } from '../berichten/berichtsoorten.js';
import type { Berichten } from '../berichten/gegenereerd/index.js';
import { label } from '../codelijsten/index.js';
import type { Beoordeling } from '../regels/beoordelen.js';
import { REGELS } from '../regels/berichten/index.js';
import type { Bevinding, GeplaatsteBevinding } from '../regels/bevinding.js';
import type { RetourCode } from '../regels/regel.js';
import { MELDINGEN } from '../regels/teksten.js';
import { klassenVan, padVan, type Klassenindex, type Voorkomen } from '../regels/voorkomens.js';

/** What an answer says of the message it answers. Occurrences are those of that message for a WMO323, else those of the answer. */
export interface GelezenAntwoord extends Beoordeling {
  /** Where the answer does not fit the message; changes nothing of the verdict. */
  readonly opmerkingen: readonly Bevinding[];
}

/** Codes that reject nothing: no remarks, and a claim that was granted altogether. */
const GOED: ReadonlySet<string> = new Set(['0200', '8001']);
const NIET_BEOORDEELD: RetourCode = '0233';
const TECHNISCH: RetourCode = '0001';

function codesIn({ waarde }: Voorkomen): readonly RetourCode[] {
  return (waarde as { readonly RetourCodes?: readonly RetourCode[] }).RetourCodes ?? [];
}

/** The finding that a code stands for: the rule with that code for that class where there is one, else the code itself. */
function bevindingVan(soort: Heenbericht, retourcode: RetourCode, bij: Voorkomen): GeplaatsteBevinding {
  const plaats = { retourcode, klasse: bij.klasse, pad: padVan(bij), bij };
  const [regel, andere] = REGELS[soort].niveau3En4.filter((een) =>
    een.retourcode === retourcode && een.plekken.some((plek) => plek.bericht === soort && plek.klasse === bij.klasse));
  const melding = regel === undefined ? undefined : MELDINGEN[regel.code];
  if (regel !== undefined && andere === undefined && melding !== undefined) return { ...plaats, regel: regel.code, niveau: regel.niveau, melding };
  return { ...plaats, regel: retourcode, niveau: retourcode === TECHNISCH ? 2 : 3,
    melding: `De ontvanger keurt dit af met retourcode ${retourcode} (${label('LDT_RetourCode', retourcode) ?? 'onbekend'}).` };
}

/**
 * Findings of a class instance; `0233` alone is none of its own.
 * @param bij the occurrence that they are about
 */
function bevindingenBij(soort: Heenbericht, codes: readonly RetourCode[], bij: Voorkomen): GeplaatsteBevinding[] {
  return codes.filter((code) => !GOED.has(code) && code !== NIET_BEOORDEELD).map((code) => bevindingVan(soort, code, bij));
}

/**
 * What an answer says of the message that it answers. A message of which something was not assessed and nothing rejected counts as rejected:
 * nobody approved it.
 */
export function leesUitspraak<B extends Heenbericht>(soort: B, heen: Berichten[B], antwoord: Berichten[Antwoordbericht]): GelezenAntwoord {
  const klassen = klassenVan(antwoordOp(soort), antwoord);
  if (soort === 'WMO323') return leesDeclaratieantwoord(klassenVan(soort, heen), klassen);
  const bevindingen: GeplaatsteBevinding[] = [];
  const nietBeoordeeld = new Set<Voorkomen>();
  for (const voorkomens of klassen.values()) {
    for (const voorkomen of voorkomens) {
      const codes = codesIn(voorkomen);
      bevindingen.push(...bevindingenBij(soort, codes, voorkomen));
      if (codes.includes(NIET_BEOORDEELD)) nietBeoordeeld.add(voorkomen);
    }
  }
  if (bevindingen.length === 0) for (const voorkomen of nietBeoordeeld) bevindingen.push(bevindingVan(soort, NIET_BEOORDEELD, voorkomen));
  return { bevindingen, nietBeoordeeld, opmerkingen: [] };
}

type Prestatie = { readonly ProductReferentie: { readonly ReferentieNummer: string } };
const referentieVan = ({ waarde }: Voorkomen): string => (waarde as Prestatie).ProductReferentie.ReferentieNummer;
const bsnVan = ({ waarde }: Voorkomen): string => (waarde as { readonly Bsn: string }).Bsn;

function opSleutel(voorkomens: readonly Voorkomen[] | undefined, sleutel: (voorkomen: Voorkomen) => string): Map<string, Voorkomen[]> {
  const index = new Map<string, Voorkomen[]>();
  for (const voorkomen of voorkomens ?? []) index.set(sleutel(voorkomen), [...index.get(sleutel(voorkomen)) ?? [], voorkomen]);
  return index;
}

/** Per Prestatie: the answer shows only what was rejected, under the client it was claimed for. */
function leesDeclaratieantwoord(heen: Klassenindex, antwoord: Klassenindex): GelezenAntwoord {
  const soort = 'WMO323';
  const bevindingen: GeplaatsteBevinding[] = [];
  const opmerkingen: Bevinding[] = [];
  const nietBeoordeeld = new Set<Voorkomen>();
  const clienten = opSleutel(heen.get('Client'), bsnVan);
  const prestaties = opSleutel(heen.get('Prestatie'), referentieVan);
  const origineel = (voorkomen: Voorkomen): readonly Voorkomen[] => {
    switch (voorkomen.klasse) {
      case 'Header': return heen.get('Header') ?? [];
      case 'DeclaratieAntwoord': return heen.get('Declaratie') ?? [];
      case 'Client': return clienten.get(bsnVan(voorkomen)) ?? [];
      default: return prestaties.get(referentieVan(voorkomen)) ?? [];
    }
  };
  const afgekeurd = new Set<Voorkomen>();
  // Classes come in order from the Header down, so a client is known before its lines.
  for (const voorkomens of antwoord.values()) {
    for (const voorkomen of voorkomens) {
      const bij = origineel(voorkomen);
      if (bij.length === 0) opmerkingen.push(staatErNiet(voorkomen));
      for (const een of bij) {
        const codes = codesIn(voorkomen);
        const eigen = bevindingenBij(soort, codes, een);
        // Not assessed because its client was rejected is no finding of its own; not assessed without a reason is one.
        const zonderReden = codes.includes(NIET_BEOORDEELD) && eigen.length === 0 && !(een.ouder !== undefined && afgekeurd.has(een.ouder));
        if (zonderReden) eigen.push(bevindingVan(soort, NIET_BEOORDEELD, een));
        if (eigen.length > 0) afgekeurd.add(een);
        bevindingen.push(...eigen);
      }
    }
  }
  for (const prestatie of heen.get('Prestatie') ?? []) {
    if (prestatie.ouder !== undefined && afgekeurd.has(prestatie.ouder) && !afgekeurd.has(prestatie)) nietBeoordeeld.add(prestatie);
  }
  return { bevindingen, nietBeoordeeld, opmerkingen };
}

function staatErNiet(voorkomen: Voorkomen): Bevinding {
  const bekend = voorkomen.klasse === 'Prestatie' ? MELDINGEN['TR366'] : undefined;
  return {
    regel: bekend === undefined ? 'antwoord' : 'TR366', retourcode: undefined, niveau: 3, klasse: voorkomen.klasse, pad: padVan(voorkomen),
    melding: bekend ?? 'Het antwoord noemt iets dat niet in dit bericht staat. Neem contact op met wie het heeft opgesteld.',
  };
}
