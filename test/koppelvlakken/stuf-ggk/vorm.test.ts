import { describe, expect, it } from 'vitest';
import { bevestig, weigerMetFo03 } from '../../../src/koppelvlakken/stuf-ggk/antwoorden.js';
import { schrijfSoap, schrijfSoapfout } from '../../../src/koppelvlakken/stuf-ggk/soap.js';
import { isBevestiging } from '../../../src/koppelvlakken/stuf-ggk/vorm.js';

const adres = { zender: { organisatie: '0363', applicatie: 'iWmo-gateway' }, ontvanger: { organisatie: '65656055', applicatie: 'GGk' }, referentienummer: 'R1' };
const afzending = { nummer: 'N1', op: new Date() };

describe('isBevestiging', () => {
  it('een Bv03 op dit nummer, en niets anders', () => {
    const bv03 = schrijfSoap(bevestig(adres, afzending));
    expect(isBevestiging(Buffer.from(bv03), 'R1')).toBe(true);
    expect(isBevestiging(Buffer.from(bv03), 'R2')).toBe(false);
    const fo03 = weigerMetFo03('StUF010', 'onbekend', adres, afzending);
    for (const antwoord of ['', 'ok', '<html/>', bv03.slice(0, -5), bv03.replaceAll('Bv03Bericht', 'Bv04Bericht'), schrijfSoap(fo03), schrijfSoapfout('Client', 'mis', fo03)]) {
      expect(isBevestiging(Buffer.from(antwoord), 'R1'), antwoord.slice(0, 200)).toBe(false);
    }
  });
});
