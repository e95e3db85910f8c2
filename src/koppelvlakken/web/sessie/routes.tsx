/** Signing in and out, and for whom somebody acts. */
import type { FastifyRequest } from 'fastify';
import { magVoor } from '../../../platform/aanvrager.js';
import type { Gateway } from '../../http/gateway.js';
import { noteer } from '../../../platform/audit/audit.js';
import { naar, pagina, stuurPagina, veiligAdres, type Kamer } from '../kamer.js';
import { Formulier, Keuzerondjes, Knop } from '../opmaak/formulier.js';
import { Alinea, Koppeling } from '../opmaak/onderdelen.js';
import { Foutpagina } from '../opmaak/pagina.js';
import { alsKoekje, medewerkernaam, uitKoekje, type Koekjes, type Schermopties } from './deur.js';
import { AanmeldingMislukt } from './oidc.js';
import { beginSessie, eindigSessie, wisselRol } from './sessies.js';

/** Seconds in which somebody has to come back from the issuer. */
const ONDERWEG_S = 600;
const JAAR_S = 365 * 24 * 3600;
const GEEN_ROL = 'U bent aangemeld, maar hebt geen rol in deze gateway. Vraag de beheerder om toegang.';

const terugVan = (request: FastifyRequest): string => veiligAdres((request.query as { terug?: unknown }).terug);

export function sessieRoutes(kamer: Kamer, { pool, logboek }: Gateway, opties: Schermopties, koekjes: Koekjes): void {
  const { app } = kamer;
  const { inloop } = opties;

  kamer.ontvang('/partij', { scopes: [] }, async ({ aanvrager }, { partij = '', terug }, request) => {
    const schoon = partij.replaceAll(/\s/g, '');
    if (/^(\d{4}|\d{8})$/.test(schoon) && magVoor(aanvrager, schoon)) gekozen.set(request, schoon);
    return naar(veiligAdres(terug));
  });
  // The answer is made by the room; the cookie goes with it.
  const gekozen = new WeakMap<FastifyRequest, string>();
  app.addHook('onSend', async (request, reply, lading) => {
    const partij = gekozen.get(request);
    if (partij !== undefined) koekjes.zet(reply, 'partij', partij, JAAR_S);
    return lading;
  });

  if (inloop === undefined) return;

  app.get('/aanmelden', { config: { toegang: 'openbaar' }, schema: { hide: true } }, async (request, reply) => {
    try {
      const { adres, onderweg } = await inloop.begin(terugVan(request));
      koekjes.zet(reply, 'aanmelden', alsKoekje(onderweg), ONDERWEG_S);
      return await reply.redirect(adres, 303);
    } catch (fout) {
      if (!(fout instanceof AanmeldingMislukt)) throw fout;
      return stuurPagina(reply, fout.status, 'Aanmelden', <Foutpagina detail={fout.uitleg} />, undefined);
    }
  });

  app.get('/aanmelden/terug', { config: { toegang: 'openbaar' }, schema: { hide: true } }, async (request, reply) => {
    const onderweg = uitKoekje(koekjes.lees(request, 'aanmelden'));
    koekjes.wis(reply, 'aanmelden');
    const opnieuw = <Alinea><Koppeling naar={`/aanmelden?terug=${encodeURIComponent(onderweg?.terug ?? '/')}`}>Opnieuw aanmelden</Koppeling></Alinea>;
    if (onderweg === undefined) {
      return stuurPagina(reply, 403, 'Aanmelden', <Foutpagina detail="Het aanmelden duurde te lang of begon in een ander venster. Probeer het opnieuw.">{opnieuw}</Foutpagina>, undefined);
    }
    try {
      const { medewerker, naam, rollen: gegeven } = await inloop.rondAf(new URL(request.url, opties.adres), onderweg);
      const rollen = gegeven.filter((rol) => opties.rollen().has(rol));
      const [rol] = rollen;
      if (rol === undefined) throw new AanmeldingMislukt(GEEN_ROL, 403);
      koekjes.zet(reply, 'sessie', await beginSessie(pool, { medewerker, rollen, rol }));
      if (naam !== undefined) koekjes.zet(reply, 'naam', Buffer.from(naam).toString('base64url'));
      await noteer(pool, { client: medewerkernaam(medewerker) }, {
        handeling: 'aangemeld', reden: 'scherm', resultaat: `rol ${rol}` });
      return await reply.redirect(rollen.length > 1 ? `/rol?terug=${encodeURIComponent(onderweg.terug)}` : veiligAdres(onderweg.terug), 303);
    } catch (fout) {
      if (!(fout instanceof AanmeldingMislukt)) throw fout;
      logboek.warn({ status: fout.status }, 'aanmelding aan een scherm niet gelukt');
      return stuurPagina(reply, fout.status, 'Aanmelden', <Foutpagina detail={fout.uitleg}>{opnieuw}</Foutpagina>, undefined);
    }
  });

  kamer.toon('/rol', { scopes: [] }, async (bezoek) => pagina('Uw rol', (
    <Formulier naar="/rol" csrf={bezoek.csrf()} naam="Rol kiezen">
      <input type="hidden" name="terug" value={veiligAdres(bezoek.query['terug'])} />
      <Keuzerondjes naam="rol" label="In welke rol werkt u nu?" waarde={bezoek.rol} keuzes={bezoek.rollen.map((rol) => ({ waarde: rol, label: rol }))} verplicht />
      <Knop>Verder</Knop>
    </Formulier>)));

  kamer.ontvang('/rol', { scopes: [] }, async (_bezoek, { rol = '', terug }, request) => {
    const sleutel = koekjes.lees(request, 'sessie');
    if (sleutel !== undefined) await wisselRol(pool, sleutel, rol);
    return naar(veiligAdres(terug));
  });

  kamer.ontvang('/afmelden', { scopes: [] }, async (_bezoek, _velden, request) => {
    const sleutel = koekjes.lees(request, 'sessie');
    if (sleutel !== undefined) await eindigSessie(pool, sleutel);
    afgemeld.add(request);
    return naar(await inloop.einde() ?? '/afgemeld');
  });
  const afgemeld = new WeakSet<FastifyRequest>();
  app.addHook('onSend', async (request, reply, lading) => {
    if (afgemeld.has(request)) {
      koekjes.wis(reply, 'sessie');
      koekjes.wis(reply, 'naam');
    }
    return lading;
  });

  app.get('/afgemeld', { config: { toegang: 'openbaar' }, schema: { hide: true } }, async (_request, reply) => stuurPagina(reply, 200, 'Afgemeld',
    <Alinea>U bent afgemeld. <Koppeling naar="/">Opnieuw aanmelden</Koppeling></Alinea>, undefined));

  kamer.toon('/aangemeld', { scopes: [] }, async () => pagina('Aangemeld', <Alinea>U bent weer aangemeld. Ga terug naar het vorige venster om uw formulier te versturen.</Alinea>));
}
