/** Who is asking: the client at the door, the parties it may act for and what it may do. Every use case that touches data gets one. */

/** What a client may do: deliver messages, read what is its own, act for a municipality, look after the gateway. */
export const SCOPES = ['aanleveren', 'lezen', 'gemeente', 'beheer'] as const;
export type Scope = (typeof SCOPES)[number];

export interface Aanvrager {
  /** Name of the client, as the issuer of its token knows it. No person's name. */
  readonly client: string;
  /** Gemeentecodes and AGB codes that this client acts for; `alle` only without sign-in. */
  readonly partijen: ReadonlySet<string> | 'alle';
  readonly scopes: ReadonlySet<Scope>;
}

/** Everybody, where sign-in is off (loopback only). */
export const ZONDER_AANMELDING: Aanvrager = { client: 'onbekend', partijen: 'alle', scopes: new Set(SCOPES) };

export function magVoor(aanvrager: Aanvrager, partij: string): boolean {
  return aanvrager.partijen === 'alle' || aanvrager.partijen.has(partij);
}

/** The parties as a list for a query, undefined for all. */
export function partijenlijst(aanvrager: Aanvrager): readonly string[] | undefined {
  return aanvrager.partijen === 'alle' ? undefined : [...aanvrager.partijen];
}
