/** The pages of messages. */
import type { Kamer } from '../../kamer.js';
import { berichtPagina } from './bericht.js';
import { lijstPagina } from './lijst.js';

export function berichtenPaginas(kamer: Kamer): void {
  lijstPagina(kamer);
  berichtPagina(kamer);
}
