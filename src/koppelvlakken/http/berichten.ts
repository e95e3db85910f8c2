/** /v1/berichten: messages in, and looking them up (api.md). */
import { Temporal } from 'temporal-polyfill';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Bericht } from '../../verwerking/bericht.js';
import { partijenlijst, type Aanvrager } from '../../platform/aanvrager.js';
import { isBeoordeeld } from '../../verwerking/bericht.js';
import { lijstBerichten, type Berichtfilter } from '../../verwerking/berichtenlijst.js';
import { eigenBericht, zichtbaarBericht } from '../../verwerking/inzien.js';
import { haalInhoud } from '../../verwerking/opslag.js';
import { ontvang, type Ontvangst } from '../../verwerking/ontvangen.js';
import { geenToegang } from './aanmelding/toegang.js';
import type { Gateway } from './gateway.js';
import { leesLichamen } from './lichaam.js';
import { Probleem } from './problemen.js';
import { BERICHT, ID, LIJSTFILTER, PREFER, PROBLEEM, XML } from './schemas.js';
import { gewensteWacht } from './wachten.js';
import { alsCursor, leesCursor, toonBericht } from './weergave.js';

const NIET_GEVONDEN = 'Er is geen bericht met dit id. Controleer het id.';
const MAX_SLEUTEL = 255;

type Metprefer = FastifyRequest<{ Params: { id: string } }>;

export function berichtRoutes(app: FastifyInstance, gateway: Gateway): void {
  app.removeAllContentTypeParsers();
  leesLichamen(app);
  const { pool, wachtkamer } = gateway;

  /** The message, after holding on for its assessment when the client prefers that. Somebody else's is not there. */
  const metWacht = async (
    id: string, { headers: { prefer }, aanvrager }: FastifyRequest, reply: FastifyReply, zoek: typeof zichtbaarBericht = eigenBericht,
  ): Promise<Bericht> => {
    let bericht = await zoek(pool, id, aanvrager);
    if (bericht === undefined) throw new Probleem('niet-gevonden', NIET_GEVONDEN);
    const seconden = gewensteWacht(prefer);
    if (seconden > 0) {
      if (!isBeoordeeld(bericht.status) && await wachtkamer.wacht(id, seconden)) bericht = await zoek(pool, id, aanvrager) ?? bericht;
      if (isBeoordeeld(bericht.status)) void reply.header('Preference-Applied', `wait=${seconden}`);
    }
    return bericht;
  };

  app.post('/v1/berichten', {
    config: { toegang: ['aanleveren'], audit: 'zelf' },
    schema: {
      summary: 'Lever een bericht aan', tags: ['berichten'], consumes: ['application/xml', 'text/xml'],
      headers: {
        type: 'object', properties: { ...PREFER.properties, 'idempotency-key': { type: 'string', minLength: 1, maxLength: MAX_SLEUTEL } },
      },
      response: { 200: BERICHT, 202: BERICHT, '4xx': PROBLEEM, '5xx': PROBLEEM },
    },
  }, async (request, reply) => {
    const sleutel = request.headers['idempotency-key'];
    const ontvangst = await ontvang(gateway.ontvanger, {
      bytes: bytesVan(request), aanvrager: request.aanvrager, idempotentiesleutel: typeof sleutel === 'string' ? sleutel : undefined,
    });
    const { id } = opgeslagen(ontvangst);
    gateway.logboek.info({ bericht: id, omvang: bytesVan(request).length }, 'bericht aangeleverd');
    const bericht = await metWacht(id, request, reply);
    void reply.header('Location', `/v1/berichten/${id}`);
    const gewacht = reply.hasHeader('Preference-Applied');
    return reply.code(gewacht ? 200 : 202).send(toonBericht(bericht));
  });

  app.get('/v1/berichten', {
    config: { toegang: ['lezen', 'beheer'] },
    schema: {
      summary: 'Berichten, nieuwste eerst', tags: ['berichten'], querystring: LIJSTFILTER,
      response: {
        200: { type: 'object', required: ['items'], properties: { items: { type: 'array', items: BERICHT }, volgende: { type: 'string' } } },
        '4xx': PROBLEEM,
      },
    },
  }, async (request) => {
    const { limiet, cursor, vanaf, tot, partij, ...filter } = request.query as Omit<Berichtfilter, 'vanaf' | 'tot' | 'partijen'> & {
      limiet: number; cursor?: string; vanaf?: string; tot?: string; partij?: string;
    };
    const zicht = berichtenInZicht(request.aanvrager, filter.terzijde === true);
    // Of a party that is not the caller's there is nothing, as with a sender or receiver that is not.
    const partijen = partij === undefined ? zicht : zicht?.filter((een) => een === partij) ?? [partij];
    const na = cursor === undefined ? undefined : leesCursor(cursor);
    if (cursor !== undefined && na === undefined) throw new Probleem('ongeldige-aanvraag',
      'De cursor is ongeldig; gebruik `volgende` uit het vorige antwoord.');
    const { items, volgende } = await lijstBerichten(pool, {
      ...filter, partijen, vanaf: alsTijdstip('vanaf', vanaf), tot: alsTijdstip('tot', tot) }, limiet, na);
    return { items: items.map(toonBericht), ...(volgende === undefined ? {} : { volgende: alsCursor(volgende) }) };
  });

  app.get('/v1/berichten/:id', {
    config: { toegang: ['lezen', 'beheer'] },
    schema: { summary: 'Een bericht', tags: ['berichten'], params: ID, headers: PREFER, response: { 200: BERICHT, '4xx': PROBLEEM } },
  }, async (request: Metprefer, reply) => toonBericht(await metWacht(request.params.id, request, reply, zichtbaarBericht)));

  app.get('/v1/berichten/:id/xml', {
    config: { toegang: ['lezen'] },
    schema: { summary: 'Het bericht, byte voor byte', tags: ['berichten'], params: ID, response: { 200: XML, '4xx': PROBLEEM } },
  }, async (request: Metprefer, reply) => {
    const inhoud = await haalInhoud(pool, request.params.id, partijenlijst(request.aanvrager));
    if (inhoud === undefined) throw new Probleem('niet-gevonden', NIET_GEVONDEN);
    return reply.type('application/xml').send(inhoud);
  });

  app.get('/v1/berichten/:id/antwoord', {
    config: { toegang: ['lezen'] },
    schema: { summary: 'Het antwoord op een bericht', tags: ['berichten'], params: ID, headers: PREFER, response: { 200: XML, '4xx': PROBLEEM } },
  }, async (request: Metprefer, reply) => {
    const bericht = await metWacht(request.params.id, request, reply);
    const inhoud = bericht.antwoord === undefined ? undefined : await haalInhoud(pool, bericht.antwoord.id, partijenlijst(request.aanvrager));
    if (inhoud === undefined) {
      throw new Probleem('antwoord-nog-niet-beschikbaar', 'Op dit bericht is er (nog) geen antwoord. Probeer het later opnieuw, '
        + 'of wacht met de header Prefer: wait=N.');
    }
    return reply.type('application/xml').send(inhoud);
  });
}

/**
 * Of which parties a caller may list messages; undefined: of all. Who looks after the gateway sees of everybody what was set aside, and
 * nothing else.
 */
function berichtenInZicht(aanvrager: Aanvrager, terzijde: boolean): readonly string[] | undefined {
  if (terzijde && aanvrager.scopes.has('beheer')) return undefined;
  if (!aanvrager.scopes.has('lezen')) throw geenToegang('Met de scope beheer ziet u alleen wat terzijde is gelegd: vraag met terzijde=true.');
  return partijenlijst(aanvrager);
}

/** The body as bytes; an empty one is an empty message. @throws Probleem for another media type */
export function bytesVan(request: FastifyRequest): Buffer {
  if (Buffer.isBuffer(request.body)) return request.body;
  const mediatype = request.headers['content-type'];
  if (mediatype !== undefined && /^(application|text)\/xml\b/i.test(mediatype)) return Buffer.alloc(0);
  throw new Probleem('mediatype-niet-ondersteund', 'Lever een bericht aan als application/xml of text/xml.');
}

function opgeslagen(ontvangst: Ontvangst): Ontvangst & { soort: 'opgeslagen' } {
  switch (ontvangst.soort) {
    case 'opgeslagen': return ontvangst;
    case 'geweigerd': {
      const { fout, fouten } = ontvangst.niveau1;
      throw new Probleem(fout, fouten.length === 1 ? fouten[0]?.melding ?? '' : `Er zijn ${fouten.length} fouten gevonden; zie fouten.`, fouten);
    }
    case 'afzender-niet-gemachtigd':
      throw geenToegang('De afzender in de Header is geen partij waarvoor u gemachtigd bent. Lever aan als uzelf, of vraag een machtiging aan.',
        'afzender-niet-gemachtigd');
    case 'geen-heenbericht':
      throw new Probleem('geen-heenbericht', 'Dit is een antwoordbericht (302, 306, 308, 316, 318, 320 of 325). De gateway stelt de antwoorden '
        + 'zelf op; lever alleen 301, 305, 307, 315, 317, 319 en 323 aan. Antwoordt u met eigen software, vraag dan de beheerder u als extern in '
        + 'te stellen.');
    case 'geen-bericht-bij-retour':
      throw new Probleem('geen-bericht-bij-retour', 'Er is aan u geen bericht doorgestuurd met deze soort, Afzender, Ontvanger, Identificatie en '
        + 'Dagtekening. Neem ze ongewijzigd over uit het bericht waarop u antwoordt.');
    case 'al-beantwoord':
      throw new Probleem('al-beantwoord', 'Op dit bericht hebt u al geantwoord; het eerste antwoord geldt.');
    case 'sleutel-hergebruikt':
      throw new Probleem('idempotentiesleutel-hergebruikt', 'Gebruik voor een ander bericht een nieuwe Idempotency-Key.');
  }
}

/** A date stands for its first instant in the Netherlands. */
function alsTijdstip(naam: string, tekst: string | undefined): Date | undefined {
  if (tekst === undefined) return undefined;
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(tekst)) {
      return new Date(Temporal.PlainDate.from(tekst).toZonedDateTime('Europe/Amsterdam').epochMilliseconds);
    }
    return new Date(Temporal.Instant.from(tekst).epochMilliseconds);
  } catch {
    throw new Probleem('ongeldige-aanvraag', `De parameter ${naam} moet een datum (JJJJ-MM-DD) of een tijdstip (RFC 3339) zijn.`);
  }
}
