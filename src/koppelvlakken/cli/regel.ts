/** `iwmo regel`: explains a rule of the standard. */
import { label } from '../../standaard/codelijsten/index.js';
import { CATALOGUS, catalogusregel, type Catalogusregel } from '../../standaard/regels/catalogus/index.js';
import { leesArgumenten } from './argumenten.js';
import { afstand } from './afstand.js';
import { Gebruiksfout, type Omgeving, type Uitgang } from './omgeving.js';
import { kleurenVoor, loop, veilig, type Kleuren } from './tekst.js';

const NIVEAUS = { 2: 'binnen het bericht', 3: 'tegen eerdere berichten', 4: 'tegen een bron van buiten' } as const;
const MAX_SUGGESTIES = 5;

function kop({ code, niveau, retourcode, inSchema }: Catalogusregel): string {
  const antwoord = retourcode === undefined
    ? `geen retourcode${inSchema === true ? '; het schema dwingt de regel af' : ''}`
    : `retourcode ${retourcode} (${label('LDT_RetourCode', retourcode) ?? 'onbekend'})`;
  return `${code}: niveau ${niveau} (${NIVEAUS[niveau]}), ${antwoord}`;
}

/** The explanation of a rule, for a screen of 80 columns. */
export function uitleg(regel: Catalogusregel, kleur: Kleuren): string {
  const deel = (naam: string, inhoud: string) => `\n${kleur('vet', naam)}\n${inhoud}`;
  const plaatsen = regel.plaatsen.map(([bericht, klasse, element, herkomst]) => {
    const binnen = element === undefined ? '' : `: ${element.replaceAll('+', ' + ')}`;
    return `  ${bericht} ${klasse}${binnen}${herkomst === undefined ? '' : ` (${herkomst})`}\n`;
  });
  return loop(kop(regel), '')
    + deel('Waar', plaatsen.join(''))
    + deel('Eis', loop(regel.eis, '  '))
    + (regel.lezing === undefined ? '' : deel('Onze lezing', loop(regel.lezing, '  ')))
    + deel('Wat te doen', loop(regel.doen, '  '));
}

/** Codes that were perhaps meant: those with this return code, or else those that differ least. */
export function suggesties(gevraagd: string): readonly string[] {
  const code = gevraagd.trim().toUpperCase();
  const bijRetourcode = CATALOGUS.filter(({ retourcode }) => retourcode === code).map((regel) => regel.code);
  if (bijRetourcode.length > 0 && bijRetourcode.length <= MAX_SUGGESTIES) return bijRetourcode;
  const afstanden = CATALOGUS.map((regel) => [afstand(code, regel.code), regel.code] as const);
  const kortste = Math.min(...afstanden.map(([ver]) => ver));
  // Further away than this, nothing of the code is right any more.
  if (kortste > 3) return [];
  return afstanden.filter(([ver]) => ver === kortste).slice(0, MAX_SUGGESTIES).map(([, naam]) => naam);
}

/** Carries out the command. */
export async function regel(args: readonly string[], omgeving: Omgeving): Promise<Uitgang> {
  const { positionals } = leesArgumenten(args, {});
  if (positionals.length === 0) throw new Gebruiksfout('Noem de code van een regel, bijvoorbeeld TR063.');
  const gevonden = positionals.map((gevraagd) => {
    const hit = catalogusregel(gevraagd.trim().toUpperCase());
    if (hit !== undefined) return hit;
    const bedoeld = suggesties(gevraagd);
    const vraag = bedoeld.length > 0 ? ` Bedoelt u ${bedoeld.join(', ')}?` : '';
    throw new Gebruiksfout(`De regel ${veilig(gevraagd)} bestaat niet.${vraag}`);
  });
  const kleur = kleurenVoor(omgeving.uit, omgeving.env);
  await omgeving.uit.schrijf(gevonden.map((een) => uitleg(een, kleur)).join('\n'));
  return 0;
}
