/**
 * The SOAP endpoint of StUF-GGk with its WSDL, and a message in its envelope. SOAP 1.1 (6.2) and WS-I Basic Profile 1.1 (R1126), which the
 * WSDL of the standard claims, give every fault status 500, also one that the sender caused.
 */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { partijenlijst, type Aanvrager } from '../../platform/aanvrager.js';
import { metDocument, type Schema } from '../../standaard/xml/libxml.js';
import { haalInhoud, zoekBericht } from '../../verwerking/opslag.js';
import { weiger } from '../../verwerking/ontvangen.js';
import { bytesVan } from '../http/berichten.js';
import type { Gateway } from '../http/gateway.js';
import { leesLichamen } from '../http/lichaam.js';
import { Probleem } from '../http/problemen.js';
import { ID, PROBLEEM, XML } from '../http/schemas.js';
import { weigerMetFo03 } from './antwoorden.js';
import { FOUTEN, SoapFout, StufFout } from './codes.js';
import { PAD, XML_TYPE } from './namen.js';
import { behandel } from './ontvangst.js';
import { haalFoutbericht, zoekBeantwoord } from './opslag.js';
import { laadEnvelopschema, leesBestand, OPENBAAR } from './schemas.js';
import { MAX_ENVELOP, schrijfSoap, schrijfSoapfout, teGroot } from './soap.js';
import { verpak } from './uitgaand.js';

/** Seconds after which a message that could not be stored may be sent again. */
const OPNIEUW_NA_S = 5;

/** Who delivers. */
const aanvragerVan = (request: FastifyRequest): Aanvrager => request.aanvrager;

export function stufRoutes(app: FastifyInstance, gateway: Gateway): void {
  const schema = laadEnvelopschema();
  app.removeAllContentTypeParsers();
  leesLichamen(app, MAX_ENVELOP);
  wsdlRoutes(app);
  envelopRoute(app, gateway);
  foutberichtRoute(app, gateway);

  void app.register(async (kamer) => {
    kamer.setErrorHandler(alsSoapfout(gateway, schema));
    kamer.post(PAD, { config: { toegang: ['aanleveren'] }, schema: { hide: true } }, async (request, reply) => {
      const soapAction = request.headers['soapaction'];
      const element = await behandel({ ontvanger: gateway.ontvanger, schema }, {
        bytes: bytesVan(request), aanvrager: aanvragerVan(request), soapAction: typeof soapAction === 'string' ? soapAction : undefined,
      });
      return reply.type(XML_TYPE).send(schrijfSoap(element));
    });
  });
}

/** What is wrong as a SOAP fault; what is wrong before SOAP (no access, another media type) stays a problem as everywhere. */
function alsSoapfout({ pool, ontvanger, logboek }: Gateway, schema: Schema) {
  return async (fout: Error & { statusCode?: number }, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    void reply.code(500).type(XML_TYPE);
    if (fout instanceof StufFout) {
      if (fout.code === 'StUF046') {
        logboek.error({ err: fout.cause, route: PAD }, 'envelop niet opgeslagen');
        void reply.header('Retry-After', String(OPNIEUW_NA_S));
      }
      return reply.send(stuffout(fout, ontvanger.klok.nu(), schema));
    }
    if (fout instanceof SoapFout) return reply.send(schrijfSoapfout(fout.faultcode, fout.melding));
    if (fout instanceof Probleem && fout.code === 'bericht-te-groot') {
      const omvang = Math.min(Number(request.headers['content-length'] ?? 0) || MAX_ENVELOP, 2 ** 31 - 1);
      await weiger(pool, ontvanger.klok.nu(), aanvragerVan(request).client, omvang, undefined, 'stuf-ggk: IB007').catch(() => undefined);
      return reply.send(schrijfSoapfout('Client', teGroot().melding));
    }
    if (fout instanceof Probleem || (fout.statusCode !== undefined && fout.statusCode < 500)) throw fout;
    logboek.error({ err: fout, route: PAD }, 'interne fout');
    return reply.send(schrijfSoapfout('Server', 'Er ging iets mis dat niet aan uw bericht ligt. Probeer het later opnieuw.'));
  };
}

/** A SOAP fault with a Fo03 in it, where the envelope said enough about its sender to make a valid one. */
function stuffout({ code, toelichting, aan }: StufFout, op: Date, schema: Schema): string {
  const { plek, omschrijving } = FOUTEN[code];
  const faultcode = plek === 'client' ? 'Client' : 'Server';
  if (aan !== undefined) {
    const fo03 = weigerMetFo03(code, toelichting, aan, { nummer: randomUUID(), op });
    if (metDocument(Buffer.from(schrijfSoap(fo03), 'utf8'), (document) => schema.valideer(document)).length === 0) {
      return schrijfSoapfout(faultcode, omschrijving, fo03);
    }
  }
  return schrijfSoapfout(faultcode, `${code}: ${omschrijving}. ${toelichting}`);
}

const HOST = /^[A-Za-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-f:]+\](:\d{1,5})?$/i;
const ADRES = /<soap:address location="[^"]*"\/>/;

function wsdlRoutes(app: FastifyInstance): void {
  const wsdl = leesBestand('ggk.wsdl').toString('utf8');
  const openbaar = { config: { toegang: 'openbaar' }, schema: { hide: true } } as const;
  app.get(PAD, openbaar, async ({ protocol, host }, reply) => {
    const adres = HOST.test(host) ? `${protocol}://${host}${PAD}` : PAD;
    return reply.type(XML_TYPE).send(wsdl.replace(ADRES, `<soap:address location="${adres}"/>`));
  });
  for (const naam of OPENBAAR) {
    const bestand = leesBestand(naam);
    app.get(new URL(naam, `http://gateway${PAD}`).pathname, openbaar, async (_request, reply) => reply.type(XML_TYPE).send(bestand));
  }
}

function envelopRoute(app: FastifyInstance, { pool, ontvanger }: Gateway): void {
  app.get('/v1/berichten/:id/envelop', {
    config: { toegang: ['lezen'] },
    schema: { summary: 'Het bericht in zijn StUF-GGk-envelop', tags: ['berichten'], params: ID, response: { 200: XML, '4xx': PROBLEEM } },
  }, async (request: FastifyRequest<{ Params: { id: string } }>, reply) => {
    const { id } = request.params;
    const partijen = partijenlijst(aanvragerVan(request));
    const bericht = await zoekBericht(pool, id, partijen);
    const inhoud = bericht === undefined ? undefined : await haalInhoud(pool, id, partijen);
    if (bericht === undefined || inhoud === undefined) throw new Probleem('niet-gevonden', 'Er is geen bericht met dit id. Controleer het id.');
    const zending = await verpak(pool, bericht, inhoud, await zoekBeantwoord(pool, id), ontvanger.klok.nu());
    return reply.type('application/xml').send(`<?xml version="1.0" encoding="UTF-8"?>\n${zending.element}`);
  });
}

function foutberichtRoute(app: FastifyInstance, { pool }: Gateway): void {
  app.get('/v1/foutberichten/:id', {
    config: { toegang: ['lezen'] },
    schema: { summary: 'Een StUF-foutbericht (Fo01) dat voor u klaarstaat of stond', tags: ['bezorgen'], params: ID,
      response: { 200: XML, '4xx': PROBLEEM } },
  }, async (request: FastifyRequest<{ Params: { id: string } }>, reply) => {
    const element = await haalFoutbericht(pool, request.params.id, partijenlijst(aanvragerVan(request)));
    if (element === undefined) throw new Probleem('niet-gevonden', 'Er is voor u geen foutbericht met dit nummer. Controleer het nummer.');
    return reply.type('application/xml').send(`<?xml version="1.0" encoding="UTF-8"?>\n${element}`);
  });
}
