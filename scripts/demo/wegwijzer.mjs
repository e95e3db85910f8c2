/** What there is to see in the demo, once it is there. */
import { EXTERN, ONBEREIKBAAR, VANDAAG } from './plan.mjs';

/** Every screen with what it shows. */
export const PAGINAS = [
  ['', 'de werkvoorraad: wat nu een mens nodig heeft, het dringendste eerst'],
  ['berichten', 'alles wat kwam en ging, met oordeel en bevindingen'],
  ['toewijzingen', 'zoek een cliënt, bijvoorbeeld met bsn 999900262'],
  ['verzoeken', 'verzoeken die wachten, in onderzoek zijn of waarover is besloten'],
  ['vooraankondigingen', 'meldingen van een structurele wijziging, in elke stap'],
  ['termijnen', 'wat verlopen is en wat bijna verloopt'],
  ['wachtlijst', 'toegewezen en nog niet begonnen'],
  ['productie', 'wat er is gedeclareerd, en wat is afgewezen'],
  ['aanleveren', 'een bericht controleren en insturen'],
];

/** @param adres of the gateway @returns text for a terminal */
export function wegwijzer(adres) {
  return [
    `Open ${adres}/ in een browser en kies bij Namens gemeente 0363. In deze demonstratie is het ${VANDAAG}.`,
    ...PAGINAS.map(([pad, wat]) => `  ${`/${pad}`.padEnd(20)} ${wat}`),
    `Aanbieders zijn 65656101 tot en met 65656108. Van ${EXTERN} antwoordt de eigen software, de webhook van ${ONBEREIKBAAR} is onbereikbaar.`,
    'Alles is verzonnen. Stoppen: Ctrl-C.',
  ].join('\n');
}
