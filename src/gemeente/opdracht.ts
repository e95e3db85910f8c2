/** What a municipality orders for one client and aanbieder: the products of a WMO301 to be made. Amounts in cents, dates YYYY-MM-DD. */
import type { WMO301, basis } from '../standaard/berichten/gegenereerd/index.js';

export interface Omvang {
  readonly volume: number;
  readonly eenheid: basis.LDT_Eenheid;
  readonly frequentie: basis.LDT_Frequentie;
}

/** A new allocation. */
export interface Nieuw {
  readonly actie: 'nieuw';
  readonly product?: { readonly categorie: basis.LDT_ProductCategorie; readonly code?: string };
  readonly ingangsdatum: string;
  /** Inclusive; absent is open-ended. */
  readonly einddatum?: string;
  readonly omvang?: Omvang;
  readonly budget?: number;
  readonly commentaar?: string;
}

/** A change of an allocation. What is absent stays as it is; `einddatum: null` takes the end away. */
export interface Wijziging {
  readonly actie: 'wijzigen' | 'verlengen' | 'inkorten' | 'intrekken';
  readonly toewijzingNummer: number;
  /** When a change of volume begins that needs a new allocation (IV066). */
  readonly ingangsdatum?: string;
  readonly einddatum?: string | null;
  readonly omvang?: Omvang;
  readonly budget?: number;
  readonly redenWijziging?: basis.LDT_RedenWijziging;
}

/** Takes an allocation back as if it was never sent (OP033x1). */
export interface Verwijdering {
  readonly actie: 'verwijderen';
  readonly toewijzingNummer: number;
}

export type Productopdracht = Nieuw | Wijziging | Verwijdering;

/** The client as the WMO301 shows it, without Bsn and products. */
export type Clientgegevens = Omit<WMO301.Client, 'Bsn' | 'ToegewezenProducten'>;

export interface Toewijzingsopdracht {
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly bsn: string;
  /** May be absent for a client of whom this aanbieder had a WMO301 before. */
  readonly client?: Clientgegevens;
  readonly producten: readonly Productopdracht[];
}

/** Something wrong in an order: the rule or policy, the place in the order, and what to do. */
export interface Opdrachtfout {
  readonly regel: string;
  readonly pad: string;
  readonly melding: string;
}
