/** Schemas and small checks that the routes of the outbox share. */
import { magVoor, type Aanvrager } from '../../platform/aanvrager.js';
import { ALLE_BERICHTSOORTEN } from '../../standaard/berichten/berichtsoorten.js';
import { BEZORGSTATUSSEN, type Bezorging, type Plek } from '../../verwerking/bezorgen/postvak.js';
import { geenToegang } from './aanmelding/toegang.js';
import { alsIn, alsPlaats, leesPlaats } from './bladeren.js';
import { Probleem } from './problemen.js';

const tekst = { type: 'string' } as const;
const tijdstip = { type: 'string', format: 'date-time' } as const;
const uuid = { type: 'string', format: 'uuid' } as const;

const PATROON = /^([0-9]{4}|[0-9]{8})$/;
export const PARTIJ = { type: 'string', pattern: PATROON.source, description: 'Gemeentecode van vier of AGB-code van acht cijfers' } as const;
export const BLADER = {
  limiet: { type: 'integer', minimum: 1, maximum: 200, default: 50 }, cursor: { type: 'string', maxLength: 100 },
} as const;

export const lijst = (items: object) => ({
  type: 'object', required: ['items'],
  properties: { items: { type: 'array', items }, volgende: { ...tekst, description: 'Cursor van de volgende bladzijde' } },
});

const wat = {
  id: { ...uuid, description: 'Het id van het bericht; van een Fo01 zijn eigen nummer' },
  berichtsoort: { type: 'string', enum: [...ALLE_BERICHTSOORTEN, 'Fo01'], description: 'Fo01: een foutbericht van StUF-GGk' }, afzender: tekst,
  ontvanger: tekst, antwoordOp: { ...uuid, description: 'Het bericht waarop dit het antwoord is' },
  foutcode: { ...tekst, description: 'Bij een Fo01: de code van de fout' },
  crossRefnummer: { ...tekst, description: 'Bij een Fo01: het referentienummer van de envelop waarover het gaat' },
  sinds: { ...tijdstip, description: 'Sinds wanneer het klaarstaat' }, href: { ...tekst, description: 'Waar de XML staat' },
  pogingen: { type: 'integer', description: 'Pogingen om het naar de webhook te sturen' },
} as const;

export const WACHTEND = {
  type: 'object', required: ['id', 'berichtsoort', 'afzender', 'ontvanger', 'sinds', 'href', 'pogingen', 'terzijde'],
  properties: { ...wat, terzijde: { type: 'boolean', description: 'De webhook wordt hiervoor niet meer geprobeerd' } },
} as const;

export const BEZORGING = {
  type: 'object', required: ['id', 'partij', 'berichtsoort', 'afzender', 'ontvanger', 'sinds', 'href', 'pogingen', 'status'],
  properties: {
    ...wat, partij: { ...tekst, description: 'Voor wie het is' }, status: { type: 'string', enum: BEZORGSTATUSSEN },
    eerstePogingOp: tijdstip, volgendePogingOp: tijdstip,
    laatsteFout: { ...tekst, description: 'Soort fout van de laatste poging, zoals http-503 of geen-verbinding' },
    terzijdeOp: tijdstip, bezorgdOp: tijdstip, bezorgdVia: { type: 'string', enum: ['postvak', 'webhook'] },
  },
} as const;

const kern = ({ id, berichtsoort, afzender, ontvanger, antwoordOp, fout, sinds, pogingen }: Bezorging) => ({
  id, berichtsoort, afzender, ontvanger, ...(antwoordOp === undefined ? {} : { antwoordOp }),
  ...(fout === undefined ? {} : { foutcode: fout.code, crossRefnummer: fout.crossRefnummer }), sinds: sinds.toISOString(),
  href: berichtsoort === 'Fo01' ? `/v1/foutberichten/${id}` : `/v1/berichten/${id}/xml`, pogingen,
});

export function toonWachtend(bezorging: Bezorging): Record<string, unknown> {
  return { ...kern(bezorging), terzijde: bezorging.status === 'terzijde' };
}

export function toonBezorging(bezorging: Bezorging): Record<string, unknown> {
  const { partij, status, laatsteFout, bezorgdVia, eerstePogingOp, volgendePogingOp, terzijdeOp, bezorgdOp } = bezorging;
  const tijden = Object.entries({ eerstePogingOp, volgendePogingOp, terzijdeOp, bezorgdOp })
    .flatMap(([naam, op]) => (op === undefined ? [] : [[naam, op.toISOString()]]));
  return {
    ...kern(bezorging), partij, status, ...Object.fromEntries(tijden) as object, ...(laatsteFout === undefined ? {} : { laatsteFout }),
    ...(bezorgdVia === undefined ? {} : { bezorgdVia }),
  };
}

export const schrijfPlek = ({ partij, nummer }: Plek): string => alsPlaats([partij, nummer]);

/** @throws Probleem when it is no cursor of these lists */
export function leesPlek(cursor: string | undefined): Plek | undefined {
  if (cursor === undefined) return undefined;
  const [partij, nummer] = leesPlaats(cursor, [alsIn(PATROON), alsIn(/^\d{1,15}$/)] as const);
  return { partij, nummer: Number(nummer) };
}

/** @throws Probleem when the caller does not act for the party, whether that exists or not */
export function eisPartij(aanvrager: Aanvrager, partij: string): void {
  if (!magVoor(aanvrager, partij)) throw geenToegang('U bent niet gemachtigd voor deze partij.');
}

/** A party in an address. @throws Probleem when it is none */
export function partijUit(params: unknown): string {
  const { partij } = params as { partij: string };
  if (!PATROON.test(partij)) {
    throw new Probleem('niet-gevonden', 'Een partij is een gemeentecode van vier of een AGB-code van acht cijfers.');
  }
  return partij;
}
