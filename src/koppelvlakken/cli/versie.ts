import { readFileSync } from 'node:fs';

/** The version of the package. src/ and dist/ lie equally deep, so the path holds in both. */
export function versie(): string {
  const pakket = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string };
  return pakket.version;
}
