#!/usr/bin/env node
/**
 * A small issuer of tokens, for tests and demonstrations: metadata, keys and tokens for whoever asks. It knows no secrets and listens on
 * loopback only; it is no part of the product.
 *
 *   node test/hulp/uitgever.mjs [poort]
 *   curl -d client_id=zorgsoft -d 'scope=aanleveren lezen' http://127.0.0.1:9000/token
 */
import { createServer } from 'node:http';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { maakPersonenloket } from './personen.mjs';

const AUDIENCE = 'iwmo-gateway';

async function maakSleutel(alg, kid) {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { alg, kid, privateKey, publicKey, jwk: { ...await exportJWK(publicKey), kid, alg, use: 'sig' } };
}

/** Starts the issuer. @param poort 0 chooses a free one */
export async function startUitgever(poort = 0) {
  let nummer = 0;
  const nieuweSleutel = (alg) => maakSleutel(alg, `sleutel-${++nummer}`);
  let sleutels = [await nieuweSleutel('ES256')];
  let storing = false;
  let sleutelset;
  let metadata;
  let issuer;
  const tellers = { jwks: 0, metadata: 0 };

  const geef = async ({ client, scope = '', claims = {}, kop = {}, sleutel = sleutels.at(-1), geldigS = 300 }) => {
    const nu = Math.floor(Date.now() / 1000);
    const inhoud = {
      iss: issuer, aud: AUDIENCE, sub: client, client_id: client, scope, iat: nu, exp: nu + geldigS, jti: randomUUID(), ...claims,
    };
    const gevuld = Object.fromEntries(Object.entries(inhoud).filter(([, waarde]) => waarde !== undefined));
    return new SignJWT(gevuld).setProtectedHeader({ alg: sleutel.alg, kid: sleutel.kid, typ: 'at+jwt', ...kop }).sign(sleutel.privateKey);
  };
  const stuur = (antwoord, status, inhoud) => {
    antwoord.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(inhoud));
  };
  const lees = async (aanvraag) => {
    let tekst = '';
    for await (const stuk of aanvraag) tekst += String(stuk);
    return new URLSearchParams(tekst);
  };
  const loket = maakPersonenloket(geef);
  const server = createServer(async (aanvraag, antwoord) => {
    if (storing) {
      stuur(antwoord, 500, {});
      return;
    }
    const url = new URL(aanvraag.url, issuer);
    switch (url.pathname) {
      case '/authorize':
        loket.authorize(url, antwoord);
        return;
      case '/einde':
        antwoord.writeHead(302, { Location: url.searchParams.get('post_logout_redirect_uri') ?? '/' }).end();
        return;
      case '/.well-known/openid-configuration': case '/.well-known/oauth-authorization-server':
        tellers.metadata++;
        if (metadata !== undefined && !(aanvraag.url in metadata)) stuur(antwoord, 404, {});
        else stuur(antwoord, 200, metadata?.[aanvraag.url] ?? {
          issuer, jwks_uri: `${issuer}/jwks`, token_endpoint: `${issuer}/token`, authorization_endpoint: `${issuer}/authorize`,
          end_session_endpoint: `${issuer}/einde`, response_types_supported: ['code'], id_token_signing_alg_values_supported: [sleutels.at(-1).alg],
          code_challenge_methods_supported: ['S256'], subject_types_supported: ['public'] });
        return;
      case '/jwks':
        tellers.jwks++;
        stuur(antwoord, 200, sleutelset ?? { keys: sleutels.map(({ jwk }) => jwk) });
        return;
      case '/token': {
        const vraag = await lees(aanvraag);
        const client = vraag.get('client_id');
        if (vraag.get('grant_type') === 'authorization_code') {
          const tokens = await loket.wissel(vraag);
          stuur(antwoord, tokens === undefined ? 400 : 200, tokens ?? { error: 'invalid_grant' });
        } else if (client === null) stuur(antwoord, 400, { error: 'invalid_request' });
        else stuur(antwoord, 200, { access_token: await geef({ client, scope: vraag.get('scope') ?? '' }), token_type: 'Bearer', expires_in: 300 });
        return;
      }
      default: stuur(antwoord, 404, {});
    }
  });
  await new Promise((klaar) => { server.listen(poort, '127.0.0.1', klaar); });
  issuer = `http://127.0.0.1:${server.address().port}`;
  return {
    issuer, audience: AUDIENCE, tellers, geef,
    get sleutels() { return sleutels; },
    /** A key that the issuer does not tell about. */
    vreemd: (alg = 'ES256') => nieuweSleutel(alg),
    /** Adds a key, with which tokens are signed from now on. */
    async voegToe(alg = 'ES256') { sleutels = [...sleutels, await nieuweSleutel(alg)]; },
    /** Signs with a new key and tells about no other. */
    async wissel(alg = 'ES256') { sleutels = [await nieuweSleutel(alg)]; },
    /** Answers 500 to everything. */
    zetStoring(aan) { storing = aan; },
    /** Tells this in place of its keys. */
    zetSleutelset(inhoud) { sleutelset = inhoud; },
    /** Metadata by address; other addresses answer 404. */
    zetMetadata(perAdres) { metadata = perAdres; },
    async stop() {
      server.closeAllConnections();
      await new Promise((klaar) => { server.close(klaar); });
    },
  };
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const { issuer, audience } = await startUitgever(Number(argv[2] ?? 9000));
  console.log(`Uitgever voor demonstraties op ${issuer}. Start de gateway met:\n\n`
    + `AUTH=jwt AUTH_ISSUER=${issuer} AUTH_AUDIENCE=${audience} TOEGANG_BESTAND=toegang.yaml npm start\n\n`
    + `Een token: curl -s -d client_id=NAAM -d 'scope=aanleveren lezen' ${issuer}/token`);
}
