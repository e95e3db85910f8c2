/** Every error a client can get, in one table (RFC 9457). `type` is a relative URI that the documentation resolves. */
import type { FastifyReply } from 'fastify';
import type { XmlFout } from '../../standaard/xml/fouten.js';

interface Probleemsoort {
  readonly status: number;
  readonly titel: string;
  /** The chain's own error code, where it has one. */
  readonly foutcode?: string;
}

export const PROBLEMEN = {
  'niet-welgevormd': { status: 400, titel: 'Het bericht is geen welgevormde XML' },
  'te-diep-genest': { status: 400, titel: 'De elementen van het bericht zijn te diep genest' },
  'doctype-niet-toegestaan': { status: 400, titel: 'Het bericht bevat een DOCTYPE' },
  'inhoud-onleesbaar': { status: 400, titel: 'De inhoud van de aanvraag kan niet worden gelezen' },
  'ongeldige-aanvraag': { status: 400, titel: 'De aanvraag klopt niet' },
  'niet-aangemeld': { status: 401, titel: 'U bent niet aangemeld' },
  'geen-toegang': { status: 403, titel: 'U mag dit niet' },
  'afzender-niet-gemachtigd': { status: 403, titel: 'U mag niet namens deze afzender aanleveren', foutcode: 'IB009' },
  'niet-gevonden': { status: 404, titel: 'Niet gevonden' },
  'antwoord-nog-niet-beschikbaar': { status: 404, titel: 'Het antwoord is er nog niet' },
  'aanvraag-te-traag': { status: 408, titel: 'De aanvraag kwam niet op tijd binnen' },
  'besluit-niet-mogelijk': { status: 409, titel: 'Dit besluit kan nu niet' },
  'stap-niet-mogelijk': { status: 409, titel: 'Deze stap kan nu niet' },
  'opnieuw-niet-mogelijk': { status: 409, titel: 'Dit kan niet opnieuw' },
  'al-beantwoord': { status: 409, titel: 'Op dit bericht is al geantwoord' },
  'bericht-te-groot': { status: 413, titel: 'Het bericht is te groot', foutcode: 'IB012' },
  'mediatype-niet-ondersteund': { status: 415, titel: 'Dit mediatype wordt niet ondersteund' },
  'berichtsoort-onbekend': { status: 422, titel: 'Dit is geen bericht van iWmo 3.2', foutcode: 'IB004' },
  'xsd-ongeldig': { status: 422, titel: 'Het bericht voldoet niet aan het schema', foutcode: 'IB014' },
  'geen-heenbericht': { status: 422, titel: 'Op dit bericht volgt geen antwoord' },
  'geen-bericht-bij-retour': { status: 422, titel: 'Er is geen bericht dat op dit antwoord wacht' },
  'webhook-adres-geweigerd': { status: 422, titel: 'Naar dit adres worden geen berichten gestuurd' },
  'idempotentiesleutel-hergebruikt': { status: 422, titel: 'Deze Idempotency-Key is al voor een ander bericht gebruikt' },
  'toewijzing-ongeldig': { status: 422, titel: 'Zo kan er niet worden toegewezen' },
  'te-veel-aanvragen': { status: 429, titel: 'Er komen te veel aanvragen' },
  'koppen-te-groot': { status: 431, titel: 'De headers van de aanvraag zijn te veel of te groot' },
  'interne-fout': { status: 500, titel: 'Er ging iets mis in de gateway' },
  'tijdelijk-niet-beschikbaar': { status: 503, titel: 'De gateway is tijdelijk niet beschikbaar' },
} as const satisfies Record<string, Probleemsoort>;

export type Probleemcode = keyof typeof PROBLEMEN;

/** An error that is an answer: thrown anywhere below a route, it becomes a problem document. */
export class Probleem extends Error {
  constructor(
    readonly code: Probleemcode,
    /** What is wrong here and what to do; shown to the client, so never with an element value. */
    readonly detail: string,
    readonly fouten: readonly XmlFout[] = [],
    readonly extra: Readonly<Record<string, unknown>> = {},
    /** Headers that belong to the answer. */
    readonly koppen: Readonly<Record<string, string>> = {},
  ) {
    super(code);
  }
}

/** The problem document. */
export function alsDocument({ code, detail, fouten, extra }: Probleem): Record<string, unknown> {
  const { status, titel, ...rest } = PROBLEMEN[code];
  return {
    type: `/problemen/${code}`, title: titel, status, code, detail, ...rest,
    ...(fouten.length > 0 ? { fouten } : {}), ...extra,
  };
}

/** Seconds after which a client may try again when the gateway cannot serve. */
const OPNIEUW_NA_S = 5;

export function stuurProbleem(reply: FastifyReply, probleem: Probleem): FastifyReply {
  const { status } = PROBLEMEN[probleem.code];
  if (status === 503) void reply.header('Retry-After', String(OPNIEUW_NA_S));
  return reply.code(status).headers(probleem.koppen).type('application/problem+json').send(alsDocument(probleem));
}
