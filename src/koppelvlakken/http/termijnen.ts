/**
 * /v1/termijnen and /v1/wachtlijst: what has to be done when, and who waits for care (api.md). No bsn goes in or out.
 */
import type { FastifyInstance } from 'fastify';
import { leesCursor, lijstTermijnen, schrijfCursor } from '../../gemeente/termijnenlijst.js';
import { TERMIJNSTATUSSEN, type Termijnstatus } from '../../gemeente/termijnsoorten.js';
import { leesWachtcursor, schrijfWachtcursor, wachtlijst } from '../../gemeente/wachtlijst.js';
import { eisGemeente } from './aanmelding/partijen.js';
import type { Gateway } from './gateway.js';
import { Probleem } from './problemen.js';
import { PROBLEEM } from './schemas.js';

const tekst = { type: 'string' } as const;
const datum = (description: string) => ({ ...tekst, description: `${description} (JJJJ-MM-DD)` });
const nummer = { type: 'integer' } as const;

const TERMIJN = {
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
    toewijzingNummer: nummer, referentieAanbieder: tekst, vooraankondigingId: { type: 'string', format: 'uuid' },
  },
} as const;

const WACHTENDE = {
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
const PAGINA = {
  gemeente: { type: 'string', pattern: '^[0-9]{4}$', description: 'Gemeentecode van vier cijfers' },
  limiet: { type: 'integer', minimum: 1, maximum: 200, default: 50 }, cursor: { type: 'string', maxLength: 100 },
} as const;

const lijst = (items: object) => ({
  type: 'object', required: ['items'],
  properties: {
    items: { type: 'array', items }, volgende: { ...tekst, description: 'Cursor van de volgende bladzijde' },
  },
});

interface Vraag { gemeente: string; status?: Termijnstatus; limiet: number; cursor?: string }

/** @throws Probleem when the text is no cursor of this list */
function cursorUit<T>(cursor: string | undefined, lees: (tekst: string) => T | undefined): T | undefined {
  if (cursor === undefined) return undefined;
  const plaats = lees(cursor);
  if (plaats === undefined) {
    throw new Probleem('ongeldige-aanvraag', 'De cursor is ongeldig; gebruik `volgende` uit het vorige antwoord.');
  }
  return plaats;
}

export function termijnRoutes(app: FastifyInstance, { pool, ontvanger: { klok } }: Gateway): void {
  app.get('/v1/termijnen', {
    config: { toegang: ['gemeente'] },
    schema: {
      summary: 'Termijnen van een gemeente, oudste vervaldatum eerst', tags: ['gemeente'],
      querystring: {
        type: 'object', required: ['gemeente'], additionalProperties: false,
        properties: {
          ...PAGINA, status: { type: 'string', enum: TERMIJNSTATUSSEN, description: 'Zonder status: alle' },
        },
      },
      response: { 200: lijst(TERMIJN), '4xx': PROBLEEM },
    },
  }, async (request) => {
    const { gemeente, status, limiet, cursor } = request.query as Vraag;
    eisGemeente(request.aanvrager, gemeente);
    const na = cursorUit(cursor, leesCursor);
    const { items, volgende } = await lijstTermijnen(pool, gemeente, status, klok.vandaag(), limiet, na);
    return { items, ...(volgende === undefined ? {} : { volgende: schrijfCursor(volgende) }) };
  });

  app.get('/v1/wachtlijst', {
    config: { toegang: ['gemeente'] },
    schema: {
      summary: 'Toegewezen en niet gestart, langst wachtend eerst', tags: ['gemeente'],
      querystring: { type: 'object', required: ['gemeente'], additionalProperties: false, properties: PAGINA },
      response: { 200: lijst(WACHTENDE), '4xx': PROBLEEM },
    },
  }, async (request) => {
    const { gemeente, limiet, cursor } = request.query as Vraag;
    eisGemeente(request.aanvrager, gemeente);
    const na = cursorUit(cursor, leesWachtcursor);
    const { items, volgende } = await wachtlijst(pool, gemeente, klok.vandaag(), limiet, na);
    return { items, ...(volgende === undefined ? {} : { volgende: schrijfWachtcursor(volgende) }) };
  });
}
