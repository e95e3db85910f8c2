/**
 * The terms of the standard, and how those of a region's policy are told apart by what they count from and what has
 * to happen.
 */
import type { Uitgeschreven } from '../regio/beleid.js';
import type { Gebeurtenis, Termijn } from '../regio/beleidsbestand.js';
import type { Partijsoort } from '../standaard/berichten/berichtsoorten.js';
import type { Datum } from '../standaard/datum.js';
import { eindeTermijn, type Termijnduur } from '../standaard/werkdagen.js';

/** A term of a policy file, groups of products written out. */
export type Beleidstermijn = Uitgeschreven<Termijn>;

/** What has to happen in time: a message, a step, or one of two that stand for several messages. */
export type Gevolg = Gebeurtenis | 'antwoord';

/** What a term is, apart from when and about what. */
export interface Termijnsoort {
  readonly soort: string;
  /** Code of the rule, or `beleid`. */
  readonly bron: string;
  /** Who must act. */
  readonly partij: Partijsoort;
  readonly gevolg: Gevolg;
  readonly duur: Termijnduur;
}

const werkdagen = (aantal: number): Termijnduur => ({ aantal, eenheid: 'werkdagen' });
const ACHT_WEKEN: Termijnduur = { aantal: 8, eenheid: 'weken' };

/** OP090, OP090x4: limits for the answer to a message, from its receipt. */
export const RETOUR = { soort: 'retourbericht', bron: 'OP090', duur: werkdagen(3) } as const;
export const DECLARATIEANTWOORD = { soort: 'declaratie-antwoord', bron: 'OP090x4', duur: werkdagen(10) } as const;

/** OP271: from the day on which delivery began, or from the WMO301 where that came later. */
export const STARTBERICHT: Termijnsoort = {
  soort: 'startbericht', bron: 'OP271', partij: 'aanbieder', gevolg: 'WMO305', duur: werkdagen(5),
};

/** OP272: from the last day of delivery. */
export const STOPBERICHT: Termijnsoort = {
  soort: 'stopbericht', bron: 'OP272', partij: 'aanbieder', gevolg: 'WMO307', duur: werkdagen(5),
};

/** OP274 per AangevraagdProduct of a WMO315, OP346 for a WMO317 as a whole: any answer, from receipt. */
export const ANTWOORD_OP_VERZOEK = { WMO315: antwoord('OP274'), WMO317: antwoord('OP346') } as const;

/** OP274, OP346: after an answer 2 (under investigation) the decision, from the Dagtekening of the request. */
export const BESLUIT_NA_ONDERZOEK = { WMO315: besluit('OP274'), WMO317: besluit('OP346') } as const;

function antwoord(bron: string): Termijnsoort {
  return { soort: 'antwoord-op-verzoek', bron, partij: 'gemeente', gevolg: 'antwoord', duur: werkdagen(5) };
}

function besluit(bron: string): Termijnsoort {
  return { soort: 'besluit-na-onderzoek', bron, partij: 'gemeente', gevolg: 'besluit', duur: ACHT_WEKEN };
}

/** `bron` of every term that comes from a policy file. */
export const BELEID = 'beleid';

/** Access team and back office act for the gemeente. */
function partijVan({ wie }: Termijn): Partijsoort {
  return wie === 'aanbieder' ? 'aanbieder' : 'gemeente';
}

/** A term of a policy file as a kind; `gevolg` where the watch knows it by another name. */
export function alsTermijnsoort({ regel }: Beleidstermijn, gevolg: Gevolg = regel.gevolg): Termijnsoort {
  const { aantal, eenheid } = regel.grens;
  return {
    soort: regel.termijn, bron: BELEID, partij: partijVan(regel), gevolg,
    duur: { aantal: regel.moment === 'voor' ? -aantal : aantal, eenheid },
  };
}

/** Whether a term of a policy file holds for a product; one that names no products holds for all. */
export function geldtVoor({ regel, producten }: Beleidstermijn, code: string | undefined): boolean {
  return regel.voor === undefined || (code !== undefined && producten.has(code));
}

/** The terms that count from one of these events to one of these consequences, forward (`na`) or back (`voor`). */
export function regelsVan(
  beleid: readonly Beleidstermijn[], van: readonly Gebeurtenis[], naar: readonly Gebeurtenis[],
  moment: 'na' | 'voor' = 'na',
): Beleidstermijn[] {
  return beleid.filter(({ regel }) =>
    van.includes(regel.gebeurtenis) && naar.includes(regel.gevolg) && (regel.moment ?? 'na') === moment);
}

/** A region that writes down a term of the standard does not get it twice. */
export function zonderHerhaling(
  beleid: readonly Beleidstermijn[], { duur }: Pick<Termijnsoort, 'duur'>,
): Beleidstermijn[] {
  return beleid.filter(({ regel }) => regel.grens.aantal !== duur.aantal || regel.grens.eenheid !== duur.eenheid);
}

/** Where a term stands. Only the dates decide: nothing happens to a term when its day passes. */
export type Termijnstatus = 'open' | 'verlopen' | 'gehaald' | 'te-laat';
export const TERMIJNSTATUSSEN: readonly Termijnstatus[] = ['open', 'verlopen', 'gehaald', 'te-laat'];

/** The last day of a term of this kind; see eindeTermijn. */
export function vervaldatumVan({ duur }: Pick<Termijnsoort, 'duur'>, start: Datum): Datum {
  return eindeTermijn(duur, start);
}
