/** A form arrived from somebody whose session was over: nothing of it was done, and nothing of it is lost. */
import type { JSX } from 'preact';
import { Knop } from '../opmaak/formulier.js';
import { Alinea, Melding } from '../opmaak/onderdelen.js';

export function VerlorenSessie({ adres, velden, aanmelden }: {
  readonly adres: string; readonly velden: Readonly<Record<string, unknown>>; readonly aanmelden: string;
}): JSX.Element {
  const gevuld = Object.entries(velden).flatMap(([naam, waarde]) =>
    (Array.isArray(waarde) ? waarde as unknown[] : [waarde]).filter((een): een is string => typeof een === 'string').map((een) => [naam, een] as const));
  return (
    <>
      <Melding ernst="warning">
        <Alinea>Uw sessie is voorbij. Er is nog niets verwerkt, en wat u invulde staat nog op deze pagina.</Alinea>
      </Melding>
      <ol class="utrecht-ordered-list">
        <li class="utrecht-ordered-list__item">
          <a class="utrecht-link utrecht-link--html-a" href={aanmelden} target="_blank" rel="noopener">Meld u opnieuw aan in een nieuw venster</a>.
        </li>
        <li class="utrecht-ordered-list__item">Kom hier terug en verstuur het formulier.</li>
      </ol>
      <form class="utrecht-form" action={adres} method="post" aria-label="Opnieuw versturen">
        {gevuld.map(([naam, waarde]) => <textarea hidden name={naam} aria-hidden="true">{waarde}</textarea>)}
        <Knop>Verstuur opnieuw</Knop>
      </form>
    </>
  );
}
