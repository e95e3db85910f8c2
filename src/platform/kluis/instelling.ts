/** Where the wrapping keys come from, from the environment. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ConfigFout } from '../configfout.js';
import { maakSleutelbestand, sleutelsUitBestand, sleutelsUitTransit, type Sleuteldienst } from './sleuteldienst.js';

export type Versleuteling =
  | { readonly soort: 'bestand'; readonly pad: string; /** Made when there is none and the database has no keys yet. */ readonly magMaken: boolean }
  | { readonly soort: 'transit'; readonly url: string; readonly naam: string; readonly tokenbestand: string };

/**
 * @returns undefined where encryption is off
 * @throws ConfigFout when a value cannot be used
 */
export function leesVersleuteling(env: NodeJS.ProcessEnv, dataDir: string): Versleuteling | undefined {
  const productie = env['NODE_ENV'] === 'production';
  const stand = env['VERSLEUTELING'] || 'aan';
  if (stand !== 'aan' && stand !== 'uit') throw new ConfigFout('VERSLEUTELING moet aan of uit zijn.');
  if (stand === 'uit') {
    if (productie) throw new ConfigFout('VERSLEUTELING=uit is niet toegestaan met NODE_ENV=production: de database bevat persoonsgegevens.');
    return undefined;
  }
  const url = env['SLEUTELDIENST_URL'];
  if (url) {
    if (!URL.canParse(url)) throw new ConfigFout('SLEUTELDIENST_URL moet een adres zijn, zoals https://sleutels.example/v1/transit.');
    const { protocol, hostname } = new URL(url);
    if (protocol !== 'https:' && !/^(127(\.\d{1,3}){3}|\[::1\]|localhost)$/.test(hostname)) {
      throw new ConfigFout('SLEUTELDIENST_URL moet met https:// beginnen.');
    }
    const tokenbestand = env['SLEUTELDIENST_TOKEN_BESTAND'];
    if (!tokenbestand) throw new ConfigFout('SLEUTELDIENST_URL vraagt SLEUTELDIENST_TOKEN_BESTAND: het bestand met het token van deze gateway.');
    return { soort: 'transit', url, naam: env['SLEUTELDIENST_SLEUTEL'] || 'iwmo', tokenbestand: resolve(tokenbestand) };
  }
  const pad = env['SLEUTELS'];
  if (!pad && productie) {
    throw new ConfigFout('NODE_ENV=production vraagt SLEUTELS (een sleutelbestand; maak het met `iwmo sleutels nieuw`) of SLEUTELDIENST_URL.');
  }
  return { soort: 'bestand', pad: pad ? resolve(pad) : join(dataDir, 'sleutels.json'), magMaken: !pad };
}

/** @param leeg the database has no keys yet @throws ConfigFout when the keys cannot be read */
export function openSleuteldienst(instelling: Versleuteling, leeg: boolean): Sleuteldienst {
  if (instelling.soort === 'transit') {
    const { url, naam, tokenbestand } = instelling;
    return sleutelsUitTransit(url, naam, () => readFileSync(tokenbestand, 'utf8').trim());
  }
  if (instelling.magMaken && leeg) maakSleutelbestand(instelling.pad, new Date().toISOString().slice(0, 10));
  if (!leeg && !existsSync(instelling.pad)) {
    throw new ConfigFout(`SLEUTELS: ${instelling.pad} bestaat niet, terwijl deze database is versleuteld. Zet het sleutelbestand terug dat bij deze `
      + 'database (of bij de teruggezette reservekopie) hoort; met een nieuw bestand is zij niet te lezen. Zie docs/beheer.md.');
  }
  return sleutelsUitBestand(instelling.pad);
}
