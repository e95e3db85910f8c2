/** What level 2 finds in messages that can reach it. */
import type { Berichten } from '../../src/standaard/berichten/gegenereerd/index.js';
import type { Berichtsoort } from '../../src/standaard/berichten/berichtsoorten.js';
import { niveau2Van, type Gevonden } from './bevindingen.js';
import { isSchemaGeldig } from './schema.js';

export type { Gevonden };

/**
 * All findings of level 2 in the whole message, in the order of its rule list.
 * @throws Error when the message would not even pass level 1, because then level 2 never sees it
 */
export function gevonden<B extends Berichtsoort>(soort: B, bericht: Berichten[B]): Gevonden[] {
  if (!isSchemaGeldig(soort, bericht)) throw new Error(`Het voorbeeld van een ${soort} voldoet niet aan het schema`);
  return niveau2Van(soort, bericht);
}
