/** Chooses and runs a command. */
import { HULP, HULP_PER_OPDRACHT } from './hulp.js';
import { Gebruiksfout, type Omgeving, type Uitgang } from './omgeving.js';
import { veilig } from './tekst.js';
import { versie } from './versie.js';

type Opdracht = (args: readonly string[], omgeving: Omgeving) => Promise<Uitgang>;

/** Loaded on use: explaining a rule needs no XML library. */
const OPDRACHTEN: Readonly<Record<string, () => Promise<Opdracht>>> = {
  valideer: async () => (await import('./valideer.js')).valideer,
  toon: async () => (await import('./toon.js')).toon,
  regel: async () => (await import('./regel.js')).regel,
  regio: async () => (await import('./regio.js')).regio,
  sleutels: async () => (await import('./sleutels.js')).sleutels,
  audit: async () => (await import('./audit.js')).audit,
};

/** Options of the program itself count before any `--`, after which everything is a file name. */
function vraagt(args: readonly string[], ...namen: readonly string[]): boolean {
  const einde = args.indexOf('--');
  return args.slice(0, einde < 0 ? undefined : einde).some((arg) => namen.includes(arg));
}

/** Runs the command line `iwmo …` and gives the exit code. What the user did wrong is told, never thrown. */
export async function voerUit(args: readonly string[], omgeving: Omgeving): Promise<Uitgang> {
  const [naam, ...rest] = args;
  try {
    if (naam === undefined) throw new Gebruiksfout('Noem een opdracht.');
    if (naam === '--versie' || naam === '--version') {
      await omgeving.uit.schrijf(`${versie()}\n`);
      return 0;
    }
    if (naam === '--help' || naam === '-h') {
      await omgeving.uit.schrijf(HULP);
      return 0;
    }
    const laad = Object.hasOwn(OPDRACHTEN, naam) ? OPDRACHTEN[naam] : undefined;
    if (laad === undefined) {
      throw new Gebruiksfout(`${naam.startsWith('-') ? 'De optie' : 'De opdracht'} ${veilig(naam)} bestaat niet.`);
    }
    if (vraagt(rest, '--help', '-h')) {
      await omgeving.uit.schrijf(HULP_PER_OPDRACHT[naam] ?? HULP);
      return 0;
    }
    return await (await laad())(rest, omgeving);
  } catch (fout) {
    if (!(fout instanceof Gebruiksfout)) throw fout;
    await omgeving.fout.schrijf(`iwmo: ${fout.message}\nZie iwmo --help.\n`);
    return 2;
  }
}
