/** Level 1 and the validation of one message as a service: small messages at once, big ones in a thread so that the event loop stays free. */
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { oordeelOver, type Oordeel } from '../../standaard/oordeel.js';
import { controleerNiveau1, type Niveau1, type Schemas } from '../../standaard/xml/niveau1.js';

export interface Controledienst {
  niveau1(bytes: Buffer): Promise<Niveau1>;
  /** Levels 1 and 2, nothing stored. */
  oordeel(bytes: Buffer): Promise<Oordeel>;
  sluit(): Promise<void>;
}

/** What a thread is asked. */
export interface Threadtaak {
  readonly vraag: 'niveau1' | 'oordeel';
  readonly bytes: Uint8Array;
  readonly schemaDir: string | undefined;
}

/** From this size in bytes a thread is worth the trip; below it a check takes a few milliseconds. */
const GROOT = 128 * 1024;
/** After the start-up has had the processors to itself. */
const OPWARMEN_NA_MS = 1500;

/** @param schemaDir folder the threads compile the schemas from; the default of the package when absent */
export function maakControledienst(schemas: Schemas, schemaDir: string | undefined): Controledienst {
  let threads: Piscina<Threadtaak, unknown> | undefined;
  const maakThreads = () => new Piscina<Threadtaak, unknown>({
    // Run from source (tests) the thread still needs the built file: a thread does not know TypeScript.
    filename: fileURLToPath(new URL('./thread.js', import.meta.url)).replace('/src/verwerking/', '/dist/verwerking/'),
    minThreads: 1, maxThreads: 2, idleTimeout: 60_000,
  });
  const inThread = (vraag: Threadtaak['vraag'], bytes: Buffer): Promise<unknown> => {
    threads ??= maakThreads();
    return threads.run({ vraag, bytes, schemaDir });
  };
  // The first big message should not wait for a thread to start and compile its schemas.
  const opwarmen = setTimeout(() => { void inThread('niveau1', Buffer.alloc(0)).catch(() => undefined); }, OPWARMEN_NA_MS).unref();
  return {
    async niveau1(bytes) {
      return bytes.length < GROOT ? controleerNiveau1(bytes, schemas) : await inThread('niveau1', bytes) as Niveau1;
    },
    async oordeel(bytes) {
      return bytes.length < GROOT ? oordeelOver(bytes, schemas) : await inThread('oordeel', bytes) as Oordeel;
    },
    async sluit() {
      clearTimeout(opwarmen);
      await threads?.destroy();
    },
  };
}
