/** The pages of notices of structural change. */
import type { Kamer } from '../../kamer.js';
import { aankondigingdetail } from './detail.js';
import { aankondigingenlijst } from './lijst.js';
import { nieuweAankondiging } from './nieuw.js';

export function vooraankondigingPaginas(kamer: Kamer): void {
  aankondigingenlijst(kamer);
  nieuweAankondiging(kamer);
  aankondigingdetail(kamer);
}
