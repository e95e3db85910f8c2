/** `iwmo toon`: a message in a form that people can read. Shows personal data, because the user asks for all of it. */
import { BERICHTSOORTEN, type Berichtsoort } from '../../standaard/berichten/berichtsoorten.js';
import { SCHEMAS } from '../../standaard/berichten/gegenereerd/index.js';
import { isKlasse, type Element, type Waardetype } from '../../standaard/berichten/structuur.js';
import { label } from '../../standaard/codelijsten/index.js';
import { leesBericht } from '../../standaard/xml/lezen.js';
import { controleerNiveau1 } from '../../standaard/xml/niveau1.js';
import { leesArgumenten } from './argumenten.js';
import { eenBron, redenVan } from './invoer.js';
import { Gebruiksfout, type Kanaal, type Omgeving, type Uitgang } from './omgeving.js';
import { oordeelOver } from '../../standaard/oordeel.js';
import { schemasVoor } from './schemas.js';
import { kleurenVoor, veilig } from './tekst.js';
import { mensverslag } from './verslag/mens.js';

/** Simple types that hold whole cents. */
const BEDRAGEN = new Set(['LDT_Bedrag', 'LDT_TotaalBedrag', 'LDT_Budget']);
/** Characters that are written at a time. */
const SCHRIJFBLOK = 16_384;
const euro = new Intl.NumberFormat('nl', { style: 'currency', currency: 'EUR' });

/** What a value means: the label of a code, or cents as euros. */
function betekenis(type: Waardetype, waarde: string | number): string | undefined {
  if (typeof waarde === 'string') return label(type.naam, waarde);
  return BEDRAGEN.has(type.naam) ? euro.format(waarde / 100).replaceAll('\u00a0', ' ') : undefined;
}

/** The lines of one element and everything in it. */
function* regelsVan(element: Element, inhoud: unknown, diepte: number, nummer?: number): Generator<string> {
  const inspringing = '  '.repeat(diepte);
  const naam = nummer === undefined ? element.naam : `${element.naam} [${nummer}]`;
  if (!isKlasse(element)) {
    const waarde = inhoud as string | number;
    const uitleg = betekenis(element.waarde, waarde);
    yield `${inspringing}${naam}: ${veilig(String(waarde))}${uitleg === undefined ? '' : ` (${uitleg})`}\n`;
    return;
  }
  yield `${inspringing}${naam}\n`;
  for (const kind of element.elementen) {
    const deel = element.kaal ? inhoud : (inhoud as Readonly<Record<string, unknown>>)[kind.naam];
    if (deel === undefined) continue;
    if (!kind.meervoudig) yield* regelsVan(kind, deel, diepte + 1);
    else for (const [i, een] of (deel as readonly unknown[]).entries()) yield* regelsVan(kind, een, diepte + 1, i + 1);
  }
}

/** Carries out the command; a message that breaks its schema is not shown, its findings are. */
export async function toon(args: readonly string[], omgeving: Omgeving): Promise<Uitgang> {
  const { positionals } = leesArgumenten(args, {});
  const [argument] = positionals;
  if (argument === undefined || positionals.length > 1) {
    throw new Gebruiksfout('Noem een bestand, of - voor de standaardinvoer.');
  }
  const bron = await eenBron(argument, omgeving.invoer);
  if ('reden' in bron) throw new Gebruiksfout(`${veilig(bron.naam)}: ${bron.reden}`);
  const bytes = await bron.lees().catch((fout: unknown) => {
    throw new Gebruiksfout(`${veilig(bron.naam)}: ${redenVan(fout)}`);
  });
  const schemas = schemasVoor(omgeving);
  const niveau1 = bytes === undefined ? undefined : controleerNiveau1(bytes, schemas);
  if (bytes === undefined || niveau1?.geldig !== true) {
    const verslag = mensverslag(kleurenVoor(omgeving.fout, omgeving.env));
    await omgeving.fout.schrijf(verslag.bestand({ ...bron, oordeel: oordeelOver(bytes, schemas) }));
    return 1;
  }
  await schrijf(niveau1.berichtsoort, bytes, omgeving.uit);
  return 0;
}

async function schrijf(berichtsoort: Berichtsoort, bytes: Uint8Array, uit: Kanaal): Promise<void> {
  const { code } = BERICHTSOORTEN[berichtsoort];
  let tekst = `${berichtsoort}: ${label('LDT_BerichtCode', code) ?? code}\n\n`;
  for (const regel of regelsVan(SCHEMAS[berichtsoort].structuur, leesBericht(berichtsoort, bytes), 0)) {
    tekst += regel;
    if (tekst.length < SCHRIJFBLOK) continue;
    await uit.schrijf(tekst);
    tekst = '';
  }
  await uit.schrijf(tekst);
}
