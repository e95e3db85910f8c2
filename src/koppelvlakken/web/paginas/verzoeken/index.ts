/** The pages of requests. */
import type { Kamer } from '../../kamer.js';
import { verzoekdetail } from './detail.js';
import { verzoekenlijst } from './lijst.js';

export function verzoekPaginas(kamer: Kamer): void {
  verzoekenlijst(kamer);
  verzoekdetail(kamer);
}
