/** `iwmo valideer`: levels 1 and 2 of any number of files, one at a time. */
import type { Schemas } from '../../standaard/xml/niveau1.js';
import { leesArgumenten } from './argumenten.js';
import { bronnen, redenVan, type Bron, type Onbruikbaar } from './invoer.js';
import { Gebruiksfout, type Omgeving, type Uitgang } from './omgeving.js';
import { oordeelOver } from '../../standaard/oordeel.js';
import { schemasVoor } from './schemas.js';
import { aantal, kleurenVoor, veilig } from './tekst.js';
import { versie } from './versie.js';
import { jsonverslag } from './verslag/json.js';
import { junitverslag } from './verslag/junit.js';
import { mensverslag } from './verslag/mens.js';
import { sarifverslag } from './verslag/sarif.js';
import type { Uitslag, Verslag } from './verslag/verslag.js';

const FORMATEN: Readonly<Record<string, (omgeving: Omgeving) => Verslag>> = {
  mens: ({ uit, env }) => mensverslag(kleurenVoor(uit, env)),
  json: () => jsonverslag(versie()),
  junit: () => junitverslag(),
  sarif: () => sarifverslag(versie()),
};
/** Progress is shown after each of these, often enough to see that it goes on. */
const STAP = 25;
const WIS = '\r\u001b[K';

/** A file that could not be assessed is never counted as valid. */
async function uitslagVan(gevonden: Bron | Onbruikbaar, schemas: Schemas): Promise<Uitslag> {
  const { naam, uri } = gevonden;
  if ('reden' in gevonden) return { naam, uri, onbruikbaar: gevonden.reden };
  let bytes: Uint8Array | undefined;
  try {
    bytes = await gevonden.lees();
  } catch (fout) {
    return { naam, uri, onbruikbaar: redenVan(fout) };
  }
  try {
    return { naam, uri, oordeel: oordeelOver(bytes, schemas) };
  } catch (fout) {
    // Only the kind of error: its message may quote the file.
    const soort = fout instanceof Error ? fout.name : typeof fout;
    return { naam, uri, onbruikbaar: `kan door een fout in iwmo niet worden beoordeeld (${soort})` };
  }
}

/** Carries out the command. The report goes out file by file. */
export async function valideer(args: readonly string[], omgeving: Omgeving): Promise<Uitgang> {
  const { values, positionals } = leesArgumenten(args, { formaat: { type: 'string', short: 'f', default: 'mens' } });
  const maakVerslag = Object.hasOwn(FORMATEN, values.formaat) ? FORMATEN[values.formaat] : undefined;
  if (maakVerslag === undefined) throw new Gebruiksfout(`Het formaat moet ${Object.keys(FORMATEN).join(', ')} zijn.`);
  if (positionals.length === 0) throw new Gebruiksfout('Noem een bestand, een map of - voor de standaardinvoer.');

  const schemas = schemasVoor(omgeving);
  const verslag = maakVerslag(omgeving);
  const { uit, fout } = omgeving;
  const voortgang = (tekst: string) => (fout.terminal ? fout.schrijf(tekst) : Promise.resolve());
  const telling = { bestanden: 0, geldig: 0, meldingen: 0, onbruikbaar: 0 };

  await uit.schrijf(verslag.begin());
  for await (const gevonden of bronnen(positionals, omgeving.invoer)) {
    const uitslag = await uitslagVan(gevonden, schemas);
    telling.bestanden++;
    const tekst = verslag.bestand(uitslag);
    if (tekst !== '') {
      await voortgang(WIS);
      await uit.schrijf(tekst);
    }
    if ('onbruikbaar' in uitslag) {
      telling.onbruikbaar++;
      await voortgang(WIS);
      await fout.schrijf(`iwmo: ${veilig(uitslag.naam)}: ${uitslag.onbruikbaar}\n`);
    } else {
      telling.meldingen += uitslag.oordeel.meldingen.length;
      if (uitslag.oordeel.meldingen.length === 0) telling.geldig++;
    }
    if (telling.bestanden % STAP === 0) await voortgang(`${WIS}${aantal(telling.bestanden, 'bestand', 'bestanden')}…`);
  }
  await voortgang(WIS);
  await uit.schrijf(verslag.einde(telling));
  if (telling.onbruikbaar > 0) return 2;
  return telling.meldingen > 0 ? 1 : 0;
}
