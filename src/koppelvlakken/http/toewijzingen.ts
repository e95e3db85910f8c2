/** /v1/toewijzingen: allocate, change, withdraw, remove, and look up (api.md). A bsn travels only in a body, never in an address. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { bezwarenTegen, metVervangen } from '../../gemeente/beleidscontrole.js';
import { clientVan, gemaskeerdBsn } from '../../gemeente/clientbsn.js';
import type { Nieuw, Productopdracht, Toewijzingsopdracht } from '../../gemeente/opdracht.js';
import type { Paar } from '../../gemeente/plaatsing.js';
import { neemSituatie } from '../../gemeente/situatie.js';
import { maakToewijzing, OpdrachtOngeldig } from '../../gemeente/toewijzen.js';
import { zoekToewijzingen, type Gevonden, type Zoekvraag } from '../../gemeente/zoeken.js';
import { datumUitSql } from '../../platform/database.js';
import { SCHEMAS, type Berichten } from '../../standaard/berichten/gegenereerd/index.js';
import { elementenVan, vormfouten } from '../../standaard/berichten/uitJson.js';
import { isDatum } from '../../standaard/datum.js';
import { voldoetAanElfproef } from '../../standaard/regels/niveau2/elfproef.js';
import { tijdVan } from '../../verwerking/beslissen.js';
import { zoekBericht } from '../../verwerking/opslag.js';
import { Afgekeurd, maakVoorbeeld, PaarBezet, verstuur } from '../../verwerking/versturen.js';
import { aanbiedersInZicht, eisGemeente } from './aanmelding/partijen.js';
import type { Gateway } from './gateway.js';
import { Probleem } from './problemen.js';
import { BERICHT, PROBLEEM } from './schemas.js';
import { CLIENT as CLIENT_GEZOCHT, OPDRACHT, TOEWIJZING, VOORBEELD, ZOEKVRAAG } from './toewijzingschemas.js';
import { toonBericht } from './weergave.js';

const CLIENT = elementenVan(SCHEMAS.WMO301.structuur, 'Client');
const NIET_IN_CLIENT = ['Bsn', 'ToegewezenProducten'];

/** A fault in an order as a client sees it. */
interface Plaatsfout { readonly regel?: string; readonly pad: string; readonly melding: string }

export function ongeldig(fouten: readonly Plaatsfout[]): Probleem {
  const [eerste] = fouten;
  const detail = fouten.length === 1 && eerste !== undefined ? eerste.melding : `Er zijn ${fouten.length} fouten gevonden; zie fouten.`;
  return new Probleem('toewijzing-ongeldig', detail, [], { fouten });
}

/** Places in the products of an order, for a caller who sent no such list. @param anders the place to name for such a product as a whole */
const zonderLijst = (pad: string, anders: string): string => pad.replace(/^\/producten(\[\d+\])?/, '') || anders;

/** What sending can throw, as problems. @param product where the product stands in what the caller sent, if not in a list `producten` */
export function alsVerzendprobleem(fout: unknown, product?: string): unknown {
  if (fout instanceof OpdrachtOngeldig) {
    return ongeldig(product === undefined ? fout.fouten : fout.fouten.map((een) => ({ ...een, pad: zonderLijst(een.pad, product) })));
  }
  if (fout instanceof Afgekeurd) {
    return ongeldig([
      ...fout.bevindingen.map(({ regel, retourcode, klasse, pad, melding }) => ({ regel, retourcode, klasse, pad, melding })),
      ...fout.fouten.map(({ pad, melding }) => ({ regel: 'xsd-ongeldig', pad: pad ?? '/', melding }))]);
  }
  if (fout instanceof PaarBezet) {
    return new Probleem('tijdelijk-niet-beschikbaar',
      'Er wachten nog berichten van deze gemeente en aanbieder op beoordeling. Probeer het zo opnieuw.');
  }
  return fout;
}

/** Dates of a product that no calendar has. */
function datumfouten(product: Productopdracht, pad: string): Plaatsfout[] {
  return (['ingangsdatum', 'einddatum'] as const).flatMap((naam) => {
    const waarde = (product as Partial<Record<typeof naam, string | null>>)[naam] ?? undefined;
    return waarde === undefined || isDatum(waarde) ? []
      : [{ regel: 'datum', pad: `${pad}/${naam}`, melding: 'Deze datum bestaat niet. Geef een bestaande datum (JJJJ-MM-DD).' }];
  });
}

/** Faults that can be seen in the order itself. */
export function vormVan(opdracht: Toewijzingsopdracht): Plaatsfout[] {
  return [
    ...opdracht.producten.flatMap((product, i) => datumfouten(product, `/producten[${i + 1}]`)),
    ...(voldoetAanElfproef(opdracht.bsn) ? [] : [{ regel: 'CS002', pad: '/bsn',
      melding: 'Het bsn voldoet niet aan de elfproef. Controleer het nummer.' }]),
    ...(opdracht.client === undefined ? [] : vormfouten(CLIENT, opdracht.client, '/client', NIET_IN_CLIENT)),
  ];
}

export function toewijzingRoutes(app: FastifyInstance, gateway: Gateway): void {
  app.post('/v1/toewijzingen', {
    config: { toegang: ['gemeente'] },
    schema: {
      summary: 'Wijs toe, wijzig, trek in of verwijder voor één client en aanbieder', tags: ['gemeente'], body: OPDRACHT,
      response: {
        201: { type: 'object', properties: { bericht: BERICHT, toewijzingen: { type: 'array', items: TOEWIJZING } } },
        '4xx': PROBLEEM, '5xx': PROBLEEM,
      },
    },
  }, async (request, reply) => {
    return reply.code(201).send(await voerUit(gateway, request, await opdrachtVan(gateway, request)));
  });

  app.post('/v1/toewijzingen/voorbeeld', {
    config: { toegang: ['gemeente'] },
    schema: {
      summary: 'Wat een opdracht zou versturen; er wordt niets opgeslagen', tags: ['gemeente'], body: OPDRACHT,
      response: { 200: VOORBEELD, '4xx': PROBLEEM, '5xx': PROBLEEM },
    },
  }, async (request) => {
    const opdracht = await opdrachtVan(gateway, request);
    const { soort, bericht, resultaat } = await maakVoorbeeld(gateway.beoordelaar, opdracht.gemeente, opdracht.aanbieder, maker(gateway, opdracht))
      .catch((fout: unknown) => { throw alsVerzendprobleem(fout); });
    return { berichtsoort: soort, producten: (bericht as Berichten['WMO301']).Client.ToegewezenProducten, geraakt: resultaat };
  });

  app.post('/v1/toewijzingen/zoek', {
    config: { toegang: ['gemeente', 'lezen'] },
    schema: {
      summary: 'Zoek toewijzingen met versies, starts, stops en wat er is gedeclareerd', tags: ['gemeente'], body: ZOEKVRAAG,
      response: { 200: { type: 'object', properties: { items: { type: 'array', items: TOEWIJZING }, client: CLIENT_GEZOCHT } }, '4xx': PROBLEEM },
    },
  }, async (request) => {
    const vraag = request.body as Zoekvraag;
    const aanbieders = aanbiedersInZicht(request.aanvrager, vraag.gemeente, vraag.aanbieder, 'lezen');
    const gevonden = await zoekToewijzingen(gateway.pool, { ...vraag, aanbieders });
    const overEen = vraag.bsn !== undefined || vraag.toewijzingNummer !== undefined || vraag.clientVan !== undefined;
    const persoon = overEen ? gevonden[0]?.persoon : undefined;
    // Who was asked for by bsn is in the trail already.
    if (vraag.bsn === undefined) request.betrokkenen = [...new Set(gevonden.map((een) => een.persoon))];
    const bsnGemaskeerd = persoon === undefined ? undefined : await gemaskeerdBsn(gateway.pool, persoon);
    return { items: gevonden.map(toonGevonden), ...(bsnGemaskeerd === undefined ? {} : { client: { bsnGemaskeerd } }) };
  });
}

/** The order of a request, checked, with the bsn of its client. @throws Probleem when it is not for this caller or cannot be right */
async function opdrachtVan({ pool }: Gateway, request: FastifyRequest): Promise<Toewijzingsopdracht> {
  const { clientVan: nummer, ...opdracht } = request.body as Omit<Toewijzingsopdracht, 'bsn'> & { readonly bsn?: string; clientVan?: number };
  eisGemeente(request.aanvrager, opdracht.gemeente);
  const plaats = { regel: 'client', pad: '/clientVan' };
  if (nummer !== undefined && opdracht.bsn !== undefined) throw ongeldig([{ ...plaats, melding: 'Geef bsn of clientVan, en niet allebei.' }]);
  const client = nummer === undefined ? undefined : await clientVan(pool, opdracht.gemeente, opdracht.aanbieder, nummer);
  const bsn = opdracht.bsn ?? client?.bsn;
  if (bsn === undefined) throw ongeldig([{ ...plaats, melding: 'Deze aanbieder heeft geen toewijzing met dit nummer. Controleer het nummer.' }]);
  if (client !== undefined) request.betrokkenen = [client.persoon];
  const volledig = { ...opdracht, bsn };
  const fouten = vormVan(volledig);
  if (fouten.length > 0) throw ongeldig(fouten);
  return volledig;
}

/** Makes the WMO301 of an order, within policy; its result are the numbers that are new or changed. */
function maker({ beoordelaar, beslisser }: Gateway, opdracht: Toewijzingsopdracht, bestelling?: Nieuw) {
  const beleid = beslisser.beleid();
  const moment = { datum: beoordelaar.klok.vandaag(), tijd: tijdVan(beoordelaar.klok.nu()) };
  return async (paar: Paar) => {
    const situatie = await neemSituatie(paar.db, opdracht.gemeente, opdracht.bsn, moment.datum);
    const volledig = bestelling === undefined ? opdracht : metVervangen(beleid, opdracht, bestelling, situatie);
    const bezwaren = bezwarenTegen(beleid, volledig, situatie, bestelling === undefined ? 'backoffice' : 'toegang');
    if (bezwaren.length > 0) throw new OpdrachtOngeldig(bezwaren);
    const { inhoud, geraakt } = await maakToewijzing(paar, volledig, moment);
    return { bericht: { soort: 'WMO301' as const, inhoud }, resultaat: geraakt };
  };
}

/**
 * Makes and sends the WMO301 of an order; gives what a 201 shows.
 * @param bestelling the product that the access team orders; policy then says what it takes the place of
 * @throws Probleem when it cannot
 */
export async function voerUit(
  gateway: Gateway, request: FastifyRequest, opdracht: Toewijzingsopdracht, bestelling?: Nieuw,
): Promise<{ bericht: unknown; toewijzingen: unknown[] }> {
  const { beoordelaar, pool } = gateway;
  const { berichtId, resultaat } = await verstuur(
    beoordelaar, opdracht.gemeente, opdracht.aanbieder, request.aanvrager.client, maker(gateway, opdracht, bestelling),
  ).catch((fout: unknown) => { throw alsVerzendprobleem(fout, bestelling === undefined ? undefined : '/product'); });
  const bericht = await zoekBericht(pool, berichtId);
  const gevonden = await zoekToewijzingen(pool, { gemeente: opdracht.gemeente, aanbieder: opdracht.aanbieder, bsn: opdracht.bsn });
  const opNummer = new Map(gevonden.map((een) => [een.toewijzing.nummer, een]));
  return {
    bericht: bericht === undefined ? undefined : toonBericht(bericht),
    toewijzingen: resultaat.flatMap((nummer) => {
      const een = opNummer.get(nummer);
      return een === undefined ? [] : [toonGevonden(een)];
    }),
  };
}

const datum = (waarde: unknown): string | undefined => (waarde === null || waarde === undefined ? undefined : datumUitSql(waarde as string));
const zonderLeeg = (velden: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(velden).filter(([, waarde]) => waarde !== undefined && waarde !== null));

function toonGevonden({ toewijzing: t, versies, starts, stops, gedeclareerd, maximum, resterend }: Gevonden): Record<string, unknown> {
  return zonderLeeg({
    toewijzingNummer: t.nummer, aanbieder: t.aanbieder,
    product: t.categorie === undefined ? undefined : zonderLeeg({ categorie: t.categorie, code: t.code }),
    toewijzingsdatum: t.toewijzingsdatum, toewijzingstijd: t.toewijzingstijd, ingangsdatum: t.ingangsdatum, einddatum: t.einddatum,
    redenWijziging: t.redenWijziging, omvang: t.volume === undefined ? undefined : { volume: t.volume, eenheid: t.eenheid, frequentie: t.frequentie },
    budget: t.budget, referentieAanbieder: t.referentieAanbieder,
    versies: versies.map((rij) => zonderLeeg({
      toewijzingsdatum: datum(rij['toewijzingsdatum']), toewijzingstijd: rij['toewijzingstijd'], einddatum: datum(rij['einddatum']),
      redenWijziging: rij['reden_wijziging'], volume: rij['volume'], eenheid: rij['eenheid'], frequentie: rij['frequentie'], budget: rij['budget'],
      referentieAanbieder: rij['referentie_aanbieder'], berichtId: rij['bericht_id'] })),
    starts: starts.map((rij) => ({ begindatum: datum(rij['begindatum']), verwijderd: rij['verwijderd_door'] !== null })),
    stops: stops.map((rij) => ({
      begindatum: datum(rij['begindatum']), einddatum: datum(rij['einddatum']), redenBeeindiging: rij['reden_beeindiging'],
      verwijderd: rij['verwijderd_door'] !== null })),
    gedeclareerd: zonderLeeg({ ...gedeclareerd }), maximum, resterend,
  });
}
