/** The report as SARIF 2.1.0, for code scanning and editors. */
import { CATALOGUS } from '../../../standaard/regels/catalogus/index.js';
import { NIVEAU1_REGELS, type Melding } from '../../../standaard/oordeel.js';
import type { Verslag } from './verslag.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** Notices are kept until the end of the report; more than these are only counted. */
const MAX_NOTITIES = 100;

interface Sarifregel {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly help?: { readonly text: string };
}

const REGELS: readonly Sarifregel[] = [
  ...NIVEAU1_REGELS.map(([id, text]) => ({ id, shortDescription: { text } })),
  ...CATALOGUS.filter(({ niveau, inSchema }) => niveau === 2 && inSchema !== true)
    .map(({ code, eis, doen }) => ({ id: code, shortDescription: { text: eis }, help: { text: doen } })),
];
const RANGNUMMER = new Map(REGELS.map(({ id }, i) => [id, i]));

function resultaat(uri: string, { niveau, regel, retourcode, pad, regelnummer, kolom, melding }: Melding): object {
  return {
    ruleId: regel,
    ruleIndex: RANGNUMMER.get(regel),
    level: 'error',
    message: { text: melding },
    locations: [{
      physicalLocation: { artifactLocation: { uri }, region: { startLine: regelnummer, startColumn: kolom } },
      ...(pad === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: pad, kind: 'element' }] }),
    }],
    properties: { niveau, retourcode },
  };
}

export function sarifverslag(versie: string): Verslag {
  let eerste = true;
  const notities: object[] = [];
  const driver = { name: 'iwmo', version: versie, semanticVersion: versie, language: 'nl', rules: REGELS };
  return {
    begin: () => `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[{"tool":${JSON.stringify({ driver })},`
      + '"columnKind":"unicodeCodePoints","results":[',
    bestand: (uitslag) => {
      if (!('oordeel' in uitslag)) {
        if (notities.length < MAX_NOTITIES) {
          notities.push({
            level: 'error', message: { text: `${uitslag.naam}: ${uitslag.onbruikbaar}` },
            locations: [{ physicalLocation: { artifactLocation: { uri: uitslag.uri } } }],
          });
        }
        return '';
      }
      return uitslag.oordeel.meldingen.map((melding) => {
        const scheiding = eerste ? '\n' : ',\n';
        eerste = false;
        return scheiding + JSON.stringify(resultaat(uitslag.uri, melding));
      }).join('');
    },
    einde: (telling) => {
      const meer = telling.onbruikbaar - notities.length;
      if (meer > 0) notities.push({ level: 'error', message: { text: `En nog ${meer} die niet te beoordelen zijn.` } });
      const invocations = [{
        executionSuccessful: telling.onbruikbaar === 0, toolExecutionNotifications: notities, properties: telling,
      }];
      return `\n],"invocations":${JSON.stringify(invocations)}}]}\n`;
    },
  };
}
