import { describe, it } from 'vitest';
import { verwachtNiveau2 } from '../../../hulp/bevindingen.js';
import { met317, nieuwProduct, teWijzigenProduct } from '../../../hulp/variaties.js';

/** The Dagtekening of the example is 1 April 2026. */
function nieuwVanaf(GewensteIngangsdatum: string) {
  return met317({
    OngewijzigdeProducten: [{ ToewijzingNummer: 300201 }], NieuweProducten: [{ ...nieuwProduct, GewensteIngangsdatum }],
  });
}

describe('TR380', () => {
  it('voldoet: een dag na de Dagtekening', () => {
    verwachtNiveau2('WMO317', nieuwVanaf('2026-04-02'));
  });

  it.each(['2026-04-01', '2026-03-31'])('breekt alleen TR380: %s is niet na de Dagtekening', (datum) => {
    verwachtNiveau2('WMO317', nieuwVanaf(datum),
      ['TR380', 'NieuwProduct', '/Client/Verzoek/NieuweProducten/NieuwProduct[1]/GewensteIngangsdatum']);
  });

  it('niet van toepassing: een TeWijzigenProduct mag eerder ingaan', () => {
    const eerder = { ...teWijzigenProduct, GewensteIngangsdatum: '2026-03-01' };
    verwachtNiveau2('WMO317', met317({ TeWijzigenProducten: [eerder] }));
  });
});
