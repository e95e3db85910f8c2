/**
 * What a policy file holds, as types. The JSON Schema (schema/) says which files are well formed; controle.ts says whether their parts fit
 * together. Dates are YYYY-MM-DD with both ends included, amounts whole cents, volumes whole numbers of their unit.
 */
import type { basis } from '../standaard/berichten/gegenereerd/index.js';
import type { Eenheid, Frequentie } from '../standaard/volume/omvang.js';

export type RedenAfwijzing = basis.LDT_RedenAfwijzingVerzoek;

/** By which way a product may be asked for: a request of the aanbieder, or a product order of the access team. */
export type Route = 'WMO315' | 'WMO317' | 'toegang';

/** What a request leads to, mildest first. */
export type Uitkomst = 'toewijzen' | 'wachten' | 'onderzoek' | 'afwijzen';

/** What happens when a rule is not met. Only a rejection has a reason from WJ759. */
export type Anders =
  | { readonly uitkomst: 'afwijzen'; readonly reden: RedenAfwijzing; readonly melding?: string }
  | { readonly uitkomst: 'onderzoek' | 'wachten'; readonly melding?: string };

/** Product codes and groups, mixed; a group stands for all its products. */
export type Keuze = readonly string[];

/** From and up to and including these days; an absent end is open. */
export interface Geldigheid {
  readonly vanaf?: string;
  readonly totEnMet?: string;
}

/** `vanaf` is always there: a tariff without a begin would also hold for the past. */
export interface Tarief extends Geldigheid {
  readonly vanaf: string;
  readonly centen: number;
}

export interface Product extends Geldigheid {
  readonly code: string;
  readonly categorie: string;
  readonly naam?: string;
  readonly eenheid?: Eenheid;
  readonly frequenties?: readonly Frequentie[];
  readonly variant?: 'inspanning' | 'output' | 'taak';
  readonly tarieven?: readonly Tarief[];
  readonly groep?: string;
  readonly gewicht?: Gewicht;
  /** The next product up. */
  readonly opvolger?: string;
  /** Values that come from no document. Only for people. */
  readonly fictief?: boolean;
}

export type Gewicht = 'licht' | 'middel' | 'zwaar';

export interface Groep {
  readonly code: string;
  readonly naam?: string;
}

export interface Contract extends Geldigheid {
  readonly aanbieder: string;
  readonly producten: Keuze;
  /** By product code; these go before the tariffs of the product. */
  readonly tarieven?: Readonly<Record<string, readonly Tarief[]>>;
  readonly fictief?: boolean;
}

export interface Aanvraagroute extends Geldigheid {
  readonly voor: Keuze;
  readonly via: readonly Route[];
  /** What a request of an aanbieder without objections leads to. An order of the access team is carried out. */
  readonly dan: Exclude<Uitkomst, 'afwijzen'>;
  /** For a request by another way; absent: `afhandeling.verkeerdeRoute`. */
  readonly anders?: Anders;
}

/** How a change between products of different weight may be asked for. */
export interface Schaalroute {
  readonly via: readonly Route[];
  readonly dan: Exclude<Uitkomst, 'afwijzen'>;
  readonly anders?: Anders;
}

export interface Schaal {
  /** Light to heavy. */
  readonly groepen: readonly string[];
  readonly opTussenGroepen: Schaalroute;
  readonly afTussenGroepen: Schaalroute;
  /** Whether an aanbieder may move a client within a group with a WMO315. */
  readonly binnenGroepMet315: 'aan' | 'uit';
}

interface Regel extends Geldigheid {
  /** Unique in the file; reported with every decision that the rule touches. */
  readonly regel: string;
  readonly voor: Keuze;
  /** Ways to which the rule applies; absent: all. */
  readonly via?: readonly Route[];
  readonly anders: Anders;
}

export interface Vereist extends Regel {
  readonly soort: 'vereist';
  /** One of these has to be allocated to the same client. */
  readonly naast: Keuze;
  /** `overlapt`: shares a day with the request; `omvat`: together cover all days of the request. */
  readonly periode: 'overlapt' | 'omvat';
  readonly aanbieder: 'zelfde' | 'elke';
  /** Absent: it does not matter whether delivery began. */
  readonly gestart?: 'ja' | 'nee';
}

export interface NietSamen extends Regel {
  readonly soort: 'nietSamen';
  readonly met: Keuze;
  /** Where the days are compared: those of allocations, those of claim lines, or both. Absent: allocations. */
  readonly toets?: readonly ('toewijzing' | 'declaratie')[];
}

export interface Volumegrens extends Regel {
  readonly soort: 'maximum' | 'minimum';
  readonly volume: number;
  readonly eenheid: Eenheid;
  readonly per: 'week' | 'maand' | 'jaar';
}

/** What the request replaces has no approved claims on or after its first day. */
export interface Crediteren extends Regel {
  readonly soort: 'crediteren';
}

export type Voorwaarde = Vereist | NietSamen | Volumegrens | Crediteren;

export type Partij = 'aanbieder' | 'gemeente' | 'toegang' | 'backoffice';

/** What starts or ends a term. */
export type Gebeurtenis = typeof GEBEURTENISSEN[number];
export const GEBEURTENISSEN = [
  'WMO301', 'WMO302', 'WMO305', 'WMO306', 'WMO307', 'WMO308', 'WMO315', 'WMO316', 'WMO317', 'WMO318', 'WMO319', 'WMO320', 'WMO323', 'WMO325',
  'aanvraag', 'toewijzing', 'toewijzing-einde', 'productbestelling', 'levering-start', 'levering-stop', 'levering-pauze', 'maand-einde',
  'vooraankondiging', 'structurele-wijziging', 'melding-definitief', 'verslag-ondertekend', 'onderzoek-afgerond', 'ondersteuningsplan',
  'verlengingsverzoek', 'besluit',
] as const;

export interface Termijn {
  /** Unique in the file. */
  readonly termijn: string;
  /** Absent: for all products. */
  readonly voor?: Keuze;
  readonly gebeurtenis: Gebeurtenis;
  /** What has to happen in time. */
  readonly gevolg: Gebeurtenis;
  readonly grens: { readonly aantal: number; readonly eenheid: 'werkdagen' | 'dagen' | 'weken' | 'maanden' };
  /** `voor`: at the latest this long before the event. Absent: `na`, at the latest this long after it. */
  readonly moment?: 'na' | 'voor';
  readonly wie: Partij;
  readonly toelichting?: string;
}

export interface Betaling {
  /** Unique in the file. */
  readonly regel: string;
  /** Absent: all products for which no other entry is meant. */
  readonly voor?: Keuze;
  /** Nothing is paid before a WMO305 tells that delivery began. */
  readonly startVereist?: boolean;
  /** Claims have to be sent within this many months after the month they are about. */
  readonly indienenBinnenMaanden?: number;
  /** A month may be high as long as the total of the allocation is not passed. */
  readonly totaalbudget?: boolean;
}

interface Signaalregel {
  /** Unique in the file. */
  readonly signaal: string;
  readonly melding?: string;
}

/** Share of `deel` in `geheel` of the declared production of one aanbieder in one month, in whole percents. */
export interface Mixsignaal extends Signaalregel {
  readonly soort: 'mix';
  readonly deel: Keuze;
  readonly geheel: Keuze;
  readonly meet: 'bedrag' | 'volume';
  readonly hoogstens?: number;
  readonly minstens?: number;
  /** Absent: every aanbieder. */
  readonly aanbieders?: readonly string[];
}

/** Declared production in a calendar year of one client, one aanbieder or the whole gemeente. */
export interface Jaarsignaal extends Signaalregel {
  readonly soort: 'jaarmaximum';
  readonly voor: Keuze;
  readonly per: 'client' | 'aanbieder' | 'gemeente';
  /** Cents when `eenheid` is 83 or absent, otherwise a number of that unit. */
  readonly maximum: number;
  readonly eenheid?: Eenheid;
}

export type Signaal = Mixsignaal | Jaarsignaal;

/** Situations that no rule of the file names, with what happens then. */
export const AFHANDELINGEN = [
  'zonderProduct', 'onbekendProduct', 'productNietGeldig', 'geenContract', 'productNietInContract', 'buitenContract',
  'verkeerdeEenheid', 'verkeerdeFrequentie', 'overlap', 'verkeerdeRoute', 'zonderRoute',
] as const;
export type Afhandeling = typeof AFHANDELINGEN[number];

export interface Beleidsbestand {
  readonly regio: string;
  readonly gemeenten: readonly string[];
  /** For people: where the policy comes from. */
  readonly toelichting?: string;
  readonly groepen?: readonly Groep[];
  readonly producten?: readonly Product[];
  readonly contracten?: readonly Contract[];
  readonly aanvraagroutes?: readonly Aanvraagroute[];
  readonly schalen?: readonly Schaal[];
  readonly voorwaarden?: readonly Voorwaarde[];
  readonly termijnen?: readonly Termijn[];
  readonly betaling?: readonly Betaling[];
  readonly signalen?: readonly Signaal[];
  readonly afhandeling?: Readonly<Partial<Record<Afhandeling, Anders>>>;
}
