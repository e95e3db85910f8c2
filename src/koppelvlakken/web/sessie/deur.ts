/** Who is at the screen: from the cookie to a visit. Without sign-in everybody is the same somebody. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { Rollen } from '../../../platform/aanmelding/index.js';
import { magVoor, ZONDER_AANMELDING, type Aanvrager } from '../../../platform/aanvrager.js';
import { Api } from '../api.js';
import type { Bezoek } from '../bezoek.js';
import type { Gateway } from '../../http/gateway.js';
import type { Schermdeur } from '../kamer.js';
import type { Inloop, Onderweg } from './oidc.js';
import { zoekSessie } from './sessies.js';

export interface Schermopties {
  /** Absent: AUTH=uit. */
  readonly inloop: Inloop | undefined;
  /** What people may by their role, as it is now. */
  readonly rollen: () => Rollen;
  /** Address under which people reach the gateway. */
  readonly adres: string;
  /** Whether the browser reaches the gateway over TLS. */
  readonly veilig: boolean;
  /** Tokens of the gemeente, as CSS. */
  readonly thema: string;
}

/** Cookies of the screens. With TLS no other host or path can set them. */
export class Koekjes {
  readonly #voor: string;
  readonly opties: CookieSerializeOptions;

  constructor(veilig: boolean) {
    this.#voor = veilig ? '__Host-iwmo' : 'iwmo';
    this.opties = { path: '/', httpOnly: true, sameSite: 'lax', secure: veilig };
  }

  naam(welk: 'sessie' | 'partij' | 'naam' | 'aanmelden' | 'csrf'): string {
    return `${this.#voor}-${welk}`;
  }

  lees(request: FastifyRequest, welk: 'sessie' | 'partij' | 'naam' | 'aanmelden'): string | undefined {
    const waarde = request.cookies[this.naam(welk)];
    return waarde === undefined || waarde === '' ? undefined : waarde;
  }

  zet(reply: FastifyReply, welk: 'sessie' | 'partij' | 'naam' | 'aanmelden', waarde: string, maxAge?: number): void {
    void reply.setCookie(this.naam(welk), waarde, { ...this.opties, ...(maxAge === undefined ? {} : { maxAge }) });
  }

  wis(reply: FastifyReply, welk: 'sessie' | 'naam' | 'aanmelden'): void {
    void reply.clearCookie(this.naam(welk), this.opties);
  }
}

export const alsKoekje = (waarde: unknown): string => Buffer.from(JSON.stringify(waarde)).toString('base64url');

export function uitKoekje(tekst: string | undefined): Onderweg | undefined {
  if (tekst === undefined) return undefined;
  try {
    const waarde = JSON.parse(Buffer.from(tekst, 'base64url').toString('utf8')) as Partial<Onderweg> | null;
    const { state, nonce, verifier, terug } = waarde ?? {};
    return [state, nonce, verifier, terug].every((deel) => typeof deel === 'string') ? waarde as Onderweg : undefined;
  } catch {
    return undefined;
  }
}

interface Wie { readonly aanvrager: Aanvrager; readonly naam: string | undefined; readonly rol: string | undefined; readonly rollen: readonly string[] }

/** How a person is named in the audit trail and to the rest of the gateway. */
export const medewerkernaam = (medewerker: string): string => `medewerker ${medewerker}`.slice(0, 255);

export function maakSchermdeur(app: FastifyInstance, gateway: Gateway, opties: Schermopties, koekjes: Koekjes): Schermdeur {
  const { pool, logboek } = gateway;
  const wieIsDaar = async (request: FastifyRequest): Promise<Wie | undefined> => {
    if (opties.inloop === undefined) return { aanvrager: ZONDER_AANMELDING, naam: undefined, rol: undefined, rollen: [] };
    const sleutel = koekjes.lees(request, 'sessie');
    const sessie = sleutel === undefined ? undefined : await zoekSessie(pool, sleutel);
    if (sessie === undefined) return undefined;
    const bekend = opties.rollen();
    // A role that was taken out of the file is gone at once.
    const { partijen, scopes } = bekend.get(sessie.rol) ?? { partijen: new Set<string>(), scopes: new Set<never>() };
    const naam = koekjes.lees(request, 'naam');
    return {
      aanvrager: { client: medewerkernaam(sessie.medewerker), partijen, scopes }, rol: sessie.rol,
      rollen: sessie.rollen.filter((een) => bekend.has(een)), naam: naam === undefined ? undefined : Buffer.from(naam, 'base64url').toString('utf8').slice(0, 100),
    };
  };
  /** The party that was chosen, where this person still acts for it; else the first that there is. */
  const partijVan = (request: FastifyRequest, aanvrager: Aanvrager): string | undefined => {
    const { partijen } = aanvrager;
    const gekozen = koekjes.lees(request, 'partij');
    if (gekozen !== undefined && /^(\d{4}|\d{8})$/.test(gekozen) && magVoor(aanvrager, gekozen)) return gekozen;
    return partijen === 'alle' ? undefined : [...partijen][0];
  };
  return {
    logboek,
    aanmeldadres: (terug) => `/aanmelden?terug=${encodeURIComponent(terug)}`,
    async bezoek(request, reply): Promise<Bezoek | undefined> {
      const wie = await wieIsDaar(request);
      if (wie === undefined) return undefined;
      let token: string | undefined;
      return {
        ...wie, api: new Api(app, wie.aanvrager), aangemeld: opties.inloop !== undefined, partij: partijVan(request, wie.aanvrager),
        vandaag: gateway.beoordelaar.klok.vandaag(), adres: request.url,
        query: Object.fromEntries(Object.entries(request.query as Record<string, unknown>).flatMap(([naam, waarde]) => {
          const eerste: unknown = Array.isArray(waarde) ? waarde[0] : waarde;
          return typeof eerste === 'string' && eerste !== '' ? [[naam, eerste]] : [];
        })),
        params: request.params as Record<string, string>,
        csrf: () => { token ??= reply.generateCsrf(); return token; },
      };
    },
  };
}
