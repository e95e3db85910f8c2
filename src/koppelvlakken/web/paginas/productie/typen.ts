/** What the API says about production. */
export interface Regel {
  readonly maand?: string; readonly aanbieder?: string; readonly product?: { readonly categorie: string; readonly code: string }; readonly eenheid?: string;
  readonly volume: number; readonly bedrag: number; readonly vorige?: { readonly volume: number; readonly bedrag: number };
  readonly groei?: { readonly volume?: number; readonly bedrag?: number }; readonly opgeschaald: number; readonly afgeschaald: number;
}
export interface Productie {
  readonly items: readonly Regel[]; readonly totaal: { readonly bedrag: number; readonly opgeschaald: number; readonly afgeschaald: number };
}
export interface Mixaandeel {
  readonly signaal: string; readonly meet: 'bedrag' | 'volume'; readonly aanbieder: string; readonly deel: number; readonly geheel: number;
  readonly aandeel: number; readonly hoogstens?: number; readonly minstens?: number; readonly binnen: boolean;
}
export interface Signaal {
  readonly signaal: string; readonly soort: 'mix' | 'jaarmaximum'; readonly stand: 'overschreden' | 'bijna'; readonly periode: string;
  readonly aanbieder?: string; readonly waarde: number; readonly grens: number; readonly kant?: 'boven' | 'onder'; readonly eenheid?: string; readonly melding: string;
}
export interface Afkeuring { readonly retourcode: string; readonly aantal: number }

/** The period that is looked at, in whole months: both are the first and the last one, included. */
export interface Periode { readonly van: string; readonly tot: string }
