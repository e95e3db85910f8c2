/** One message: where it stands, what became of it, what was found and where, its answer; and what may be done with it. */
import type { JSX } from 'preact';
import { Apifout } from '../../api.js';
import { kan, type Bezoek } from '../../bezoek.js';
import { naar, pagina, type Kamer, type Uitkomst } from '../../kamer.js';
import { Formulier, Foutoverzicht, Keuze, Knop, Tekstveld, type Velden } from '../../opmaak/formulier.js';
import { Alinea, Gegevens, Koppeling, Kop2, Label, Melding, Vouw } from '../../opmaak/onderdelen.js';
import { getal, korteDatum, partijnaam, tijdstip } from '../../opmaak/tekst.js';
import {
  berichtadres, isEigen, soortnaam, statusVan, uitlegVan, type Bericht, type Bevinding, type Stap, type Uitleg, type Weergave,
} from './vormen.js';
import { Bevindingen, Verloop, Xml, type Plaats } from './weergave.js';

const REDENEN = [
  { waarde: 'fout-onderzoeken', label: 'Een fout onderzoeken' }, { waarde: 'vraag-van-client', label: 'Een vraag van de cliënt' },
  { waarde: 'gegevens-vergelijken', label: 'Vergelijken met onze administratie' }, { waarde: 'anders', label: 'Anders, namelijk' },
];
const GELUKT: Readonly<Record<string, string>> = {
  opnieuw: 'Het bericht wordt opnieuw beoordeeld.', bezorging: 'Het bericht wordt opnieuw bezorgd.',
};

/** What a form on this page said that is not right. */
interface Inzage { readonly velden: Velden; readonly fouten: readonly { readonly veld?: string; readonly melding: string }[] }
interface Extra { readonly open?: Weergave; readonly inzage?: Inzage; readonly nee?: string }

interface Gelezen { readonly bericht: Bericht; readonly stappen: readonly Stap[]; readonly weergave: Weergave | undefined; readonly antwoord: Weergave | undefined }

/** Places with findings on a page; as many as the API shows at a time. */
const PER_PAGINA = 10;
const vanafVan = (tekst: string | undefined): number => (/^\d{1,6}$/.test(tekst ?? '') ? Number(tekst) : 0);

async function lees(bezoek: Bezoek, id: string, vanaf: number, open?: Weergave): Promise<Gelezen> {
  const { api } = bezoek;
  const pad = `/v1/berichten/${encodeURIComponent(id)}`;
  const bericht = await api.haal<Bericht>(pad);
  const { items: stappen } = await api.haal<{ items: readonly Stap[] }>(`${pad}/verloop`);
  const eigen = isEigen(bezoek, bericht);
  /** Without content there is still everything else. */
  const weergave = (waarvan: string, plaatsen: number): Promise<Weergave | undefined> =>
    api.haal<Weergave>(`/v1/berichten/${waarvan}/weergave`, { vanaf: plaatsen }).catch((fout: unknown) => {
      if (fout instanceof Apifout && fout.status === 404) return undefined;
      throw fout;
    });
  return {
    bericht, stappen, weergave: open ?? (eigen ? await weergave(bericht.id, vanaf) : undefined),
    antwoord: eigen && bericht.antwoord !== undefined ? await weergave(bericht.antwoord.id, 0) : undefined,
  };
}

/** Findings by place, in the order in which they were found. */
function plaatsenVan(bevindingen: readonly Bevinding[], vanaf: number, weergave: Weergave | undefined): readonly Plaats[] {
  const opPad = new Map<string, Bevinding[]>();
  for (const een of bevindingen) {
    const hier = opPad.get(een.pad);
    if (hier === undefined) opPad.set(een.pad, [een]);
    else hier.push(een);
  }
  const regels = new Map(weergave?.plaatsen.map((een) => [een.pad, een.regels]));
  return [...opPad].slice(vanaf, vanaf + PER_PAGINA).map(([pad, van]) => ({ pad, bevindingen: van, regels: regels.get(pad) ?? [] }));
}

const Stand = ({ uitleg: { ernst, titel, tekst } }: { readonly uitleg: Uitleg }): JSX.Element => (
  <div class={`utrecht-alert utrecht-alert--${ernst}`}>
    <div class="utrecht-alert__content"><div class="utrecht-alert__message"><p class="utrecht-paragraph"><strong>{titel}</strong></p><Alinea>{tekst}</Alinea></div></div>
  </div>
);

/** What may be done with a message that came to a stop. */
function Handelingen({ bezoek, bericht, stappen }: { readonly bezoek: Bezoek; readonly bericht: Bericht; readonly stappen: readonly Stap[] }): JSX.Element {
  const gestopt = stappen.find(({ stap }) => stap === 'bezorging-terzijde');
  return (
    <>
      {bericht.terzijdeOp === undefined ? null : kan(bezoek, 'beheer') ? (
        <Formulier naar={`/berichten/${bericht.id}/opnieuw`} csrf={bezoek.csrf()} naam="Opnieuw beoordelen"><Knop>Beoordeel opnieuw</Knop></Formulier>)
        : <Alinea>Vraag de beheerder dit bericht opnieuw te laten beoordelen. Noem het kenmerk <span class="iwmo-kenmerk">{bericht.id}</span>.</Alinea>}
      {gestopt === undefined ? null : (
        <Formulier naar={`/berichten/${bericht.id}/bezorging`} csrf={bezoek.csrf()} naam="Opnieuw bezorgen">
          <input type="hidden" name="bericht" value={gestopt.bericht?.id ?? bericht.id} />
          <Alinea>Het bezorgen is gestopt. Het bericht wacht in het postvak van {partijnaam(gestopt.partij ?? '')} tot die het ophaalt. Werkt de webhook weer, bezorg het dan opnieuw.</Alinea>
          <Knop soort="secondary-action">Bezorg opnieuw</Knop>
        </Formulier>)}
    </>
  );
}

function Inzageformulier({ bezoek, bericht, vanaf, inzage }: {
  readonly bezoek: Bezoek; readonly bericht: Bericht; readonly vanaf: number; readonly inzage: Inzage | undefined }): JSX.Element {
  const fout = (veld: string): string | undefined => inzage?.fouten.find((een) => een.veld === veld)?.melding;
  return (
    <Vouw kop="Persoonsgegevens tonen" open={inzage !== undefined}>
      <Formulier naar={`/berichten/${bericht.id}/persoonsgegevens`} csrf={bezoek.csrf()} naam="Persoonsgegevens tonen">
        <Alinea>Bsn, naam, adres en andere gegevens van personen zijn afgeschermd. Tonen wordt vastgelegd in het auditspoor, met uw naam en de reden.</Alinea>
        <input type="hidden" name="vanaf" value={String(vanaf)} />
        <Keuze naam="reden" label="Reden" leeg="Kies een reden" keuzes={REDENEN} waarde={inzage?.velden['reden']} fout={fout('reden')} verplicht />
        <Tekstveld naam="toelichting" label="Toelichting" uitleg="Nodig bij een andere reden. Noem geen gegevens van personen." maxLengte={200}
          waarde={inzage?.velden['toelichting']} fout={fout('toelichting')} />
        <Knop soort="secondary-action">Toon persoonsgegevens</Knop>
      </Formulier>
    </Vouw>
  );
}

function Inhoud({ gelezen: { bericht, weergave, antwoord }, bezoek, vanaf, extra }: {
  readonly gelezen: Gelezen; readonly bezoek: Bezoek; readonly vanaf: number; readonly extra: Extra }): JSX.Element {
  return (
    <>
      <div class="iwmo-naast">
        <section aria-labelledby="kop-inhoud">
          <Kop2 id="kop-inhoud">Bericht</Kop2>
          {weergave === undefined ? <Alinea>De inhoud is na de bewaartermijn gewist.</Alinea> : (
            <>
              <Alinea><Koppeling naar={`/berichten/${bericht.id}/xml`} download>Bericht downloaden ({bericht.berichtsoort}, XML)</Koppeling></Alinea>
              <Xml regels={weergave.begin} naam="XML van het bericht" />
            </>)}
        </section>
        {bericht.antwoord === undefined ? null : (
          <section aria-labelledby="kop-antwoord">
            <Kop2 id="kop-antwoord">Antwoord</Kop2>
            {antwoord === undefined ? <Alinea>De inhoud van het antwoord is na de bewaartermijn gewist.</Alinea> : (
              <>
                <Alinea>
                  <Koppeling naar={berichtadres(bericht.antwoord.id)}>{soortnaam(bericht.antwoord.berichtsoort)}</Koppeling>,{' '}
                  <Koppeling naar={`/berichten/${bericht.id}/antwoord`} download>downloaden (XML)</Koppeling>
                </Alinea>
                <Xml regels={antwoord.begin} naam="XML van het antwoord" />
              </>)}
          </section>)}
      </div>
      {extra.open !== undefined || weergave === undefined ? null : <Inzageformulier bezoek={bezoek} bericht={bericht} vanaf={vanaf} inzage={extra.inzage} />}
    </>
  );
}

/** Whole page. @param vanaf how many places with findings come before */
async function toon(bezoek: Bezoek, id: string, vanaf: number, extra: Extra = {}): Promise<Uitkomst> {
  const gelezen = await lees(bezoek, id, vanaf, extra.open);
  const { bericht, stappen, weergave } = gelezen;
  const plaatsen = plaatsenVan(bericht.bevindingen, vanaf, weergave);
  const aantal = new Set(bericht.bevindingen.map(({ pad }) => pad)).size;
  const [naam, soort] = statusVan(bericht);
  const gelukt = GELUKT[bezoek.query['gelukt'] ?? ''];
  const eigen = isEigen(bezoek, bericht);
  return pagina(`${soortnaam(bericht.berichtsoort)} ${bericht.identificatie}`, (
    <>
      {gelukt === undefined ? null : <Melding ernst="ok"><Alinea>{gelukt}</Alinea></Melding>}
      {extra.nee === undefined ? null : <Melding ernst="error" titel="Dit kan nu niet"><Alinea>{extra.nee}</Alinea></Melding>}
      {extra.open === undefined ? null : <Melding ernst="ok"><Alinea>U ziet persoonsgegevens. Dat u ze bekijkt is vastgelegd, met de reden. <Koppeling naar={berichtadres(bericht.id, vanaf)}>Scherm ze weer af</Koppeling>.</Alinea></Melding>}
      <Foutoverzicht fouten={extra.inzage?.fouten ?? []} />
      <Stand uitleg={uitlegVan(bericht, stappen)} />
      <Handelingen bezoek={bezoek} bericht={bericht} stappen={stappen} />
      <div class="iwmo-naast">
        <section aria-labelledby="kop-gegevens">
          <Kop2 id="kop-gegevens">Gegevens</Kop2>
          <Gegevens items={[
            ['Status', <Label soort={soort}>{naam}</Label>], ['Afzender', partijnaam(bericht.afzender)], ['Ontvanger', partijnaam(bericht.ontvanger)],
            ['Identificatie', <span class="iwmo-kenmerk">{bericht.identificatie}</span>], ['Dagtekening', korteDatum(bericht.dagtekening)],
            ['Ontvangen', tijdstip(bericht.ontvangenOp)], ['Kenmerk', <span class="iwmo-kenmerk">{bericht.id}</span>],
          ]} />
        </section>
        <section aria-labelledby="kop-verloop">
          <Kop2 id="kop-verloop">Verloop</Kop2>
          <Verloop stappen={stappen} zelf={bericht.id} />
        </section>
      </div>
      {plaatsen.length === 0 ? null : (
        <>
          <Kop2 id="bevindingen">{aantal > plaatsen.length ? `Bevindingen, plaats ${vanaf + 1} tot en met ${vanaf + plaatsen.length} van ${getal(aantal)}` : 'Bevindingen'}</Kop2>
          {plaatsen.map((plaats, i) => <Bevindingen plaats={plaats} nummer={vanaf + i + 1} />)}
          <Meer id={bericht.id} vanaf={vanaf} aantal={aantal} />
        </>)}
      {eigen ? <Inhoud gelezen={gelezen} bezoek={bezoek} vanaf={vanaf} extra={extra} />
        : <Alinea>Dit bericht is niet van een partij waarvoor u werkt. U ziet alleen dat het terzijde ligt, niet wat erin staat.</Alinea>}
    </>));
}

const Meer = ({ id, vanaf, aantal }: { readonly id: string; readonly vanaf: number; readonly aantal: number }): JSX.Element | null =>
  (aantal <= PER_PAGINA ? null : (
    <nav class="utrecht-pagination" aria-label="Bladeren door bevindingen">
      <span class="utrecht-pagination__before">
        {vanaf === 0 ? null : <a class="utrecht-pagination__relative-link" href={`${berichtadres(id, Math.max(0, vanaf - PER_PAGINA))}#bevindingen`}>Vorige plaatsen</a>}
      </span>
      <span class="utrecht-pagination__after">
        {vanaf + PER_PAGINA >= aantal ? null : <a class="utrecht-pagination__relative-link" href={`${berichtadres(id, vanaf + PER_PAGINA)}#bevindingen`}>Volgende plaatsen</a>}
      </span>
    </nav>));

/** What is wrong with the reason that somebody gave. */
function bezwaren({ reden, toelichting = '' }: Velden): Inzage['fouten'] {
  if (!REDENEN.some(({ waarde }) => waarde === reden)) return [{ veld: 'reden', melding: 'Kies waarom u de persoonsgegevens wilt zien.' }];
  if (reden === 'anders' && toelichting.length < 5) return [{ veld: 'toelichting', melding: 'Schrijf in een paar woorden waarom u de persoonsgegevens wilt zien.' }];
  return [];
}

export function berichtPagina(kamer: Kamer): void {
  const vanBericht = ({ params }: Bezoek): string => params['id'] ?? '';

  kamer.toon('/berichten/:id', { scopes: ['lezen', 'beheer'] }, async (bezoek) => toon(bezoek, vanBericht(bezoek), vanafVan(bezoek.query['vanaf'])));

  kamer.ontvang('/berichten/:id/persoonsgegevens', { scopes: ['lezen'] }, async (bezoek, velden) => {
    const id = vanBericht(bezoek);
    const vanaf = vanafVan(velden['vanaf']);
    const fouten = bezwaren(velden);
    if (fouten.length > 0) return toon(bezoek, id, vanaf, { inzage: { velden, fouten } });
    const { reden, toelichting = '' } = velden;
    try {
      const open = await bezoek.api.stuur<Weergave>(`/v1/berichten/${encodeURIComponent(id)}/persoonsgegevens`,
        { reden, vanaf, ...(toelichting === '' ? {} : { toelichting }) });
      return await toon(bezoek, id, vanaf, { open });
    } catch (fout) {
      if (!(fout instanceof Apifout) || fout.status !== 400) throw fout;
      return toon(bezoek, id, vanaf, { inzage: { velden, fouten: [{ veld: 'toelichting', melding: fout.probleem.detail }] } });
    }
  });

  // Where a form ended is no page of its own for who comes back to it.
  for (const wat of ['persoonsgegevens', 'opnieuw', 'bezorging']) {
    kamer.toon(`/berichten/:id/${wat}`, { scopes: ['lezen', 'beheer'] }, async (bezoek) => naar(berichtadres(encodeURIComponent(vanBericht(bezoek)))));
  }

  kamer.ontvang('/berichten/:id/opnieuw', { scopes: ['beheer'] }, async (bezoek) => {
    const id = vanBericht(bezoek);
    try {
      const bericht = await bezoek.api.json<Bericht>('POST', `/v1/berichten/${encodeURIComponent(id)}/opnieuw`);
      return naar(isEigen(bezoek, bericht) ? `/berichten/${bericht.id}?gelukt=opnieuw` : '/berichten?status=terzijde&gelukt=opnieuw');
    } catch (fout) {
      if (!(fout instanceof Apifout) || fout.status !== 409) throw fout;
      return toon(bezoek, id, 0, { nee: fout.probleem.detail });
    }
  });

  kamer.ontvang('/berichten/:id/bezorging', { scopes: ['lezen', 'beheer'] }, async (bezoek, velden) => {
    const id = vanBericht(bezoek);
    try {
      await bezoek.api.json('POST', `/v1/bezorgingen/${encodeURIComponent(velden['bericht'] ?? '')}/opnieuw`);
      return naar(`/berichten/${encodeURIComponent(id)}?gelukt=bezorging`);
    } catch (fout) {
      if (!(fout instanceof Apifout) || fout.status !== 409) throw fout;
      return toon(bezoek, id, 0, { nee: fout.probleem.detail });
    }
  });

  for (const wat of ['xml', 'antwoord'] as const) {
    kamer.toon(`/berichten/:id/${wat}`, { scopes: ['lezen'] }, async (bezoek) => {
      const id = vanBericht(bezoek);
      const inhoud = await bezoek.api.bytes(`/v1/berichten/${encodeURIComponent(id)}/${wat}`);
      return { soort: 'bestand', type: 'application/xml', naam: `${wat === 'xml' ? 'bericht' : 'antwoord'}-${id}.xml`, inhoud };
    });
  }
}
