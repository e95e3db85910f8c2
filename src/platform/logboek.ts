/** Structured logging. Log lines carry ids, types, counts and durations; never content, bsn or names. */
import { pino, type Logger } from 'pino';
import { spoorvelden } from './sporen.js';

export type Logboek = Logger;

export function maakLogboek(niveau: string, proces: string): Logboek {
  return pino({
    level: niveau,
    base: { proces },
    mixin: spoorvelden,
    timestamp: pino.stdTimeFunctions.isoTime,
    // An error's message may quote data (a database error names the row), so only its kind, code and place are kept.
    serializers: { err: veiligeFout },
  });
}

/** What may be known of an error outside the process: name, code and stack without the message. */
export function veiligeFout(fout: unknown): { type: string; code?: string; plaats?: string } {
  if (!(fout instanceof Error)) return { type: typeof fout };
  const code = (fout as { code?: unknown }).code;
  const plaats = fout.stack?.split('\n').filter((regel) => /^\s+at /.test(regel)).slice(0, 8).map((regel) => regel.trim()).join(' | ');
  return { type: fout.name, ...(typeof code === 'string' ? { code } : {}), ...(plaats === undefined ? {} : { plaats }) };
}
