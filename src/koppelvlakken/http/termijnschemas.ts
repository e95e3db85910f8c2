/** JSON schemas of terms and the waiting list. */
import { HOOGSTENS_GETELD } from '../../gemeente/termijnenlijst.js';
import { TERMIJNSTATUSSEN } from '../../gemeente/termijnsoorten.js';
import { BANDEN } from '../../gemeente/wachtlijst.js';

const tekst = { type: 'string' } as const;
const datum = (description: string) => ({ ...tekst, description: `${description} (JJJJ-MM-DD)` });
const nummer = { type: 'integer' } as const;

export const TERMIJN = {
  type: 'object', required: ['soort', 'bron', 'partij', 'aanbieder', 'start', 'vervaldatum', 'status'],
  properties: {
    soort: { ...tekst, description: 'Naam van de termijn; bij bron `beleid` de naam in het beleidsbestand' },
    bron: { ...tekst, description: 'Code van de regel in de standaard, of `beleid`' },
    partij: { type: 'string', enum: ['gemeente', 'aanbieder'], description: 'Wie iets moet doen' },
    aanbieder: { ...tekst, description: 'De aanbieder om wiens berichten het gaat' },
    start: datum('Dag vanaf waar is geteld; telt zelf niet mee'),
    vervaldatum: datum('Laatste dag waarop het op tijd is'),
    geslotenOp: datum('Dag waarop het is gebeurd'),
    status: { type: 'string', enum: TERMIJNSTATUSSEN },
    berichtId: { type: 'string', format: 'uuid', description: 'Bericht dat de termijn opende' },
    toewijzingNummer: nummer, referentieAanbieder: tekst,
    verzoekId: { type: 'string', format: 'uuid', description: 'Het verzoek met deze referentie' },
    vooraankondigingId: { type: 'string', format: 'uuid' },
  },
} as const;

export const WACHTENDE = {
  type: 'object', required: ['toewijzingNummer', 'aanbieder', 'ingangsdatum', 'toewijzingsdatum', 'dagenGewacht'],
  properties: {
    toewijzingNummer: nummer, aanbieder: tekst,
    product: { type: 'object', required: ['categorie'], properties: { categorie: tekst, code: tekst },
      description: 'Ontbreekt bij een generieke toewijzing' },
    ingangsdatum: datum('Eerste dag van de toewijzing'),
    toewijzingsdatum: datum('Toewijzingsdatum van de eerste versie'),
    einddatum: datum('Laatste dag van de toewijzing'),
    dagenGewacht: {
      ...nummer, minimum: 0,
      description: 'Dagen sinds de laatste van Ingangsdatum en Toewijzingsdatum; 0 zolang die nog komt',
    },
  },
} as const;

/** Every list asks for its gemeente: a gemeente sees its own. */
export const PAGINA = {
  gemeente: { type: 'string', pattern: '^[0-9]{4}$', description: 'Gemeentecode van vier cijfers' },
  limiet: { type: 'integer', minimum: 1, maximum: 200, default: 50 }, cursor: { type: 'string', maxLength: 100 },
} as const;

export const lijst = (items: object) => ({
  type: 'object', required: ['items'],
  properties: {
    items: { type: 'array', items }, volgende: { ...tekst, description: 'Cursor van de volgende bladzijde' },
  },
});

const dag = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const;
export const TERMIJNVRAAG = {
  type: 'object', required: ['gemeente'], additionalProperties: false,
  properties: {
    ...PAGINA, status: { type: 'string', enum: TERMIJNSTATUSSEN, description: 'Zonder status: alle' },
    soort: { type: 'string', minLength: 1, maxLength: 100, description: 'Alleen deze soort; alleen samen met status open of verlopen' },
    partij: { type: 'string', enum: ['gemeente', 'aanbieder'], description: 'Alleen wat deze moet doen; alleen samen met status open of verlopen' },
    tot: { ...dag, description: 'Vervaldatum voor deze datum' },
  },
} as const;

/** Months that an overview has at most. */
const MAX_MAANDEN = 24;
export const TERMIJNOVERZICHTVRAAG = {
  type: 'object', required: ['gemeente', 'vanaf'], additionalProperties: false,
  properties: {
    gemeente: PAGINA.gemeente, vanaf: { type: 'string', pattern: '^\\d{4}-\\d{2}$', description: 'Eerste maand (JJJJ-MM)' },
    maanden: { type: 'integer', minimum: 1, maximum: MAX_MAANDEN, default: 12 },
  },
} as const;
export const TERMIJNOVERZICHT = {
  type: 'object', required: ['soorten', 'items'],
  properties: {
    soorten: { type: 'array', items: tekst, description: 'Soorten waarvan er nu een openstaat' },
    items: {
      type: 'array',
      items: {
        type: 'object', required: ['maand', 'status', 'aantal'],
        properties: {
          maand: { type: 'string', description: 'Maand van de vervaldatum (JJJJ-MM)' }, status: { type: 'string', enum: TERMIJNSTATUSSEN },
          aantal: { ...nummer, description: `Er wordt niet verder geteld dan ${HOOGSTENS_GETELD}` },
        },
      },
    },
  },
} as const;

export const WACHTOVERZICHTVRAAG = {
  type: 'object', required: ['gemeente'], additionalProperties: false,
  properties: { gemeente: PAGINA.gemeente, per: { type: 'string', enum: ['product', 'aanbieder'], default: 'product' } },
} as const;
export const WACHTOVERZICHT = {
  type: 'object', required: ['banden', 'items', 'meer'],
  properties: {
    banden: { type: 'array', items: nummer, description: `Dagen gewacht waar elke band begint: 0, ${BANDEN.join(', ')}` },
    items: {
      type: 'array',
      items: {
        type: 'object', required: ['aantallen'],
        properties: {
          aanbieder: tekst, product: WACHTENDE.properties.product, aantallen: { type: 'array', items: nummer, description: 'Aantal per band' } },
      },
    },
    meer: { type: 'boolean', description: 'Er wachten er meer; alleen de langst wachtende zijn geteld' },
  },
} as const;
