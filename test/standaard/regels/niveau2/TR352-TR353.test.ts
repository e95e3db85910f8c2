import { describe, it } from 'vitest';
import { verwachtNiveau2 } from '../../../hulp/bevindingen.js';
import { met317, nieuwProduct, teWijzigenProduct } from '../../../hulp/variaties.js';
import { wmo315 } from '../../../hulp/voorbeelden.js';

const ongewijzigd = { ToewijzingNummer: 300209 };

describe('TR352', () => {
  it('voldoet: een OngewijzigdProduct of een TeWijzigenProduct', () => {
    verwachtNiveau2('WMO317', met317({ OngewijzigdeProducten: [ongewijzigd], NieuweProducten: [nieuwProduct] }));
    verwachtNiveau2('WMO317', met317({ TeWijzigenProducten: [teWijzigenProduct] }));
  });

  it('breekt alleen TR352: alleen een NieuwProduct', () => {
    verwachtNiveau2('WMO317', met317({ NieuweProducten: [nieuwProduct] }), ['TR352', 'Verzoek', '/Client/Verzoek']);
  });

  it('breekt alleen TR352 samen met TR353: zonder enig product', () => {
    verwachtNiveau2('WMO317', met317({}),
      ['TR352', 'Verzoek', '/Client/Verzoek'], ['TR353', 'Verzoek', '/Client/Verzoek']);
  });

  it('niet van toepassing: een aanvraag met WMO315', () => {
    verwachtNiveau2('WMO315', wmo315);
  });
});

describe('TR353', () => {
  it('voldoet: een TeWijzigenProduct of een NieuwProduct', () => {
    verwachtNiveau2('WMO317', met317({ TeWijzigenProducten: [teWijzigenProduct] }));
    verwachtNiveau2('WMO317', met317({ OngewijzigdeProducten: [ongewijzigd], NieuweProducten: [nieuwProduct] }));
  });

  it('breekt alleen TR353: alleen een OngewijzigdProduct', () => {
    verwachtNiveau2('WMO317', met317({ OngewijzigdeProducten: [ongewijzigd] }),
      ['TR353', 'Verzoek', '/Client/Verzoek']);
  });

  it('niet van toepassing: een aanvraag met WMO315', () => {
    verwachtNiveau2('WMO315', wmo315);
  });
});
