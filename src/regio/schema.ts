/** JSON Schema of a regional policy file: the product catalogue and the contracts. */
const datum = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const;
const productcode = { type: 'string', pattern: '\\S', minLength: 1, maxLength: 5 } as const;
const tarieven = {
  type: 'array',
  items: {
    type: 'object', required: ['vanaf', 'centen'], additionalProperties: false,
    properties: { vanaf: datum, totEnMet: datum, centen: { type: 'integer', minimum: 0, maximum: 99_999_999 } },
  },
} as const;

export const REGIO_SCHEMA = {
  type: 'object', required: ['regio', 'gemeenten'], additionalProperties: false,
  properties: {
    regio: { type: 'string', minLength: 1 },
    gemeenten: { type: 'array', minItems: 1, items: { type: 'string', pattern: '^[0-9]{4}$' } },
    producten: {
      type: 'array',
      items: {
        type: 'object', required: ['code', 'categorie'], additionalProperties: false,
        properties: {
          code: productcode, categorie: { type: 'string', pattern: '^(0[1-9]|1[0-8])$' },
          eenheid: { enum: ['01', '04', '14', '16', '82', '83', '84'] }, variant: { enum: ['inspanning', 'output', 'taak'] }, tarieven,
        },
      },
    },
    contracten: {
      type: 'array',
      items: {
        type: 'object', required: ['aanbieder', 'producten'], additionalProperties: false,
        properties: {
          aanbieder: { type: 'string', pattern: '^[0-9]{8}$' }, producten: { type: 'array', items: productcode },
          vanaf: datum, totEnMet: datum, tarieven: { type: 'object', additionalProperties: tarieven },
        },
      },
    },
  },
} as const;

interface Tarief { readonly vanaf: string; readonly totEnMet?: string; readonly centen: number }
export interface Product {
  readonly code: string; readonly categorie: string; readonly eenheid?: string; readonly variant?: 'inspanning' | 'output' | 'taak';
  readonly tarieven?: readonly Tarief[];
}
export interface Contract {
  readonly aanbieder: string; readonly producten: readonly string[]; readonly vanaf?: string; readonly totEnMet?: string;
  readonly tarieven?: Readonly<Record<string, readonly Tarief[]>>;
}
export interface Regio {
  readonly regio: string; readonly gemeenten: readonly string[]; readonly producten?: readonly Product[]; readonly contracten?: readonly Contract[];
}
