/** What a command may use of the process around it, so that tests can run a command without one. */
import { once } from 'node:events';

/** 0: everything is in order; 1: there are findings; 2: the input or the call cannot be used. */
export type Uitgang = 0 | 1 | 2;

/** Where text goes. */
export interface Kanaal {
  /** Whether a person looks on, so that colour and progress make sense. */
  readonly terminal: boolean;
  /** Resolves when there is room for more: output is never piled up in memory. */
  schrijf(tekst: string): Promise<void>;
}

export interface Omgeving {
  readonly uit: Kanaal;
  readonly fout: Kanaal;
  readonly invoer: AsyncIterable<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A call that cannot be carried out. The message is Dutch and meant for the user; the exit code is 2. */
export class Gebruiksfout extends Error {
  override readonly name = 'Gebruiksfout';
}

/** A channel to a stream of the process. */
export function kanaalVan(stroom: NodeJS.WriteStream): Kanaal {
  return {
    terminal: stroom.isTTY === true,
    schrijf: async (tekst) => {
      if (tekst !== '' && !stroom.write(tekst)) await once(stroom, 'drain');
    },
  };
}
