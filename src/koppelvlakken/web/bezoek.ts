/** One visit of one page: who is there, on behalf of which party, and the way to everything a page may show. */
import type { Aanvrager, Scope } from '../../platform/aanvrager.js';
import type { Api } from './api.js';

export interface Bezoek {
  readonly api: Api;
  readonly aanvrager: Aanvrager;
  /** How the issuer says this person likes to be called; undefined without sign-in. */
  readonly naam: string | undefined;
  readonly rol: string | undefined;
  /** All roles between which this person may choose. */
  readonly rollen: readonly string[];
  /** Gemeentecode or AGB code that was chosen at the top of the page; undefined where there is none yet. */
  readonly partij: string | undefined;
  /** Today as the gateway reckons it. */
  readonly vandaag: string;
  /** Address of this page, with what was asked. */
  readonly adres: string;
  readonly query: Readonly<Record<string, string>>;
  readonly params: Readonly<Record<string, string>>;
  /** Whether sign-in is on. */
  readonly aangemeld: boolean;
  /** Makes the token that a form carries. */
  csrf(): string;
}

export const kan = ({ aanvrager }: Pick<Bezoek, 'aanvrager'>, ...scopes: readonly Scope[]): boolean =>
  scopes.some((scope) => aanvrager.scopes.has(scope));

/** There is no party to show this page of. The page that asks for one takes its place. */
export class PartijNodig extends Error {
  override readonly name = 'PartijNodig';

  constructor(readonly soort: 'gemeente' | 'aanbieder' | 'partij') {
    super(soort);
  }
}

export const isGemeentecode = (partij: string): boolean => /^\d{4}$/.test(partij);
export const isAgbCode = (partij: string): boolean => /^\d{8}$/.test(partij);

/** The gemeente whose page this is. @throws PartijNodig */
export function gemeenteVan({ partij }: Bezoek): string {
  if (partij === undefined || !isGemeentecode(partij)) throw new PartijNodig('gemeente');
  return partij;
}

/** The party, of either kind, whose page this is. @throws PartijNodig */
export function partijVan({ partij }: Bezoek): string {
  if (partij === undefined) throw new PartijNodig('partij');
  return partij;
}
