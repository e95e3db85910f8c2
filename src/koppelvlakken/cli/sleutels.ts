/** `iwmo sleutels nieuw`: makes a key file, or adds a key to one that is there. */
import { resolve } from 'node:path';
import { ConfigFout } from '../../platform/config.js';
import { maakSleutelbestand, voegSleutelToe } from '../../platform/kluis/sleuteldienst.js';
import { leesArgumenten } from './argumenten.js';
import { Gebruiksfout, type Omgeving, type Uitgang } from './omgeving.js';
import { veilig } from './tekst.js';

export async function sleutels(args: readonly string[], { uit, fout, env }: Omgeving): Promise<Uitgang> {
  const { positionals: [opdracht, pad = env['SLEUTELS'], ...rest] } = leesArgumenten(args, {});
  if (opdracht !== 'nieuw' || rest.length > 0) throw new Gebruiksfout('Gebruik: iwmo sleutels nieuw [BESTAND].');
  if (pad === undefined) throw new Gebruiksfout('Noem het bestand, of zet SLEUTELS.');
  const bestand = resolve(pad);
  const naam = new Date().toISOString().slice(0, 19).replaceAll(':', '');
  try {
    const gemaakt = maakSleutelbestand(bestand, naam);
    if (!gemaakt) voegSleutelToe(bestand, naam);
    await uit.schrijf(gemaakt
      ? `Gemaakt: ${veilig(bestand)}. Bewaar een kopie op een andere plaats dan de reservekopie van de database.\n`
      : `Toegevoegd en aangewezen in ${veilig(bestand)}: ${naam}. Start de processen opnieuw en verpak daarna (docs/beheer.md).\n`);
    return 0;
  } catch (e) {
    if (!(e instanceof ConfigFout) && (e as { code?: unknown }).code === undefined) throw e;
    const reden = e instanceof ConfigFout ? e.message
      : `${veilig(bestand)} kan niet worden geschreven (${String((e as { code: unknown }).code)}).`;
    await fout.schrijf(`${reden}\n`);
    return 2;
  }
}
