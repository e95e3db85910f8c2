import { describe, expect, it } from 'vitest';
import { ALLE_BERICHTSOORTEN } from '../../../src/standaard/berichten/berichtsoorten.js';
import { SCHEMAS } from '../../../src/standaard/berichten/gegenereerd/index.js';
import { compileerSchemas, controleerNiveau1, type Niveau1 } from '../../../src/standaard/xml/niveau1.js';
import { schrijfBericht } from '../../../src/standaard/xml/schrijven.js';
import { schemabestanden, schemas } from '../../hulp/schema.js';
import { wmo301, wmo305, wmo323 } from '../../hulp/voorbeelden.js';

const [start] = wmo305.Client.StartProducten;
if (start === undefined) throw new Error('het voorbeeld heeft een StartProduct');
const TWEE = { ...wmo305, Client: { ...wmo305.Client, StartProducten: [start, { ...start, ToewijzingNummer: 300202 }] } };
const GELDIG = schrijfBericht('WMO305', TWEE).toString();
const PRODUCT_2 = '/Bericht/Client/StartProducten/StartProduct[2]';
const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

/** The valid message with one thing changed; `vanaf` says after which text the change is to be made. */
function met(van: string | RegExp, naar: string, vanaf = ''): string {
  const begin = GELDIG.indexOf(vanaf);
  const gewijzigd = GELDIG.slice(0, begin) + GELDIG.slice(begin).replace(van, () => naar);
  expect(gewijzigd).not.toBe(GELDIG);
  return gewijzigd;
}

function controleer(xml: string | Uint8Array): Niveau1 {
  return controleerNiveau1(typeof xml === 'string' ? Buffer.from(xml) : xml, schemas());
}

function xsdFouten(xml: string) {
  const uitkomst = controleer(xml);
  expect(uitkomst).toMatchObject({ geldig: false, fout: 'xsd-ongeldig', berichtsoort: 'WMO305' });
  return uitkomst.geldig ? [] : uitkomst.fouten;
}

/** The line, from 1, on which a text first stands, searched from another text on. */
function regelVan(xml: string, tekst: string, vanaf = ''): number {
  const plaats = xml.indexOf(tekst, xml.indexOf(vanaf));
  expect(plaats).toBeGreaterThan(0);
  return xml.slice(0, plaats).split('\n').length;
}

const IN_TWEEDE = '300202';
const GESLACHT = '<wmo305:Geslacht>1</wmo305:Geslacht>';

describe('schemafouten', () => {
  it.each<[string, string, string, string, RegExp]>([
    ['code die niet in de lijst staat', met('>02<', '>99<', IN_TWEEDE), '<iwmo:Categorie>99', `${PRODUCT_2}/Product/Categorie`, /codelijst/],
    ['te lange code', met('>02<', '>0002<', IN_TWEEDE), '<iwmo:Categorie>0002', `${PRODUCT_2}/Product/Categorie`, /codelijst/],
    ['lege code', met('>02<', '><', IN_TWEEDE), '<iwmo:Categorie><', `${PRODUCT_2}/Product/Categorie`, /codelijst/],
    ['patroon', met('>999900006<', '>99990000A<'), '<wmo305:Bsn>', '/Bericht/Client/Bsn', /niet de vorm/],
    ['te lang', met('>Vos<', `>${'V'.repeat(201)}<`), '<iwmo:Achternaam>', '/Bericht/Client/Naam/Geslachtsnaam/Achternaam', /te lang; ten hoogste 200 tekens/],
    ['leeg', met('>Vos<', '><'), '<iwmo:Achternaam>', '/Bericht/Client/Naam/Geslachtsnaam/Achternaam', /te kort of leeg/],
    ['alleen spaties', met('>Vos<', '>  <'), '<iwmo:Achternaam>', '/Bericht/Client/Naam/Geslachtsnaam/Achternaam', /niet de vorm/],
    ['geen datum', met('>1967-08-13<', '>13-08-1967<'), '<iwmo:Datum>', '/Bericht/Client/Geboortedatum/Datum', /geen bestaande datum/],
    ['datum die niet bestaat', met('>1967-08-13<', '>1967-02-29<'), '<iwmo:Datum>', '/Bericht/Client/Geboortedatum/Datum', /geen bestaande datum/],
    ['datum met tijdzone', met('>1967-08-13<', '>1967-08-13Z<'), '<iwmo:Datum>', '/Bericht/Client/Geboortedatum/Datum', /tijdzone/],
    ['geen getal', met('>300202<', '>drie<'), '<wmo305:ToewijzingNummer>drie', `${PRODUCT_2}/ToewijzingNummer`, /geen geheel getal/],
    ['te laag', met('>300202<', '>-1<'), '<wmo305:ToewijzingNummer>-1', `${PRODUCT_2}/ToewijzingNummer`, /te laag; het minimum is 0\./],
    ['te hoog', met('>300202<', '>1000000000<'), '<wmo305:ToewijzingNummer>1000', `${PRODUCT_2}/ToewijzingNummer`, /te hoog; het maximum is 999999999\./],
    ['berichtcode van een ander bericht', met('>418<', '>420<'), '<wmo305:BerichtCode>', '/Bericht/Header/BerichtCode', /niet de vorm/],
    ['andere versie', met('>3<', '>2<'), '<wmo305:BerichtVersie>', '/Bericht/Header/BerichtVersie', /niet de vorm/],
    ['onbekend element', met(GESLACHT, `<wmo305:Onzin/>${GESLACHT}`), '<wmo305:Onzin', '/Bericht/Client/Onzin', /verwacht werd Geslacht\./],
    ['ontbrekend element', met(GESLACHT, ''), '<wmo305:Naam>', '/Bericht/Client/Naam', /verwacht werd Geslacht\./],
    ['dubbel element', met(GESLACHT, GESLACHT + GESLACHT), GESLACHT, '/Bericht/Client/Geslacht[2]', /verwacht werd Naam\./],
    ['element na het laatste', met('</wmo305:Client>', '<wmo305:Bsn/></wmo305:Client>'), '<wmo305:Bsn/>', '/Bericht/Client/Bsn[2]', /Verwijder het/],
    ['ontbrekend aan het einde', met(/<wmo305:StartProducten>[^]*<\/wmo305:StartProducten>/, ''), '<wmo305:Client>', '/Bericht/Client', /ontbreekt StartProducten\./],
    ['leeg omhulsel', met(/<wmo305:StartProducten>[^]*<\/wmo305:StartProducten>/, '<wmo305:StartProducten/>'), '<wmo305:StartProducten/>', '/Bericht/Client/StartProducten', /ontbreekt StartProduct\./],
    ['leeg herhaald element', met(/<wmo305:StartProduct>[^]*<\/wmo305:StartProduct>/, '<wmo305:StartProduct/>'), '<wmo305:StartProduct/>', '/Bericht/Client/StartProducten/StartProduct[1]', /ontbreekt/],
    ['verkeerde namespace', met('<wmo305:Bsn>999900006</wmo305:Bsn>', '<iwmo:Bsn>999900006</iwmo:Bsn>'), '<iwmo:Bsn>', '/Bericht/Client/Bsn', /verkeerde namespace/],
    ['losse tekst', met('<wmo305:Client>', '<wmo305:Client>los'), '<wmo305:Client>', '/Bericht/Client', /losse tekst/],
    ['element in een waarde', met('>999900006<', '><b>999900006</b><'), '<wmo305:Bsn>', '/Bericht/Client/Bsn', /alleen een waarde/],
    ['attribuut op een klasse', met('<wmo305:Client>', '<wmo305:Client a="1">'), '<wmo305:Client', '/Bericht/Client', /attribuut dat niet is toegestaan/],
    ['attribuut op een waarde', met('<wmo305:Bsn>', '<wmo305:Bsn xml:lang="nl">'), '<wmo305:Bsn', '/Bericht/Client/Bsn', /attribuut dat niet is toegestaan/],
    ['onbekend xsi-attribuut', met('<wmo305:Bsn>', `<wmo305:Bsn ${XSI} xsi:los="1">`), '<wmo305:Bsn', '/Bericht/Client/Bsn', /attribuut dat niet is toegestaan/],
    ['xsi:nil', met('<wmo305:Bsn>999900006', `<wmo305:Bsn ${XSI} xsi:nil="true">`), '<wmo305:Bsn', '/Bericht/Client/Bsn', /xsi:nil leeg/],
    ['xsi:nil zonder ja of nee', met('<wmo305:Bsn>', `<wmo305:Bsn ${XSI} xsi:nil="mogelijk">`), '<wmo305:Bsn', '/Bericht/Client/Bsn', /xsi:type of xsi:nil/],
    ['xsi:type van een ander type', met('<wmo305:Bsn>', `<wmo305:Bsn ${XSI} xsi:type="iwmo:LDT_Naam">`), '<wmo305:Bsn', '/Bericht/Client/Bsn', /xsi:type of xsi:nil/],
    ['xsi:type dat niet bestaat', met('<wmo305:Bsn>', `<wmo305:Bsn ${XSI} xsi:type="iwmo:LDT_Niets">`), '<wmo305:Bsn', '/Bericht/Client/Bsn', /xsi:type of xsi:nil/],
    ['xsi:type zonder namespace', met('<wmo305:Bsn>', `<wmo305:Bsn ${XSI} xsi:type="q:Niets">`), '<wmo305:Bsn', '/Bericht/Client/Bsn', /xsi:type of xsi:nil/],
    ['ander beginelement', met(/wmo305:Bericht\b/g, 'wmo305:Client'), '<wmo305:Client', '/Client', /beginelement/],
  ])('%s', (_, xml, opRegel, pad, melding) => {
    const fouten = xsdFouten(xml);
    expect(fouten).toEqual([{ regel: regelVan(xml, opRegel), pad, melding: expect.stringMatching(melding) as string }]);
  });

  it.each([['25:00:00', /geen bestaand tijdstip/], ['10:15:00Z', /tijdzone/]])('tijdstip %s', (tijd, melding) => {
    const xml = schrijfBericht('WMO301', wmo301).toString().replace('>10:15:00<', `>${tijd}<`);
    expect(controleer(xml)).toMatchObject({ fout: 'xsd-ongeldig', fouten: [{
      pad: '/Bericht/Client/ToegewezenProducten/ToegewezenProduct[1]/Toewijzingstijd', melding: expect.stringMatching(melding) as string }] });
  });

  it('een waarde met drie gebreken is één fout, twee elementen met een gebrek zijn er twee', () => {
    const xml = met(/>999900006<|>Vos</g, '><');
    expect(xsdFouten(xml).map((f) => f.pad)).toEqual(['/Bericht/Client/Bsn', '/Bericht/Client/Naam/Geslachtsnaam/Achternaam']);
  });

  it('een element met een fout attribuut en een foute waarde heeft er twee', () => {
    expect(xsdFouten(met('<wmo305:Bsn>999900006', '<wmo305:Bsn a="1" b="2">x')).map((f) => f.melding)).toEqual([
      expect.stringMatching(/attribuut/), expect.stringMatching(/niet de vorm/)]);
  });

  it('paden zijn dezelfde met voorvoegsels, met een standaardnamespace en in een andere codering', () => {
    const fout = met('>300202<', '>x<').replace('>02<', '>99<');
    const verwacht = xsdFouten(fout);
    expect(verwacht.map((f) => f.pad)).toEqual(['/Bericht/Client/StartProducten/StartProduct[1]/Product/Categorie', `${PRODUCT_2}/ToewijzingNummer`]);
    const standaard = fout.replace('xmlns:wmo305', 'xmlns').replaceAll('wmo305:', '');
    expect(standaard).toContain('<Bericht xmlns');
    expect(xsdFouten(standaard)).toEqual(verwacht);
    expect(controleer(Buffer.from(`\ufeff${fout}`, 'utf16le'))).toMatchObject({ fouten: verwacht });
  });

  it('de index staat op elk element dat zich kan herhalen en op geen ander', () => {
    const [client] = wmo323.Declaratie.Clienten;
    const [prestatie] = client?.Prestaties ?? [];
    if (client === undefined || prestatie === undefined) throw new Error('het voorbeeld heeft een Prestatie');
    const bericht = { ...wmo323, Declaratie: { ...wmo323.Declaratie,
      Clienten: [client, { ...client, Prestaties: [prestatie, { ...prestatie, Eenheid: '99' as '04' }] }] } };
    expect(controleer(schrijfBericht('WMO323', bericht))).toMatchObject({
      fouten: [{ pad: '/Bericht/Declaratie/Clienten/Client[2]/Prestaties/Prestatie[2]/Eenheid' }] });
    expect(controleer(schrijfBericht('WMO323', { ...bericht, Declaratie: { ...bericht.Declaratie, Clienten: [{ ...client, Bsn: 'x' }] } })))
      .toMatchObject({ fouten: [{ pad: '/Bericht/Declaratie/Clienten/Client[1]/Bsn' }] });
  });

  it('commentaar, tekst en processing instructions tellen niet mee in de index', () => {
    const xml = met('<wmo305:StartProduct>', '<!-- a --><?b c?><wmo305:StartProduct>').replace('>300202<', '>x<');
    expect(xsdFouten(xml).map((f) => f.pad)).toEqual([`${PRODUCT_2}/ToewijzingNummer`]);
  });

  it('een naam uit het bericht die op gegevens lijkt, wordt niet getoond', () => {
    const namen = ['A999900006', 'x'.repeat(41), 'Jansen_é'].map((naam) => met(GESLACHT, `<wmo305:${naam}/>${GESLACHT}`));
    for (const xml of namen) expect(xsdFouten(xml).map((f) => f.pad)).toEqual(['/Bericht/Client/onbekend-element']);
  });

  it('een waarde die op een foutmelding van libxml2 lijkt, verandert de melding niet', () => {
    const lokaas = 'x\': This element is not expected. Expected is ( Jansen ). [facet \'maxInclusive\'] (\'123456782\')';
    const melding = xsdFouten(met('>999900006<', '>x<'))[0]?.melding;
    const fouten = xsdFouten(met('>999900006<', `>${lokaas}<`));
    expect(fouten).toHaveLength(1);
    expect(fouten[0]?.melding).toMatch(/te lang; ten hoogste 9 tekens/);
    expect(melding).toMatch(/niet de vorm/);
    expect(JSON.stringify(fouten)).not.toMatch(/Jansen|123456782/);
  });
});

/** The valid message with its StartProducten replaced by this many pieces. */
function metProducten(stuk: (nummer: number) => string, aantal: number): string {
  const stukken = Array.from({ length: aantal }, (_, i) => stuk(i + 1)).join('');
  return met(/(?<=<wmo305:StartProducten>)[^]*(?=<\/wmo305:StartProducten>)/, stukken);
}

describe('veel fouten en grote berichten', () => {
  const product = /<wmo305:StartProduct>[^]*?<\/wmo305:StartProduct>/.exec(GELDIG)?.[0] ?? '';

  it('geeft alle fouten tot honderd, in de volgorde van het bericht', () => {
    const fouten = (aantal: number): number => xsdFouten(metProducten(() => product.replace('>02<', '>9999<'), aantal)).length;
    expect([fouten(1), fouten(99), fouten(100), fouten(101)]).toEqual([1, 99, 100, 100]);
    const paden = xsdFouten(metProducten(() => product.replace('>02<', '>9999<'), 300)).map((f) => f.pad);
    expect(paden).toEqual(Array.from({ length: 100 }, (_, i) => `/Bericht/Client/StartProducten/StartProduct[${i + 1}]/Product/Categorie`));
  });

  it('voorbij regel 65535 kloppen de regels nog', () => {
    const goed = product.split('\n').join('\n<!-- \n < \n -->\n<?p \n <x> ?>\n');
    const aantal = 6000;
    const slecht = new Map([[5000, goed.replace('>300201<', '>x<')], [5001, '<wmo305:StartProduct/>'], [5002, goed.replace('>02A03<', '><')],
      [5003, goed.replace(/<wmo305:Begindatum>.*/, '')], [aantal, goed.replace('<iwmo:Categorie>', '\n\n<iwmo:Categorie a="1">')]]);
    const xml = metProducten((n) => `\n<!--nr ${n}-->${slecht.get(n) ?? goed}`, aantal);
    const rond = (n: number, tekst: string): number => regelVan(xml, tekst, `<!--nr ${n}-->`);
    expect(rond(5000, '>x<')).toBeGreaterThan(65_535);
    const op = (n: number): string => `/Bericht/Client/StartProducten/StartProduct[${n}]`;
    expect(xsdFouten(xml).map(({ regel, pad }) => [regel, pad])).toEqual([
      [rond(5000, '>x<'), `${op(5000)}/ToewijzingNummer`],
      [rond(5001, '<wmo305:StartProduct/>'), op(5001)],
      [rond(5002, '<iwmo:Code>'), `${op(5002)}/Product/Code`],
      [rond(5003, '<wmo305:StatusAanlevering>'), `${op(5003)}/StatusAanlevering`],
      [rond(aantal, '<iwmo:Categorie'), `${op(aantal)}/Product/Categorie`],
    ]);
  });

  it('300.000 fouten en 800.000 buren zijn geen kwadratisch werk', () => {
    // Not timed: quadratic work on this many takes many minutes and runs into the time limit of the test.
    expect(xsdFouten(metProducten(() => '<wmo305:StartProduct/>', 300_000))).toHaveLength(100);
    const buren = `${'<wmo305:StartProduct/>'.repeat(10)}${'<a/>'.repeat(800_000)}`;
    expect(xsdFouten(met('<wmo305:StartProduct>', `${buren}<wmo305:StartProduct>`))).not.toHaveLength(0);
    expect(xsdFouten(met('</wmo305:Client>', `${'<a/>'.repeat(800_000)}<b/></wmo305:Client>`)).map((f) => f.pad)).toEqual(['/Bericht/Client/a']);
  });
});

describe('berichtsoort', () => {
  const wortel = (namespace: string): string => `<Bericht xmlns="${namespace}"/>`;
  it.each<[string, RegExp]>([
    [wortel('http://www.istandaarden.nl/iwmo/3_1/wmo305/schema'), /iWmo 3\.1; alleen iWmo 3\.2/],
    [wortel('http://www.istandaarden.nl/iwmo/2_4/basisschema/schema'), /iWmo 2\.4;/],
    [wortel('http://www.istandaarden.nl/ijw/3_2/jw305/schema'), /iJw 3\.2;/],
    [wortel('http://www.istandaarden.nl/iwlz/2_5/aw33/schema'), /iWlz 2\.5;/],
    [wortel('http://www.istandaarden.nl/iwmo/3_2/basisschema/schema'), /Controleer de namespace/],
    [wortel('http://www.istandaarden.nl/iwmo/3_2/wmo399/schema'), /Controleer de namespace/],
    [wortel('HTTP://www.istandaarden.nl/iwmo/3_2/wmo305/schema'), /Controleer de namespace/],
    [wortel(`urn:999900006`), /Controleer de namespace/],
    ['<Bericht/>', /Controleer de namespace/],
  ])('%s is onbekend', (xml, melding) => {
    expect(controleer(`\n\n${xml}`)).toEqual({ geldig: false, fout: 'berichtsoort-onbekend', fouten: [
      { regel: 3, pad: '/Bericht', melding: expect.stringMatching(melding) as string }] });
  });

  it.each(ALLE_BERICHTSOORTEN)('een lege %s is er wel een, maar ongeldig', (soort) => {
    expect(controleer(wortel(SCHEMAS[soort].namespace))).toMatchObject({ geldig: false, fout: 'xsd-ongeldig', berichtsoort: soort });
  });

  it('een bericht in de namespace van een ander bericht is ongeldig', () => {
    expect(controleer(GELDIG.replaceAll('wmo305/schema', 'wmo307/schema'))).toMatchObject({ fout: 'xsd-ongeldig', berichtsoort: 'WMO307' });
  });
});

describe('welgevormdheid', () => {
  it.each<[string, string, RegExp]>([
    ['afgebroken', GELDIG.slice(0, -30), /afgebroken|afgesloten/],
    ['midden in een tag', GELDIG.slice(0, GELDIG.indexOf('Bsn>') + 2), /afgebroken|afgesloten/],
    ['verkeerde sluittag', met('</wmo305:Bsn>', '</wmo305:Bsm>'), /andere naam afgesloten/],
    ['een kale <', met('>Vos<', '>V<os<'), /afgesloten|<|attribuut/],
    ['een kale &', met('>Vos<', '>V & os<'), /als &lt; en &amp;/],
    ['onbekende entiteit', met('>Vos<', '>V&euro;os<'), /entiteit/],
    ['niet toegestaan teken', met('>Vos<', '>V\u0001os<'), /teken dat in XML niet/],
    ['niet toegestane verwijzing', met('>Vos<', '>V&#0;os<'), /teken dat in XML niet/],
    [']]> in een waarde', met('>Vos<', '>V]]>os<'), /]]>/],
    ['dubbel attribuut', met('<wmo305:Bsn>', '<wmo305:Bsn a="1" a="2">'), /twee keer/],
    ['dubbel attribuut door namespaces', met('<wmo305:Bsn>', '<wmo305:Bsn xmlns:a="u" xmlns:b="u" a:x="1" b:x="2">'), /twee keer/],
    ['attribuut zonder aanhalingstekens', met('<wmo305:Bsn>', '<wmo305:Bsn a=1>'), /attribuut/],
    ['< in een attribuut', met('<wmo305:Bsn>', '<wmo305:Bsn a="<">'), /attribuut/],
    ['onbekend voorvoegsel', met('<wmo305:Bsn>999900006</wmo305:Bsn>', '<q:Bsn>999900006</q:Bsn>'), /voorvoegsel/],
    ['inhoud na het einde', `${GELDIG}<extra/>`, /Na het einde/],
    ['tweede declaratie', met('<wmo305:Header>', '<?xml version="1.0"?><wmo305:Header>'), /XML-declaratie/],
    ['witruimte voor de declaratie', ` ${GELDIG}`, /XML-declaratie/],
    ['XML 2.0', met('1.0', '2.0'), /XML-versie/],
    ['-- in commentaar', met('<wmo305:Header>', '<!-- a -- b --><wmo305:Header>'), /commentaar/],
    ['onbekende codering', met('UTF-8', 'UTF-99'), /tekencodering/],
  ])('%s', (_, xml, melding) => {
    const uitkomst = controleer(xml);
    expect(uitkomst).toMatchObject({ geldig: false, fout: 'niet-welgevormd' });
    if (uitkomst.geldig) return;
    expect(uitkomst.fouten[0]?.melding).toMatch(melding);
    expect(JSON.stringify(uitkomst)).not.toContain('999900006');
  });

  it('geeft regel en kolom', () => {
    const xml = met('>Vos<', '>V & os<');
    const regel = regelVan(xml, 'V & os');
    const kolom = (xml.split('\n')[regel - 1] ?? '').indexOf('&') + 1;
    const uitkomst = controleer(xml);
    if (uitkomst.geldig) throw new Error('hoort niet geldig te zijn');
    expect(uitkomst.fouten[0]?.regel).toBe(regel);
    // libxml2 points just past the mark that it could not use.
    expect(Math.abs((uitkomst.fouten[0]?.kolom ?? 0) - kolom)).toBeLessThanOrEqual(1);
  });
});

describe('compileerSchemas', () => {
  it('faalt als een schema ontbreekt of niet klopt', () => {
    const { ['wmo323.xsd']: weg, ...rest } = schemabestanden();
    expect(weg).toBeDefined();
    expect(() => compileerSchemas(rest)).toThrow(/wmo323/);
    const { ['basisschema.xsd']: basis, ...zonderBasis } = schemabestanden();
    expect(basis).toBeDefined();
    expect(() => compileerSchemas(zonderBasis)).toThrow();
    expect(() => compileerSchemas({ ...schemabestanden(), 'wmo301.xsd': Buffer.from('<a/>') })).toThrow();
    expect(controleerNiveau1(Buffer.from(GELDIG), schemas())).toMatchObject({ geldig: true });
  });
});
