/** The screens of a process: how people sign in and how it looks. */
import { leesThema } from '../koppelvlakken/web/statisch.js';
import type { Schermopties } from '../koppelvlakken/web/index.js';
import { maakInloop } from '../koppelvlakken/web/sessie/oidc.js';
import type { Rollen } from '../platform/aanmelding/index.js';
import type { Config } from '../platform/config.js';

/** @returns undefined where there are no screens. @throws ConfigFout for a file that cannot be used */
export function maakSchermopties({ schermen, host, port, tls }: Config, rollen: () => Rollen): Schermopties | undefined {
  if (schermen === undefined) return undefined;
  const adres = schermen.url ?? `${tls === undefined ? 'http' : 'https'}://${host}:${port}`;
  return {
    inloop: schermen.aanmelding && maakInloop(schermen.aanmelding, adres), rollen, adres, veilig: adres.startsWith('https:'),
    thema: leesThema(schermen.thema),
  };
}
