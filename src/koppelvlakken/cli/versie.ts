import { readFileSync } from 'node:fs';

/** The version of the package. src/ and dist/ lie equally deep, so the path holds in both. */
export function versie(): string {
  const tekst = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(tekst) as { version: string }).version;
}
