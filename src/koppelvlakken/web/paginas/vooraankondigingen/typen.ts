/** What the API says of notices of structural change, as far as the pages show it. */

export type Stand =
  | 'ingediend' | 'evaluatie-vervroegd' | 'melding-geopend' | 'melding-definitief' | 'verslag-ondertekend' | 'toegewezen' | 'afgewezen';
export type Stap = 'evaluatie-vervroegd' | 'melding-geopend' | 'melding-definitief' | 'verslag-ondertekend' | 'toewijzen' | 'afwijzen';

export interface Vooraankondiging {
  readonly id: string; readonly gemeente: string; readonly aanbieder: string; readonly toewijzingNummer: number; readonly richting: 'op' | 'af';
  readonly gewenstProduct: { readonly categorie: string; readonly code?: string }; readonly vanaf: string; readonly toelichting?: string;
  readonly status: Stand; readonly ingediendOp: string; readonly definitiefOp?: string; readonly stappen: readonly Stap[];
  readonly historie?: readonly { readonly stap: string; readonly datum: string }[]; readonly termijn?: { readonly vervaldatum: string };
  readonly bericht?: { readonly id: string };
}

/** An allocation about which a notice can be filed. */
export interface Toewijzing {
  readonly toewijzingNummer: number; readonly aanbieder: string; readonly product?: { readonly categorie: string; readonly code?: string };
  readonly ingangsdatum: string; readonly einddatum?: string; readonly redenWijziging?: string;
}

export const STANDEN: Readonly<Record<Stand, readonly [naam: string, soort: 'neutral' | 'safe' | 'warning' | 'danger' | 'active']>> = {
  ingediend: ['Ingediend', 'warning'], 'evaluatie-vervroegd': ['Evaluatie vervroegd', 'active'], 'melding-geopend': ['Melding geopend', 'active'],
  'melding-definitief': ['Melding definitief', 'active'], 'verslag-ondertekend': ['Verslag ondertekend', 'active'], toegewezen: ['Toegewezen', 'safe'],
  afgewezen: ['Afgewezen', 'danger'] };

/** Each step with what it means to take it. */
export const STAPPEN: Readonly<Record<Stap, readonly [naam: string, uitleg: string]>> = {
  'evaluatie-vervroegd': ['Evaluatie vervroegd', 'De geplande evaluatie wordt naar voren gehaald.'],
  'melding-geopend': ['Melding geopend', 'Er is een tussentijdse melding geopend.'],
  'melding-definitief': ['Melding definitief', 'De datum van deze stap is de ingangsdatum van de wijziging; de termijn voor het onderzoek begint.'],
  'verslag-ondertekend': ['Verslag ondertekend', 'Het onderzoek is afgerond.'],
  toewijzen: ['Toewijzen', 'De oude toewijzing eindigt, de nieuwe gaat in; de aanbieder krijgt een WMO301.'],
  afwijzen: ['Afwijzen', 'De wijziging gaat niet door.'],
};
