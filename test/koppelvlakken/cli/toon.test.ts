import { describe, expect, it } from 'vitest';
import { schrijfBericht } from '../../../src/standaard/xml/schrijven.js';
import { VOORBEELDEN, wmo301, wmo323 } from '../../hulp/voorbeelden.js';
import { FOUT_BSN, FOUT_SCHEMA, GELDIG, iwmo, proefmap } from './proefopstelling.js';

type Soort = keyof typeof VOORBEELDEN;

describe('iwmo toon', () => {
  it.each(Object.keys(VOORBEELDEN) as Soort[])('toont van een %s elke waarde, in de volgorde van het bericht', async (soort) => {
    const invoer = schrijfBericht(soort, VOORBEELDEN[soort] as never);
    const { uitgang, uit, fout } = await iwmo(['toon', '-'], { invoer });
    expect([uitgang, fout]).toEqual([0, '']);
    const getoond = [...uit.matchAll(/^ +(\w+)(?: \[\d+\])?: (.+?)(?: \(.*\))?$/gm)].map(([, naam, waarde]) => [naam, waarde]);
    const inXml = [...invoer.toString().matchAll(/:(\w+)>([^<>\n]+)</g)].map(([, naam, waarde]) => [naam, waarde]);
    expect(getoond).toEqual(inXml);
  });

  it('zet de betekenis bij codes en euro\'s bij bedragen', async () => {
    const { uit } = await iwmo(['toon', '-'], { invoer: schrijfBericht('WMO323', wmo323) });
    expect(uit).toContain('WMO323: declaratie\n');
    expect(uit).toContain('Ontvanger: 0363 (Amsterdam)\n');
    expect(uit).toContain('Eenheid: 04 (uur)\n');
    expect(uit).toContain('Bedrag: 60000 (€ 600,00)\n');
    expect(uit).toMatch(/\n {6}Client \[1\]\n {8}Bsn: /);
  });

  it('toont ook een bericht dat regels van niveau 2 breekt', async () => {
    expect(await iwmo(['toon', '-'], { invoer: FOUT_BSN })).toMatchObject({ uitgang: 0, fout: '' });
  });

  it('schrijft uit wat een terminal zou gehoorzamen', async () => {
    const Naam = { ...wmo301.Client.Naam, Geslachtsnaam: { Achternaam: 'V\u009b31mos\u202ex' } };
    const invoer = schrijfBericht('WMO301', { ...wmo301, Client: { ...wmo301.Client, Naam } });
    const { uit } = await iwmo(['toon', '-'], { invoer });
    expect(uit).toContain('Achternaam: V\\u{9b}31mos\\u{202e}x\n');
  });

  it('toont geen bericht dat het schema breekt, maar wel wat eraan mankeert', async () => {
    const { uitgang, uit, fout } = await iwmo(['toon', '-'], { invoer: FOUT_SCHEMA });
    expect([uitgang, uit]).toEqual([1, '']);
    expect(fout).toContain('xsd-ongeldig /Bericht/Client/Geslacht');
  });

  const map = proefmap();
  it.each([
    ['geen bestand', [], 'Noem een bestand'],
    ['twee bestanden', ['a.xml', 'b.xml'], 'Noem een bestand'],
    ['een bestand dat er niet is', [`${map.pad}/weg.xml`], 'bestaat niet'],
    ['een map', [map.pad], 'is een map'],
  ])('%s: uitgang 2', async (_naam, args, tekst) => {
    const { uitgang, uit, fout } = await iwmo(['toon', ...args]);
    expect([uitgang, uit]).toEqual([2, '']);
    expect(fout).toContain(tekst);
  });

  it('leest een bestand', async () => {
    expect(await iwmo(['toon', map.leg('een.xml', GELDIG)])).toMatchObject({ uitgang: 0 });
  });
});
