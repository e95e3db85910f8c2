/** A started part of the gateway. */
export interface Proces {
  /** Stops taking work, finishes what is under way and lets go of everything. */
  stop(): Promise<void>;
}

export type Zeg = (regel: string) => void;

/** Name of the queue with messages to assess. */
export const WACHTRIJ = 'beoordelen';
