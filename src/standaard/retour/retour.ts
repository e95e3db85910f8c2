/**
 * Composes the answer to a heenbericht: the return messages 302, 306, 308, 316, 318 and 320 (IV028, IV032) here, the WMO325 (IV087) in
 * wmo325.ts. Pure: the same message and findings always give the same answer.
 */
import { antwoordOp, BERICHTSOORTEN, type Antwoordbericht, type Heenbericht } from '../berichten/berichtsoorten.js';
import { SCHEMAS, type Berichten } from '../berichten/gegenereerd/index.js';
import { isKlasse, type Element } from '../berichten/structuur.js';
import type { Beoordeling } from '../regels/beoordelen.js';
import type { RetourCode } from '../regels/regel.js';
import type { Voorkomen } from '../regels/voorkomens.js';
import { stelDeclaratieantwoordOp } from './wmo325.js';

/** What only the answering party can say. `identificatie`: at most 12 characters; `dagtekening`: its system date. */
export interface Antwoordgegevens {
  readonly identificatie: string;
  readonly dagtekening: string;
}

export interface Antwoord {
  readonly berichtsoort: Antwoordbericht;
  readonly bericht: Berichten[Antwoordbericht];
}

/** Return codes of one class instance: its own findings, else not assessed, else nothing to remark. */
export type CodesVan = (waarde: unknown) => readonly RetourCode[];

/** The codes per class instance; instances are told apart by identity, as each stands once in the message. */
export function codesVan({ bevindingen, nietBeoordeeld }: Beoordeling): CodesVan {
  const codes = new Map<unknown, Set<RetourCode>>();
  for (const { bij, retourcode } of bevindingen) {
    if (retourcode === undefined) continue;
    const bekend = codes.get(bij.waarde) ?? new Set<RetourCode>();
    codes.set(bij.waarde, bekend.add(retourcode));
  }
  const overgeslagen = new Set<unknown>([...nietBeoordeeld].map((voorkomen: Voorkomen) => voorkomen.waarde));
  return (waarde) => {
    const eigen = codes.get(waarde);
    if (eigen !== undefined) return [...eigen].sort();
    return [overgeslagen.has(waarde) ? '0233' : '0200'];
  };
}

type Velden = Record<string, unknown>;

/** Copies an original class into the shape of the return message, adding RetourCodes wherever that shape has them. */
function kopieer(element: Element, waarde: unknown, codes: CodesVan): unknown {
  if (!isKlasse(element)) return waarde;
  if (element.kaal) {
    const [kind] = element.elementen;
    return kind === undefined ? [] : (waarde as readonly unknown[]).map((een) => kopieer(kind, een, codes));
  }
  const velden: Velden = {};
  for (const kind of element.elementen) {
    const inhoud = kind.naam === 'RetourCodes' ? codes(waarde) : (waarde as Velden)[kind.naam];
    if (inhoud !== undefined) velden[kind.naam] = kind.naam === 'RetourCodes' ? inhoud : kopieer(kind, inhoud, codes);
  }
  return velden;
}

function retourheader(
  soort: Heenbericht, bericht: Berichten[Heenbericht], gegevens: Antwoordgegevens, codes: readonly RetourCode[],
): Velden {
  const antwoord = antwoordOp(soort);
  return {
    ...bericht.Header,
    BerichtCode: BERICHTSOORTEN[antwoord].code,
    IdentificatieRetour: gegevens.identificatie,
    DagtekeningRetour: gegevens.dagtekening,
    // XsltVersie stays out: these checks do not use the published XSLTs.
    XsdVersieRetour: SCHEMAS[antwoord].xsdVersie,
    ...(codes.length > 0 ? { RetourCodes: codes } : {}),
  };
}

/**
 * The answer to an assessed message.
 *
 * Full approval: Header only, without codes. Any level 2 finding: Header with 0001. A finding in the Header: Header with its codes.
 * Otherwise the complete content, every class with its codes.
 */
export function stelAntwoordOp<B extends Heenbericht>(
  soort: B, bericht: Berichten[B], beoordeling: Beoordeling, gegevens: Antwoordgegevens,
): Antwoord {
  if (soort === 'WMO323') {
    const declaratie = bericht as unknown as Berichten['WMO323'];
    return { berichtsoort: 'WMO325', bericht: stelDeclaratieantwoordOp(declaratie, beoordeling, codesVan(beoordeling), gegevens) };
  }
  const berichtsoort = antwoordOp(soort);
  const kop = (codes: readonly RetourCode[]) => retourheader(soort, bericht, gegevens, codes);
  const { bevindingen } = beoordeling;
  const maak = (inhoud: Velden): Antwoord => ({ berichtsoort, bericht: inhoud as unknown as Berichten[Antwoordbericht] });
  if (bevindingen.length === 0) return maak({ Header: kop([]) });
  if (bevindingen.some(({ niveau }) => niveau === 2)) return maak({ Header: kop(['0001']) });
  const codes = codesVan(beoordeling);
  if (bevindingen.some(({ klasse }) => klasse === 'Header')) return maak({ Header: kop(codes(bericht.Header)) });
  const velden: Velden = { Header: kop(['0200']) };
  const { structuur } = SCHEMAS[berichtsoort];
  for (const element of isKlasse(structuur) ? structuur.elementen : []) {
    if (element.naam !== 'Header') velden[element.naam] = kopieer(element, (bericht as unknown as Velden)[element.naam], codes);
  }
  return maak(velden);
}
