/**
 * Styles, scripts and the icon of the screens. All from this host: the component styles of NL Design System out of their packages, of its design
 * tokens only those that are used, and then our own. A name carries the hash of its content, so that a browser may keep it for good.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { ConfigFout } from '../../platform/configfout.js';

const MAP = fileURLToPath(new URL('../../../schermen', import.meta.url));
const vereis = createRequire(import.meta.url);

const ONDERDELEN = ['root', 'document', 'body', 'page', 'page-header', 'page-content', 'nav-bar', 'skip-link', 'heading-1', 'heading-2', 'heading-3',
  'paragraph', 'link', 'button', 'button-group', 'table', 'data-list', 'status-badge', 'alert', 'form', 'form-field', 'form-label',
  'form-field-description', 'form-field-error-message', 'form-fieldset', 'textbox', 'textarea', 'select', 'checkbox', 'radio-button', 'code-block',
  'pagination', 'unordered-list', 'ordered-list', 'separator', 'spotlight-section'];

interface Bestand { readonly adres: string; readonly type: string; readonly inhoud: Buffer; readonly gzip: Buffer; readonly brotli: Buffer }

const EIGENSCHAP = /(--[a-z0-9-]+)\s*:\s*([^;{}]+);/g;
const GEBRUIKT = /var\(\s*(--[a-z0-9-]+)/g;

/** The tokens that these styles ask for, and those that they are made of. */
function nodigeTokens(tokens: string, stijlen: string): string {
  const alle = new Map([...tokens.matchAll(EIGENSCHAP)].map(([, naam = '', waarde = '']) => [naam, waarde.trim()]));
  const nodig = new Set<string>();
  const vraag = (tekst: string): void => {
    for (const [, naam = ''] of tekst.matchAll(GEBRUIKT)) {
      const waarde = alle.get(naam);
      if (waarde === undefined || nodig.has(naam)) continue;
      nodig.add(naam);
      vraag(waarde);
    }
  };
  vraag(stijlen);
  return `:root{${[...nodig].map((naam) => `${naam}:${alle.get(naam) ?? ''}`).join(';')}}\n`;
}

/**
 * Tokens of a gemeente: custom properties and nothing else, so that a theme changes how things look and never what they do.
 * @throws ConfigFout when the file holds anything else
 */
export function leesThema(pad: string | undefined): string {
  if (pad === undefined) return '';
  let tekst: string;
  try {
    tekst = readFileSync(pad, 'utf8');
  } catch {
    throw new ConfigFout(`THEMA_BESTAND: ${pad} kan niet worden gelezen.`);
  }
  const kaal = tekst.replaceAll(/\/\*[\s\S]*?\*\//g, '').trim();
  const inhoud = /^:root\s*\{([^{}]*)\}$/.exec(kaal)?.[1];
  const regels = inhoud?.split(';').map((regel) => regel.trim()).filter((regel) => regel !== '');
  if (regels === undefined || !regels.every((regel) => /^--[a-z0-9-]+\s*:\s*[^<>@\\]+$/i.test(regel) && !/url\s*\(|image-set|expression/i.test(regel))) {
    throw new ConfigFout(`THEMA_BESTAND: ${pad} mag alleen :root { … } bevatten met design tokens (--naam: waarde;), zonder adressen.`);
  }
  return `:root{${regels.join(';')}}\n`;
}

function maakBestand(naam: string, type: string, tekst: string): [string, Bestand] {
  const inhoud = Buffer.from(tekst);
  const hash = createHash('sha256').update(inhoud).digest('hex').slice(0, 16);
  const punt = naam.lastIndexOf('.');
  return [naam, {
    adres: `/web/${naam.slice(0, punt)}.${hash}${naam.slice(punt)}`, type, inhoud, gzip: gzipSync(inhoud),
    brotli: brotliCompressSync(inhoud, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  }];
}

function stijl(thema: string): string {
  const onderdelen = ONDERDELEN.map((naam) => readFileSync(vereis.resolve(`@utrecht/${naam}-css/dist/index.min.css`), 'utf8')).join('\n');
  const eigen = readFileSync(join(MAP, 'stijl.css'), 'utf8');
  const basis = readFileSync(join(MAP, 'thema.css'), 'utf8');
  const tokens = nodigeTokens(readFileSync(vereis.resolve('@utrecht/design-tokens/dist/variables.css'), 'utf8'), onderdelen + eigen + basis);
  return `${tokens}${onderdelen}\n${basis}\n${thema}${eigen}`;
}

const SCRIPTS = ['verrijking.js', 'aanleveren.js'] as const;
export type Script = typeof SCRIPTS[number];
let bestanden: ReadonlyMap<string, Bestand> | undefined;
let geladenThema: string | undefined;

/** Reads and packs everything; once per process and look, when the screens are first built. */
function laad(thema: string): ReadonlyMap<string, Bestand> {
  if (bestanden !== undefined && geladenThema === thema) return bestanden;
  geladenThema = thema;
  bestanden = new Map([
    maakBestand('stijl.css', 'text/css; charset=utf-8', stijl(thema)),
    maakBestand('icoon.svg', 'image/svg+xml', readFileSync(join(MAP, 'icoon.svg'), 'utf8')),
    ...SCRIPTS.map((naam) => maakBestand(naam, 'text/javascript; charset=utf-8', readFileSync(join(MAP, naam), 'utf8'))),
  ]);
  return bestanden;
}

/** Where a file is served. */
export function bestandsadres(naam: string): string {
  return bestanden?.get(naam)?.adres ?? `/web/${naam}`;
}

const JAAR_S = 365 * 24 * 3600;

export function statischeRoutes(app: FastifyInstance, thema: string): void {
  const opAdres = new Map([...laad(thema).values()].map((bestand) => [bestand.adres, bestand]));
  app.get('/web/:bestand', { config: { toegang: 'openbaar' }, schema: { hide: true } }, async (request, reply) => {
    const bestand = opAdres.get(request.url);
    if (bestand === undefined) return reply.callNotFound();
    const mag = request.headers['accept-encoding'] ?? '';
    const [codering, inhoud] = /\bbr\b/.test(String(mag)) ? ['br', bestand.brotli] : /\bgzip\b/.test(String(mag)) ? ['gzip', bestand.gzip] : [undefined, bestand.inhoud];
    if (codering !== undefined) void reply.header('Content-Encoding', codering);
    return reply.type(bestand.type).header('Cache-Control', `public, max-age=${JAAR_S}, immutable`).header('Vary', 'Accept-Encoding').send(inhoud);
  });
}
