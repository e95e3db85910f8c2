/**
 * /v1/termijnen and /v1/wachtlijst: what has to be done when, and who waits for care (api.md). No bsn goes in or out.
 */
import type { FastifyInstance } from 'fastify';
import {
  isTeFilteren, leesCursor, lijstTermijnen, openSoorten, openTermijnen, schrijfCursor, telTermijnen, type Termijn, type Termijnfilter,
} from '../../gemeente/termijnenlijst.js';
import type { Termijnstatus } from '../../gemeente/termijnsoorten.js';
import {
  BANDEN, leesWachtcursor, openWachtlijst, schrijfWachtcursor, telWachtenden, wachtlijst, type Wachtende,
} from '../../gemeente/wachtlijst.js';
import { isDatum } from '../../standaard/datum.js';
import { eisGemeente } from './aanmelding/partijen.js';
import { CSV, csvVan, jsonOfCsv, wilCsv, type Csvkolom } from './csv.js';
import type { Gateway } from './gateway.js';
import { Probleem } from './problemen.js';
import { PROBLEEM } from './schemas.js';
import { stroomVan } from './stroom.js';
import {
  lijst, PAGINA, TERMIJN, TERMIJNOVERZICHT, TERMIJNOVERZICHTVRAAG, TERMIJNVRAAG, WACHTENDE, WACHTOVERZICHT, WACHTOVERZICHTVRAAG,
} from './termijnschemas.js';

interface Vraag extends Termijnfilter { gemeente: string; status?: Termijnstatus; limiet: number; cursor?: string }

const TERMIJNKOLOMMEN: readonly Csvkolom<Termijn>[] = [
  { naam: 'vervaldatum', waarde: ({ vervaldatum }) => vervaldatum }, { naam: 'status', waarde: ({ status }) => status },
  { naam: 'soort', waarde: ({ soort }) => soort }, { naam: 'bron', waarde: ({ bron }) => bron }, { naam: 'partij', waarde: ({ partij }) => partij },
  { naam: 'aanbieder', waarde: ({ aanbieder }) => aanbieder }, { naam: 'start', waarde: ({ start }) => start },
  { naam: 'geslotenOp', waarde: ({ geslotenOp }) => geslotenOp }, { naam: 'toewijzingNummer', waarde: ({ toewijzingNummer }) => toewijzingNummer },
  { naam: 'referentieAanbieder', waarde: ({ referentieAanbieder }) => referentieAanbieder },
  { naam: 'berichtId', waarde: ({ berichtId }) => berichtId },
];
const WACHTKOLOMMEN: readonly Csvkolom<Wachtende>[] = [
  { naam: 'toewijzingNummer', waarde: ({ toewijzingNummer }) => toewijzingNummer }, { naam: 'aanbieder', waarde: ({ aanbieder }) => aanbieder },
  { naam: 'productcategorie', waarde: ({ product }) => product?.categorie }, { naam: 'productcode', waarde: ({ product }) => product?.code },
  { naam: 'ingangsdatum', waarde: ({ ingangsdatum }) => ingangsdatum },
  { naam: 'toewijzingsdatum', waarde: ({ toewijzingsdatum }) => toewijzingsdatum },
  { naam: 'einddatum', waarde: ({ einddatum }) => einddatum }, { naam: 'dagenGewacht', waarde: ({ dagenGewacht }) => dagenGewacht },
];

/** @throws Probleem for a day that does not exist, or a filter without the status that it goes with */
function filterUit({ status, soort, partij, tot }: Vraag): Termijnfilter {
  if (tot !== undefined && !isDatum(tot)) throw new Probleem('ongeldige-aanvraag', 'De parameter tot is geen bestaande datum (JJJJ-MM-DD).');
  if ((soort !== undefined || partij !== undefined) && !isTeFilteren(status)) {
    throw new Probleem('ongeldige-aanvraag', 'Op soort en partij filtert u alleen samen met status open of verlopen.');
  }
  return { soort, partij, tot };
}

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
      querystring: TERMIJNVRAAG, response: { 200: jsonOfCsv('Een bladzijde, of als CSV de hele lijst', lijst(TERMIJN)), '4xx': PROBLEEM },
    },
  }, async (request, reply) => {
    const vraag = request.query as Vraag;
    const { gemeente, status, limiet, cursor } = vraag;
    eisGemeente(request.aanvrager, gemeente);
    const filter = filterUit(vraag);
    void reply.header('Vary', 'Accept');
    if (wilCsv(request.headers.accept)) {
      const open = () => openTermijnen(pool, gemeente, status, klok.vandaag(), filter);
      return reply.type(CSV).send(await stroomVan(pool, open, csvVan(TERMIJNKOLOMMEN)));
    }
    const na = cursorUit(cursor, leesCursor);
    const { items, volgende } = await lijstTermijnen(pool, gemeente, status, klok.vandaag(), limiet, na, filter);
    return { items, ...(volgende === undefined ? {} : { volgende: schrijfCursor(volgende) }) };
  });

  app.get('/v1/termijnen/overzicht', {
    config: { toegang: ['gemeente'] },
    schema: {
      summary: 'Hoeveel termijnen er vervallen per maand en status', tags: ['gemeente'], querystring: TERMIJNOVERZICHTVRAAG,
      response: { 200: TERMIJNOVERZICHT, '4xx': PROBLEEM },
    },
  }, async (request) => {
    const { gemeente, vanaf, maanden } = request.query as { gemeente: string; vanaf: string; maanden: number };
    eisGemeente(request.aanvrager, gemeente);
    const eerste = `${vanaf}-01`;
    if (!isDatum(eerste)) throw new Probleem('ongeldige-aanvraag', 'De parameter vanaf is geen bestaande maand (JJJJ-MM).');
    return { soorten: await openSoorten(pool, gemeente), items: await telTermijnen(pool, gemeente, klok.vandaag(), eerste, maanden) };
  });

  app.get('/v1/wachtlijst', {
    config: { toegang: ['gemeente'] },
    schema: {
      summary: 'Toegewezen en niet gestart, langst wachtend eerst', tags: ['gemeente'],
      querystring: { type: 'object', required: ['gemeente'], additionalProperties: false, properties: PAGINA },
      response: { 200: jsonOfCsv('Een bladzijde, of als CSV de hele lijst', lijst(WACHTENDE)), '4xx': PROBLEEM },
    },
  }, async (request, reply) => {
    const { gemeente, limiet, cursor } = request.query as Vraag;
    eisGemeente(request.aanvrager, gemeente);
    void reply.header('Vary', 'Accept');
    if (wilCsv(request.headers.accept)) {
      return reply.type(CSV).send(await stroomVan(pool, () => openWachtlijst(pool, gemeente, klok.vandaag()), csvVan(WACHTKOLOMMEN)));
    }
    const na = cursorUit(cursor, leesWachtcursor);
    const { items, volgende } = await wachtlijst(pool, gemeente, klok.vandaag(), limiet, na);
    return { items, ...(volgende === undefined ? {} : { volgende: schrijfWachtcursor(volgende) }) };
  });

  app.get('/v1/wachtlijst/overzicht', {
    config: { toegang: ['gemeente'] },
    schema: {
      summary: 'Hoeveel er wachten, naar dagen gewacht en product of aanbieder', tags: ['gemeente'], querystring: WACHTOVERZICHTVRAAG,
      response: { 200: WACHTOVERZICHT, '4xx': PROBLEEM },
    },
  }, async (request) => {
    const { gemeente, per } = request.query as { gemeente: string; per: 'product' | 'aanbieder' };
    eisGemeente(request.aanvrager, gemeente);
    return { banden: [0, ...BANDEN], ...await telWachtenden(pool, gemeente, klok.vandaag(), per) };
  });
}
