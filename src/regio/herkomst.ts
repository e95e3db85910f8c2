/** Where in the policy a reason comes from, for people who want to look it up. */
import { isVasteControle } from './beoordelen.js';
import type { Beleid } from './beleid.js';

export interface Herkomst {
  /** Name of the policy file; absent for what holds without one. */
  readonly bestand?: string;
  /** The part of that file, with the rule where the part has named rules; or what else the reason comes from. */
  readonly onderdeel: string;
}

/** `productNietGeldig` becomes `product-niet-geldig`, as reasons name it. */
const alsRegel = (naam: string): string => naam.replaceAll(/[A-Z]/g, (hoofdletter) => `-${hoofdletter.toLowerCase()}`);

/** @param regel name of the reason */
export function herkomstVan(beleid: Beleid, gemeente: string, regel: string): Herkomst {
  const regio = beleid.voor(gemeente);
  if (regio === undefined) return { onderdeel: 'geen beleid' };
  const { bestand, inhoud } = regio;
  if (inhoud.voorwaarden?.some((voorwaarde) => voorwaarde.regel === regel) === true) return { bestand, onderdeel: `voorwaarden: ${regel}` };
  if (regel.startsWith('route-')) return { bestand, onderdeel: 'aanvraagroutes' };
  const eigen = Object.keys(inhoud.afhandeling ?? {}).find((naam) => alsRegel(naam) === regel);
  if (eigen !== undefined) return { bestand, onderdeel: `afhandeling: ${eigen}` };
  return isVasteControle(regel) ? { bestand, onderdeel: 'vaste controle' } : { onderdeel: 'vaste controle' };
}
