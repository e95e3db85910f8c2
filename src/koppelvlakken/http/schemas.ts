/** JSON schemas of what goes in and out over HTTP; the OpenAPI document is made from them. */
import { ALLE_BERICHTSOORTEN } from '../../standaard/berichten/berichtsoorten.js';
import { BERICHTSTATUSSEN } from '../../verwerking/bericht.js';
import { PROBLEMEN } from './problemen.js';

const tekst = { type: 'string' } as const;
const tijdstip = { type: 'string', format: 'date-time' } as const;

const bevinding = {
  $id: 'Bevinding', type: 'object', required: ['regel', 'niveau', 'klasse', 'pad', 'melding'],
  properties: {
    regel: { ...tekst, description: 'Code van de regel in de standaard' },
    retourcode: { ...tekst, description: 'Code die in het antwoord staat; ontbreekt bij regels zonder code' },
    niveau: { type: 'integer', minimum: 1, maximum: 4 },
    klasse: { ...tekst, description: 'Berichtklasse' },
    pad: { ...tekst, description: 'Elementpad met volgnummers bij herhalende elementen' },
    melding: { ...tekst, description: 'Wat er mis is en wat te doen; nooit een waarde uit het bericht' },
  },
} as const;

const bericht = {
  $id: 'Bericht', type: 'object',
  required: ['id', 'standaard', 'release', 'berichtsoort', 'identificatie', 'dagtekening', 'afzender', 'ontvanger', 'richting',
    'ontvangenOp', 'status', 'bevindingen'],
  properties: {
    id: { type: 'string', format: 'uuid' }, standaard: { const: 'iwmo' }, release: { const: '3.2' },
    berichtsoort: { type: 'string', enum: ALLE_BERICHTSOORTEN }, identificatie: tekst,
    dagtekening: { ...tekst, description: 'Datum, JJJJ-MM-DD' }, afzender: tekst, ontvanger: tekst,
    richting: { type: 'string', enum: ['inkomend', 'uitgaand'] }, ontvangenOp: tijdstip, beoordeeldOp: tijdstip,
    status: { type: 'string', enum: BERICHTSTATUSSEN,
      description: '`mislukt` is geen uitslag: de beoordeling wordt opnieuw geprobeerd. `klaargezet` hebben antwoorden. `doorgestuurd`: de '
        + 'ontvanger beoordeelt met eigen software en heeft nog niet geantwoord.' },
    terzijdeOp: { ...tijdstip, description: 'Na de laatste poging terzijde gelegd: wordt niet meer vanzelf beoordeeld' },
    bevindingen: { type: 'array', items: { $ref: 'Bevinding#' } },
    antwoord: {
      type: 'object', required: ['id', 'berichtsoort', 'href'],
      properties: { id: { type: 'string', format: 'uuid' }, berichtsoort: { type: 'string', enum: ALLE_BERICHTSOORTEN }, href: tekst },
    },
  },
} as const;

const probleem = {
  $id: 'Probleem', type: 'object', required: ['type', 'title', 'status', 'code', 'detail'], additionalProperties: true,
  properties: {
    type: tekst, title: tekst, status: { type: 'integer' }, code: { type: 'string', enum: Object.keys(PROBLEMEN) }, detail: tekst,
    foutcode: { ...tekst, description: 'Foutcode van de keten, waar die bestaat' },
    fouten: {
      type: 'array', maxItems: 100,
      items: {
        type: 'object', required: ['melding'], additionalProperties: true,
        properties: {
          regel: { type: ['integer', 'string'], description: 'Regel in het bericht, of de code van de regel of het beleid' },
          kolom: { type: 'integer' }, pad: tekst, melding: tekst,
        },
      },
    },
  },
} as const;

const validatie = {
  $id: 'Validatie', type: 'object', required: ['geldig', 'bevindingen'],
  properties: {
    geldig: { type: 'boolean' }, berichtsoort: { type: 'string', enum: ALLE_BERICHTSOORTEN },
    bevindingen: {
      type: 'array',
      items: {
        type: 'object', required: ['regel', 'niveau', 'melding', 'plaats'],
        properties: {
          ...bevinding.properties,
          regel: { ...tekst, description: 'Code van de regel; op niveau 1 de soort fout, zoals de code van het probleem bij aanleveren' },
          plaats: { type: 'object', required: ['regel'], properties: { regel: { type: 'integer' }, kolom: { type: 'integer' } } },
        },
      },
    },
  },
} as const;

export const GEDEELD = [bevinding, bericht, probleem, validatie];

export const VALIDATIE = { $ref: 'Validatie#' } as const;
export const BERICHT = { $ref: 'Bericht#' } as const;
export const PROBLEEM = { description: 'Probleem (RFC 9457)', content: { 'application/problem+json': { schema: { $ref: 'Probleem#' } } } } as const;
export const XML = { description: 'Bericht als XML', content: { 'application/xml': { schema: { type: 'string' } } } } as const;

export const ID = { type: 'object', required: ['id'], properties: { id: { type: 'string', format: 'uuid' } } } as const;
export const PREFER = {
  type: 'object',
  properties: { prefer: { type: 'string', description: '`wait=N`: wacht ten hoogste N seconden (maximaal 30) op de beoordeling' } },
} as const;
export const LIJSTFILTER = {
  type: 'object', additionalProperties: false,
  properties: {
    berichtsoort: { type: 'string', enum: ALLE_BERICHTSOORTEN }, status: { type: 'string', enum: BERICHTSTATUSSEN },
    richting: { type: 'string', enum: ['inkomend', 'uitgaand'] },
    afzender: { type: 'string', pattern: '^([0-9]{4}|[0-9]{8})$' }, ontvanger: { type: 'string', pattern: '^([0-9]{4}|[0-9]{8})$' },
    partij: { type: 'string', pattern: '^([0-9]{4}|[0-9]{8})$', description: 'Alleen wat deze partij verstuurde of ontving' },
    retourcode: { type: 'string', pattern: '^[0-9]{4}$', description: 'Alleen berichten met een bevinding met deze code' },
    identificatie: { type: 'string', minLength: 1, maxLength: 12, description: 'De Identificatie in de Header, precies zo' },
    terzijde: { type: 'boolean', description: 'Alleen wat terzijde is gelegd; met de scope beheer van alle partijen' },
    vanaf: { type: 'string', description: 'Ontvangen op of na dit tijdstip of deze datum', maxLength: 40 },
    tot: { type: 'string', description: 'Ontvangen voor dit tijdstip of deze datum', maxLength: 40 },
    limiet: { type: 'integer', minimum: 1, maximum: 200, default: 50 }, cursor: { type: 'string', maxLength: 100 },
  },
} as const;
