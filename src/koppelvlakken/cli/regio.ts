/** `iwmo regio controleer`: whether the policy files of a folder can be used, and if not, everything that is wrong with them. */
import { leesBeleidsteksten, leesMap, RegioFout, type Beleidsfout, type Beleidstekst } from '../../regio/index.js';
import { leesBeleid } from '../../regio/laden.js';
import { leesArgumenten } from './argumenten.js';
import { Gebruiksfout, type Omgeving, type Uitgang } from './omgeving.js';
import { aantal, kleurenVoor, loop, veilig, type Kleuren } from './tekst.js';
import { versie } from './versie.js';

/** What became of one file. */
interface Uitslag {
  readonly bestand: string;
  readonly fouten: readonly Beleidsfout[];
  /** Absent when the file has errors of its own. */
  readonly inhoud?: { readonly regio: string; readonly gemeenten: readonly string[]; readonly producten: number; readonly contracten: number };
}

function inhoudVan(tekst: Beleidstekst): Pick<Uitslag, 'inhoud'> {
  const gelezen = leesBeleid(tekst);
  if ('fouten' in gelezen) return {};
  const { regio, gemeenten, producten = [], contracten = [] } = gelezen.inhoud;
  return { inhoud: { regio, gemeenten, producten: producten.length, contracten: contracten.length } };
}

function beoordeel(teksten: readonly Beleidstekst[]): readonly Uitslag[] {
  const uitkomst = leesBeleidsteksten(teksten);
  const fouten = 'fouten' in uitkomst ? uitkomst.fouten : [];
  return teksten.map((tekst) => ({ bestand: tekst.bestand, fouten: fouten.filter(({ bestand }) => bestand === tekst.bestand), ...inhoudVan(tekst) }));
}

function mens(uitslagen: readonly Uitslag[], kleur: Kleuren): string {
  const bestanden = uitslagen.map(({ bestand, fouten, inhoud }) => {
    const regels = fouten.map(({ pad, regelnummer, reden, suggestie }) => {
      const plaats = regelnummer === undefined ? veilig(bestand) : `${veilig(bestand)}:${regelnummer}`;
      const waar = pad === '' ? '' : ` ${kleur('grijs', veilig(pad))}`;
      return `${kleur('vet', plaats)}:${waar}\n${loop(veilig(suggestie === undefined ? reden : `${reden} ${suggestie}`), '    ', 100)}`;
    });
    if (regels.length > 0 || inhoud === undefined) return regels.join('');
    const { regio, gemeenten, producten, contracten } = inhoud;
    const telling = [
      aantal(gemeenten.length, 'gemeente', 'gemeenten'), aantal(producten, 'product', 'producten'), aantal(contracten, 'contract', 'contracten')];
    return `${veilig(bestand)}: ${veilig(regio)}, ${telling.join(', ')}\n`;
  });
  const fout = uitslagen.filter(({ fouten }) => fouten.length > 0).length;
  const meldingen = uitslagen.reduce((som, { fouten }) => som + fouten.length, 0);
  const slot = fout === 0 ? '' : `, ${fout} met ${aantal(meldingen, 'fout', 'fouten')}`;
  return `${bestanden.join('')}${aantal(uitslagen.length, 'bestand', 'bestanden')} gecontroleerd: ${uitslagen.length - fout} geldig${slot}.\n`;
}

function json(uitslagen: readonly Uitslag[]): string {
  const bestanden = uitslagen.map(({ bestand, fouten, inhoud }) => ({
    bestand, geldig: fouten.length === 0, ...inhoud, fouten: fouten.map(({ bestand: _bestand, ...fout }) => fout),
  }));
  return `${JSON.stringify({ iwmo: versie(), geldig: bestanden.every(({ geldig }) => geldig), bestanden }, null, 2)}\n`;
}

const FORMATEN: Readonly<Record<string, (uitslagen: readonly Uitslag[], omgeving: Omgeving) => string>> = {
  mens: (uitslagen, { uit, env }) => mens(uitslagen, kleurenVoor(uit, env)),
  json,
};

/** Carries out the command. */
export async function regio(args: readonly string[], omgeving: Omgeving): Promise<Uitgang> {
  const { values, positionals } = leesArgumenten(args, { formaat: { type: 'string', short: 'f', default: 'mens' } });
  const [wat, gegeven, ...teveel] = positionals;
  if (wat !== 'controleer') throw new Gebruiksfout('Zeg wat er moet gebeuren: iwmo regio controleer [MAP].');
  if (teveel.length > 0) throw new Gebruiksfout('Noem hoogstens een map.');
  const toon = Object.hasOwn(FORMATEN, values.formaat) ? FORMATEN[values.formaat] : undefined;
  if (toon === undefined) throw new Gebruiksfout(`Het formaat moet ${Object.keys(FORMATEN).join(' of ')} zijn.`);
  const map = gegeven ?? (omgeving.env['REGIO_DIR'] || 'regio');
  const teksten = leesTeksten(map);
  if (teksten.length === 0) throw new Gebruiksfout(`De map ${veilig(map)} bevat geen .yaml of .yml.`);
  const uitslagen = beoordeel(teksten);
  await omgeving.uit.schrijf(toon(uitslagen, omgeving));
  return uitslagen.some(({ fouten }) => fouten.length > 0) ? 1 : 0;
}

function leesTeksten(map: string): readonly Beleidstekst[] {
  try {
    return leesMap(map);
  } catch (fout) {
    if (!(fout instanceof RegioFout)) throw fout;
    throw new Gebruiksfout(fout.fouten.map(({ bestand, reden }) => `${veilig(bestand)}: ${reden}`).join(' '));
  }
}
