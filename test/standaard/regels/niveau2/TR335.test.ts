import { describe, it } from 'vitest';
import { verwachtNiveau2 } from '../../../hulp/bevindingen.js';
import { afgewezenPrestatie, antwoordVan, declaratieVan, prestatie } from '../../../hulp/variaties.js';

const pad = '/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]/ProductPeriode/Einddatum';
const oud = (Einddatum: string) => ({ ProductPeriode: { Begindatum: `${Einddatum.slice(0, -2)}01`, Einddatum } });

function declaratie(DeclaratieDagtekening: string, Einddatum: string) {
  const bericht = declaratieVan({ ...prestatie, ...oud(Einddatum) });
  return { ...bericht, Declaratie: { ...bericht.Declaratie, DeclaratieDagtekening } };
}

describe('TR335', () => {
  it('voldoet: geeindigd precies vijf jaar voor de DeclaratieDagtekening', () => {
    verwachtNiveau2('WMO323', declaratie('2026-04-01', '2021-04-01'));
  });

  it('breekt alleen TR335: een dag eerder geeindigd', () => {
    verwachtNiveau2('WMO323', declaratie('2026-04-01', '2021-03-31'), ['TR335', 'Prestatie', pad]);
  });

  it('voldoet en breekt alleen TR335: vijf jaar voor 29 februari is 28 februari', () => {
    verwachtNiveau2('WMO323', declaratie('2028-02-29', '2023-02-28'));
    verwachtNiveau2('WMO323', declaratie('2028-02-29', '2023-02-27'), ['TR335', 'Prestatie', pad]);
  });

  it('niet van toepassing: een afgewezen Prestatie in het antwoord', () => {
    verwachtNiveau2('WMO325', antwoordVan({ ...afgewezenPrestatie, ...oud('2021-02-28') }));
  });
});
