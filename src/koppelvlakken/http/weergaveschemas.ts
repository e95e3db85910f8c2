/** Schemas of how a message is followed and read. */
import { ALLE_BERICHTSOORTEN } from '../../standaard/berichten/berichtsoorten.js';
import { VERLOOPSTAPPEN } from '../../verwerking/verloop.js';

const tekst = { type: 'string' } as const;
const tijdstip = { type: 'string', format: 'date-time' } as const;

export const VERLOOP = {
  type: 'object', required: ['items'],
  properties: {
    items: {
      type: 'array', description: 'Oudste eerst',
      items: {
        type: 'object', required: ['stap'],
        properties: {
          stap: { type: 'string', enum: VERLOOPSTAPPEN }, op: tijdstip, partij: { ...tekst, description: 'Door wie, of voor wie' },
          bericht: {
            type: 'object', required: ['id', 'berichtsoort'],
            properties: { id: { type: 'string', format: 'uuid' }, berichtsoort: { type: 'string', enum: ALLE_BERICHTSOORTEN } },
          },
          pogingen: { type: 'integer' }, volgendeOp: { ...tijdstip, description: 'Wanneer het opnieuw wordt geprobeerd' },
          laatsteFout: { ...tekst, description: 'Soort fout van de laatste bezorging, alleen voor wie haar aangaat' },
        },
      },
    },
  },
} as const;

const regels = {
  type: 'array',
  items: {
    type: 'object', required: ['soort', 'diepte'],
    properties: {
      soort: { type: 'string', enum: ['open', 'sluit', 'waarde', 'weggelaten'] }, diepte: { type: 'integer' }, naam: tekst,
      waarde: { ...tekst, description: 'Ontbreekt of is ingekort bij een persoonsgegeven' }, type: { ...tekst, description: 'Type in het schema' },
      afgeschermd: { type: 'boolean' }, aantal: { type: 'integer', description: 'Hoeveel elementen naast elkaar zijn weggelaten' },
      regel: { type: 'integer', description: 'Regel in het bericht zoals het is verstuurd' },
      raak: { type: 'boolean', description: 'Waar de bevinding over gaat, of het dichtst daarbij' },
    },
  },
} as const;

export const WEERGAVE = {
  type: 'object', required: ['begin', 'plaatsen'],
  properties: {
    begin: { ...regels, description: 'Het begin van het bericht' },
    plaatsen: { type: 'array', items: { type: 'object', required: ['pad', 'regels'], properties: { pad: tekst, regels } } },
    volgende: { type: 'integer', description: '`vanaf` voor de plaatsen hierna' },
  },
} as const;

const vanaf = { type: 'integer', minimum: 0, maximum: 10_000_000, description: 'Hoeveel plaatsen met bevindingen over te slaan' } as const;
const limiet = { type: 'integer', minimum: 1, maximum: 10 } as const;

export const VRAAG = {
  type: 'object', additionalProperties: false, properties: { vanaf: { ...vanaf, default: 0 }, limiet: { ...limiet, default: 10 } },
} as const;

/** Why somebody wants to see personal data, as the audit trail has it. */
export const REDENEN = {
  'fout-onderzoeken': 'fout onderzoeken', 'vraag-van-client': 'vraag van de cliënt',
  'gegevens-vergelijken': 'gegevens vergelijken met eigen administratie',
  anders: 'andere reden',
} as const;

export interface Inzagevraag {
  readonly reden: keyof typeof REDENEN; readonly toelichting?: string; readonly vanaf?: number; readonly limiet?: number;
}

export const INZAGE = {
  type: 'object', required: ['reden'], additionalProperties: false,
  properties: {
    reden: { type: 'string', enum: Object.keys(REDENEN) },
    toelichting: { type: 'string', maxLength: 200, description: 'Zonder gegevens van personen' }, vanaf, limiet,
  },
  if: { properties: { reden: { const: 'anders' } } },
  then: { required: ['toelichting'], properties: { toelichting: { type: 'string', minLength: 5 } } },
} as const;
