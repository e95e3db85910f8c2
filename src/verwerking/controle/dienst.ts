/**
 * Level 1, the validation and the showing of one message as a service: small messages at once, big ones in a thread so that the event loop
 * stays free.
 */
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { oordeelOver, type Oordeel } from '../../standaard/oordeel.js';
import { controleerNiveau1, type Niveau1, type Schemas } from '../../standaard/xml/niveau1.js';
import { weergaveVan, type Weergave, type Weergavevraag } from '../../standaard/xml/weergave.js';

export interface Controledienst {
  niveau1(bytes: Buffer): Promise<Niveau1>;
  /** Levels 1 and 2, nothing stored. */
  oordeel(bytes: Buffer): Promise<Oordeel>;
  /** A message as people read it. */
  weergave(bytes: Buffer, wat: Weergavevraag): Promise<Weergave>;
  sluit(): Promise<void>;
}

/** What a thread is asked. */
export type Threadtaak = { readonly bytes: Uint8Array } & (
  | { readonly vraag: 'niveau1' | 'oordeel'; readonly schemaDir: string | undefined }
  | { readonly vraag: 'weergave'; readonly wat: Weergavevraag });

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
  const inThread = (taak: Threadtaak): Promise<unknown> => {
    threads ??= maakThreads();
    return threads.run(taak);
  };
  // The first big message should not wait for a thread to start and compile its schemas.
  const opwarmen = setTimeout(() => {
    void inThread({ vraag: 'niveau1', bytes: Buffer.alloc(0), schemaDir }).catch(() => undefined);
  }, OPWARMEN_NA_MS).unref();
  return {
    async niveau1(bytes) {
      return bytes.length < GROOT ? controleerNiveau1(bytes, schemas) : await inThread({ vraag: 'niveau1', bytes, schemaDir }) as Niveau1;
    },
    async oordeel(bytes) {
      return bytes.length < GROOT ? oordeelOver(bytes, schemas) : await inThread({ vraag: 'oordeel', bytes, schemaDir }) as Oordeel;
    },
    async weergave(bytes, wat) {
      return bytes.length < GROOT ? weergaveVan(bytes, wat) : await inThread({ vraag: 'weergave', bytes, wat }) as Weergave;
    },
    async sluit() {
      clearTimeout(opwarmen);
      await threads?.destroy();
    },
  };
}
