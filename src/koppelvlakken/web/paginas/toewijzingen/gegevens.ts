/** Allocations as the API gives them, and how they read. */
import { na } from '../../../../standaard/datum.js';
import { isVerwijderd } from '../../../../standaard/regels/dossier.js';
import { Apifout, metVraag } from '../../api.js';
import { isGemeentecode, partijVan, type Bezoek } from '../../bezoek.js';
import { bedrag, getal, korteDatum, metLabel } from '../../opmaak/tekst.js';

export interface Omvang { readonly volume: number; readonly eenheid: string; readonly frequentie: string }
export interface Waarde { readonly volume?: number; readonly bedrag?: number }
export interface Versie extends Partial<Omvang> {
  readonly toewijzingsdatum?: string; readonly toewijzingstijd?: string; readonly einddatum?: string; readonly redenWijziging?: string;
  readonly budget?: number; readonly berichtId?: string;
}
export interface Start { readonly begindatum: string; readonly verwijderd: boolean }
export interface Stop extends Start { readonly einddatum: string; readonly redenBeeindiging: string }
export interface Toewijzing {
  readonly toewijzingNummer: number; readonly aanbieder: string; readonly product?: { readonly categorie: string; readonly code?: string };
  readonly toewijzingsdatum: string; readonly ingangsdatum: string; readonly einddatum?: string; readonly redenWijziging?: string;
  readonly omvang?: Omvang; readonly budget?: number; readonly referentieAanbieder?: string;
  readonly versies: readonly Versie[]; readonly starts: readonly Start[]; readonly stops: readonly Stop[];
  readonly gedeclareerd: Waarde; readonly maximum?: Waarde; readonly resterend?: Waarde;
}
export interface Gezocht { readonly items: readonly Toewijzing[]; readonly client?: { readonly bsnGemaskeerd: string } }

/** Whose allocations a page shows: all of a gemeente, or of one aanbieder those in one gemeente. */
export interface Plek { readonly gemeente: string; readonly aanbieder?: string }

/** Undefined for an aanbieder where the address does not say in which gemeente. @throws PartijNodig */
export function plekVan(bezoek: Bezoek, gemeente = bezoek.query['gemeente']): Plek | undefined {
  const partij = partijVan(bezoek);
  if (isGemeentecode(partij)) return { gemeente: partij };
  return gemeente !== undefined && isGemeentecode(gemeente) ? { gemeente, aanbieder: partij } : undefined;
}

/** Address of a page about an allocation, for who looks from this place. */
export const adresVan = ({ gemeente, aanbieder }: Plek, nummer: number | string, vraag: Readonly<Record<string, string | undefined>> = {}, onder = ''): string =>
  metVraag(`/toewijzingen/${nummer}${onder}`, { gemeente: aanbieder === undefined ? undefined : gemeente, ...vraag });
export const clientadres = (plek: Plek, nummer: number): string => adresVan(plek, `client/${nummer}`);

export const zoek = (bezoek: Bezoek, plek: Plek, vraag: Readonly<Record<string, unknown>>): Promise<Gezocht> =>
  bezoek.api.stuur<Gezocht>('/v1/toewijzingen/zoek', { ...plek, ...vraag });

/** A number as somebody writes it, without what could not be one. */
export const isNummer = (tekst: string): boolean => /^\d{1,9}$/.test(tekst);

export const nietGevonden = (): Apifout => new Apifout(404, {
  code: 'niet-gevonden', title: 'Niet gevonden', status: 404, detail: 'Er is bij deze gemeente geen toewijzing met dit nummer die u mag zien. Controleer het nummer.' });

const EENHEID: Readonly<Record<string, readonly [een: string, meer: string]>> = {
  '01': ['minuut', 'minuten'], '04': ['uur', 'uur'], '14': ['etmaal', 'etmalen'], '16': ['dagdeel', 'dagdelen'], '82': ['stuk', 'stuks'], '84': ['stuk', 'stuks'] };
const FREQUENTIE: Readonly<Record<string, string>> = { '1': 'per dag', '2': 'per week', '4': 'per maand', '6': 'in totaal' };

/** A volume with its unit: `12 uur`, `€ 300,00`. */
export function volume(hoeveel: number | undefined, eenheid: string | undefined): string {
  if (hoeveel === undefined) return '–';
  if (eenheid === '83') return bedrag(hoeveel);
  const naam = EENHEID[eenheid ?? ''];
  return naam === undefined ? getal(hoeveel) : `${getal(hoeveel)} ${hoeveel === 1 ? naam[0] : naam[1]}`;
}

/** `4 uur per week`. */
export const omvang = (een: Partial<Omvang> | undefined): string =>
  (een?.volume === undefined ? '–' : `${volume(een.volume, een.eenheid)} ${FREQUENTIE[een.frequentie ?? ''] ?? metLabel('LDT_Frequentie', een.frequentie)}`);

/** An amount of what an allocation is counted in. */
export const waarde = (een: Waarde | undefined, eenheid: string | undefined): string =>
  (een === undefined ? '–' : eenheid === undefined || een.volume === undefined ? bedrag(een.bedrag) : volume(een.volume, eenheid));

/** `begeleiding, 02A03`. */
export function productnaam({ product }: Pick<Toewijzing, 'product'>): string {
  if (product === undefined) return 'niet bepaald';
  return `${metLabel('LDT_ProductCategorie', product.categorie)}${product.code === undefined ? '' : `, product ${product.code}`}`;
}

/** `01-03-2026 t/m 31-12-2026`. */
export const periode = (van: string, tot: string | undefined): string =>
  (tot === undefined ? `vanaf ${korteDatum(van)}, zonder einddatum` : `${korteDatum(van)} t/m ${korteDatum(tot)}`);

export type Loop = 'verwijderd' | 'geëindigd' | 'toekomstig' | 'loopt';

/** Where an allocation stands on a day. */
export function loopVan(t: Toewijzing, vandaag: string): Loop {
  const { ingangsdatum, einddatum, redenWijziging } = t;
  if (isVerwijderd({ ingangsdatum, einddatum, redenWijziging })) return 'verwijderd';
  if (einddatum !== undefined && na(vandaag, einddatum)) return 'geëindigd';
  return na(ingangsdatum, vandaag) ? 'toekomstig' : 'loopt';
}
export const LOOP = {
  loopt: ['Loopt', 'safe'], toekomstig: ['Nog niet begonnen', 'active'], geëindigd: ['Geëindigd', 'neutral'], verwijderd: ['Verwijderd', 'danger'] } as const;
