/** Level 1 as a service: small messages at once, big ones in a thread so that the event loop stays free. */
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { controleerNiveau1, type Niveau1, type Schemas } from '../../standaard/xml/niveau1.js';

export interface Niveau1Dienst {
  controleer(bytes: Buffer): Promise<Niveau1>;
  sluit(): Promise<void>;
}

/** From this size in bytes a thread is worth the trip; below it a check takes a few milliseconds. */
const GROOT = 128 * 1024;

/** @param schemaDir folder the threads compile the schemas from; the default of the package when absent */
export function maakNiveau1Dienst(schemas: Schemas, schemaDir: string | undefined): Niveau1Dienst {
  let threads: Piscina<{ bytes: Uint8Array; schemaDir: string | undefined }, Niveau1> | undefined;
  const maakThreads = () => new Piscina<{ bytes: Uint8Array; schemaDir: string | undefined }, Niveau1>({
    // Run from source (tests) the thread still needs the built file: a thread does not know TypeScript.
    filename: fileURLToPath(new URL('./thread.js', import.meta.url)).replace('/src/verwerking/', '/dist/verwerking/'),
    minThreads: 0, maxThreads: 2, idleTimeout: 60_000,
  });
  return {
    async controleer(bytes) {
      if (bytes.length < GROOT) return controleerNiveau1(bytes, schemas);
      threads ??= maakThreads();
      return threads.run({ bytes, schemaDir });
    },
    async sluit() {
      await threads?.destroy();
    },
  };
}
