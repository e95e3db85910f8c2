/** The report for people: a place that terminals and editors can follow, the rule, the path, and what to do. */
import { aantal, loop, veilig, type Kleuren } from '../tekst.js';
import type { Telling, Verslag } from './verslag.js';

function samenvatting({ bestanden, geldig, meldingen, onbruikbaar }: Telling): string {
  const fout = bestanden - geldig - onbruikbaar;
  return `${[
    `${aantal(bestanden, 'bestand', 'bestanden')} gecontroleerd: ${geldig} geldig`,
    ...(fout > 0 ? [`${fout} met ${aantal(meldingen, 'bevinding', 'bevindingen')}`] : []),
    ...(onbruikbaar > 0 ? [`${onbruikbaar} niet te beoordelen`] : []),
  ].join(', ')}.\n`;
}

export function mensverslag(kleur: Kleuren): Verslag {
  return {
    begin: () => '',
    bestand: (uitslag) => {
      // What cannot be used is told on the error channel, whatever the format.
      if (!('oordeel' in uitslag)) return '';
      return uitslag.oordeel.meldingen.map(({ regelnummer, kolom, regel, pad, melding }) => {
        const plaats = `${veilig(uitslag.naam)}:${regelnummer}${kolom === undefined ? '' : `:${kolom}`}`;
        const waar = pad === undefined ? '' : ` ${kleur('grijs', veilig(pad))}`;
        return `${kleur('vet', plaats)}: ${kleur('rood', regel)}${waar}\n`
          + loop(veilig(melding), '    ', 100);
      }).join('');
    },
    einde: samenvatting,
  };
}
