import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALLE_BERICHTSOORTEN, type Berichtsoort } from '../../../src/standaard/berichten/berichtsoorten.js';
import { leesBericht } from '../../../src/standaard/xml/lezen.js';
import { controleerNiveau1 } from '../../../src/standaard/xml/niveau1.js';
import { schrijfBericht } from '../../../src/standaard/xml/schrijven.js';
import { schemas } from '../../hulp/schema.js';
import { VOORBEELDEN, wmo301, wmo305 } from '../../hulp/voorbeelden.js';
import { RUNS, willekeurigBericht } from '../../hulp/willekeurig.js';
import { CODERINGEN } from './coderingen.js';
import { Vrijschrift } from './vrijschrift.js';

const GEWOON = schrijfBericht('WMO305', wmo305).toString();
const ACHTERNAAM = '<iwmo:Achternaam>Vos</iwmo:Achternaam>';
const utf8 = (xml: string): Buffer => Buffer.from(xml);

/** Reads a document after asserting that it is valid. */
function lees(bytes: Buffer): unknown {
  expect(controleerNiveau1(bytes, schemas())).toMatchObject({ geldig: true, berichtsoort: 'WMO305' });
  return leesBericht('WMO305', bytes);
}

function metAchternaam(geschreven: string): Buffer {
  expect(GEWOON).toContain(ACHTERNAAM);
  return utf8(GEWOON.replace(ACHTERNAAM, () => `<iwmo:Achternaam>${geschreven}</iwmo:Achternaam>`));
}

function verwachtAchternaam(bytes: Buffer, Achternaam: string): void {
  expect(lees(bytes)).toStrictEqual({ ...wmo305, Client: { ...wmo305.Client, Naam: { ...wmo305.Client.Naam, Geslachtsnaam: { Achternaam } } } });
}

describe('lezen, los van hoe het bericht is geschreven', () => {
  it.each(CODERINGEN)('tekencodering $naam', (codering) => {
    const xml = GEWOON.replace(/^<\?xml[^?]*\?>\n/, `<?xml version="1.0" encoding="${codering.declaratie ?? 'UTF-8'}"?>`);
    const Achternaam = [...'Zoë Łukçs-Žý日𝄞€'].filter(codering.kan).join('');
    verwachtAchternaam(codering.naarBytes(xml.replace('>Vos<', `>${Achternaam}<`)), Achternaam);
  });

  it('de declaratie mag ontbreken en zo lang zijn als zij wil', () => {
    expect(lees(utf8(GEWOON.replace(/^<\?xml[^?]*\?>\n/, '')))).toStrictEqual(wmo305);
    const lang = GEWOON.replace(/^<\?xml[^?]*\?>\n/, `<?xml version='1.0'${' '.repeat(5000)}\n encoding = 'windows-1252'\n?>`);
    verwachtAchternaam(Buffer.from(lang.replace('>Vos<', '>Zo\u00eb \u0080<'), 'latin1'), 'Zoë €');
  });

  it('een encoding in een latere processing instruction telt niet', () => {
    const xml = GEWOON.replace(/^<\?xml[^?]*\?>\n/, '<?xml version="1.0"?><?let encoding="ISO-8859-1"?>').replace('>Vos<', '>Zoë<');
    verwachtAchternaam(utf8(xml), 'Zoë');
  });

  it.each(['1.1', '1.2', '1.01'])('XML %s wordt gelezen als 1.0, zoals XML 1.0 voorschrijft', (versie) => {
    const xml = GEWOON.replace('version="1.0"', `version="${versie}"`);
    verwachtAchternaam(utf8(xml.replace('>Vos<', '>V\u0085o\u2028s<')), 'V\u0085o\u2028s');
    expect(controleerNiveau1(utf8(xml.replace('>Vos<', '>V&#1;s<')), schemas())).toMatchObject({ fout: 'niet-welgevormd' });
  });

  it.each([
    ['CDATA', '<![CDATA[V & <o>]]>s', 'V & <o>s'],
    ['lege CDATA', '<![CDATA[]]>Vos', 'Vos'],
    ['CDATA rond de hele waarde', '<![CDATA[Vos]]>', 'Vos'],
    ['CDATA met een half einde', '<![CDATA[V]]]]><![CDATA[>os]]>', 'V]]>os'],
    ['commentaar', 'V<!-- > & < -->os', 'Vos'],
    ['commentaar als enige scheiding', '<!---->V<!---->os<!---->', 'Vos'],
    ['processing instruction', 'V<?php echo "x" ?>os', 'Vos'],
    ['tekenverwijzingen', '&#86;&#x6F;&#x00073;', 'Vos'],
    ['astrale verwijzing', '&#x1F600;', '😀'],
    ['de vijf entiteiten', '&lt;&gt;&amp;&quot;&apos;', '<>&"\''],
    ['dubbel ontsnapt', '&amp;lt;&amp;#86;', '&lt;&#86;'],
    ['witruimte blijft staan', '  V o\ts ', '  V o\ts '],
    ['witruimte als verwijzing', '&#32;Vos&#x9;', ' Vos\t'],
    ['vaste spatie is geen witruimte', '\u00a0', '\u00a0'],
  ])('%s in een waarde', (_, geschreven, waarde) => {
    verwachtAchternaam(metAchternaam(geschreven), waarde);
  });

  it('regeleinden worden een regeleinde, tenzij verwezen', () => {
    const Commentaar = 'a\nb\nc\r\nd';
    const bytes = schrijfBericht('WMO301', { ...wmo301, Client: { ...wmo301.Client, Commentaar } });
    const geschreven = utf8(bytes.toString().replaceAll('\n', '\r\n').replace('a\r\nb', 'a\rb'));
    expect(controleerNiveau1(geschreven, schemas())).toMatchObject({ geldig: true });
    expect(leesBericht('WMO301', geschreven).Client.Commentaar).toBe(Commentaar);
    expect(leesBericht('WMO301', bytes).Client.Commentaar).toBe(Commentaar);
  });

  it.each([
    ['voorloopnullen', '000300201'], ['een plus', '+300201'], ['witruimte', '\n\t 300201 \n'], ['commentaar', '300<!-- x -->201'],
    ['CDATA', '<![CDATA[300]]>201'], ['alles', ' +0<!---->0300<![CDATA[20]]>&#49;\r\n'],
  ])('getal met %s', (_, geschreven) => {
    expect(lees(utf8(GEWOON.replace('>300201<', () => `>${geschreven}<`)))).toStrictEqual(wmo305);
  });

  it('-0 is 0', () => {
    const gelezen = lees(utf8(GEWOON.replace('>300201<', '>-0<')));
    expect(gelezen).toMatchObject({ Client: { StartProducten: [{ ToewijzingNummer: 0 }] } });
    expect(gelezen).not.toMatchObject({ Client: { StartProducten: [{ ToewijzingNummer: -0 }] } });
  });

  it.each([[' 1967-08-13\n', '1967-08-13'], ['12025-01-01', '12025-01-01'], ['-0044-03-15', '-0044-03-15'], ['\t2024-02-29', '2024-02-29']])(
    'datum %j', (geschreven, datum) => {
      expect(lees(utf8(GEWOON.replace('>1967-08-13<', `>${geschreven}<`)))).toMatchObject({ Client: { Geboortedatum: { Datum: datum } } });
    });

  it('de kop draagt dezelfde dagtekening als het bericht, zonder witruimte', () => {
    const bytes = utf8(GEWOON.replace('>2026-03-05<', '>\n 2026-03-05\t<'));
    expect(controleerNiveau1(bytes, schemas())).toMatchObject({ kop: { dagtekening: '2026-03-05' } });
    expect(leesBericht('WMO305', bytes).Header.BerichtIdentificatie.Dagtekening).toBe('2026-03-05');
  });

  it('namespaces halverwege verlegd: standaardnamespace, wisselende en vreemd gebruikte voorvoegsels', () => {
    const bericht = 'http://www.istandaarden.nl/iwmo/3_2/wmo305/schema';
    const basis = 'http://www.istandaarden.nl/iwmo/3_2/basisschema/schema';
    const xml = GEWOON.replace(/^<\?xml[^?]*\?>\n/, '')
      .replace(/<wmo305:Bericht [^>]*>/, `<Bericht xmlns="${bericht}" xmlns:wmo305="${bericht}" xmlns:iwmo="${basis}">`)
      .replace('</wmo305:Bericht>', '</Bericht>')
      .replace('<wmo305:Bsn>', `<iwmo:Bsn xmlns:iwmo="${bericht}">`).replace('</wmo305:Bsn>', '</iwmo:Bsn>')
      .replace(ACHTERNAAM, `<Achternaam xmlns="${basis}">Vos</Achternaam>`)
      .replace('<wmo305:StartProducten>', `<StartProducten xmlns:wmo305="urn:anders" xmlns:p="${bericht}">`)
      .replace('</wmo305:StartProducten>', '</StartProducten>');
    const [voor = '', na = ''] = xml.split('<StartProducten');
    const verlegd = na.replaceAll('<wmo305:', '<p:').replaceAll('</wmo305:', '</p:').replace('</p:Client>', '</wmo305:Client>');
    expect(lees(utf8(`${voor}<StartProducten${verlegd}`))).toStrictEqual(wmo305);
  });

  it.each(ALLE_BERICHTSOORTEN)('%s: een willekeurig bericht in vrij schrift', (soort) => {
    fc.assert(fc.property(willekeurigBericht(soort), fc.integer(), fc.constantFrom(...CODERINGEN), (bericht, zaad, codering) => {
      const bytes = new Vrijschrift(zaad, codering).schrijf(soort, bericht);
      expect(controleerNiveau1(bytes, schemas())).toMatchObject({ geldig: true, berichtsoort: soort });
      expect(leesBericht(soort, bytes)).toStrictEqual(bericht);
    }), { numRuns: Math.ceil(RUNS / 2) });
  });
});

const GEPUBLICEERD = new URL('../../../../shared/reference/iwmo-3.2/berichten/', import.meta.url);

describe('de gepubliceerde voorbeeldberichten', () => {
  const bestanden = existsSync(GEPUBLICEERD) ? readdirSync(GEPUBLICEERD).filter((naam) => naam.endsWith('.xml')) : [];
  it.skipIf(bestanden.length === 0)('zijn er (overgeslagen waar ../shared ontbreekt)', () => {
    expect(bestanden.length).toBeGreaterThan(0);
  });
  it.each(bestanden)('%s is geldig en blijft gelijk na schrijven', (naam) => {
    const bytes = readFileSync(new URL(naam, GEPUBLICEERD));
    const soort = naam.slice(0, 6).toUpperCase() as Berichtsoort;
    expect(controleerNiveau1(bytes, schemas())).toMatchObject({ geldig: true, berichtsoort: soort });
    const bericht = leesBericht(soort, bytes);
    const geschreven = schrijfBericht(soort, bericht);
    expect(controleerNiveau1(geschreven, schemas())).toMatchObject({ geldig: true, berichtsoort: soort });
    expect(leesBericht(soort, geschreven)).toStrictEqual(bericht);
  });
});

describe('lezen', () => {
  it('weigert een document dat toch niet geldig is', () => {
    expect(() => leesBericht('WMO305', utf8(GEWOON.slice(0, -20)))).toThrow();
    expect(() => leesBericht('WMO307', utf8(GEWOON))).toThrow(/WMO307/);
  });
  it('kent elk voorbeeld', () => {
    for (const [soort, bericht] of Object.entries(VOORBEELDEN)) {
      expect(leesBericht(soort as Berichtsoort, schrijfBericht(soort as Berichtsoort, bericht))).toStrictEqual(bericht);
    }
  });
});
