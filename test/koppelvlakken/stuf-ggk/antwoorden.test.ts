/** What goes out: valid by the schema, whatever came in, and without what should stay inside. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bevestig, meldOngeldig, weigerMetFo03 } from '../../../src/koppelvlakken/stuf-ggk/antwoorden.js';
import { CODES } from '../../../src/koppelvlakken/stuf-ggk/codes.js';
import type { Adres, Envelop, Systeem } from '../../../src/koppelvlakken/stuf-ggk/envelop.js';
import { leesEnvelop } from '../../../src/koppelvlakken/stuf-ggk/lezen.js';
import type { Envelopgegevens } from '../../../src/koppelvlakken/stuf-ggk/opslag.js';
import { laadEnvelopschema } from '../../../src/koppelvlakken/stuf-ggk/schemas.js';
import { schrijfEnvelop } from '../../../src/koppelvlakken/stuf-ggk/schrijven.js';
import { schrijfSoap } from '../../../src/koppelvlakken/stuf-ggk/soap.js';
import { alsTijdstip } from '../../../src/koppelvlakken/stuf-ggk/tijdstip.js';
import { nieuweGegevens, stelEnvelopOp } from '../../../src/koppelvlakken/stuf-ggk/uitgaand.js';
import type { Berichtsoort } from '../../../src/standaard/berichten/berichtsoorten.js';
import { metDocument } from '../../../src/standaard/xml/libxml.js';

const schema = laadEnvelopschema();
const soapbytes = (element: string): Buffer => Buffer.from(schrijfSoap(element));
const fouten = (element: string): number => metDocument(soapbytes(element), (document) => schema.valideer(document).length);

/** Characters that XML can hold, with those that have to be escaped. */
const tekens = (min: number, max: number) => fc.array(fc.constantFrom(...'ab1 <>&"\'\r\n\t]é€😀'), { minLength: min, maxLength: max })
  .map((delen) => delen.join('')).filter((tekst) => [...tekst].length <= max);
const systeem: fc.Arbitrary<Systeem & { organisatie: string }> = fc.record({
  organisatie: tekens(0, 200), applicatie: tekens(3, 50), administratie: fc.option(tekens(0, 50), { nil: undefined }),
  gebruiker: fc.option(tekens(0, 100), { nil: undefined }) });
const adres: fc.Arbitrary<Adres> = fc.record({ zender: systeem, ontvanger: systeem, referentienummer: tekens(1, 40) });
const tijd = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });

describe('antwoorden op een envelop', () => {
  it('Bv03 en Fo03 zijn geldig bij elk adres, en gaan terug naar wie stuurde', () => {
    fc.assert(fc.property(adres, tijd, fc.constantFrom(...CODES), fc.string({ unit: fc.constantFrom('a', '<', '\n'), maxLength: 1500 }), (aan, op, code, toelichting) => {
      const afzending = { nummer: randomUUID(), op };
      expect(fouten(bevestig(aan, afzending))).toBe(0);
      expect(fouten(weigerMetFo03(code, toelichting, aan, afzending))).toBe(0);
    }), { numRuns: 300 });
    const aan: Adres = { zender: { organisatie: '65656055', applicatie: 'Zorgpakket', gebruiker: 'balie' }, ontvanger: { organisatie: '0363', applicatie: 'GGk' },
      referentienummer: 'R1' };
    expect(bevestig(aan, { nummer: 'N1', op: new Date('2026-03-05T10:15:00Z') })).toMatch(
      /zender><StUF:organisatie>0363<.*ontvanger><StUF:organisatie>65656055<.*gebruiker>balie<.*<StUF:referentienummer>N1<.*>20260305111500000<.*crossRefnummer>R1</);
  });

  it('het tijdstip is Nederlandse tijd, in zomer en winter', () => {
    expect(alsTijdstip(new Date('2026-01-01T23:30:00.007Z'))).toBe('20260102003000007');
    expect(alsTijdstip(new Date('2026-07-01T22:30:00Z'))).toBe('20260702003000000');
  });
});

const gegevens = (velden: Partial<Envelopgegevens> = {}): Envelopgegevens => ({
  berichtId: randomUUID(), referentienummer: randomUUID(), tijdstip: '20260305', applicatie: { versie: '0004', subversie: '0003' },
  zender: { organisatie: '65656055', applicatie: 'Zorgpakket' }, ontvanger: { organisatie: '0363', applicatie: 'GGk', administratie: 'Samen Sterk' }, ...velden });

describe('een ongeldig bericht in een envelop', () => {
  it('geeft een geldig Fo01 met StUF055, zonder gebruiker en zonder het bericht', () => {
    const inhoud = Buffer.from('<Bsn>999900006</Bsn>');
    const envelop: Envelop = {
      soort: 'Di01', referentienummerBericht: undefined, applicatie: { versie: '0004', subversie: '0003' }, functie: { versie: '0003', subversie: '0002' },
      bestandsnaam: undefined, contentType: 'application/xml', inhoud,
      stuurgegevens: { zender: { organisatie: '65656055', applicatie: 'Zorgpakket', gebruiker: 'T. Vos' }, ontvanger: { organisatie: '0363', applicatie: 'GGk' },
        referentienummer: 'R1', tijdstipBericht: '20260305', functie: 'WMO305' } };
    const melding = meldOngeldig(envelop, `Regel 3, ${'/Bericht'.repeat(40)}`, { nummer: 'N1', op: new Date() });
    expect(melding).toMatchObject({ partij: '65656055', crossRefnummer: 'R1', referentienummer: 'N1', code: 'StUF055', plek: 'client' });
    expect(leesEnvelop(soapbytes(melding.inhoud), undefined, schema)).toMatchObject({
      soort: 'Fo01', code: 'StUF055', crossRefnummer: 'R1', zender: { organisatie: '0363', applicatie: 'iWmo-gateway' },
      ontvanger: { organisatie: '65656055', applicatie: 'GGk' } });
    expect(melding.inhoud).toContain('<StUF:details>WMO305-00040003</StUF:details>');
    expect(melding.inhoud).toContain('Regel 3, /Bericht');
    expect(melding.inhoud).not.toMatch(/Vos|999900006|PEJzbj/);
  });
});

describe('verpakken', () => {
  const bericht = (berichtsoort: Berichtsoort, velden: object = {}) =>
    ({ id: randomUUID(), berichtsoort, afzender: '65656055', ontvanger: '0363', identificatie: 'S0001', ...velden });
  const op = new Date('2026-03-05T10:15:00Z');
  const lees = (envelop: Envelop) => leesEnvelop(soapbytes(schrijfEnvelop(envelop)), undefined, schema);

  it('wat geschreven is wordt weer gelezen, byte voor byte', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 20_000 }), systeem, systeem, (bytes, zender, ontvanger) => {
      const envelop = stelEnvelopOp(bericht('WMO305'), gegevens({ zender, ontvanger }), Buffer.from(bytes));
      expect(lees(envelop)).toEqual(envelop);
    }), { numRuns: 100 });
  });

  it('een heenbericht gaat als Di01 van wie het opstelde', () => {
    const heen = bericht('WMO301', { afzender: '0363', ontvanger: '65656055' });
    const envelop = stelEnvelopOp(heen, nieuweGegevens(heen, 'N1', op), Buffer.from('x'));
    expect(lees(envelop)).toMatchObject({
      soort: 'Di01', referentienummerBericht: 'S0001', functie: { versie: '0003', subversie: '0002' }, bestandsnaam: 'WMO301.xml',
      stuurgegevens: { zender: { organisatie: '0363', applicatie: 'iWmo-gateway' }, ontvanger: { organisatie: '65656055', applicatie: 'GGk' },
        referentienummer: 'N1', functie: 'WMO301' } });
  });

  it('een retourbericht gaat als Du01 terug, onder het nummer van de Di01 en namens hetzelfde samenwerkingsverband', () => {
    const heen = gegevens();
    const retour = bericht('WMO306');
    const envelop = stelEnvelopOp(retour, nieuweGegevens(retour, 'N2', op, heen), Buffer.from('x'), { identificatie: 'S0001', gegevens: heen });
    expect(lees(envelop)).toMatchObject({
      soort: 'Du01', crossRefnummer: heen.referentienummer, crossRefnummerBericht: 'S0001', referentienummerBericht: undefined,
      stuurgegevens: { zender: { organisatie: '0363', administratie: 'Samen Sterk' }, ontvanger: { organisatie: '65656055' }, referentienummer: 'N2' } });
  });

  it('een declaratieantwoord heeft ook een eigen nummer', () => {
    const antwoord = bericht('WMO325', { afzender: '0363', ontvanger: '65656055', identificatie: 'T0001' });
    const envelop = stelEnvelopOp(antwoord, nieuweGegevens(antwoord, 'N3', op), Buffer.from('x'), { identificatie: 'D0001', gegevens: gegevens() });
    expect(lees(envelop)).toMatchObject({ soort: 'Du01', referentienummerBericht: 'T0001', crossRefnummerBericht: 'D0001',
      stuurgegevens: { zender: { organisatie: '0363' }, ontvanger: { organisatie: '65656055' } } });
  });
});
