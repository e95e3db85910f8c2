/** Delivering messages: what levels 1 and 2 say of each file before it goes, then sending it and seeing what comes of it. */
import multipart from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { JSX } from 'preact';
import { leesLichamen } from '../../http/lichaam.js';
import { Apifout } from '../api.js';
import { kan, type Bezoek } from '../bezoek.js';
import { pagina, type Kamer, type Uitkomst } from '../kamer.js';
import { Formulier, Knop, Knoppen } from '../opmaak/formulier.js';
import { Alinea, Koppeling, Kop2, Label, Melding, Tabel, type Kolom } from '../opmaak/onderdelen.js';

interface Bevinding {
  readonly niveau: number; readonly regel?: string; readonly retourcode?: string; readonly pad?: string; readonly melding: string;
  readonly plaats?: { readonly regel?: number };
}
interface Oordeel { readonly geldig: boolean; readonly berichtsoort?: string; readonly bevindingen: readonly Bevinding[] }
interface Bericht {
  readonly id: string; readonly berichtsoort: string; readonly identificatie: string; readonly status: string; readonly antwoord?: { readonly berichtsoort: string };
}

/** Findings that are shown of one file. */
const GETOOND = 50;
/** Messages of which the stand is asked at once. */
const MAX_STANDEN = 100;
/** Without scripts the files come in one request: this many, and so big together. */
const MAX_BESTANDEN = 10;
const MAX_SAMEN = 30_000_000;
const MAX_BESTAND = 25_000_000;
const MAX_NAAM = 120;
/** Seconds that a file waits for its assessment before its stand is asked for. */
const WACHT_S = 10;
/** A script knows which file it sent; its name, in which anything may stand, does not travel in an address. */
const DIT_BESTAND = 'dit bestand';

const STAND: Readonly<Record<string, readonly [string, 'neutral' | 'safe' | 'warning' | 'danger' | 'active']>> = {
  ontvangen: ['Wordt beoordeeld', 'active'], goedgekeurd: ['Goedgekeurd', 'safe'], 'deels-goedgekeurd': ['Deels goedgekeurd', 'warning'],
  afgekeurd: ['Afgekeurd', 'danger'], mislukt: ['Nog niet te beoordelen', 'warning'], doorgestuurd: ['Doorgestuurd aan de ontvanger', 'active'],
};

const isOnderweg = ({ status }: Bericht): boolean => ['ontvangen', 'mislukt'].includes(status);

const KOLOMMEN: readonly Kolom<Bevinding>[] = [
  { kop: 'Niveau', cel: ({ niveau }) => niveau },
  { kop: 'Code', cel: ({ retourcode, regel }) => [retourcode, regel].filter((deel) => deel !== undefined).join(' / ') },
  { kop: 'Regel in het bestand', getal: true, cel: ({ plaats }) => plaats?.regel ?? '–' },
  { kop: 'Plaats', cel: ({ pad }) => pad ?? '–' },
  { kop: 'Wat er mis is', cel: ({ melding }) => melding },
];

/** What levels 1 and 2 say of one file. */
function Verslag({ naam, oordeel }: { readonly naam: string; readonly oordeel: Oordeel }): JSX.Element {
  const { geldig, berichtsoort, bevindingen } = oordeel;
  const getoond = bevindingen.slice(0, GETOOND);
  if (geldig) return <p class="utrecht-paragraph"><Label soort="safe">Geen fouten</Label> {berichtsoort ?? ''}: niveau 1 en 2 zijn in orde.</p>;
  const op1 = bevindingen.some(({ niveau }) => niveau === 1);
  return (
    <>
      <p class="utrecht-paragraph">
        <Label soort={op1 ? 'danger' : 'warning'}>{bevindingen.length === 1 ? '1 fout' : `${bevindingen.length} fouten`}</Label>{' '}
        {op1 ? 'Dit bestand kan zo niet worden verstuurd: het voldoet niet aan het schema.' : `${berichtsoort ?? 'Het bericht'} kan worden verstuurd, maar wordt hierop afgekeurd.`}
      </p>
      <Tabel bijschrift={`Fouten in ${naam}`} verborgenBijschrift kolommen={KOLOMMEN} rijen={getoond} leeg="" />
      {bevindingen.length > GETOOND ? <Alinea>Hier staan de eerste {GETOOND}. Verbeter deze en controleer opnieuw.</Alinea> : null}
    </>
  );
}

interface Gestuurd { readonly bericht: Bericht; readonly bezoek: Bezoek }

/** Where a message stands that was sent. Not everybody who may send may read it afterwards. */
function Stand({ bericht, bezoek }: Gestuurd): JSX.Element {
  const [tekst, soort] = STAND[bericht.status] ?? [bericht.status, 'neutral'];
  return (
    <p class="utrecht-paragraph">
      <Label soort={soort}>{tekst}</Label>{' '}
      {kan(bezoek, 'lezen') ? <Koppeling naar={`/berichten/${bericht.id}`}>{bericht.berichtsoort} {bericht.identificatie}</Koppeling>
        : `${bericht.berichtsoort} ${bericht.identificatie}`}
      {bericht.antwoord === undefined ? null : `, antwoord ${bericht.antwoord.berichtsoort}`}
      {isOnderweg(bericht) && !kan(bezoek, 'lezen') ? '. Verstuurd; uw rol mag de uitslag niet inzien.' : null}
    </p>
  );
}

/** The same, for a script that follows it until its assessment is there. */
const Gevolgd = (gestuurd: Gestuurd): JSX.Element => (
  <div data-bericht={gestuurd.bericht.id} data-klaar={isOnderweg(gestuurd.bericht) && kan(gestuurd.bezoek, 'lezen') ? undefined : 'ja'}>
    <Stand {...gestuurd} />
  </div>
);

/** The API's no, as something a person can do something with. */
function Nee({ naam, fout }: { readonly naam: string; readonly fout: Apifout }): JSX.Element {
  const { probleem: { title, detail, fouten = [] } } = fout;
  const rijen = fouten.map(({ melding, pad, regel }): Bevinding => ({
    niveau: 1, melding, ...(pad === undefined ? {} : { pad }), ...(typeof regel === 'number' ? { plaats: { regel } } : {}) }));
  return (
    <>
      <p class="utrecht-paragraph"><Label soort="danger">Niet verstuurd</Label> {title}. {detail}</p>
      {rijen.length === 0 ? null
        : <Tabel bijschrift={`Fouten in ${naam}`} verborgenBijschrift kolommen={KOLOMMEN} rijen={rijen.slice(0, GETOOND)} leeg="" />}
    </>
  );
}

async function controleer(bezoek: Bezoek, naam: string, bytes: Buffer): Promise<JSX.Element> {
  return <Verslag naam={naam} oordeel={await bezoek.api.json<Oordeel>('POST', '/v1/validaties', { body: bytes })} />;
}

/** @param sleutel keeps a file that is sent again, after a connection that broke, from being delivered twice */
function stuur(bezoek: Bezoek, bytes: Buffer, sleutel: string | undefined): Promise<Bericht> {
  const headers: Record<string, string> = { prefer: `wait=${WACHT_S}`, ...(sleutel === undefined ? {} : { 'idempotency-key': sleutel }) };
  return bezoek.api.json<Bericht>('POST', '/v1/berichten', { body: bytes, headers });
}

/** The answer to a script, about one file; a no of the API is part of it. */
async function overBestand(naam: string, doe: () => Promise<{ inhoud: JSX.Element; id?: string }>): Promise<Uitkomst> {
  try {
    return { soort: 'deel', ...await doe() };
  } catch (fout) {
    if (!(fout instanceof Apifout) || fout.status >= 500) throw fout;
    return { soort: 'deel', status: fout.status, inhoud: <Nee naam={naam} fout={fout} /> };
  }
}

/** A name of a file as it can be shown. */
const naamUit = (tekst: unknown): string => (typeof tekst === 'string' && tekst !== '' ? tekst.slice(0, MAX_NAAM) : 'bestand');
const bytesUit = ({ body }: FastifyRequest): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0));

interface Deel { readonly filename?: string; toBuffer(): Promise<Buffer> }

/** Files of a form that was sent without scripts. */
async function bestandenUit({ body }: FastifyRequest): Promise<{ naam: string; bytes: Buffer }[]> {
  const delen = (body as { bestanden?: Deel | readonly Deel[] } | undefined)?.bestanden;
  const lijst = delen === undefined ? [] : [delen].flat() as readonly Deel[];
  const gelezen = await Promise.all(lijst.map(async (deel) => ({ naam: naamUit(deel.filename), bytes: await deel.toBuffer() })));
  return gelezen.filter(({ bytes }) => bytes.length > 0);
}

function Keuzeformulier({ bezoek }: { readonly bezoek: Bezoek }): JSX.Element {
  return (
    <Formulier naar="/aanleveren/bestanden" csrf={bezoek.csrf()} bestanden naam="Bestanden aanleveren">
      <div class="iwmo-sleepvlak" data-sleepvlak>
        <div class="utrecht-form-field">
          <label class="utrecht-form-label" for="bestanden">XML-bestanden</label>
          <div class="utrecht-form-field-description" id="uitleg-bestanden">
            Eén of meer berichten (301, 305, 307, 315, 317, 319 of 323), elk hooguit 25 MB. <span data-met-script hidden>U kunt ze ook hierheen slepen.</span>
          </div>
          <input class="utrecht-textbox iwmo-bestanden" id="bestanden" name="bestanden" type="file" multiple accept=".xml,application/xml,text/xml" aria-describedby="uitleg-bestanden" />
        </div>
      </div>
      <div data-zonder-script>
        <Knoppen>
          <Knop naam="actie" waarde="controle" soort="secondary-action">Controleer</Knop>
          <Knop naam="actie" waarde="versturen">Verstuur</Knop>
        </Knoppen>
      </div>
    </Formulier>
  );
}

export function aanleverPaginas(kamer: Kamer): void {
  kamer.toon('/aanleveren', { scopes: ['aanleveren'] }, async (bezoek) => pagina('Aanleveren', (
    <>
      <Alinea>Elk bestand wordt eerst gecontroleerd op niveau 1 (het schema) en niveau 2 (de regels binnen het bericht). Daarna verstuurt u wat goed is.</Alinea>
      <Keuzeformulier bezoek={bezoek} />
      <div data-lijst hidden>
        <Kop2>Bestanden</Kop2>
        <p class="utrecht-paragraph" data-voortgang role="status" />
        <ul class="iwmo-bestandslijst" />
        <Knoppen>
          <button class="utrecht-button utrecht-button--primary-action" type="button" data-verstuur disabled>Verstuur</button>
          <button class="utrecht-button utrecht-button--secondary-action" type="button" data-leeg>Begin opnieuw</button>
        </Knoppen>
      </div>
      <template id="bestand">
        <li class="iwmo-vlak">
          <h3 class="utrecht-heading-3" data-naam />
          <progress max={100} value={0} aria-label="Voortgang" />
          <div data-uitkomst />
        </li>
      </template>
    </>), 200, ['aanleveren.js']));

  // Where messages stand, for the script of the page.
  kamer.toon('/aanleveren/stand', { scopes: ['aanleveren'] }, async (bezoek) => {
    const ids = (bezoek.query['ids'] ?? '').split(',').filter((id) => /^[0-9a-f-]{36}$/.test(id)).slice(0, MAX_STANDEN);
    const standen = await Promise.all(ids.map(async (id) => bezoek.api.haal<Bericht>(`/v1/berichten/${id}`).catch(() => undefined)));
    return {
      soort: 'deel', inhoud: standen.map((bericht) => (bericht === undefined ? null : <Gevolgd bericht={bericht} bezoek={bezoek} />)),
    };
  });

  kamer.app.register(async (ruw) => {
    leesLichamen(ruw);
    const deze = kamer.binnen(ruw);
    deze.ontvang('/aanleveren/controle', { scopes: ['aanleveren'], bodyLimit: MAX_BESTAND }, async (bezoek, _velden, request) => {
      return overBestand(DIT_BESTAND, async () => ({ inhoud: await controleer(bezoek, DIT_BESTAND, bytesUit(request)) }));
    });
    deze.ontvang('/aanleveren/bestand', { scopes: ['aanleveren'], bodyLimit: MAX_BESTAND }, async (bezoek, _velden, request) => {
      const sleutel = bezoek.query['sleutel'];
      return overBestand(DIT_BESTAND, async () => {
        const bericht = await stuur(bezoek, bytesUit(request), sleutel !== undefined && /^[0-9a-f-]{36}$/.test(sleutel) ? sleutel : undefined);
        return { inhoud: <Gevolgd bericht={bericht} bezoek={bezoek} /> };
      });
    });
  });

  kamer.app.register(async (formulieren) => {
    await formulieren.register(multipart, { attachFieldsToBody: true, limits: { files: MAX_BESTANDEN, fileSize: MAX_BESTAND, fields: 10, fieldSize: 10_000 } });
    const deze = kamer.binnen(formulieren);
    deze.ontvang('/aanleveren/bestanden', { scopes: ['aanleveren'], bodyLimit: MAX_SAMEN }, async (bezoek, _velden, request) => {
      const versturen = (request.body as { actie?: { value?: unknown } } | undefined)?.actie?.value === 'versturen';
      const bestanden = await bestandenUit(request);
      const uitkomsten: { naam: string; inhoud: JSX.Element }[] = [];
      // One by one: in the order in which they were chosen.
      for (const { naam, bytes } of bestanden) {
        const uitkomst = await overBestand(naam, async () => ({
          inhoud: versturen ? <Stand bericht={await stuur(bezoek, bytes, undefined)} bezoek={bezoek} /> : await controleer(bezoek, naam, bytes) }));
        if (uitkomst.soort === 'deel') uitkomsten.push({ naam, inhoud: <>{uitkomst.inhoud}</> });
      }
      return pagina('Aanleveren', (
        <>
          {bestanden.length === 0 ? <Melding ernst="error"><Alinea>U koos geen bestand, of een leeg bestand. Kies een of meer XML-bestanden.</Alinea></Melding> : null}
          {uitkomsten.map(({ naam, inhoud }) => <div class="iwmo-vlak"><h2 class="utrecht-heading-3">{naam}</h2>{inhoud}</div>)}
          <Keuzeformulier bezoek={bezoek} />
        </>));
    });
  });
}
