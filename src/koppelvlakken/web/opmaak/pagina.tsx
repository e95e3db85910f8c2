/** What every page has in common: head, navigation, who is here and for whom, and the place of the page itself. */
import type { ComponentChildren, JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { kan, type Bezoek } from '../bezoek.js';
import { bestandsadres, type Script } from '../statisch.js';
import { Formulier, Knop } from './formulier.js';
import { Melding } from './onderdelen.js';
import { partijnaam } from './tekst.js';

interface Plek { readonly naar: string; readonly naam: string; readonly zichtbaar: (bezoek: Bezoek) => boolean }

const gemeente = (bezoek: Bezoek): boolean => kan(bezoek, 'gemeente') && bezoek.partij?.length !== 8;
const NAVIGATIE: readonly Plek[] = [
  { naar: '/', naam: 'Werkvoorraad', zichtbaar: () => true },
  { naar: '/berichten', naam: 'Berichten', zichtbaar: (bezoek) => kan(bezoek, 'lezen', 'beheer') },
  { naar: '/bezorgingen', naam: 'Bezorgingen', zichtbaar: (bezoek) => kan(bezoek, 'lezen', 'beheer') },
  { naar: '/toewijzingen', naam: 'Toewijzingen', zichtbaar: (bezoek) => kan(bezoek, 'gemeente', 'lezen') },
  { naar: '/verzoeken', naam: 'Verzoeken', zichtbaar: gemeente },
  { naar: '/vooraankondigingen', naam: 'Vooraankondigingen', zichtbaar: (bezoek) => kan(bezoek, 'gemeente', 'lezen', 'aanleveren') },
  { naar: '/termijnen', naam: 'Termijnen', zichtbaar: gemeente },
  { naar: '/wachtlijst', naam: 'Wachtlijst', zichtbaar: gemeente },
  { naar: '/productie', naam: 'Productie', zichtbaar: gemeente },
  { naar: '/aanleveren', naam: 'Aanleveren', zichtbaar: (bezoek) => kan(bezoek, 'aanleveren') },
];

const isHier = (naar: string, adres: string): boolean => {
  const pad = adres.split('?')[0] ?? '';
  return naar === '/' ? pad === '/' : pad === naar || pad.startsWith(`${naar}/`);
};

const Navigatie = ({ bezoek }: { readonly bezoek: Bezoek }): JSX.Element => (
  <nav class="utrecht-nav-bar" aria-label="Hoofdmenu">
    <ul class="utrecht-nav-bar__content iwmo-menu">
      {NAVIGATIE.filter(({ zichtbaar }) => zichtbaar(bezoek)).map(({ naar, naam }) => (
        <li>
          <a class="iwmo-menu__link" href={naar} aria-current={isHier(naar, bezoek.adres) ? 'page' : undefined}>{naam}</a>
        </li>))}
    </ul>
  </nav>
);

/** For whom: a list of the parties of this person, or where everybody may do everything any code. */
function Partijkeuze({ bezoek }: { readonly bezoek: Bezoek }): JSX.Element | null {
  const { aanvrager: { partijen }, partij } = bezoek;
  if (partijen !== 'alle' && partijen.size < 2) return partij === undefined ? null : <span class="iwmo-wie__partij">{partijnaam(partij)}</span>;
  return (
    <form class="iwmo-wie__keuze" action="/partij" method="post">
      <input type="hidden" name="_csrf" value={bezoek.csrf()} />
      <input type="hidden" name="terug" value={bezoek.adres} />
      <label class="utrecht-form-label" for="partijkeuze">Namens</label>
      {partijen === 'alle'
        ? <input class="utrecht-textbox" id="partijkeuze" name="partij" value={partij} inputMode="numeric" maxLength={8} size={9} autocomplete="off"
          title="Gemeentecode (4 cijfers) of AGB-code (8 cijfers)" />
        : (
          <select class="utrecht-select utrecht-select--html-select" id="partijkeuze" name="partij">
            {[...partijen].map((een) => <option value={een} selected={een === partij}>{partijnaam(een)}</option>)}
          </select>)}
      <Knop soort="secondary-action">Kies</Knop>
      {partijen === 'alle' && partij !== undefined ? <span class="iwmo-wie__partij">{partijnaam(partij)}</span> : null}
    </form>
  );
}

function Wie({ bezoek }: { readonly bezoek: Bezoek }): JSX.Element {
  return (
    <div class="iwmo-wie">
      <Partijkeuze bezoek={bezoek} />
      {bezoek.aangemeld ? (
        <>
          <span class="iwmo-wie__naam">{bezoek.naam ?? 'Aangemeld'}{bezoek.rol === undefined ? '' : ` (${bezoek.rol})`}</span>
          {bezoek.rollen.length > 1 ? <a class="utrecht-link utrecht-link--html-a" href="/rol">Andere rol</a> : null}
          <Formulier naar="/afmelden" csrf={bezoek.csrf()} naam="Afmelden"><Knop soort="subtle">Afmelden</Knop></Formulier>
        </>) : null}
    </div>
  );
}

/** A page as a whole. @param bezoek absent where nobody is signed in. @param scripts of this page alone */
export function alsDocument(titel: string, inhoud: ComponentChildren, bezoek: Bezoek | undefined, scripts: readonly Script[] = []): string {
  return `<!DOCTYPE html>${renderToString(
    <html lang="nl" class="utrecht-root">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="same-origin" />
        <title>{`${titel} – iWmo-gateway`}</title>
        <link rel="stylesheet" href={bestandsadres('stijl.css')} />
        <link rel="icon" type="image/svg+xml" href={bestandsadres('icoon.svg')} />
        {['verrijking.js', ...scripts].map((naam) => <script type="module" src={bestandsadres(naam)} />)}
      </head>
      <body class="utrecht-document utrecht-body">
        <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud">Naar de inhoud</a>
        <div class="utrecht-page">
          <header>
            <div class="utrecht-page-header iwmo-kop">
              <a class="iwmo-kop__naam" href="/">iWmo-gateway</a>
              {bezoek === undefined ? null : <Wie bezoek={bezoek} />}
            </div>
            {bezoek === undefined ? null : <Navigatie bezoek={bezoek} />}
            {bezoek === undefined || bezoek.aangemeld ? null : (
              <p class="iwmo-zonder">
                Zonder aanmelding (AUTH=uit): iedereen op deze computer mag hier alles. Gebruik geen gegevens van echte personen.
              </p>)}
          </header>
          <main class="utrecht-page-content iwmo-inhoud" id="inhoud" tabIndex={-1}>
            <h1 class="utrecht-heading-1">{titel}</h1>
            {inhoud}
          </main>
        </div>
      </body>
    </html>)}`;
}

/** A page for something that went wrong. @param kenmerk number under which the log has it */
export const Foutpagina = ({ detail, kenmerk, children }: {
  readonly detail: string; readonly kenmerk?: string | undefined; readonly children?: ComponentChildren }): JSX.Element => (
  <>
    <Melding ernst="error"><p class="utrecht-paragraph">{detail}</p></Melding>
    {kenmerk === undefined ? null : <p class="utrecht-paragraph">Meld bij vragen dit kenmerk: <strong class="iwmo-kenmerk">{kenmerk}</strong></p>}
    {children}
    <p class="utrecht-paragraph"><a class="utrecht-link utrecht-link--html-a" href="/">Naar de werkvoorraad</a></p>
  </>
);
