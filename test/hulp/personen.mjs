/** The part of the test issuer that people see: choosing who you are, and the code and ID token that come of it (OpenID Connect, PKCE). */
import { createHash, randomUUID } from 'node:crypto';

/** Who may sign in: invented, with the roles that the issuer gives them. */
export const PERSONEN = [
  { sub: 'mw-001', name: 'Bo Backoffice', roles: ['iwmo-backoffice'] },
  { sub: 'mw-002', name: 'Toon Toegang', roles: ['iwmo-backoffice', 'iwmo-aanbieder'] },
  { sub: 'mw-003', name: 'Berend Beheer', roles: ['iwmo-beheer'] },
  { sub: 'mw-005', name: 'Aad Aanlevering', roles: ['iwmo-aanlevering'] },
  { sub: 'mw-004', name: 'Nora Nergens', roles: ['iets-anders'] },
];

const html = (antwoord, inhoud) => {
  antwoord.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
    .end(`<!DOCTYPE html><html lang="nl"><head><title>Uitgever</title><link rel="icon" href="data:,"></head><body><main><h1>Wie bent u?</h1>${inhoud}</main></body></html>`);
};
const veilig = (tekst) => String(tekst).replaceAll(/[&<>"]/g, (teken) => `&#${teken.codePointAt(0)};`);

/** @param geef signs a token: ({ client, claims, kop }) => string */
export function maakPersonenloket(geef) {
  const codes = new Map();
  return {
    /** Asks who somebody is, or goes back with a code once that is chosen. */
    authorize(url, antwoord) {
      const vraag = url.searchParams;
      const wie = PERSONEN.find(({ sub }) => sub === vraag.get('wie'));
      if (wie === undefined && vraag.get('wie') !== 'niemand') {
        const keuze = ({ sub, name }) => {
          vraag.set('wie', sub);
          return `<li><a href="/authorize?${veilig(vraag)}">${veilig(name)}</a></li>`;
        };
        html(antwoord, `<ul>${[...PERSONEN, { sub: 'niemand', name: 'Toch niet' }].map(keuze).join('')}</ul>`);
        return;
      }
      const terug = new URL(vraag.get('redirect_uri'));
      terug.searchParams.set('state', vraag.get('state'));
      if (wie === undefined) {
        terug.searchParams.set('error', 'access_denied');
      } else {
        const code = randomUUID();
        codes.set(code, { wie, nonce: vraag.get('nonce'), uitdaging: vraag.get('code_challenge'), client: vraag.get('client_id'), naar: vraag.get('redirect_uri') });
        terug.searchParams.set('code', code);
      }
      antwoord.writeHead(302, { Location: terug.href }).end();
    },
    /** A code becomes an ID token, once, for who knows the verifier. @returns undefined when it does not */
    async wissel(vraag) {
      const bekend = codes.get(vraag.get('code'));
      codes.delete(vraag.get('code'));
      const uitdaging = createHash('sha256').update(vraag.get('code_verifier') ?? '').digest('base64url');
      if (bekend === undefined || bekend.uitdaging !== uitdaging || bekend.naar !== vraag.get('redirect_uri')) return undefined;
      const { wie, nonce, client } = bekend;
      return {
        access_token: await geef({ client }), token_type: 'Bearer', expires_in: 300,
        id_token: await geef({ client, claims: { ...wie, aud: client, nonce, scope: undefined }, kop: { typ: 'JWT' } }),
      };
    },
  };
}
