/** Signs a caller in: what its token says, within what this gateway lets that client do. */
import type { Aanvrager, Scope } from '../aanvrager.js';
import { NietAangemeld, OnbekendeClient } from './fouten.js';
import type { Tokencontrole } from './token.js';
import type { Toegangen } from './toegangsbestand.js';

export interface Aangemeld {
  readonly aanvrager: Aanvrager;
  /** Own limits of this client; undefined: those of the configuration. */
  readonly perMinuut: number | undefined;
  readonly gelijktijdig: number | undefined;
}

export interface Aanmelder {
  /**
   * @param authorization the header
   * @param certificaat thumbprint of the certificate that the caller showed and that was found good; undefined without one
   * @throws NietAangemeld, OnbekendeClient, UitgeverOnbereikbaar
   */
  meldAan(authorization: string | undefined, certificaat: string | undefined): Promise<Aangemeld>;
}

/** Scheme and token as RFC 6750 (2.1) writes them. */
const BEARER = /^Bearer +([A-Za-z0-9\-._~+/]+=*) *$/i;

export function maakAanmelder({ controleer }: Tokencontrole, toegangen: () => Toegangen): Aanmelder {
  return {
    async meldAan(authorization, certificaat) {
      if (authorization === undefined || !/^Bearer(\s|$)/i.test(authorization)) {
        throw new NietAangemeld('ontbreekt', 'Meld u aan met een access token: Authorization: Bearer <token>.');
      }
      const token = BEARER.exec(authorization)?.[1];
      if (token === undefined) throw new NietAangemeld('ongeldig', 'Na Bearer hoort een token, zonder spaties of andere tekens.');
      const { client, scopes } = await controleer(token, certificaat);
      const toegang = toegangen().get(client);
      if (toegang === undefined) throw new OnbekendeClient(client);
      if (toegang.certificaten.size > 0 && (certificaat === undefined || !toegang.certificaten.has(certificaat))) {
        throw new NietAangemeld('ongeldig', 'Deze client moet zijn eigen certificaat tonen, en dat is bij deze verbinding niet gebeurd.');
      }
      const { partijen, perMinuut, gelijktijdig } = toegang;
      // The token may ask for less than the client may, never for more.
      const samen = new Set<Scope>([...toegang.scopes].filter((scope) => scopes.has(scope)));
      return { aanvrager: { client, partijen, scopes: samen }, perMinuut, gelijktijdig };
    },
  };
}
