import { describe, it } from 'vitest';
import type { WMO301 } from '../../../../src/standaard/berichten/gegenereerd/index.js';
import { verwachtNiveau2 } from '../../../hulp/bevindingen.js';
import { contact, met301, relatie } from '../../../hulp/variaties.js';
import { wmo305 } from '../../../hulp/voorbeelden.js';

const Telefoon = { Telefoon01: { Telefoonnummer: '0612345678', Landnummer: '+31' } };
const Huis = { Huisnummer: 10 };

/** Soort 02 demands nothing of an Adres, so that only TR006 judges these. */
function bereik(inhoud: Omit<WMO301.Contact, 'Soort'>): WMO301.Contact {
  return { Soort: '02', ...inhoud };
}

const bereikbaar: readonly (readonly [string, WMO301.Contact])[] = [
  ['Telefoon', bereik({ Telefoon })],
  ['Huis en Postcode', bereik({ Adres: { Huis, Postcode: '1234AB', LandCode: 'NL' } })],
  ['Telefoon, en een Adres zonder Huis', bereik({ Telefoon, Adres: { Plaatsnaam: 'Voorbeeldstad' } })],
  ['Telefoon, Huis en Postcode', bereik({ Telefoon, Adres: { Huis, Postcode: '1234AB', LandCode: 'NL' } })],
];

const onbereikbaar: readonly (readonly [string, WMO301.Contact])[] = [
  ['niets', bereik({})],
  ['alleen Emailadres', bereik({ Emailadres: 'balie@voorbeeld.example' })],
  ['Huis zonder Postcode', bereik({ Adres: { Huis } })],
  ['Postcode zonder Huis', bereik({ Adres: { Postcode: '1234', LandCode: 'BE' } })],
];

describe('TR006', () => {
  it.each(bereikbaar)('voldoet: %s', (_naam, anders) => {
    verwachtNiveau2('WMO301', met301({
      Contactgegevens: [contact, anders], Relaties: [{ ...relatie, Contact: anders }],
    }));
  });

  it.each(onbereikbaar)('breekt alleen TR006: client met %s', (_naam, anders) => {
    verwachtNiveau2('WMO301', met301({ Contactgegevens: [contact, anders] }),
      ['TR006', 'Contact', '/Client/Contactgegevens/Contact[2]']);
  });

  it.each(onbereikbaar)('breekt alleen TR006: relatie met %s', (_naam, anders) => {
    verwachtNiveau2('WMO301', met301({ Relaties: [relatie, { ...relatie, Nummer: '2', Contact: anders }] }),
      ['TR006', 'Contact', '/Client/Relaties/Relatie[2]/Contact']);
  });

  it('niet van toepassing: een bericht zonder Contact', () => {
    verwachtNiveau2('WMO305', wmo305);
  });
});
