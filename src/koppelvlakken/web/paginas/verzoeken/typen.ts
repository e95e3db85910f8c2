/** What the API says of requests, as far as the pages show it. */

export type Verzoekstatus = 'onderhanden' | 'in-onderzoek' | 'toegewezen' | 'afgewezen';
export type Besluitsoort = 'toewijzen' | 'onderzoek' | 'afwijzen';

export interface Verzoekregel {
  readonly id: string; readonly referentieAanbieder: string; readonly berichtsoort: 'WMO315' | 'WMO317'; readonly aanbieder: string;
  readonly status: Verzoekstatus; readonly wachtOp: readonly string[]; readonly ontvangenOp: string; readonly vervaldatum?: string;
  readonly bericht: { readonly id: string };
}

export interface Omvang { readonly Volume: number; readonly Eenheid: string; readonly Frequentie: string }
export interface Productwens { readonly Categorie: string; readonly Code?: string }

/** What a message asks for: an AangevraagdProduct (WMO315) or a Verzoek (WMO317). */
export interface Wens {
  readonly Product?: Productwens; readonly ToewijzingIngangsdatum?: string; readonly ToewijzingEinddatum?: string; readonly Omvang?: Omvang;
  readonly Budget?: number; readonly BeschikkingNummer?: number; readonly BeschikkingIngangsdatum?: string; readonly Raamcontract?: string;
  readonly Verwijzer?: { readonly Type: string; readonly Naam?: string; readonly ZorgverlenerCode?: string }; readonly Commentaar?: string;
  readonly RedenVerzoek?: string;
  readonly OngewijzigdeProducten?: readonly { readonly ToewijzingNummer: number }[];
  readonly TeWijzigenProducten?: readonly {
    readonly ToewijzingNummer: number; readonly GewensteIngangsdatum: string; readonly Einddatum?: string; readonly Omvang?: Omvang; readonly Budget?: number }[];
  readonly NieuweProducten?: readonly {
    readonly Product?: Productwens; readonly GewensteIngangsdatum: string; readonly Einddatum?: string; readonly Omvang?: Omvang; readonly Budget?: number }[];
}

export interface Situatieregel {
  readonly toewijzingNummer: number; readonly aanbieder: string; readonly product?: { readonly categorie: string; readonly code?: string };
  readonly ingangsdatum: string; readonly einddatum?: string; readonly budget?: number; readonly gestart: boolean; readonly gestopt: boolean;
  readonly omvang?: { readonly volume: number; readonly eenheid: string; readonly frequentie: string };
  readonly stopdatum?: string; readonly gedeclareerdTotEnMet?: string;
}

export interface Bezwaar { readonly code: string; readonly melding: string }

export interface Reden {
  readonly regel: string; readonly melding: string; readonly uitkomst: string; readonly redenAfwijzing?: string; readonly bestand?: string;
  readonly onderdeel: string;
}

export interface Genomen {
  readonly besluit: Besluitsoort; readonly redenAfwijzing?: string; readonly door: string; readonly op: string;
  readonly bericht: { readonly id: string };
}

/** Who the client is according to the request. */
export interface Persoonsgegevens {
  readonly Geboortedatum: { readonly Datum: string };
  readonly Geslacht: string;
  readonly Naam: { readonly Geslachtsnaam: { readonly Voorvoegsel?: string; readonly Achternaam: string }; readonly Voornamen?: string };
}

export interface Verzoek extends Verzoekregel {
  readonly gemeente: string; readonly dagtekening: string;
  readonly client: { readonly bsn: string; readonly bekend: boolean; readonly gegevens?: Persoonsgegevens };
  readonly wens: Wens; readonly situatie: readonly Situatieregel[];
  readonly beleid: {
    readonly bestand?: string; readonly uitkomst: string; readonly redenAfwijzing?: string; readonly redenen: readonly Reden[];
    readonly bezwaren: readonly Bezwaar[]; readonly vervangt: readonly number[] };
  readonly termijnen: readonly { readonly soort: string; readonly bron: string; readonly vervaldatum: string }[];
  readonly besluiten: readonly Genomen[];
}

export interface ToegewezenProduct {
  readonly ToewijzingNummer: number; readonly ReferentieAanbieder?: string; readonly Product?: Productwens; readonly Ingangsdatum: string;
  readonly Einddatum?: string; readonly RedenWijziging?: string; readonly Omvang?: Omvang; readonly Budget?: number;
}

export interface Voorbeeld {
  readonly berichtsoort: 'WMO301' | 'WMO319'; readonly xml: string; readonly bezwaren: readonly Bezwaar[];
  readonly bericht: {
    readonly Client?: { readonly ToegewezenProducten: readonly ToegewezenProduct[] };
    readonly Antwoord?: { readonly VerzoekAntwoord: string; readonly RedenAfwijzingVerzoek?: string; readonly ReferentieAanbieder: string } };
}
