import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPool } from '../../src/platform/database.js';
import { schrijfBericht } from '../../src/standaard/xml/schrijven.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { startInHuis } from '../hulp/huis.js';
import { type Dienst } from '../hulp/server.js';
import { VOORBEELDEN, wmo301, wmo323 } from '../hulp/voorbeelden.js';
import type { Berichten } from '../../src/standaard/berichten/gegenereerd/index.js';

let database: Testdatabase;
let server: Dienst;
beforeAll(async () => {
  database = await verseDatabase();
  server = await startInHuis({ DATABASE_URL: database.url });
});
afterAll(async () => {
  await server?.stop();
  await database?.verwijder();
});

interface Uitslag { geldig: boolean; berichtsoort?: string;
  bevindingen: { regel: string; retourcode?: string; niveau: number; klasse?: string; pad?: string; melding: string; plaats: { regel: number } }[] }
async function valideer(bytes: string | Buffer): Promise<Uitslag> {
  const antwoord = await fetch(`${server.adres}/v1/validaties`, {
    method: 'POST', headers: { 'Content-Type': 'text/xml' }, body: typeof bytes === 'string' ? bytes : Uint8Array.from(bytes) });
  expect(antwoord.status).toBe(200);
  return await antwoord.json() as Uitslag;
}

describe('POST /v1/validaties', () => {
  it.each(Object.entries(VOORBEELDEN))('%s zonder fouten is geldig', async (soort, bericht) => {
    expect(await valideer(schrijfBericht(soort as 'WMO301', bericht as Berichten['WMO301'])))
      .toEqual({ geldig: true, berichtsoort: soort, bevindingen: [] });
  });

  it('noemt fouten van niveau 1 met hun plaats, ook van wat geen XML is', async () => {
    expect(await valideer('hallo')).toMatchObject({ geldig: false, bevindingen: [{ regel: 'niet-welgevormd', niveau: 1, plaats: { regel: 1 } }] });
    const xml = schrijfBericht('WMO301', wmo301).toString().replace('<iwmo:Huisnummer>10<', '<iwmo:Huisnummer>tien<');
    const uitslag = await valideer(xml);
    const regel = xml.split('\n').findIndex((r) => r.includes('tien')) + 1;
    expect(uitslag).toMatchObject({ geldig: false, berichtsoort: 'WMO301', bevindingen: [{
      regel: 'xsd-ongeldig', niveau: 1, plaats: { regel }, pad: '/Bericht/Client/Contactgegevens/Contact[1]/Adres/Huis/Huisnummer' }] });
    expect(JSON.stringify(uitslag)).not.toContain('tien');
  });

  it('noemt alle fouten van niveau 2, ook in een groot bericht', async () => {
    const [client] = wmo323.Declaratie.Clienten;
    const prestatie = client?.Prestaties[0] as NonNullable<typeof client>['Prestaties'][0];
    const Prestaties = Array.from({ length: 400 }, (_, i) => ({ ...prestatie, ToewijzingNummer: i, ProductReferentie: { ReferentieNummer: `R${i}` } }));
    const bericht: Berichten['WMO323'] = { ...wmo323, Declaratie: { ...wmo323.Declaratie, Clienten: [{ Bsn: '999900007', Prestaties }] } };
    const bytes = schrijfBericht('WMO323', bericht);
    expect(bytes.length).toBeGreaterThan(128 * 1024);
    const { geldig, bevindingen } = await valideer(bytes);
    expect(geldig).toBe(false);
    expect(bevindingen.map((b) => [b.regel, b.retourcode, b.niveau, b.pad])).toEqual([
      ['CS002', '0001', 2, '/Bericht/Declaratie/Clienten/Client[1]/Bsn'], ['TR358', '0001', 2, '/Bericht/Declaratie/TotaalIngediendBedrag']]);
    expect(bevindingen.every((b) => b.plaats.regel > 1)).toBe(true);
  });

  it('bewaart niets', async () => {
    const pool = openPool(database.url, 1);
    const { rows } = await pool.query('select (select count(*) from bericht) + (select count(*) from weigering) as aantal');
    await pool.end();
    expect(rows).toEqual([{ aantal: 0 }]);
  });

  it('weigert wat te groot is of een ander mediatype heeft als bij aanleveren', async () => {
    const post = (type: string, body: string): Promise<Response> => fetch(`${server.adres}/v1/validaties`, { method: 'POST', headers: { 'Content-Type': type }, body });
    expect((await post('application/json', '{}')).status).toBe(415);
    expect((await post('text/xml', ' '.repeat(25_000_001))).status).toBe(413);
  });
});
