/** Money and signals (api.md): payable lines, the client contribution, production and signals. All of it only reads. */
import { Temporal } from 'temporal-polyfill';
import type { FastifyInstance } from 'fastify';
import { telAfkeuringen } from '../../gemeente/afkeuringen.js';
import { lijstBetaalregels, type Regel } from '../../gemeente/betaalregels.js';
import { lijstBijdragen, type Bijdrage } from '../../gemeente/eigenBijdrage.js';
import { mixVan } from '../../gemeente/mix.js';
import { openProductie, type Splitsing, type Weglaatbaar } from '../../gemeente/productie.js';
import { lijstSignalen } from '../../gemeente/signalen.js';
import { isDatum, opOfVoor } from '../../standaard/datum.js';
import { alsIn, alsPlaats, leesPlaats } from './bladeren.js';
import { CSV, jsonOfCsv, wilCsv } from './csv.js';
import { eisGemeente } from './aanmelding/partijen.js';
import type { Gateway } from './gateway.js';
import {
  AFKEURINGEN, AFKEURVRAAG, BETAALREGELS, BIJDRAGEN, BIJDRAGEVRAAG, MIX, MIXVRAAG, PRODUCTIE, PRODUCTIEVRAAG, REGELVRAAG, SIGNAALVRAAG, SIGNALEN,
} from './geldschemas.js';
import { Probleem } from './problemen.js';
import { csvOpmaak, jsonOpmaak } from './productieopmaak.js';
import { PROBLEEM } from './schemas.js';
import { stroomVan } from './stroom.js';

const AANBIEDER = alsIn(/^\d{8}$/);

interface Vraag {
  readonly gemeente: string;
  readonly vanaf?: string;
  readonly tot?: string;
  readonly limiet: number;
  readonly cursor?: string;
}

/** @throws Probleem for a day that does not exist or a period without days */
function gecontroleerd<V extends Pick<Vraag, 'vanaf' | 'tot'>>(vraag: V): V {
  for (const naam of ['vanaf', 'tot'] as const) {
    const datum = vraag[naam];
    if (datum === undefined || isDatum(datum)) continue;
    throw new Probleem('ongeldige-aanvraag', `De parameter ${naam} is geen bestaande datum (JJJJ-MM-DD).`);
  }
  if (vraag.vanaf !== undefined && vraag.tot !== undefined && opOfVoor(vraag.tot, vraag.vanaf)) {
    throw new Probleem('ongeldige-aanvraag', 'De periode bevat geen dag: tot moet na vanaf liggen.');
  }
  return vraag;
}

/** A date stands for its first instant in the Netherlands. @throws Probleem when it is neither date nor instant */
function alsMoment(tekst: string): Date {
  try {
    const moment = isDatum(tekst) ? Temporal.PlainDate.from(tekst).toZonedDateTime('Europe/Amsterdam') : Temporal.Instant.from(tekst);
    if (!/^\d{4}-/.test(tekst)) throw new RangeError('jaar');
    return new Date(moment.epochMilliseconds);
  } catch {
    throw new Probleem('ongeldige-aanvraag', 'De parameter vanaf is geen datum (JJJJ-MM-DD) of tijdstip (RFC 3339).');
  }
}

const volgendeVan = (delen: readonly (string | number)[] | undefined): { volgende?: string } =>
  (delen === undefined ? {} : { volgende: alsPlaats(delen) });

function toonRegel({ berichtId, redenen, ...regel }: Regel): Record<string, unknown> {
  return {
    ...regel, bericht: { id: berichtId, href: `/v1/berichten/${berichtId}` },
    ...(redenen.length === 0 ? {} : { reden: redenen.map(({ melding }) => melding).join(' '), regels: redenen.map((reden) => reden.regel) }),
  };
}

function toonBijdrage({ perioden, gewijzigdOp, ...bijdrage }: Bijdrage): Record<string, unknown> {
  const laatste = perioden.at(-1);
  return {
    ...bijdrage, startdatum: perioden[0]?.startdatum, stopdatum: laatste?.stopdatum, redenBeeindiging: laatste?.redenBeeindiging, perioden,
    gewijzigdOp: gewijzigdOp.toISOString(),
  };
}

export function geldRoutes(app: FastifyInstance, gateway: Gateway): void {
  const { pool, beslisser } = gateway;

  app.get('/v1/betaalregels', {
    config: { toegang: ['gemeente'] },
    schema: {
      summary: 'Goedgekeurde declaratieregels en of ze betaalbaar zijn', tags: ['geld'], querystring: REGELVRAAG,
      response: { 200: BETAALREGELS, '4xx': PROBLEEM },
    },
  }, async (request) => {
    const vraag = gecontroleerd(request.query as Vraag);
    eisGemeente(request.aanvrager, vraag.gemeente);
    const plaats = vraag.cursor === undefined ? undefined : leesPlaats(vraag.cursor, [isDatum, AANBIEDER, alsIn(/^[0-9a-f]{32}$/)] as const);
    const { items, volgende } = await lijstBetaalregels(pool, beslisser.beleid(), vraag, vraag.limiet,
      plaats && { begindatum: plaats[0], aanbieder: plaats[1], digest: plaats[2] });
    return { items: items.map(toonRegel), ...volgendeVan(volgende && [volgende.begindatum, volgende.aanbieder, volgende.digest]) };
  });

  app.get('/v1/eigen-bijdrage', {
    config: { toegang: ['gemeente'] },
    schema: {
      summary: 'Start- en stopdatums voor de eigen bijdrage, met bsn', tags: ['geld'], querystring: BIJDRAGEVRAAG,
      response: { 200: BIJDRAGEN, '4xx': PROBLEEM },
    },
  }, async (request) => {
    const { gemeente, vanaf, limiet, cursor } = request.query as Vraag;
    eisGemeente(request.aanvrager, gemeente);
    const plaats = cursor === undefined ? undefined : leesPlaats(cursor, [alsIn(/^\d{1,17}$/), alsIn(/^\d{1,15}$/), alsIn(/^[^\0]{1,40}$/)] as const);
    const { items, volgende } = await lijstBijdragen(pool, gemeente, vanaf === undefined ? undefined : alsMoment(vanaf), limiet,
      plaats && { op: plaats[0], volgnummer: Number(plaats[1]), levering: plaats[2] });
    return { items: items.map(toonBijdrage), ...volgendeVan(volgende && [volgende.op, volgende.volgnummer, volgende.levering]) };
  });

  app.get('/v1/productie', {
    config: { toegang: ['gemeente'] },
    schema: {
      summary: 'Productiecijfers, als JSON of (Accept: text/csv) als CSV', tags: ['geld'], querystring: PRODUCTIEVRAAG,
      response: {
        200: jsonOfCsv('De cijfers', PRODUCTIE), '4xx': PROBLEEM,
      },
    },
  }, async (request, reply) => {
    const vraag = gecontroleerd(request.query as Pick<Vraag, 'gemeente' | 'vanaf' | 'tot'> & { per: string; zonder?: string });
    eisGemeente(request.aanvrager, vraag.gemeente);
    const per = new Set(vraag.per.split(',') as Splitsing[]);
    const zonder = new Set((vraag.zonder?.split(',') ?? []) as Weglaatbaar[]);
    const csv = wilCsv(request.headers.accept);
    const stroom = await stroomVan(
      pool, () => openProductie(pool, beslisser.beleid(), { ...vraag, per, zonder }), csv ? csvOpmaak(per, zonder) : jsonOpmaak());
    return reply.header('Vary', 'Accept').type(csv ? CSV : 'application/json; charset=utf-8').send(stroom);
  });

  app.get('/v1/signalen', {
    config: { toegang: ['gemeente'] },
    schema: {
      summary: 'Signalen uit het beleid: mix en jaarmaximum', tags: ['geld'], querystring: SIGNAALVRAAG,
      response: { 200: SIGNALEN, '4xx': PROBLEEM },
    },
  }, async (request) => {
    const { zonder, ...vraag } = gecontroleerd(request.query as Vraag & { zonder?: 'clienten' });
    eisGemeente(request.aanvrager, vraag.gemeente);
    const plaats = vraag.cursor === undefined ? undefined : leesPlaats(vraag.cursor, [isDatum, alsIn(/^\d{1,6}$/), alsIn(/^\d{0,9}$/)] as const);
    const { items, volgende } = await lijstSignalen(pool, beslisser.beleid(), { ...vraag, perClient: zonder !== 'clienten' }, vraag.limiet,
      plaats && { periode: plaats[0], nummer: Number(plaats[1]), wie: plaats[2] });
    return { items, ...volgendeVan(volgende && [volgende.periode, volgende.nummer, volgende.wie]) };
  });

  app.get('/v1/mix', {
    config: { toegang: ['gemeente'] },
    schema: {
      summary: 'Het aandeel van een afgesproken mix, per aanbieder', tags: ['geld'], querystring: MIXVRAAG, response: { 200: MIX, '4xx': PROBLEEM } },
  }, async (request) => {
    const vraag = gecontroleerd(request.query as Pick<Vraag, 'gemeente' | 'vanaf' | 'tot'>);
    eisGemeente(request.aanvrager, vraag.gemeente);
    return { items: await mixVan(pool, beslisser.beleid(), vraag) };
  });

  app.get('/v1/afkeuringen', {
    config: { toegang: ['gemeente'] },
    schema: {
      summary: 'Hoeveel berichten aan de gemeente zijn afgekeurd, per retourcode', tags: ['geld'], querystring: AFKEURVRAAG,
      response: { 200: AFKEURINGEN, '4xx': PROBLEEM },
    },
  }, async (request) => {
    const { gemeente, vanaf, tot } = gecontroleerd(request.query as Pick<Vraag, 'gemeente' | 'vanaf' | 'tot'>);
    eisGemeente(request.aanvrager, gemeente);
    const moment = (dag: string | undefined): Date | undefined => (dag === undefined ? undefined : alsMoment(dag));
    return { items: await telAfkeuringen(pool, gemeente, moment(vanaf), moment(tot)) };
  });
}
