/** What somebody sees of one allocation that is theirs: claims per month against the maximum, and with a reason the bsn of its client. */
import type { FastifyInstance } from 'fastify';
import { toonBsn } from '../../gemeente/clientbsn.js';
import { periodenVan, type Periodenoverzicht } from '../../gemeente/perioden.js';
import { isDatum } from '../../standaard/datum.js';
import { voldoetAanElfproef } from '../../standaard/regels/niveau2/elfproef.js';
import { aanbiedersInZicht } from './aanmelding/partijen.js';
import type { Gateway } from './gateway.js';
import { Probleem } from './problemen.js';
import { PROBLEEM } from './schemas.js';
import { BSN, GEMEENTE, OMVANG, TOEWIJZINGNUMMER } from './toewijzingschemas.js';

const MAX_MAANDEN = 60;
const MAAND = { type: 'string', pattern: '^\\d{4}-\\d{2}$' } as const;
const tekst = { type: 'string' } as const;
const STAND = {
  type: 'object',
  properties: {
    volume: { type: 'number', description: 'In de eenheid van de toewijzing' }, bedrag: { type: 'integer', description: 'Hele eurocenten' } },
} as const;

const PERIODEN = {
  type: 'object', required: ['toewijzingNummer', 'totaal', 'perioden'],
  properties: {
    toewijzingNummer: TOEWIJZINGNUMMER, omvang: OMVANG,
    totaal: {
      type: 'object', required: ['gedeclareerd'], properties: {
        gedeclareerd: STAND, resterend: STAND,
        maximum: { ...STAND, description: 'Ontbreekt zolang er geen is: zonder Einddatum en zonder declaraties (TR322, TR369)' } },
    },
    perioden: {
      type: 'array', maxItems: MAX_MAANDEN,
      items: {
        type: 'object', required: ['begindatum', 'einddatum', 'binnen', 'gedeclareerd', 'aantal'],
        properties: {
          begindatum: tekst, einddatum: tekst, binnen: { type: 'boolean', description: 'De maand heeft een dag van de toewijzing' },
          maximum: { type: 'number', description: 'Volume voor de hele maand (TR321); ontbreekt bij frequentie 6 en bij een budget' },
          gedeclareerd: STAND, aantal: { type: 'integer', description: 'Goedgekeurde prestaties; elke is apart getoetst' },
        },
      },
    },
    eerder: { ...MAAND, description: 'Geef dit als tot voor de maanden hiervoor' },
    later: { ...MAAND, description: 'Geef dit als tot voor de maanden hierna' },
  },
} as const;

const BSNVRAAG = {
  type: 'object', required: ['gemeente', 'toewijzingNummer', 'reden'], additionalProperties: false,
  properties: {
    gemeente: GEMEENTE, toewijzingNummer: TOEWIJZINGNUMMER,
    reden: { type: 'string', minLength: 5, maxLength: 200, description: 'Waarom u het bsn moet weten; komt in het auditspoor. Zonder bsn of naam' },
  },
} as const;

const onbekend = (): Probleem => new Probleem('niet-gevonden',
  'Er is bij deze gemeente geen toewijzing met dit nummer die u mag zien. Controleer het nummer.');

/** The trail keeps reasons for years and shows them to whoever reads it: no bsn belongs there. */
export function noemtBsn(reden: string): boolean {
  const getallen = [...reden.matchAll(/\d[\d .-]*\d/g)].flatMap(([tekst]) => [tekst, ...tekst.split(/[ .-]+/)]);
  return getallen.map((een) => een.replaceAll(/\D/g, '')).some((een) => een.length === 9 && voldoetAanElfproef(een));
}

export function toewijzingsinzageRoutes(app: FastifyInstance, { pool, beoordelaar }: Gateway): void {
  app.get('/v1/toewijzingen/:gemeente/:nummer/perioden', {
    config: { toegang: ['gemeente', 'lezen'] },
    schema: {
      summary: 'Gedeclareerd en maximum van een toewijzing, per maand en in totaal', tags: ['gemeente'],
      params: { type: 'object', required: ['gemeente', 'nummer'], properties: { gemeente: GEMEENTE, nummer: TOEWIJZINGNUMMER } },
      querystring: {
        type: 'object', additionalProperties: false, properties: {
          tot: { ...MAAND, description: 'De laatste maand; zonder: alle, of de maanden tot en met nu' },
          limiet: { type: 'integer', minimum: 1, maximum: MAX_MAANDEN, default: 24, description: 'Hoeveel maanden' } },
      },
      response: { 200: PERIODEN, '4xx': PROBLEEM },
    },
  }, async (request) => {
    const { gemeente, nummer } = request.params as { gemeente: string; nummer: number };
    const { tot, limiet } = request.query as { tot?: string; limiet: number };
    if (tot !== undefined && !isDatum(`${tot}-01`)) throw new Probleem('ongeldige-aanvraag', 'De waarde van tot is geen maand (JJJJ-MM).');
    const aanbieders = aanbiedersInZicht(request.aanvrager, gemeente, undefined, 'lezen');
    const overzicht = await periodenVan(pool,
      { gemeente, toewijzingNummer: nummer, aanbieders, limiet, ...(tot === undefined ? {} : { tot: `${tot}-01` }) }, beoordelaar.klok.vandaag());
    if (overzicht === undefined) throw onbekend();
    request.betrokkenen = [overzicht.persoon];
    return toonPerioden(overzicht);
  });

  app.post('/v1/toewijzingen/client', {
    bodyLimit: 16 * 1024, config: { toegang: ['gemeente', 'lezen'], audit: 'zelf' },
    schema: {
      summary: 'Het bsn van de client van een toewijzing, met een reden die in het auditspoor komt', tags: ['gemeente'], body: BSNVRAAG,
      response: { 200: { type: 'object', required: ['bsn'], properties: { bsn: BSN } }, '4xx': PROBLEEM },
    },
  }, async (request) => {
    const { gemeente, toewijzingNummer, reden } = request.body as { gemeente: string; toewijzingNummer: number; reden: string };
    const aanbieders = aanbiedersInZicht(request.aanvrager, gemeente, undefined, 'lezen');
    if (reden.trim().length < 5) throw new Probleem('ongeldige-aanvraag', 'De reden is te kort. Zeg waarom u het bsn moet weten.');
    if (noemtBsn(reden)) throw new Probleem('ongeldige-aanvraag',
      'In de reden staat een bsn. De reden komt in het auditspoor: zeg het zonder bsn of naam.');
    const bsn = await toonBsn(pool, request.aanvrager, { gemeente, toewijzingNummer, reden: reden.trim(), aanbieders });
    if (bsn === undefined) throw onbekend();
    return { bsn };
  });
}

const maand = (datum: string | undefined): string | undefined => datum?.slice(0, -3);

function toonPerioden({ toewijzing: t, totaal, venster, perioden }: Periodenoverzicht): Record<string, unknown> {
  return {
    toewijzingNummer: t.nummer,
    omvang: t.volume === undefined ? undefined : { volume: t.volume, eenheid: t.eenheid, frequentie: t.frequentie },
    totaal, perioden, eerder: maand(venster.eerder), later: maand(venster.later),
  };
}
