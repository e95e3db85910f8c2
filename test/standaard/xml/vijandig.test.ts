import { createServer } from 'node:http';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leesBericht } from '../../../src/standaard/xml/lezen.js';
import { controleerNiveau1, MAX_DIEPTE, type Niveau1 } from '../../../src/standaard/xml/niveau1.js';
import { schrijfBericht } from '../../../src/standaard/xml/schrijven.js';
import { schemas } from '../../hulp/schema.js';
import { wmo301, wmo305, wmo323 } from '../../hulp/voorbeelden.js';
import { RUNS } from '../../hulp/willekeurig.js';
import { CODERINGEN } from './coderingen.js';
import { Vrijschrift } from './vrijschrift.js';

const MAP = fileURLToPath(new URL('../../../fixtures/vijandig/', import.meta.url));
const FOUTEN = ['niet-welgevormd', 'te-diep-genest', 'doctype-niet-toegestaan', 'berichtsoort-onbekend', 'xsd-ongeldig'] as const;
const GELDIG = schrijfBericht('WMO305', wmo305);
const NAMESPACE = 'http://www.istandaarden.nl/iwmo/3_2/wmo305/schema';
const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const bestanden = readdirSync(MAP).filter((naam) => naam.endsWith('.xml'));

const controleer = (bytes: Uint8Array | string): Niveau1 => controleerNiveau1(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, schemas());
const fout = (bytes: Uint8Array | string): string => {
  const uitkomst = controleer(bytes);
  return uitkomst.geldig ? 'geldig' : uitkomst.fout;
};

describe('fixtures/vijandig', () => {
  it('er zijn er genoeg, van elke soort', () => {
    // The first 113 are the kinds that any reader of XML has to withstand; at least two hundred more are our own.
    expect(bestanden.length).toBeGreaterThanOrEqual(113 + 200);
    for (const verwacht of FOUTEN) expect(bestanden.some((naam) => naam.startsWith(`${verwacht}-`))).toBe(true);
  });

  it.each(bestanden)('%s', (naam) => {
    const uitkomst = controleer(readFileSync(MAP + naam));
    expect(uitkomst.geldig).toBe(false);
    if (uitkomst.geldig) return;
    expect(naam.startsWith(`${uitkomst.fout}-`), `${uitkomst.fout} voor ${naam}`).toBe(true);
    expect(uitkomst.fouten.length).toBeGreaterThan(0);
    for (const { regel, melding } of uitkomst.fouten) {
      expect(regel).toBeGreaterThanOrEqual(1);
      expect(melding).toMatch(/^[A-Z].*\.$/);
    }
    // Unicode digits and control characters too: nothing of the document but element names may come out.
    expect(JSON.stringify(uitkomst)).not.toMatch(/Jansen|Vos|9999|root:|alert|OR 1=1/);
  });

  it('laten niets achter: daarna is geldig nog geldig en ongeldig nog ongeldig', () => {
    for (const naam of bestanden) {
      controleer(readFileSync(MAP + naam));
      expect(fout(GELDIG)).toBe('geldig');
    }
    for (const naam of bestanden) expect(naam.startsWith(fout(readFileSync(MAP + naam)))).toBe(true);
  });
});

describe('afbreken', () => {
  it.each(CODERINGEN)('geen enkel begin van een bericht in $naam is geldig', (codering) => {
    const xml = GELDIG.toString().trim().replace(/^<\?xml[^?]*\?>/, `<?xml version="1.0" encoding="${codering.declaratie ?? 'UTF-8'}"?>`);
    const heel = codering.naarBytes(xml);
    expect(fout(heel)).toBe('geldig');
    // Every byte in UTF-8; in the others a stride that is no multiple of a character's width.
    const stap = codering.naam === 'UTF-8' ? 1 : 23;
    for (let lengte = 0; lengte < heel.length; lengte += stap) expect(fout(heel.subarray(0, lengte))).toBe('niet-welgevormd');
  });
});

describe('niets wordt opgehaald', () => {
  it('geen bestand en geen adres, langs welke weg het ook gevraagd wordt', async () => {
    let bezoeken = 0;
    const server = createServer((_, antwoord) => { bezoeken++; antwoord.end('<!ENTITY a "opgehaald">'); });
    await new Promise<void>((klaar) => { server.listen(0, '127.0.0.1', klaar); });
    const map = mkdtempSync(join(tmpdir(), 'vijandig-'));
    try {
      const bestand = join(map, 'ruim.xsd');
      writeFileSync(bestand, `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${NAMESPACE}"><xs:element name="Bericht"/></xs:schema>`);
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      const xml = GELDIG.toString();
      for (const waar of [url, bestand, `file://${bestand}`, 'basisschema.xsd', 'wmo305.xsd']) {
        const hint = ` ${XSI} xsi:schemaLocation="${NAMESPACE} ${waar} urn:x ${waar}" xsi:noNamespaceSchemaLocation="${waar}" xmlns:iwmo`;
        const wenk = xml.replace(' xmlns:iwmo', hint);
        expect(wenk).not.toBe(xml);
        expect(fout(wenk)).toBe('geldig');
        expect(leesBericht('WMO305', Buffer.from(wenk))).toStrictEqual(wmo305);
        expect(fout(wenk.replace('>999900006<', '><'))).toBe('xsd-ongeldig');
        expect(fout(`<Bericht xmlns="${NAMESPACE}" ${XSI} xsi:schemaLocation="${NAMESPACE} ${waar}"/>`)).toBe('xsd-ongeldig');
        expect(fout(`<Bericht ${XSI} xsi:noNamespaceSchemaLocation="${waar}"/>`)).toBe('berichtsoort-onbekend');
        expect(fout(xml.replace('?>', `?><?xml-stylesheet href="${waar}"?><?xml-model href="${waar}"?>`))).toBe('geldig');
        expect(fout(xml.replace('?>', `?><!DOCTYPE Bericht SYSTEM "${waar}">`))).toBe('doctype-niet-toegestaan');
        expect(fout(xml.replace('?>', `?><!DOCTYPE Bericht [<!ENTITY % a SYSTEM "${waar}"> %a;]>`))).toBe('doctype-niet-toegestaan');
        const include = `<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="${waar}"/>`;
        expect(fout(xml.replace('<wmo305:Client>', `<wmo305:Client>${include}`))).toBe('xsd-ongeldig');
        expect(fout(xml.replace('>Vos<', `>${include}<`))).toBe('xsd-ongeldig');
      }
      await new Promise((later) => { setImmediate(later); });
      expect(bezoeken).toBe(0);
      expect(fout(GELDIG)).toBe('geldig');
    } finally {
      rmSync(map, { recursive: true });
      await new Promise((klaar) => { server.close(klaar); });
    }
  });
});

const reeks = (aantal: number, stuk: (nummer: number) => string): string => Array.from({ length: aantal }, (_, i) => stuk(i)).join(' ');
const namespace = (nummer: number): string => `xmlns:p${nummer}="u:${nummer}"`;
const inAchternaam = (inhoud: string): string => GELDIG.toString().replace('>Vos<', () => `>${inhoud}<`);
const metCommentaar = (inhoud: string): string =>
  schrijfBericht('WMO301', { ...wmo301, Client: { ...wmo301.Client, Commentaar: 'MERK' } }).toString().replace('MERK', () => inhoud);
const nest = (diepte: number, open = '<a>', binnen = ''): string => open.repeat(diepte) + binnen + '</a>'.repeat(diepte);

describe('grote en diepe berichten', () => {
  it('de toegestane diepte is precies 64', () => {
    expect(fout(nest(MAX_DIEPTE))).toBe('berichtsoort-onbekend');
    expect(fout(nest(MAX_DIEPTE + 1))).toBe('te-diep-genest');
    expect(fout(`<a>${'<b/>'.repeat(10)}${nest(MAX_DIEPTE - 2, '<a>', '<c/>x<c/>')}<b/></a>`)).toBe('berichtsoort-onbekend');
    expect(fout(`<Bericht xmlns="${NAMESPACE}">${nest(MAX_DIEPTE - 1)}</Bericht>`)).toBe('xsd-ongeldig');
    expect(fout(`<Bericht xmlns="${NAMESPACE}">${nest(MAX_DIEPTE)}</Bericht>`)).toBe('te-diep-genest');
  });

  it.each([257, 2049, 100_000])('%i diep, gesloten of niet, op de goede regel', (diepte) => {
    for (const xml of [nest(diepte, '<a>\n'), '<a>\n'.repeat(diepte)]) {
      const uitkomst = controleer(xml);
      expect(uitkomst).toMatchObject({ fout: 'te-diep-genest' });
      if (!uitkomst.geldig) expect(uitkomst.fouten[0]?.regel).toBeGreaterThan(MAX_DIEPTE);
    }
  });

  it('meldt de regel van het te diepe element, ook voorbij regel 65535', () => {
    expect(controleer(nest(65, '\n<a>'))).toMatchObject({ fouten: [{ regel: 66 }] });
    expect(controleer('\n'.repeat(100_000) + nest(65, '\n<a>'))).toMatchObject({ fouten: [{ regel: 100_066 }] });
    expect(controleer(`${'\n'.repeat(100_000)}<a/>`)).toMatchObject({ fout: 'berichtsoort-onbekend', fouten: [{ regel: 100_001 }] });
  });

  it.each<[string, () => string, string]>([
    ['tekst van 10 MB in een waarde', () => inAchternaam('V'.repeat(9_900_000)), 'xsd-ongeldig'],
    ['tekst boven de grens van de parser', () => inAchternaam('V'.repeat(10_100_000)), 'niet-welgevormd'],
    ['getal van 10 MB', () => GELDIG.toString().replace('>300201<', () => `>${'9'.repeat(9_900_000)}<`), 'xsd-ongeldig'],
    ['jaar van 10 MB', () => GELDIG.toString().replace('>1967-', () => `>${'9'.repeat(9_900_000)}-`), 'xsd-ongeldig'],
    ['100.000 attributen', () => GELDIG.toString().replace('<wmo305:Client>', () => `<wmo305:Client ${reeks(100_000, (i) => `a${i}=""`)}>`),
      'xsd-ongeldig'],
    ['100.000 keer hetzelfde attribuut', () => GELDIG.toString().replace('<wmo305:Client>', () => `<wmo305:Client${' a=""'.repeat(100_000)}>`),
      'niet-welgevormd'],
    ['1.000.000 namespaces', () => `<a ${reeks(1_000_000, (i) => `xmlns:p${i}="u"`)}/>`, 'niet-welgevormd'],
    ['100.000 namespaces', () => `<a ${reeks(100_000, namespace)}/>`, 'berichtsoort-onbekend'],
    ['namespaces op elk van 60 niveaus', () => nest(60, `<a ${reeks(1000, namespace)}>`), 'berichtsoort-onbekend'],
    ['elementnaam van 1 MB', () => `<${'a'.repeat(1_000_000)}/>`, 'niet-welgevormd'],
    ['commentaar van 5 MB voor een DOCTYPE', () => `<!--${' -'.repeat(2_500_000)} --><!DOCTYPE a><a/>`, 'doctype-niet-toegestaan'],
    ['een miljoen keer commentaar', () => `${'<!---->'.repeat(1_000_000)}<a/>`, 'berichtsoort-onbekend'],
    ['een miljoen onafgemaakte markeringen', () => `<!--${'<!--'.repeat(1_000_000)}`, 'niet-welgevormd'],
    ['declaratie van 5 MB', () => `<?xml version="1.0"${' '.repeat(5_000_000)}encoding="windows-1252"?><a/>`, 'berichtsoort-onbekend'],
    ['witruimte van 5 MB', () => ' '.repeat(5_000_000), 'niet-welgevormd'],
    ['een miljoen CDATA-secties in een waarde', () => inAchternaam('<![CDATA[V]]>'.repeat(1_000_000)), 'xsd-ongeldig'],
    ['een waarde in een miljoen stukken', () => inAchternaam('V<!---->'.repeat(1_000_000)), 'xsd-ongeldig'],
    ['een klasse vol losse stukken tekst', () => GELDIG.toString().replace('<wmo305:Client>', () => `<wmo305:Client>${'V<?a?>'.repeat(1_000_000)}`),
      'xsd-ongeldig'],
    ['een geldige waarde in een half miljoen stukken', () => metCommentaar('V<!---->'.repeat(500_000)), 'geldig'],
    ['100.000 fouten waarvan libxml2 elk de hele landenlijst opsomt', () => schrijfBericht('WMO301', wmo301).toString()
      .replace(/(?<=<wmo301:Contactgegevens>)[^]*(?=<\/wmo301:Contactgegevens>)/, () =>
        '<wmo301:Contact><wmo301:Soort>01</wmo301:Soort><wmo301:Adres><iwmo:LandCode/></wmo301:Adres></wmo301:Contact>'.repeat(100_000)),
      'xsd-ongeldig'],
    ['100.000 keer xsi:type onder 100.000 namespaces', () => GELDIG.toString()
      .replace('<wmo305:Bericht', () => `<wmo305:Bericht ${XSI} ${reeks(100_000, namespace)}`)
      .replace('<wmo305:StartProduct>', () => `${'<wmo305:StartProduct xsi:type="wmo305:StartProduct"/>'.repeat(100_000)}<wmo305:StartProduct>`),
      'niet-welgevormd'],
    ['2 MB punten en witruimte, waarop het patroon van Commentaar kan blijven terugkeren', () => metCommentaar('. \t'.repeat(700_000)), 'geldig'],
    ['2 MB witruimte, waarop dat patroon nergens past', () => metCommentaar(' \t'.repeat(1_000_000)), 'xsd-ongeldig'],
  ])('%s', (_, maak, verwacht) => {
    expect(fout(maak())).toBe(verwacht);
    expect(fout(GELDIG)).toBe('geldig');
  });
});

const WOORDEN = [
  '<!DOCTYPE a>', '<!DOCTYPE a [<!ENTITY b "c">]>', '<![CDATA[', ']]>', '<!--', '-->', '<?xml version="1.0"?>', '<?a', '?>', '&b;', '&#0;',
  '&#x10FFFF;', '&lt;', '<a>', '</a>', '<', '>', '/', '"', ' xmlns="', ' xmlns:a="', ' a="b"', ' xsi:nil="true"', 'encoding="UTF-16"',
  'encoding="IBM1047"', ' ', '\0', '\u0085', '\ufeff', '\ufffe', '1', '-', '+', 'Z', '0000000000', '<wmo305:Bsn>', '\r', '\x1b(J',
].map((woord) => Buffer.from(woord));
const BYTES = [[0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0x80], [0, 0], [0x3c, 0], [0, 0x3c]]
  .map((bytes) => Buffer.from(bytes));

const ingreep = fc.record({
  plaats: fc.nat(), soort: fc.constantFrom('weg', 'erbij', 'byte', 'dubbel'), lengte: fc.integer({ min: 1, max: 40 }),
  wat: fc.constantFrom(...WOORDEN, ...BYTES), byte: fc.integer({ min: 0, max: 255 }),
});

type Ingreep = typeof ingreep extends fc.Arbitrary<infer T> ? T : never;

function verander(bytes: Buffer, { plaats, soort, lengte, wat, byte }: Ingreep): Buffer {
  const hier = plaats % (bytes.length + 1);
  const [voor, na] = [bytes.subarray(0, hier), bytes.subarray(hier)];
  switch (soort) {
    case 'weg': return Buffer.concat([voor, na.subarray(lengte)]);
    case 'erbij': return Buffer.concat([voor, wat, na]);
    case 'byte': return Buffer.concat([voor, Buffer.from([byte]), na.subarray(1)]);
    case 'dubbel': return Buffer.concat([voor, na.subarray(0, lengte), na]);
    default: return bytes;
  }
}

describe('willekeurige bytes', () => {
  /** Never throws; and what is valid can be read and written, and has the Header that level 1 saw. */
  function houdStand(bytes: Buffer): boolean {
    const uitkomst = controleer(bytes);
    if (!uitkomst.geldig) {
      expect(uitkomst.fouten.length).toBeGreaterThan(0);
      return false;
    }
    const bericht = leesBericht(uitkomst.berichtsoort, bytes);
    const { Afzender, Ontvanger, BerichtIdentificatie: { Identificatie, Dagtekening } } = bericht.Header;
    expect(uitkomst.kop).toEqual({ afzender: Afzender, ontvanger: Ontvanger, identificatie: Identificatie, dagtekening: Dagtekening });
    expect(leesBericht(uitkomst.berichtsoort, schrijfBericht(uitkomst.berichtsoort, bericht))).toStrictEqual(bericht);
    return true;
  }

  it('zijn nooit geldig en nooit een uitzondering', () => {
    const bytes = fc.uint8Array({ maxLength: 60 }).map((b) => Buffer.from(b));
    const woorden = fc.array(fc.constantFrom(...WOORDEN, ...BYTES), { maxLength: 12 }).map((delen) => Buffer.concat(delen));
    fc.assert(fc.property(fc.oneof(bytes, woorden), (b) => { expect(houdStand(b)).toBe(false); }), { numRuns: RUNS * 10 });
  });

  it('in een geldig bericht geven nooit een uitzondering, en wat geldig blijft is te lezen', () => {
    let geldig = 0;
    const begin = fc.tuple(fc.integer(), fc.constantFrom(...CODERINGEN), fc.boolean()).map(([zaad, codering, kort]) =>
      (kort ? new Vrijschrift(zaad, codering).schrijf('WMO305', wmo305) : new Vrijschrift(zaad, codering).schrijf('WMO323', wmo323)));
    fc.assert(fc.property(begin, fc.array(ingreep, { minLength: 1, maxLength: 4 }), (bytes, ingrepen) => {
      if (houdStand(ingrepen.reduce(verander, bytes))) geldig++;
    }), { numRuns: RUNS * 10 });
    expect(geldig).toBeGreaterThan(0);
  });
});
