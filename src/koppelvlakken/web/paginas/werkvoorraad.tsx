/** What needs a person now. */
import { pagina, type Kamer } from '../kamer.js';
import { Alinea } from '../opmaak/onderdelen.js';

export function werkvoorraadPaginas(kamer: Kamer): void {
  kamer.toon('/', { scopes: [] }, async () => pagina('Werkvoorraad', <Alinea>Kies hierboven waar u aan wilt werken.</Alinea>));
}
