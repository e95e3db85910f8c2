/** JSON schemas of requests and of what is decided on them. */
import { VERZOEKSTATUSSEN } from '../../gemeente/verzoeken.js';
import { basis } from '../../standaard/berichten/gegenereerd/index.js';
import { GEMEENTE, OMVANG, PRODUCT } from './toewijzingschemas.js';

const tekst = { type: 'string' } as const;
const tijdstip = { type: 'string', format: 'date-time' } as const;
const bericht = { type: 'object', properties: { id: { type: 'string', format: 'uuid' }, href: tekst } } as const;
const BESLUITEN = ['toewijzen', 'onderzoek', 'afwijzen'] as const;

const velden = {
  id: { type: 'string', format: 'uuid' }, referentieAanbieder: tekst, berichtsoort: { enum: ['WMO315', 'WMO317'] },
  aanbieder: tekst, status: { enum: VERZOEKSTATUSSEN },
  wachtOp: { type: 'array', items: tekst, description: 'Waarom een medewerker nodig is' },
  bericht, ontvangenOp: tijdstip, vervaldatum: { ...tekst, description: 'Laatste dag van de eerste lopende termijn van de gemeente' },
} as const;
const VERPLICHT = ['id', 'referentieAanbieder', 'berichtsoort', 'aanbieder', 'status', 'wachtOp', 'bericht'] as const;

export const VERZOEKREGEL = { type: 'object', required: VERPLICHT, properties: velden } as const;

const BEZWAREN = {
  type: 'array', description: 'Wat toewijzen in de weg staat; een medewerker kan het toch doen',
  items: { type: 'object', required: ['code', 'melding'], properties: { code: tekst, melding: tekst } },
} as const;

export const VERZOEK = {
  type: 'object', required: [...VERPLICHT, 'gemeente', 'dagtekening', 'client', 'wens', 'situatie', 'beleid', 'termijnen', 'besluiten'],
  properties: {
    ...velden, gemeente: GEMEENTE, dagtekening: tekst,
    client: {
      type: 'object', required: ['bsn', 'bekend'],
      properties: {
        bsn: { ...tekst, description: 'Alleen de laatste vier cijfers' },
        bekend: { type: 'boolean', description: 'Of de gemeente deze cliënt al eens toewees; zo niet, dan hoort `client` bij toewijzen' },
        gegevens: { type: 'object', additionalProperties: true, description: 'Wie het is volgens de WMO315, als de cliënt niet bekend is' },
      },
    },
    wens: { type: 'object', additionalProperties: true, description: 'Wat er wordt gevraagd: het AangevraagdProduct of het Verzoek uit het bericht' },
    situatie: {
      type: 'array', description: 'Toewijzingen van de cliënt, bij alle aanbieders van de gemeente',
      items: {
        type: 'object', required: ['toewijzingNummer', 'aanbieder', 'ingangsdatum', 'gestart', 'gestopt'],
        properties: {
          toewijzingNummer: { type: 'integer' }, aanbieder: tekst, product: PRODUCT, ingangsdatum: tekst, einddatum: tekst, omvang: OMVANG,
          budget: { type: 'integer' }, gestart: { type: 'boolean' }, gestopt: { type: 'boolean' }, stopdatum: tekst,
          gedeclareerdTotEnMet: { ...tekst, description: 'Laatste dag met goedgekeurde, niet gecrediteerde declaraties' },
        },
      },
    },
    beleid: {
      type: 'object', required: ['uitkomst', 'redenen', 'bezwaren', 'vervangt'],
      properties: {
        bestand: { ...tekst, description: 'Beleidsbestand van de gemeente; ontbreekt als er geen is' },
        uitkomst: { enum: ['toewijzen', 'wachten', 'onderzoek', 'afwijzen'] }, redenAfwijzing: tekst,
        redenen: {
          type: 'array', items: {
            type: 'object', required: ['regel', 'melding', 'uitkomst', 'onderdeel'],
            properties: { regel: tekst, melding: tekst, uitkomst: tekst, redenAfwijzing: tekst, bestand: tekst, onderdeel: tekst },
          },
        },
        bezwaren: BEZWAREN,
        vervangt: { type: 'array', items: { type: 'integer' }, description: 'Toewijzingen die bij toewijzen de dag ervoor eindigen' },
      },
    },
    termijnen: { type: 'array', items: { type: 'object', properties: { soort: tekst, bron: tekst, vervaldatum: tekst } } },
    besluiten: {
      type: 'array', description: 'Het laatste geldt',
      items: {
        type: 'object', required: ['besluit', 'door', 'op', 'bericht'],
        properties: { besluit: { enum: BESLUITEN }, redenAfwijzing: tekst, door: tekst, op: tijdstip, berichtsoort: tekst, bericht },
      },
    },
  },
} as const;

export const BESLUIT = {
  type: 'object', required: ['besluit'], additionalProperties: false,
  properties: {
    besluit: { enum: BESLUITEN },
    redenAfwijzing: { enum: basis.LDT_RedenAfwijzingVerzoek.waarden, description: 'Verplicht bij afwijzen (WJ759)' },
    ingangsdatum: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$',
      description: 'Schuift wat in het verleden had moeten ingaan naar deze datum (IV093)' },
    client: { type: 'object', additionalProperties: true, description: 'Nodig bij toewijzen als de client nog niet bekend is bij de aanbieder' },
    ondanks: { type: 'array', maxItems: 200, items: { type: 'string', maxLength: 100 },
      description: 'Codes van de bezwaren die u kent. Met dit veld wordt toewijzen geweigerd zolang er een bezwaar is dat u niet noemt' },
  },
} as const;

export const VOORBEELD = {
  type: 'object', required: ['berichtsoort', 'bericht', 'xml', 'bezwaren'],
  properties: {
    berichtsoort: { enum: ['WMO301', 'WMO319'] },
    bericht: { type: 'object', additionalProperties: true, description: 'Het bericht als elementen, zonder Header en Bsn' },
    xml: { ...tekst, description: 'Het bericht zoals het zou worden verstuurd, op de Identificatie en nieuwe nummers na' },
    bezwaren: BEZWAREN,
  },
} as const;
