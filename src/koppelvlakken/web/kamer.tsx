/** How a page is made and answered: who is there, what they may, the page around it, and what is shown when something goes wrong. */
import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Scope } from '../../platform/aanvrager.js';
import type { Logboek } from '../../platform/logboek.js';
import { isVoorbijgaand } from '../http/voorbijgaand.js';
import { Apifout } from './api.js';
import { kan, PartijNodig, type Bezoek } from './bezoek.js';
import { alsDocument, Foutpagina } from './opmaak/pagina.js';
import type { Velden } from './opmaak/formulier.js';
import type { Script } from './statisch.js';
import { Partijvraag } from './paginas/partij.js';
import { VerlorenSessie } from './paginas/verloren.js';

/** What a page answers: a page of its own, another address to go to, or something to download. */
export type Uitkomst =
  | { readonly soort: 'pagina'; readonly titel: string; readonly inhoud: ComponentChildren; readonly status?: number; readonly scripts?: readonly Script[] }
  | { readonly soort: 'naar'; readonly adres: string }
  | { readonly soort: 'bestand'; readonly type: string; readonly naam: string; readonly inhoud: Buffer | string | NodeJS.ReadableStream }
  /** A piece of a page, for a script of that page. */
  | { readonly soort: 'deel'; readonly inhoud: ComponentChildren; readonly status?: number }
  /** Data for a script of a page. */
  | { readonly soort: 'json'; readonly inhoud: unknown; readonly status?: number };

export const pagina = (titel: string, inhoud: ComponentChildren, status = 200, scripts: readonly Script[] = []): Uitkomst =>
  ({ soort: 'pagina', titel, inhoud, status, scripts });
/** Go on elsewhere after a form was handled, so that going back or renewing does not send it again. */
export const naar = (adres: string): Uitkomst => ({ soort: 'naar', adres });

export interface Paginaopties {
  /** One of these is enough; empty: everybody who is signed in. */
  readonly scopes: readonly Scope[];
  /** Largest size in bytes of what is sent. */
  readonly bodyLimit?: number;
}

export interface Schermdeur {
  /** Who is there; undefined for nobody. @throws Probleem-like errors of the database */
  bezoek(request: FastifyRequest, reply: FastifyReply): Promise<Bezoek | undefined>;
  /** Where somebody signs in who then wants to be at `terug`. */
  aanmeldadres(terug: string): string;
  readonly logboek: Logboek;
}

const MAX_FORMULIER = 256 * 1024;
const TITEL = { 403: 'Geen toegang', 404: 'Niet gevonden', 409: 'Dit kan nu niet', 429: 'Te veel aanvragen', 503: 'Tijdelijk niet beschikbaar' } as const;

declare module 'fastify' {
  interface FastifyInstance {
    /** What a browser may do with a page (Content-Security-Policy). */
    readonly schermbeleid: string;
  }
}

/** @param issuer where signing out goes on to, if anywhere */
export function schermbeleid(issuer: string | undefined): string {
  return ["default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self' data:", "connect-src 'self'", "font-src 'self'",
    `form-action 'self'${issuer === undefined ? '' : ` ${new URL(issuer).origin}`}`, "frame-ancestors 'none'", "base-uri 'none'"].join(';');
}

export function stuurPagina(
  reply: FastifyReply, status: number, titel: string, inhoud: ComponentChildren, bezoek: Bezoek | undefined, scripts: readonly Script[] = [],
): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').header('Content-Security-Policy', reply.server.schermbeleid).send(alsDocument(titel, inhoud, bezoek, scripts));
}

/** A path on this host and nothing else. */
export function veiligAdres(adres: unknown): string {
  return typeof adres === 'string' && /^\/(?![/\\])[^\\\u0000-\u001f]*$/.test(adres) ? adres : '/';
}

/** Fields of a form. A file that came as it is has none: its bytes must not be taken for them. */
const formulierVan = (body: unknown): Readonly<Record<string, unknown>> =>
  (typeof body === 'object' && body !== null && !Buffer.isBuffer(body) ? body as Record<string, unknown> : {});

function veldenVan(body: unknown): Velden {
  return Object.fromEntries(Object.entries(formulierVan(body)).flatMap(([naam, waarde]) => {
    const eerste: unknown = Array.isArray(waarde) ? waarde[0] : waarde;
    return typeof eerste === 'string' && naam !== '_csrf' ? [[naam, eerste.replaceAll('\r\n', '\n').trim()]] : [];
  }));
}

/** A room of pages. */
export class Kamer {
  constructor(readonly app: FastifyInstance, private readonly deur: Schermdeur) {}

  /** The same door for a room within this one, that reads other kinds of bodies. */
  binnen(app: FastifyInstance): Kamer {
    return new Kamer(app, this.deur);
  }

  /** A page that is looked at. */
  toon(pad: string, opties: Paginaopties, maak: (bezoek: Bezoek, request: FastifyRequest) => Promise<Uitkomst>): void {
    this.app.get(pad, { config: { toegang: 'scherm' }, schema: { hide: true } },
      (request, reply) => this.#antwoord(request, reply, opties, maak));
  }

  /** A form that is sent. */
  ontvang(pad: string, opties: Paginaopties, maak: (bezoek: Bezoek, velden: Velden, request: FastifyRequest) => Promise<Uitkomst>): void {
    this.app.post(pad, {
      config: { toegang: 'scherm' }, schema: { hide: true }, bodyLimit: opties.bodyLimit ?? MAX_FORMULIER,
      // Files of somebody who is not signed in are not even read; a form is, for what was filled in comes back.
      ...(opties.bodyLimit === undefined ? {} : { onRequest: (request: FastifyRequest, reply: FastifyReply) => this.#vooraf(request, reply) }),
    }, (request, reply) => this.#antwoord(request, reply, opties, (bezoek) => maak(bezoek, veldenVan(request.body), request), true));
  }

  async #antwoord(
    request: FastifyRequest, reply: FastifyReply, { scopes }: Paginaopties, maak: (bezoek: Bezoek, request: FastifyRequest) => Promise<Uitkomst>,
    metFormulier = false,
  ): Promise<FastifyReply> {
    let bezoek: Bezoek | undefined;
    try {
      bezoek = await this.deur.bezoek(request, reply);
      if (bezoek === undefined) {
        if (!metFormulier) return await reply.redirect(this.deur.aanmeldadres(request.url), 303);
        return this.#verloren(request, reply);
      }
      if (scopes.length > 0 && !kan(bezoek, ...scopes)) {
        return stuurPagina(reply, 403, TITEL[403], <Foutpagina detail="Uw rol geeft geen toegang tot deze pagina. Vraag de beheerder om de juiste rol." />, bezoek);
      }
      if (metFormulier) this.#controleerCsrf(request);
      return await this.#stuur(reply, await maak(bezoek, request), bezoek);
    } catch (fout) {
      return this.#fout(fout, request, reply, bezoek);
    }
  }

  /** Before a body is read. Who is there is looked up once more after it: reading it may have taken long. */
  async #vooraf(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
    try {
      return await this.deur.bezoek(request, reply) === undefined ? this.#verloren(request, reply) : undefined;
    } catch (fout) {
      return this.#fout(fout, request, reply, undefined);
    }
  }

  #verloren(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    return stuurPagina(reply, 401, 'Uw sessie is voorbij',
      <VerlorenSessie adres={request.url} velden={formulierVan(request.body)} aanmelden={this.deur.aanmeldadres('/aangemeld')} />, undefined);
  }

  /** The token of the form belongs to the cookie of this browser, and the form stood on a page of this host. */
  #controleerCsrf(request: FastifyRequest): void {
    const vanElders = request.headers['sec-fetch-site'];
    if (vanElders !== undefined && vanElders !== 'same-origin' && vanElders !== 'none') throw new CsrfFout();
    // It answers by itself where the token does not hold; here that answer is a page.
    let geldig = false;
    this.app.csrfProtection(request, { send: () => undefined } as unknown as FastifyReply, () => { geldig = true; });
    if (!geldig) throw new CsrfFout();
  }

  async #stuur(reply: FastifyReply, uitkomst: Uitkomst, bezoek: Bezoek): Promise<FastifyReply> {
    switch (uitkomst.soort) {
      case 'pagina': return stuurPagina(reply, uitkomst.status ?? 200, uitkomst.titel, uitkomst.inhoud, bezoek, uitkomst.scripts);
      case 'deel': return reply.code(uitkomst.status ?? 200).type('text/html; charset=utf-8').send(renderToString(<>{uitkomst.inhoud}</>));
      case 'naar': return reply.redirect(uitkomst.adres, 303);
      case 'json': return reply.code(uitkomst.status ?? 200).send(uitkomst.inhoud);
      case 'bestand': return reply.type(uitkomst.type).header('Content-Disposition', `attachment; filename="${uitkomst.naam}"`).send(uitkomst.inhoud);
    }
  }

  #fout(fout: unknown, request: FastifyRequest, reply: FastifyReply, bezoek: Bezoek | undefined): FastifyReply {
    if (fout instanceof PartijNodig && bezoek !== undefined) {
      return stuurPagina(reply, 200, 'Namens wie?', <Partijvraag bezoek={bezoek} soort={fout.soort} />, bezoek);
    }
    if (fout instanceof CsrfFout) {
      return stuurPagina(reply, 403, TITEL[403],
        <Foutpagina detail="Dit formulier kwam niet van een pagina van de gateway, of is te oud. Ga terug, ververs de pagina en verstuur het opnieuw." />, bezoek);
    }
    if (fout instanceof Apifout && fout.status < 500) {
      return stuurPagina(reply, fout.status, TITEL[fout.status as keyof typeof TITEL] ?? fout.probleem.title, <Foutpagina detail={fout.probleem.detail} />, bezoek);
    }
    // No word of what went wrong leaves; the number leads to it in the log.
    const kenmerk = randomBytes(5).toString('hex');
    const status = fout instanceof Apifout && fout.status === 503 ? 503 : fout instanceof Error && isVoorbijgaand(fout) ? 503 : 500;
    this.deur.logboek.error({ err: fout instanceof Apifout ? undefined : fout, kenmerk, route: request.routeOptions.url, status }, 'pagina niet gelukt');
    if (status === 503) void reply.header('Retry-After', '5');
    const detail = status === 503 ? 'De gateway kan nu niet bij zijn gegevens. Wat u invulde is niet verwerkt. Probeer het over een minuut opnieuw.'
      : 'Er ging iets mis dat niet aan u ligt. Het is vastgelegd. Probeer het later opnieuw.';
    return stuurPagina(reply, status, status === 503 ? TITEL[503] : 'Er ging iets mis', <Foutpagina detail={detail} kenmerk={kenmerk} />, bezoek);
  }
}

class CsrfFout extends Error {
  override readonly name = 'CsrfFout';
}
