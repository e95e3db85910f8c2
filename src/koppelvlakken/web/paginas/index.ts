/** All pages. A page knows the API and nothing of what is behind it. */
import type { Kamer } from '../kamer.js';
import { aanleverPaginas } from './aanleveren.js';
import { berichtenPaginas } from './berichten/index.js';
import { bezorgPaginas } from './bezorgingen.js';
import { productiePaginas } from './productie/index.js';
import { termijnPaginas } from './termijnen.js';
import { toewijzingPaginas } from './toewijzingen/index.js';
import { verzoekPaginas } from './verzoeken/index.js';
import { vooraankondigingPaginas } from './vooraankondigingen/index.js';
import { wachtlijstPaginas } from './wachtlijst.js';
import { werkvoorraadPaginas } from './werkvoorraad/index.js';

export const PAGINAS: readonly ((kamer: Kamer) => void)[] = [
  werkvoorraadPaginas, termijnPaginas, wachtlijstPaginas, productiePaginas, toewijzingPaginas, verzoekPaginas, vooraankondigingPaginas, bezorgPaginas,
  aanleverPaginas, berichtenPaginas,
];
