import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SoapFout, StufFout } from '../../../src/koppelvlakken/stuf-ggk/codes.js';
import { leesEnvelop } from '../../../src/koppelvlakken/stuf-ggk/lezen.js';
import { laadEnvelopschema } from '../../../src/koppelvlakken/stuf-ggk/schemas.js';
import { MAX_ENVELOP } from '../../../src/koppelvlakken/stuf-ggk/soap.js';
import { MAX_BYTES } from '../../../src/standaard/xml/niveau1.js';
import { envelop, foutmelding, soap, SOAP11 } from '../../hulp/stuf.js';

const schema = laadEnvelopschema();
const lees = (bytes: Buffer | string, soapAction?: string) => leesEnvelop(Buffer.from(bytes), soapAction, schema);
const NUMMER = '2f4b6c1e-8d3a-4f5b-9c7d-1e2f3a4b5c6d';
const ANDER = '3a5c7d2f-9e4b-4a6c-8d8e-2f3a4b5c6d7e';

/** The code of the error that comes of it, with what is addressable. */
function fout(bytes: Buffer | string, soapAction?: string): { code: string; aan: boolean; tekst: string } {
  try {
    lees(bytes, soapAction);
  } catch (e) {
    if (e instanceof StufFout) return { code: e.code, aan: e.aan !== undefined, tekst: e.toelichting };
    if (e instanceof SoapFout) return { code: e.faultcode, aan: false, tekst: e.melding };
    throw e;
  }
  throw new Error('werd gelezen');
}

describe('een goede envelop', () => {
  const inhoud = Buffer.from('<Bericht>é</Bericht>');

  it('Di01: adres, versies en de bytes van binnen', () => {
    const gelezen = lees(soap(envelop('Di01', {
      inhoud, referentienummer: NUMMER, attributen: 'm:contentType="application/xml" S:bestandsnaam="start.xml"',
      nummers: '<G:referentienummerBericht>S0001</G:referentienummerBericht>' })));
    expect(gelezen).toEqual({
      soort: 'Di01', referentienummerBericht: 'S0001', bestandsnaam: 'start.xml', contentType: 'application/xml', inhoud,
      applicatie: { versie: '0004', subversie: '0003' }, functie: { versie: '0003', subversie: '0002' },
      stuurgegevens: {
        zender: { organisatie: '65656055', applicatie: 'Zorgpakket' }, ontvanger: { organisatie: '0363', applicatie: 'GGk' },
        referentienummer: NUMMER, tijdstipBericht: '20260305101500', functie: 'WMO305' },
    });
  });

  it('Du01: ook wat hij beantwoordt; een leeg nummer is geen nummer', () => {
    const gelezen = lees(soap(envelop('Du01', {
      inhoud, functie: 'WMO306', crossRefnummer: ANDER,
      nummers: '<G:referentienummerBericht/><G:crossRefnummerBericht>S0001</G:crossRefnummerBericht>' })));
    expect(gelezen).toMatchObject({ soort: 'Du01', crossRefnummer: ANDER, crossRefnummerBericht: 'S0001', referentienummerBericht: undefined });
  });

  it('Fo01: code en plek, en niets van wat erbij geschreven is', () => {
    const gelezen = lees(soap(foutmelding({ zender: 'VECOZO', ontvanger: '0363', crossRefnummer: ANDER, code: 'BRS04', detailsXML: '<Bsn>999900006</Bsn>' })));
    expect(gelezen).toMatchObject({ soort: 'Fo01', crossRefnummer: ANDER, code: 'BRS04', plek: 'client' });
    expect(JSON.stringify(gelezen)).not.toContain('999900006');
  });

  it.each([
    ['UTF-16 met BOM', (xml: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml.replace('UTF-8', 'UTF-16'), 'utf16le')])],
    ['UTF-8 met BOM', (xml: string) => Buffer.from(`\ufeff${xml}`)],
    ['ISO-8859-1', (xml: string) => Buffer.from(xml.replace('UTF-8', 'ISO-8859-1').replace('Zorgpakket', 'Zörgpakket'), 'latin1')],
    ['CDATA om de Base64', (xml: string) => Buffer.from(xml.replace(/(application\/xml">)([^<]*)</, '$1<![CDATA[$2]]><'))],
    ['commentaar in de Base64', (xml: string) => Buffer.from(xml.replace(/(application\/xml">.{8})/, '$1<!-- AAAA -->'))],
    ['een Header die niemand hoeft te begrijpen', (xml: string) => Buffer.from(xml.replace('<e:Body>', '<e:Header><x y="1"/></e:Header><e:Body>'))],
    ['attributen op de Body', (xml: string) => Buffer.from(xml.replace('<e:Body>', '<e:Body xmlns:w="urn:w" w:Id="1">'))],
  ])('%s', (_wat, maak) => {
    const gelezen = lees(maak(soap(envelop('Di01', { inhoud })).toString()));
    expect('inhoud' in gelezen && gelezen.inhoud.equals(inhoud)).toBe(true);
  });

  it('een inhoud van de grootst toegestane omvang, met regeleinden, blijft binnen de grens van de envelop', () => {
    const groot = Buffer.alloc(MAX_BYTES, 'inhoud ');
    const base64 = (groot.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n');
    const bytes = soap(envelop('Di01', { base64 }));
    expect(bytes.length).toBeLessThanOrEqual(MAX_ENVELOP);
    const gelezen = lees(bytes);
    expect('inhoud' in gelezen && gelezen.inhoud.equals(groot)).toBe(true);
    const teGroot = soap(envelop('Di01', { base64: Buffer.alloc(MAX_BYTES + 1).toString('base64') }));
    expect(teGroot.length).toBeLessThanOrEqual(MAX_ENVELOP);
    expect(fout(teGroot)).toMatchObject({ code: 'IB007', aan: true });
  });

  it('SOAPAction: leeg, met en zonder aanhalingstekens; niet die van een ander', () => {
    const di01 = soap(envelop('Di01', { inhoud }));
    const actie = 'http://www.stufstandaarden.nl/sectormodel/ggk/0210/ggk_Di01';
    for (const soapAction of ['', '""', actie, `"${actie}"`]) expect(lees(di01, soapAction).soort).toBe('Di01');
    expect(fout(di01, '"http://www.egem.nl/StUF/StUF0301/Fo01"').code).toBe('Client');
  });
});

describe('wat geen SOAP-bericht van hier is', () => {
  const di01 = soap(envelop('Di01', { base64: 'QUJD' })).toString();
  const diep = `${'<a>'.repeat(70)}${'</a>'.repeat(70)}`;
  it.each([
    ['leeg', '', 'Client'],
    ['geen XML', 'hallo', 'Client'],
    ['afgebroken', di01.slice(0, -20), 'Client'],
    ['een DOCTYPE', di01.replace('?>', '?><!DOCTYPE Envelope>'), 'Client'],
    ['een entiteitenbom', `<!DOCTYPE l [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;&a;">]>${di01.slice(40).replace('QUJD', '&b;')}`, 'Client'],
    ['een externe entiteit', `<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>${di01.slice(40).replace('QUJD', '&a;')}`, 'Client'],
    ['een entiteit die niemand kent', di01.replace('QUJD', '&weg;'), 'Client'],
    ['te diep genest', soap(foutmelding({ zender: 'IB', ontvanger: '0363', crossRefnummer: NUMMER, detailsXML: diep })), 'Client'],
    ['veel te diep genest', soap('<a>'.repeat(5000) + '</a>'.repeat(5000)), 'Client'],
    ['een onbekende tekenset', di01.replace('UTF-8', 'EBCDIC-CP-NL'), 'Client'],
    ['SOAP 1.2', di01.replaceAll(SOAP11, 'http://www.w3.org/2003/05/soap-envelope'), 'VersionMismatch'],
    ['een Envelope van iets anders', di01.replaceAll(SOAP11, 'urn:iets'), 'VersionMismatch'],
    ['de envelop zonder SOAP', envelop('Di01', {}), 'Client'],
    ['een lege Body', soap(''), 'Client'],
    ['twee enveloppen', soap(envelop('Di01', {}) + envelop('Di01', {})), 'Client'],
    ['geen Body', `<e:Envelope xmlns:e="${SOAP11}"/>`, 'Client'],
    ['iets na de Body', di01.replace('</e:Body>', '</e:Body><x/>'), 'Client'],
    ['een verplichte Header', soap(envelop('Di01', {}), '<e:Header><x e:mustUnderstand="1"/></e:Header>'), 'MustUnderstand'],
    ['te veel buiten de Base64', soap(foutmelding({ zender: 'IB', ontvanger: '0363', crossRefnummer: NUMMER, detailsXML: '<a/>'.repeat(300_000) })), 'Client'],
    ['heel veel attributen', soap(`<a ${Array.from({ length: 60_000 }, (_, i) => `a${i}=""`).join(' ')}/>`), 'StUF004'],
  ])('%s', (_wat, bytes, code) => {
    expect(fout(bytes).code).toBe(code);
  });

  it('wat er ook binnenkomt: het wordt gelezen of krijgt een van de fouten van hier', () => {
    const knipsel = fc.constantFrom('<', '>', '/>', '</', '"', '&', '&#0;', '&#xD;', ']]>', '<![CDATA[', '<!--', '-->', '<?x', '\0', '\ufeff', 'xmlns=""', 'S:', 'Di01', '=');
    const ingreep = fc.record({ plaats: fc.double({ min: 0, max: 1, noNaN: true }), weg: fc.integer({ min: 0, max: 40 }), erin: knipsel });
    const bron = fc.constantFrom(di01, soap(envelop('Du01', { base64: 'QUJD'.repeat(3000) })).toString(),
      soap(foutmelding({ zender: 'IB', ontvanger: '0363', crossRefnummer: NUMMER })).toString());
    let gelezen = 0;
    fc.assert(fc.property(bron, fc.array(ingreep, { maxLength: 3 }), (xml, ingrepen) => {
      const tekst = ingrepen.reduce((t, { plaats, weg, erin }) => {
        const i = Math.floor(plaats * t.length);
        return t.slice(0, i) + erin + t.slice(i + weg);
      }, xml);
      try {
        lees(tekst);
        gelezen++;
      } catch (e) {
        if (!(e instanceof StufFout) && !(e instanceof SoapFout)) throw e;
      }
    }), { numRuns: 600 });
    expect(gelezen).toBeGreaterThan(0);
    expect(gelezen).toBeLessThan(600);
  });

  it('een fout noemt plaatsen en geen waarden', () => {
    const { tekst } = fout(soap(envelop('Di01', { referentienummer: `999900006${'x'.repeat(40)}` })));
    expect(tekst).toContain('/envelopHeenbericht-ggk_Di01/stuurgegevens/referentienummer');
    expect(tekst).not.toContain('999900006');
    expect(fout(soap(envelop('Di01', { nummers: '<G:B999900006/>' }))).tekst).not.toContain('999900006');
  });
});

describe('een envelop die niet aan het schema voldoet, met de code van het deel dat niet klopt', () => {
  const goed = envelop('Di01', { base64: 'QUJD' });
  it.each([
    ['een andere berichtcode', goed.replace('>Di01<', '>Du01<'), 'StUF022', true],
    ['een zender zonder organisatie', goed.replace('<S:organisatie>65656055</S:organisatie>', ''), 'StUF013', true],
    ['een ontvanger met een te korte applicatie', envelop('Di01', { applicatie: 'GG' }), 'StUF010', true],
    ['een te lange functie', envelop('Di01', { functie: 'W'.repeat(31) }), 'StUF034', true],
    ['een te lang referentienummer', envelop('Di01', { referentienummer: 'x'.repeat(41) }), 'IB009', true],
    ['een tijdstip met streepjes', goed.replace('20260305101500', '2026-03-05'), 'StUF055', true],
    ['een versie van drie cijfers', envelop('Di01', { versie: ['003', '0002'] }), 'StUF055', true],
    ['geen contentType', envelop('Di01', { attributen: '' }), 'StUF055', true],
    ['geen Base64', envelop('Di01', { base64: 'dit is niets!' }), 'StUF055', true],
    ['een lang stuk dat op Base64 lijkt', envelop('Di01', { base64: `${'QUJD'.repeat(5000)}A` }), 'StUF055', true],
    ['zender en ontvanger allebei fout: de eerste uit de tabel', goed.replaceAll(/<S:applicatie>\w+</g, '<S:applicatie>x<'), 'StUF010', true],
    ['geen referentienummer', goed.replace(/<S:referentienummer>.*<\/S:referentienummer>/, ''), 'StUF055', false],
    ['een Bv03', '<S:Bv03Bericht xmlns:S="http://www.egem.nl/StUF/StUF0301"/>', 'StUF025', false],
    ['een onbekend bericht', goed.replaceAll('envelopHeenbericht-ggk_Di01', 'envelopHeenbericht-ggk_Di09'), 'StUF022', true],
    ['een andere versie van StUF', goed.replaceAll('S:', 'G:').replaceAll('http://www.stufstandaarden.nl/sectormodel/ggk/0210', 'http://www.egem.nl/StUF/StUF0204'),
      'StUF001', true],
    ['een andere versie van StUF-GGk', goed.replaceAll('sectormodel/ggk/0210', 'koppelvlak/ggk0210'), 'StUF007', true],
    ['een ander sectormodel', goed.replaceAll('sectormodel/ggk/0210', 'sectormodel/bg/0310'), 'StUF004', true],
  ])('%s', (_wat, element, code, aan) => {
    expect(fout(soap(element))).toMatchObject({ code, aan });
  });
});

const NASLAG = fileURLToPath(new URL('../../../../shared/reference/stuf-ggk-2.1/', import.meta.url));
describe.skipIf(!existsSync(NASLAG))(`de gepubliceerde voorbeelden in ${NASLAG} (overgeslagen als de map er niet is)`, () => {
  const voorbeeld = (naam: string): string => readFileSync(`${NASLAG}${naam}`, 'utf8').replace(/^<\?xml[^>]*\?>/, '');

  it('het heenbericht', () => {
    expect(lees(soap(voorbeeld('envelopHeenbericht-ggk_Di01_v21.xml')))).toEqual({
      soort: 'Di01', referentienummerBericht: '123456789012', bestandsnaam: 'WMO301.txt', contentType: 'application/xml',
      inhoud: Buffer.from('Hier staat het heenbericht'),
      applicatie: { versie: '0004', subversie: '0003' }, functie: { versie: '0001', subversie: '0001' },
      stuurgegevens: {
        zender: { organisatie: '0548', applicatie: 'Wmo Applicatie', administratie: 'test', gebruiker: 'gebruiker1' },
        ontvanger: { organisatie: 'CAK', applicatie: 'GGk', administratie: 'test', gebruiker: 'gebruiker1' },
        referentienummer: '9c0f7b90-5c69-11e5-a837-0800200c9a66', tijdstipBericht: '20160421132514', functie: 'WMO301' },
    });
  });

  it('het retourbericht; zoals gepubliceerd is het geen XML: er staan twee losse aanhalingstekens in het beginelement', () => {
    const gepubliceerd = voorbeeld('envelopRetourbericht-ggk_Du01-v21.xml');
    expect(fout(soap(gepubliceerd)).code).toBe('Client');
    expect(lees(soap(gepubliceerd.replaceAll(/ '(?=\s)/g, '')))).toMatchObject({
      soort: 'Du01', referentienummerBericht: '234567890123', crossRefnummerBericht: '123456789012', inhoud: Buffer.from('Hier staat het retourbericht'),
      crossRefnummer: '9c0f7b90-5c69-11e5-a837-0800200c9a66',
      stuurgegevens: { zender: { organisatie: '01023456' }, ontvanger: { organisatie: '0484' }, functie: 'WMO302' },
    });
  });
});
