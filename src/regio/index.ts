/** Regional policy: policy files as data, and one evaluator for all regions. */
export { geldtOp, LEEG_BELEID, type Beleid, type Regiobeleid } from './beleid.js';
export type {
  Anders, Beleidsbestand, Gebeurtenis, Partij, Product, RedenAfwijzing, Route, Termijn, Uitkomst, Voorwaarde,
} from './beleidsbestand.js';
export { beoordeelAanvraag, controleerToewijzing, isVasteControle, STANDAARD_AFHANDELING, type Toewijzer } from './beoordelen.js';
export type { Aanvraag, Besluit, Clienttoewijzing, Omvang, Reden, Situatie, Wens } from './besluit.js';
export { betaalbaarheid, type AndereRegel, type Betaalbaarheid, type Betaalfeiten, type Betaalreden, type Betaalregel } from './betaling.js';
export { openBeleidsbron, type Beleidsbron, type Herlading } from './bron.js';
export { contractenVan, laadContracten, tariefVan, type Contracten } from './contracten.js';
export { herkomstVan, type Herkomst } from './herkomst.js';
export { RegioFout, toonFout, type Beleidsfout } from './fouten.js';
export { laadBeleid, leesBeleidsteksten, leesMap, type Beleidstekst } from './laden.js';
export { lichtsteProduct, schaalrichting, type Richting } from './schalen.js';
export { signalen, type Productiecijfer, type Signaalmelding } from './signalen.js';
export { termijnenVoor } from './termijnen.js';
