import type { basis } from '../../berichten/gegenereerd/index.js';

/** The types of Verwijzer that go by a ZorgverlenerCode, or else by a Naam (CD066, CD067, CD068). */
export function kentZorgverlenerCode(type: basis.LDT_TypeVerwijzer): boolean {
  return type === '02' || type === '03' || type === '04' || type === '05';
}
