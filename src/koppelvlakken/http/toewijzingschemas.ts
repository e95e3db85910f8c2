/** JSON schemas of allocating and looking up. Code lists come from the generated structure tables. */
import { basis } from '../../standaard/berichten/gegenereerd/index.js';

const tekst = { type: 'string' } as const;
const datum = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const;
export const GEMEENTE = { type: 'string', pattern: '^[0-9]{4}$' } as const;
export const AANBIEDER = { type: 'string', pattern: '^[0-9]{8}$' } as const;
export const BSN = { type: 'string', pattern: '^[0-9]{9}$' } as const;
export const TOEWIJZINGNUMMER = { type: 'integer', minimum: 0, maximum: 999_999_999 } as const;
const bedrag = { type: 'integer', minimum: 0, maximum: 99_999_999, description: 'Hele eurocenten' } as const;

export const PRODUCT = {
  type: 'object', required: ['categorie'], additionalProperties: false,
  properties: { categorie: { enum: basis.LDT_ProductCategorie.waarden }, code: { type: 'string', minLength: 1, maxLength: 5 } },
} as const;
export const OMVANG = {
  type: 'object', required: ['volume', 'eenheid', 'frequentie'], additionalProperties: false,
  properties: {
    volume: { type: 'integer', minimum: 0, maximum: 99_999_999 }, eenheid: { enum: basis.LDT_Eenheid.waarden },
    frequentie: { enum: basis.LDT_Frequentie.waarden },
  },
} as const;

const nieuw = {
  type: 'object', required: ['actie', 'ingangsdatum'], additionalProperties: false,
  properties: {
    actie: { const: 'nieuw' }, product: PRODUCT, ingangsdatum: datum, einddatum: datum, omvang: OMVANG, budget: bedrag,
    commentaar: { type: 'string', minLength: 1, maxLength: 2000 },
  },
} as const;
const wijziging = {
  type: 'object', required: ['actie', 'toewijzingNummer'], additionalProperties: false,
  properties: {
    actie: { enum: ['wijzigen', 'verlengen', 'inkorten', 'intrekken'] }, toewijzingNummer: TOEWIJZINGNUMMER, ingangsdatum: datum,
    einddatum: { ...datum, type: ['string', 'null'] }, omvang: OMVANG, budget: bedrag, redenWijziging: { enum: basis.LDT_RedenWijziging.waarden },
  },
} as const;
const verwijdering = {
  type: 'object', required: ['actie', 'toewijzingNummer'], additionalProperties: false,
  properties: { actie: { const: 'verwijderen' }, toewijzingNummer: TOEWIJZINGNUMMER },
} as const;

export const OPDRACHT = {
  type: 'object', required: ['gemeente', 'aanbieder', 'producten'], additionalProperties: false,
  anyOf: [{ required: ['bsn'] }, { required: ['clientVan'] }],
  properties: {
    gemeente: GEMEENTE, aanbieder: AANBIEDER, bsn: BSN,
    clientVan: { ...TOEWIJZINGNUMMER, description: 'In plaats van bsn: de client die deze toewijzing van deze aanbieder heeft' },
    client: { type: 'object', description: 'De klasse Client van de WMO301 zonder Bsn en ToegewezenProducten', additionalProperties: true },
    producten: { type: 'array', minItems: 1, maxItems: 200, items: { oneOf: [nieuw, wijziging, verwijdering] } },
  },
} as const;

export const ZOEKVRAAG = {
  type: 'object', required: ['gemeente'], additionalProperties: false, minProperties: 2,
  properties: { gemeente: GEMEENTE, bsn: BSN, aanbieder: AANBIEDER, toewijzingNummer: TOEWIJZINGNUMMER,
    clientVan: { ...TOEWIJZINGNUMMER, description: 'Alle toewijzingen van de client die deze toewijzing heeft' } },
} as const;

export const CLIENT = {
  type: 'object', required: ['bsnGemaskeerd'], description: 'Van wie alle items zijn, als de vraag over één client gaat',
  properties: { bsnGemaskeerd: { ...tekst, description: 'De laatste vier cijfers' } },
} as const;

/** What an order would send, without who it is about. */
export const VOORBEELD = {
  type: 'object', required: ['berichtsoort', 'producten', 'geraakt'],
  properties: {
    berichtsoort: tekst, geraakt: { type: 'array', items: TOEWIJZINGNUMMER, description: 'Welke toewijzingen nieuw of gewijzigd zijn' },
    producten: { type: 'array', description: 'ToegewezenProducten zoals in de WMO301', items: { type: 'object', additionalProperties: true } },
  },
} as const;

export const TOEWIJZING = {
  type: 'object', additionalProperties: true, required: ['toewijzingNummer'],
  properties: {
    toewijzingNummer: TOEWIJZINGNUMMER, aanbieder: tekst, product: PRODUCT, ingangsdatum: tekst, einddatum: tekst, omvang: OMVANG, budget: bedrag,
    gedeclareerd: { type: 'object', properties: { volume: { type: 'number' }, bedrag: { type: 'integer' } } },
    maximum: { type: 'object', properties: { volume: { type: 'number' }, bedrag: { type: 'integer' } } },
    resterend: { type: 'object', properties: { volume: { type: 'number' }, bedrag: { type: 'integer' } } },
  },
} as const;
