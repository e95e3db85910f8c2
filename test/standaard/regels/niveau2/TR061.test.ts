import { describe, it } from 'vitest';
import { verwachtNiveau2 } from '../../../hulp/bevindingen.js';
import { contact, met301, relatie } from '../../../hulp/variaties.js';

const Telefoon = { Telefoon01: { Telefoonnummer: '0612345678', Landnummer: '+31' } };
const tijdelijk = { Soort: '04', Telefoon } as const;

describe('TR061', () => {
  it.each(['01', '02', '03'] as const)('voldoet: een Contact met Soort %s naast Soort 04', (Soort) => {
    verwachtNiveau2('WMO301', met301({ Contactgegevens: [tijdelijk, { ...contact, Soort }] }));
  });

  it('voldoet: Soort 01 zonder Adres', () => {
    verwachtNiveau2('WMO301', met301({ Contactgegevens: [{ Soort: '01', Telefoon }] }));
  });

  it('breekt alleen TR061: alleen Soort 04', () => {
    verwachtNiveau2('WMO301', met301({ Contactgegevens: [tijdelijk] }), ['TR061', 'Client', '/Client/Contactgegevens']);
  });

  it('breekt alleen TR061: Soort 01 alleen bij een relatie', () => {
    verwachtNiveau2('WMO301', met301({ Contactgegevens: [tijdelijk], Relaties: [{ ...relatie, Contact: contact }] }),
      ['TR061', 'Client', '/Client/Contactgegevens']);
  });

  it('niet van toepassing: een relatie met alleen Soort 04', () => {
    verwachtNiveau2('WMO301', met301({ Relaties: [{ ...relatie, Contact: tijdelijk }] }));
  });
});
