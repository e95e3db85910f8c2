/** The parts of the page of a message: its course, its XML, and each finding at its place. */
import type { ComponentChildren, JSX } from 'preact';
import { catalogusregel } from '../../../../standaard/regels/catalogus/index.js';
import { label } from '../../../../standaard/codelijsten/index.js';
import { Alinea, Koppeling, Kop3, Label } from '../../opmaak/onderdelen.js';
import { getal, tijdstip } from '../../opmaak/tekst.js';
import { berichtadres, stapnaam, type Bevinding, type Stap, type Xmlregel } from './vormen.js';

export const Verloop = ({ stappen, zelf }: { readonly stappen: readonly Stap[]; readonly zelf: string }): JSX.Element => (
  <ol class="iwmo-verloop">
    {stappen.map((stap) => (
      <li class="iwmo-verloop__stap">
        <span class="iwmo-verloop__op">{stap.op === undefined ? 'nu' : <time dateTime={stap.op}>{tijdstip(stap.op)}</time>}</span>
        <span>
          {stapnaam(stap)}
          {stap.bericht === undefined || stap.bericht.id === zelf ? null
            : <>{' '}(<Koppeling naar={berichtadres(stap.bericht.id)}>{stap.bericht.berichtsoort}</Koppeling>)</>}
        </span>
      </li>))}
  </ol>
);

const INSPRONG = '  ';

/** What stands between the tags. */
function Waarde({ regel: { waarde, afgeschermd } }: { readonly regel: Xmlregel }): JSX.Element {
  if (afgeschermd === true) return <span class="iwmo-regels__dicht">{waarde ?? 'afgeschermd'}</span>;
  return <>{waarde}</>;
}

function tekstVan(regel: Xmlregel): ComponentChildren {
  const { soort, naam, aantal, type, waarde, afgeschermd } = regel;
  switch (soort) {
    case 'open': return `<${naam ?? ''}>`;
    case 'sluit': return `</${naam ?? ''}>`;
    case 'weggelaten': return <span class="iwmo-regels__weg">{aantal === undefined ? '… hier staat nog meer' : aantal === 1 ? '… 1 element weggelaten' : `… ${getal(aantal)} elementen weggelaten`}</span>;
    case 'waarde': {
      const betekenis = afgeschermd === true || type === undefined || waarde === undefined ? undefined : label(type, waarde);
      return <>{`<${naam ?? ''}>`}<Waarde regel={regel} />{`</${naam ?? ''}>`}{betekenis === undefined ? null : <span class="iwmo-regels__label">{`  ${betekenis}`}</span>}</>;
    }
  }
}

/** XML with the line numbers of the message as it was sent. */
export function Xml({ regels, naam }: { readonly regels: readonly Xmlregel[]; readonly naam: string }): JSX.Element {
  let vorige: number | undefined;
  return (
    <pre class="iwmo-regels" tabIndex={0} role="group" aria-label={naam}><code>
      {regels.map((regel) => {
        const nummer = regel.regel === undefined || regel.regel === vorige ? '' : String(regel.regel);
        vorige = regel.regel ?? vorige;
        const inhoud = <>{INSPRONG.repeat(regel.diepte)}{tekstVan(regel)}</>;
        return <>{`${nummer.padStart(5)}  `}{regel.raak === true ? <mark>{inhoud}</mark> : inhoud}{'\n'}</>;
      })}
    </code></pre>
  );
}

const NIVEAUS: Readonly<Record<number, string>> = {
  1: 'schema', 2: 'binnen het bericht', 3: 'vergeleken met eerdere berichten', 4: 'vergeleken met een andere bron' };

function Uitleg({ bevinding }: { readonly bevinding: Bevinding }): JSX.Element {
  const { regel, retourcode, niveau, melding } = bevinding;
  const kaart = catalogusregel(regel);
  const betekenis = retourcode === undefined ? undefined : label('LDT_RetourCode', retourcode);
  return (
    <div class="iwmo-bevinding">
      <p class="utrecht-paragraph">
        <Label soort="danger">{retourcode ?? 'zonder code'}</Label>{' '}
        <strong>{regel}</strong>{betekenis === undefined ? '' : `: ${betekenis}`}{' '}
        <span class="iwmo-zacht">niveau {niveau}, {NIVEAUS[niveau]}</span>
      </p>
      <Alinea>{melding}</Alinea>
      {kaart === undefined ? null : (
        <dl class="iwmo-uitleg">
          <dt>Wat moet kloppen</dt><dd>{kaart.eis}</dd>
          {kaart.lezing === undefined ? null : <><dt>Hoe wij dit lezen</dt><dd>{kaart.lezing}</dd></>}
          <dt>Wat u kunt doen</dt><dd>{kaart.doen}</dd>
        </dl>)}
    </div>
  );
}

/** `/Bericht/Client/StartProducten/StartProduct[2]/Begindatum` as Client › StartProduct 2 › Begindatum. */
export function plaatsnaam(pad: string): string {
  const delen = pad.split('/').filter((deel) => deel !== '' && deel !== 'Bericht').map((deel) => deel.replace(/\[(\d+)\]$/, ' $1'));
  // A list around numbered elements says nothing more than they do.
  return delen.filter((deel, i) => / \d+$/.test(deel) || !/ \d+$/.test(delen[i + 1] ?? '')).join(' › ') || 'Bericht';
}

export interface Plaats { readonly pad: string; readonly bevindingen: readonly Bevinding[]; readonly regels: readonly Xmlregel[] }

/** One place in the XML beside what was found there. */
export const Bevindingen = ({ plaats, nummer }: { readonly plaats: Plaats; readonly nummer: number }): JSX.Element => (
  <section class="iwmo-vlak" aria-labelledby={`plaats-${nummer}`}>
    <Kop3 id={`plaats-${nummer}`}>{plaatsnaam(plaats.pad)}</Kop3>
    <div class="iwmo-naast">
      {plaats.regels.length === 0 ? <Alinea>De inhoud van het bericht is hier niet te zien.</Alinea> : <Xml regels={plaats.regels} naam={`XML rond ${plaatsnaam(plaats.pad)}`} />}
      <div>{plaats.bevindingen.map((een) => <Uitleg bevinding={een} />)}</div>
    </div>
  </section>
);
