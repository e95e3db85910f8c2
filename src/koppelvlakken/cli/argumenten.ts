/** Reads the arguments of a command, with errors in Dutch. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { Gebruiksfout } from './omgeving.js';
import { veilig } from './tekst.js';

type Opties = NonNullable<ParseArgsConfig['options']>;

function foutVan(fout: unknown): Gebruiksfout | undefined {
  if (!(fout instanceof Error) || !('code' in fout)) return undefined;
  const optie = veilig(/'(?:-\w, )?(-[^'\s]*)/.exec(fout.message)?.[1] ?? '');
  switch (fout.code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION': return new Gebruiksfout(`De optie ${optie} bestaat niet.`);
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE': return new Gebruiksfout(`De optie ${optie} is niet goed gebruikt.`);
    default: return undefined;
  }
}

/**
 * The options and other arguments of a command.
 * @throws Gebruiksfout for an option that does not exist or lacks its value
 */
export function leesArgumenten<O extends Opties>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (fout) {
    throw foutVan(fout) ?? fout;
  }
}
