/** Turns the rule catalogue (src/standaard/regels/catalogus/) into docs/regels.md. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';

const KOP = `<!-- Gegenereerd uit src/standaard/regels/catalogus/ door \`npm run genereer\`. Niet met de hand wijzigen. -->
# De regels van iWmo 3.2

Elke regel van de standaard die de gateway toetst, in eigen woorden: wat er moet gelden, waar, welke retourcode volgt en
wat u kunt doen. Waar de standaard onduidelijk is, staat onze lezing erbij. Op de opdrachtregel geeft
\`iwmo regel TR063\` dezelfde uitleg.
`;
const NIVEAUS = {
  2: '2: binnen het bericht',
  3: '3: tegen eerdere berichten',
  4: '4: tegen een bron van buiten',
};

/**
 * The catalogue is TypeScript data without imports from outside its folder, so its types are stripped and it is loaded from a
 * temporary folder: no build has to have run.
 */
async function laadCatalogus(map) {
  const tijdelijk = mkdtempSync(join(tmpdir(), 'iwmo-catalogus-'));
  try {
    writeFileSync(join(tijdelijk, 'package.json'), '{"type":"module"}');
    for (const naam of readdirSync(map).filter((n) => n.endsWith('.ts'))) {
      const { outputText } = ts.transpileModule(readFileSync(join(map, naam), 'utf8'), {
        compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true },
      });
      writeFileSync(join(tijdelijk, naam.replace(/\.ts$/, '.js')), outputText);
    }
    return await import(pathToFileURL(join(tijdelijk, 'index.js')).href);
  } finally {
    rmSync(tijdelijk, { recursive: true, force: true });
  }
}

const cel = (tekst) => tekst.replaceAll('|', '\\|');

/** Messages that a rule treats alike share a line: `WMO305, WMO307 Client: Bsn`. */
function plaatsen(regel) {
  const groepen = new Map();
  for (const [bericht, klasse, element, herkomst] of regel.plaatsen) {
    const plaats = `${klasse}${element ? `: ${element.replaceAll('+', ' + ')}` : ''}${herkomst ? ' (afgeleid)' : ''}`;
    groepen.set(plaats, [...(groepen.get(plaats) ?? []), bericht]);
  }
  return [...groepen].map(([plaats, berichten]) => `${berichten.join(', ')} ${plaats}`).join('<br>');
}

function retourcode(regel) {
  if (regel.retourcode) return regel.retourcode;
  return regel.inSchema ? 'geen: het schema dwingt de regel af' : 'geen';
}

function tabel(regel) {
  const rijen = [
    ['Niveau', NIVEAUS[regel.niveau]],
    ['Retourcode', retourcode(regel)],
    ['Waar', plaatsen(regel)],
    ['Eis', regel.eis],
    ...(regel.lezing ? [['Onze lezing', regel.lezing]] : []),
    ['Wat te doen', regel.doen],
  ];
  return `## ${regel.code}\n\n| | |\n| --- | --- |\n${rijen.map(([naam, tekst]) => `| ${naam} | ${cel(tekst)} |`).join('\n')}\n`;
}

/** The text of docs/regels.md for the catalogue in a folder. */
export async function schrijfRegels(map) {
  const { BEGRIPPEN, CATALOGUS } = await laadCatalogus(map);
  const begrippen = BEGRIPPEN.map(([begrip, uitleg]) => `- **${begrip}.** ${uitleg}`).join('\n');
  return [KOP, `## Begrippen\n\n${begrippen}\n`, ...CATALOGUS.map(tabel)].join('\n');
}
