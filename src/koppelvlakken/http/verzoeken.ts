/** /v1/verzoeken: requests of aanbieders and what is decided on them (api.md). */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { weegVerzoek } from '../../gemeente/afweging.js';
import { laadSituatie } from '../../gemeente/situatie.js';
import { besluitenOp, lijstVerzoeken, termijnenVan, type Genomen, type Volgorde } from '../../gemeente/verzoekenlijst.js';
import { VERZOEKSTATUSSEN, zoekVerzoek, type Verzoek, type Verzoekstatus } from '../../gemeente/verzoeken.js';
import { partijenlijst } from '../../platform/aanvrager.js';
import { herkomstVan, type Clienttoewijzing } from '../../regio/index.js';
import { zoekPersoon } from '../../register/personen.js';
import { SCHEMAS, type basis } from '../../standaard/berichten/gegenereerd/index.js';
import { elementenVan, vormfouten } from '../../standaard/berichten/uitJson.js';
import { isDatum } from '../../standaard/datum.js';
import { isVerwijderd } from '../../standaard/regels/dossier.js';
import { beslis, BesluitNietMogelijk, voorbeeldVan, type Beslissing } from '../../verwerking/beslissen.js';
import { zoekBericht } from '../../verwerking/opslag.js';
import { eisGemeente } from './aanmelding/partijen.js';
import type { Gateway } from './gateway.js';
import { Probleem } from './problemen.js';
import { BERICHT, ID, PROBLEEM } from './schemas.js';
import { alsVerzendprobleem, ongeldig } from './toewijzingen.js';
import { GEMEENTE } from './toewijzingschemas.js';
import { BESLUIT, VERZOEK, VERZOEKREGEL, VOORBEELD } from './verzoekschemas.js';
import { toonBericht } from './weergave.js';

const CLIENT = elementenVan(SCHEMAS.WMO301.structuur, 'Client');

interface Invoer {
  readonly besluit: Beslissing['besluit'];
  readonly redenAfwijzing?: basis.LDT_RedenAfwijzingVerzoek;
  readonly ingangsdatum?: string;
  readonly client?: object;
  readonly ondanks?: readonly string[];
}

/** @throws Probleem when the decision is incomplete */
function alsBeslissing({ besluit, redenAfwijzing, ingangsdatum, client, ondanks }: Invoer): Beslissing {
  if (besluit === 'onderzoek') return { besluit };
  if (besluit === 'afwijzen') {
    if (redenAfwijzing === undefined) throw new Probleem('ongeldige-aanvraag',
      'Bij afwijzen hoort redenAfwijzing, een code van 1 tot en met 9 (WJ759).');
    return { besluit, redenAfwijzing };
  }
  if (ingangsdatum !== undefined && !isDatum(ingangsdatum)) {
    throw new Probleem('ongeldige-aanvraag', 'ingangsdatum moet een bestaande datum zijn (JJJJ-MM-DD).');
  }
  const fouten = client === undefined ? [] : vormfouten(CLIENT, client, '/client', ['Bsn', 'ToegewezenProducten']);
  if (fouten.length > 0) throw ongeldig(fouten);
  return {
    besluit, ...(ingangsdatum === undefined ? {} : { ingangsdatum }), ...(client === undefined ? {} : { client: client as never }),
    ...(ondanks === undefined ? {} : { ondanks }),
  };
}

const berichtVan = (id: string): { id: string; href: string } => ({ id, href: `/v1/berichten/${id}` });

const toonBesluit = ({ berichtId, op, ...besluit }: Genomen): Record<string, unknown> =>
  ({ ...besluit, op: op.toISOString(), bericht: berichtVan(berichtId) });

function toonToewijzing({ toewijzing: t, ...levering }: Clienttoewijzing): Record<string, unknown> {
  return {
    toewijzingNummer: t.nummer, aanbieder: t.aanbieder, product: t.categorie === undefined ? undefined : { categorie: t.categorie, code: t.code },
    ingangsdatum: t.ingangsdatum, einddatum: t.einddatum, budget: t.budget,
    omvang: t.volume === undefined ? undefined : { volume: t.volume, eenheid: t.eenheid, frequentie: t.frequentie }, ...levering,
  };
}

const gemaskeerd = (bsn: string): string => `•••••${bsn.slice(-4)}`;

export function verzoekRoutes(app: FastifyInstance, gateway: Gateway): void {
  const { pool, beslisser } = gateway;

  /** One that the caller may not see is not there. Whose it is, is in the audit trail. */
  const haal = async (request: FastifyRequest): Promise<Verzoek> => {
    const { id } = request.params as { id: string };
    const verzoek = await zoekVerzoek(pool, id, partijenlijst(request.aanvrager));
    if (verzoek === undefined) throw new Probleem('niet-gevonden', 'Er is geen verzoek met dit id. Controleer het id.');
    const persoon = await zoekPersoon(pool, verzoek.bsn);
    if (persoon !== undefined) request.betrokkenen = [persoon];
    return verzoek;
  };

  /** Why a decision did not go through; of one that came too late also who was first and what they decided. */
  const waarom = async (fout: unknown, verzoek: Verzoek): Promise<unknown> => {
    if (!(fout instanceof BesluitNietMogelijk)) return alsVerzendprobleem(fout, '/besluit');
    const eerder = (await besluitenOp(pool, verzoek)).at(-1);
    return new Probleem('besluit-niet-mogelijk', fout.uitleg, [], eerder === undefined ? {} : toonBesluit(eerder));
  };

  app.get('/v1/verzoeken', {
    config: { toegang: ['gemeente'] },
    schema: {
      summary: 'Verzoeken van aanbieders', tags: ['gemeente'],
      querystring: {
        type: 'object', required: ['gemeente'], additionalProperties: false,
        properties: {
          gemeente: GEMEENTE, status: { enum: VERZOEKSTATUSSEN }, limiet: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
          cursor: { type: 'string', format: 'uuid' },
          volgorde: { enum: ['oudste', 'nieuwste'], description: 'Volgorde van ontvangst; alleen samen met status' },
        },
      },
      response: { 200: { type: 'object', properties: { items: { type: 'array', items: VERZOEKREGEL },
        volgende: { type: 'string' } } }, '4xx': PROBLEEM },
    },
  }, async (request) => {
    const { gemeente, status, limiet, cursor, volgorde = 'id' } =
      request.query as { gemeente: string; status?: Verzoekstatus; limiet: number; cursor?: string; volgorde?: Volgorde };
    eisGemeente(request.aanvrager, gemeente);
    if (volgorde !== 'id' && status === undefined) throw new Probleem('ongeldige-aanvraag', 'Geef bij volgorde ook een status.');
    const gevonden = await lijstVerzoeken(pool, gemeente, status, volgorde, limiet + 1, cursor);
    const items = gevonden.slice(0, limiet);
    const laatste = items.at(-1);
    return {
      items: items.map(({ berichtId, ontvangenOp, ...verzoek }) =>
        ({ ...verzoek, ontvangenOp: ontvangenOp.toISOString(), bericht: berichtVan(berichtId) })),
      ...(gevonden.length > limiet && laatste !== undefined ? { volgende: laatste.id } : {}),
    };
  });

  app.get('/v1/verzoeken/:id', {
    config: { toegang: ['gemeente'] },
    schema: { summary: 'Een verzoek: de wens, de situatie, het beleid, termijnen en besluiten', tags: ['gemeente'], params: ID,
      response: { 200: VERZOEK, '4xx': PROBLEEM } },
  }, async (request) => {
    const verzoek = await haal(request);
    const { id, gemeente, aanbieder, bsn, referentie: referentieAanbieder, status, wachtOp, berichtId, dagtekening, berichtsoort } = verzoek;
    const beleid = beslisser.beleid();
    const situatie = await laadSituatie(pool, gemeente, bsn, beslisser.beoordelaar.klok.vandaag());
    const bekend = situatie.toewijzingen.length > 0;
    const { besluit: { redenen, ...besluit }, bezwaren } = weegVerzoek(beleid, verzoek, situatie);
    const [bericht, termijnen, besluiten] = [await zoekBericht(pool, berichtId), await termijnenVan(pool, verzoek), await besluitenOp(pool, verzoek)];
    return {
      id, gemeente, aanbieder, referentieAanbieder, berichtsoort, status, wachtOp, dagtekening, bericht: berichtVan(berichtId),
      ontvangenOp: bericht?.ontvangenOp.toISOString(), vervaldatum: termijnen[0]?.vervaldatum,
      client: { bsn: gemaskeerd(bsn), bekend, ...(bekend || verzoek.berichtsoort === 'WMO317' ? {} : { gegevens: verzoek.client }) },
      wens: verzoek.berichtsoort === 'WMO315' ? verzoek.product : verzoek.verzoek,
      situatie: situatie.toewijzingen.filter(({ toewijzing }) => !isVerwijderd(toewijzing)).map(toonToewijzing),
      beleid: {
        ...besluit, bestand: beleid.voor(gemeente)?.bestand, bezwaren,
        redenen: redenen.map(({ vraagtPersoon: _, ...reden }) => ({ ...reden, ...herkomstVan(beleid, gemeente, reden.regel) })),
      },
      termijnen, besluiten: besluiten.map(toonBesluit),
    };
  });

  app.post('/v1/verzoeken/:id/besluit', {
    config: { toegang: ['gemeente'] },
    schema: {
      summary: 'Besluit op een verzoek', tags: ['gemeente'], params: ID, body: BESLUIT,
      response: { 200: { type: 'object', properties: { bericht: BERICHT } }, '4xx': PROBLEEM, '5xx': PROBLEEM },
    },
  }, async (request) => {
    const beslissing = alsBeslissing(request.body as Invoer);
    const verzoek = await haal(request);
    const { berichtId } = await beslis(beslisser, verzoek.id, beslissing, request.aanvrager.client)
      .catch(async (fout: unknown) => { throw await waarom(fout, verzoek); });
    const bericht = await zoekBericht(pool, berichtId);
    return { bericht: bericht === undefined ? undefined : toonBericht(bericht) };
  });

  app.post('/v1/verzoeken/:id/voorbeeld', {
    config: { toegang: ['gemeente'] },
    schema: {
      summary: 'Het bericht dat een besluit zou versturen, zonder iets op te slaan', tags: ['gemeente'], params: ID, body: BESLUIT,
      response: { 200: VOORBEELD, '4xx': PROBLEEM, '5xx': PROBLEEM },
    },
  }, async (request) => {
    const beslissing = alsBeslissing(request.body as Invoer);
    const verzoek = await haal(request);
    const { soort, bericht, bytes, bezwaren } = await voorbeeldVan(beslisser, verzoek.id, beslissing)
      .catch(async (fout: unknown) => { throw await waarom(fout, verzoek); });
    const { Header: _header, ...inhoud } = bericht;
    return { berichtsoort: soort, bericht: zonderBsn(inhoud), xml: Buffer.from(bytes).toString('utf8'), bezwaren };
  });
}

/** The elements of a message without who the client is by number. */
function zonderBsn(inhoud: object): object {
  if (!('Client' in inhoud)) return inhoud;
  const { Bsn: _bsn, ...client } = inhoud.Client as { Bsn: string };
  return { ...inhoud, Client: client };
}
