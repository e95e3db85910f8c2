/** Composing answers for tests, to what the rules find or to findings of one's own, and taking them apart again. */
import { expect } from 'vitest';
import type { Antwoordbericht, Berichtsoort, Heenbericht } from '../../../src/standaard/berichten/berichtsoorten.js';
import type { Berichten } from '../../../src/standaard/berichten/gegenereerd/index.js';
import {
  beoordeelNiveau2, beoordeelNiveau3En4, contextVan, type Beoordeling,
} from '../../../src/standaard/regels/beoordelen.js';
import type { Dossier } from '../../../src/standaard/regels/dossier.js';
import type { RetourCode } from '../../../src/standaard/regels/regel.js';
import { klassenVan, padVan, type Voorkomen } from '../../../src/standaard/regels/voorkomens.js';
import { stelAntwoordOp, type Antwoord, type Antwoordgegevens } from '../../../src/standaard/retour/retour.js';
import { isSchemaGeldig } from '../../hulp/schema.js';

/** The pairs of messages with their codes (IV028, IV087, COD002). */
export const KOPPELING = [
  ['WMO301', '414', 'WMO302', '415'],
  ['WMO305', '418', 'WMO306', '419'],
  ['WMO307', '420', 'WMO308', '421'],
  ['WMO315', '444', 'WMO316', '445'],
  ['WMO317', '480', 'WMO318', '481'],
  ['WMO319', '482', 'WMO320', '483'],
] as const;

export type Retourheen = (typeof KOPPELING)[number][0];

export const GEGEVENS: Antwoordgegevens = { identificatie: 'R2026000001A', dagtekening: '2026-07-01' };

/** Level 2, and only without findings there levels 3 and 4: the order of the standard. */
export function beoordeel<B extends Berichtsoort>(
  soort: B, bericht: Berichten[B], dossier: Dossier,
): Beoordeling {
  const context = contextVan(soort, bericht);
  const niveau2 = beoordeelNiveau2(context);
  if (niveau2.length > 0) return { bevindingen: niveau2, nietBeoordeeld: new Set() };
  return beoordeelNiveau3En4(context, dossier);
}

/** All classes of a message, one class after the other, each in document order. */
export function voorkomensIn<B extends Berichtsoort>(soort: B, bericht: Berichten[B]): Voorkomen[] {
  return [...klassenVan(soort, bericht).values()].flat();
}

interface MetCodes { readonly RetourCodes?: readonly string[] }

function staatOnder(voorkomen: Voorkomen, boven: ReadonlySet<Voorkomen>): boolean {
  for (let v = voorkomen.ouder; v !== undefined; v = v.ouder) if (boven.has(v)) return true;
  return false;
}

/**
 * An assessment of levels 3 and 4 with these findings, whatever the rules would say. What stands below a Client with a
 * finding is not assessed, so findings there are left out.
 */
export function beoordelingMet(
  voorkomens: readonly Voorkomen[], codesBij: (voorkomen: Voorkomen) => readonly RetourCode[],
): Beoordeling {
  const afgekeurd = new Set(voorkomens.filter((bij) => bij.klasse === 'Client' && codesBij(bij).length > 0));
  const beoordeeld = voorkomens.filter((bij) => !staatOnder(bij, afgekeurd));
  return {
    nietBeoordeeld: new Set(voorkomens.filter((bij) => !beoordeeld.includes(bij))),
    bevindingen: beoordeeld.flatMap((bij) => codesBij(bij).map((retourcode) => ({
      regel: 'TR000', retourcode, niveau: 3 as const, klasse: bij.klasse, pad: padVan(bij), melding: 'Proef.', bij }))),
  };
}

/** Composes an answer and asserts that it passes level 1. */
export function stelGeldigOp<B extends Heenbericht>(
  soort: B, bericht: Berichten[B], beoordeling: Beoordeling,
): Antwoord {
  const antwoord = stelAntwoordOp(soort, bericht, beoordeling, GEGEVENS);
  expect(isSchemaGeldig(antwoord.berichtsoort, antwoord.bericht)).toBe(true);
  return antwoord;
}

/** Per class the codes of each instance, joined with +, in document order; an instance without codes gives ''. */
export function codesIn({ berichtsoort, bericht }: Antwoord): Record<string, readonly string[]> {
  const codes = ({ waarde }: Voorkomen): string => (waarde as MetCodes).RetourCodes?.join('+') ?? '';
  return Object.fromEntries([...klassenVan<Antwoordbericht>(berichtsoort, bericht)]
    .map(([klasse, voorkomens]) => [klasse, voorkomens.map(codes)]));
}

function zonderCodes(waarde: unknown): unknown {
  if (Array.isArray(waarde)) return waarde.map(zonderCodes);
  if (typeof waarde !== 'object' || waarde === null) return waarde;
  return Object.fromEntries(Object.entries(waarde).filter(([naam]) => naam !== 'RetourCodes')
    .map(([naam, inhoud]) => [naam, zonderCodes(inhoud)]));
}

const TOEGEVOEGD = ['IdentificatieRetour', 'DagtekeningRetour', 'XsltVersie', 'XsdVersieRetour'];

/** The message that a return message answers, from what it repeats of it: without all that an answer adds. */
export function teruggedraaid(soort: Retourheen, { bericht }: Antwoord): unknown {
  const { Header, ...inhoud } = zonderCodes(bericht) as { readonly Header: Record<string, unknown> };
  const BerichtCode = KOPPELING.find(([heen]) => heen === soort)?.[1];
  const header = Object.fromEntries(Object.entries(Header).filter(([naam]) => !TOEGEVOEGD.includes(naam)));
  return { Header: { ...header, BerichtCode }, ...inhoud };
}
