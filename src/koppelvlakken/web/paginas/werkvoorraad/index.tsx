/** What needs a person now, most urgent first. Each line leads to the place where it is solved. */
import { isGemeentecode, kan } from '../../bezoek.js';
import { pagina, type Kamer } from '../../kamer.js';
import { Partijvraag } from '../partij.js';
import { berichtBlokken } from './berichten.js';
import { Blokken } from './blok.js';
import { gemeenteBlokken } from './gemeente.js';

export function werkvoorraadPaginas(kamer: Kamer): void {
  kamer.toon('/', { scopes: [] }, async (bezoek) => {
    const { partij } = bezoek;
    const [voorGemeente, voorBerichten] = await Promise.all([
      partij !== undefined && isGemeentecode(partij) && kan(bezoek, 'gemeente') ? gemeenteBlokken(bezoek, partij) : [], berichtBlokken(bezoek)]);
    // What others are late with can wait for what somebody here has to do.
    const blokken = [...voorGemeente.filter((blok) => !blok.vanAnderen), ...voorBerichten, ...voorGemeente.filter((blok) => blok.vanAnderen)];
    return pagina('Werkvoorraad', (
      <>
        {partij === undefined && kan(bezoek, 'lezen', 'gemeente', 'aanleveren') ? <Partijvraag bezoek={bezoek} soort="partij" /> : null}
        {blokken.length === 0 ? null : <Blokken blokken={blokken} />}
      </>));
  });
}
