/** The report as JUnit XML: a suite per file, a case per finding, so that a build server shows each by itself. */
import type { Melding } from '../../../standaard/oordeel.js';
import type { Verslag } from './verslag.js';

/** What XML 1.0 cannot hold, not even as a reference. */
const ONMOGELIJK = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const TEKENS = /[&<>"\t\n\r]/g;
const ONTSNAPPING: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for an attribute or element; white space stays as it is in an attribute too. */
function xml(tekst: string): string {
  return tekst.replace(ONMOGELIJK, '\ufffd')
    .replace(TEKENS, (teken) => ONTSNAPPING[teken] ?? `&#${teken.charCodeAt(0)};`);
}

interface Aantallen { readonly tests: number; readonly failures: number; readonly errors: number }

function suite(naam: string, { tests, failures, errors }: Aantallen, gevallen: readonly string[]): string {
  return `  <testsuite name="${xml(naam)}" tests="${tests}" failures="${failures}" errors="${errors}" skipped="0">\n`
    + `${gevallen.join('')}  </testsuite>\n`;
}

/** A case. What it is about is escaped here; `inhoud` is XML already. */
function geval(bestand: string, naam: string, inhoud = ''): string {
  const begin = `    <testcase classname="${xml(bestand)}" name="${xml(naam)}" file="${xml(bestand)}"`;
  return inhoud === '' ? `${begin}/>\n` : `${begin}>\n      ${inhoud}\n    </testcase>\n`;
}

function mislukt(bestand: string, { regel, pad, regelnummer, melding }: Melding): string {
  const plaats = `${bestand}:${regelnummer}${pad === undefined ? '' : ` ${pad}`}`;
  return geval(bestand, `${regel} op regel ${regelnummer}${pad === undefined ? '' : `: ${pad}`}`,
    `<failure type="${xml(regel)}" message="${xml(melding)}">${xml(plaats)}</failure>`);
}

export function junitverslag(): Verslag {
  return {
    begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="iwmo">\n',
    bestand: (uitslag) => {
      const { naam } = uitslag;
      if (!('oordeel' in uitslag)) {
        return suite(naam, { tests: 1, failures: 0, errors: 1 },
          [geval(naam, 'lezen', `<error type="onbruikbaar" message="${xml(uitslag.onbruikbaar)}"/>`)]);
      }
      const { meldingen, berichtsoort } = uitslag.oordeel;
      if (meldingen.length === 0) {
        return suite(naam, { tests: 1, failures: 0, errors: 0 },
          [geval(naam, `${berichtsoort ?? 'bericht'} is geldig`)]);
      }
      return suite(naam, { tests: meldingen.length, failures: meldingen.length, errors: 0 },
        meldingen.map((melding) => mislukt(naam, melding)));
    },
    einde: () => '</testsuites>\n',
  };
}
