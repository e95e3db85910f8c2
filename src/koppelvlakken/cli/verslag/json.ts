/** The report as one JSON document with a line per file, so that it can be read while it grows. */
import type { Verslag } from './verslag.js';

export function jsonverslag(versie: string): Verslag {
  let eerste = true;
  return {
    begin: () => `{"iwmo":${JSON.stringify(versie)},"release":"3.2","bestanden":[`,
    bestand: (uitslag) => {
      const scheiding = eerste ? '\n' : ',\n';
      eerste = false;
      return scheiding + JSON.stringify('oordeel' in uitslag
        ? {
          bestand: uitslag.naam, berichtsoort: uitslag.oordeel.berichtsoort ?? null,
          geldig: uitslag.oordeel.meldingen.length === 0, bevindingen: uitslag.oordeel.meldingen,
        }
        : { bestand: uitslag.naam, onbruikbaar: uitslag.onbruikbaar });
    },
    einde: (telling) => `\n],"samenvatting":${JSON.stringify(telling)}}\n`,
  };
}
