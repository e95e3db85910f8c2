import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Berichten } from '../../src/standaard/berichten/gegenereerd/index.js';
import { schrijfBericht } from '../../src/standaard/xml/schrijven.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { Aansluiting, startServer, type Uitvoering } from '../hulp/server.js';
import { header, wmo301, wmo305, wmo307 } from '../hulp/voorbeelden.js';

let database: Testdatabase;
let server: Uitvoering;
let gateway: Aansluiting;
beforeAll(async () => {
  database = await verseDatabase();
  server = await startServer({ DATABASE_URL: database.url });
  gateway = new Aansluiting(server.adres);
});
afterAll(async () => {
  await server?.stop();
  await database?.verwijder();
});

type Start = Berichten['WMO305']['Client']['StartProducten'][0];
const start = (identificatie: string, velden: Partial<Start> = {}, dagtekening = '2026-03-05'): Berichten['WMO305'] => ({
  Header: header('WMO305', identificatie, dagtekening),
  Client: { ...wmo305.Client, StartProducten: [{ ...(wmo305.Client.StartProducten[0] as Start), ...velden }] },
});

describe('van toewijzing tot start, over HTTP', () => {
  it('registreert een toewijzing en antwoordt met een WMO302 zonder codes', async () => {
    const resource = await gateway.lever('WMO301', wmo301);
    expect(resource).toMatchObject({ status: 'goedgekeurd', berichtsoort: 'WMO301', richting: 'inkomend', bevindingen: [] });
    const antwoord = await gateway.antwoord(resource, 'WMO302');
    expect(antwoord.Header).toMatchObject({
      BerichtCode: '415', Afzender: wmo301.Header.Afzender, Ontvanger: wmo301.Header.Ontvanger,
      BerichtIdentificatie: wmo301.Header.BerichtIdentificatie, DagtekeningRetour: '2026-06-30',
    });
    expect(antwoord.Header.RetourCodes).toBeUndefined();
    expect(antwoord.Client).toBeUndefined();
  });

  it('geeft het bericht en het antwoord byte voor byte terug', async () => {
    const bytes = schrijfBericht('WMO301', { ...wmo301, Header: header('WMO301', 'BYTES') });
    const post = await gateway.post(bytes);
    expect(post.status).toBe(202);
    const { id } = await post.json() as { id: string };
    expect(post.headers.get('location')).toBe(`/v1/berichten/${id}`);
    const xml = await fetch(`${gateway.adres}/v1/berichten/${id}/xml`);
    expect(Buffer.from(await xml.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('keurt een start op de toewijzing goed en antwoordt met een WMO306', async () => {
    const resource = await gateway.lever('WMO305', start('S1'));
    expect(resource.status).toBe('goedgekeurd');
    expect((await gateway.antwoord(resource, 'WMO306')).Header.RetourCodes).toBeUndefined();
  });

  it('9326: een tweede start terwijl de eerste loopt, op de klasse StartProduct', async () => {
    const resource = await gateway.lever('WMO305', start('S2', { Begindatum: '2026-03-04' }));
    expect(resource.status).toBe('afgekeurd');
    expect(resource.bevindingen).toEqual([expect.objectContaining({
      regel: 'TR326', retourcode: '9326', niveau: 3, klasse: 'StartProduct', pad: '/Bericht/Client/StartProducten/StartProduct[1]' })]);
    const antwoord = await gateway.antwoord(resource, 'WMO306');
    expect(antwoord.Header.RetourCodes).toEqual(['0200']);
    expect(antwoord.Client?.RetourCodes).toEqual(['0200']);
    expect(antwoord.Client?.StartProducten.map((p) => p.RetourCodes)).toEqual([['9326']]);
  });

  it('9074 en 9326: dezelfde start nog eens', async () => {
    const resource = await gateway.lever('WMO305', start('S3'));
    expect(resource.bevindingen.map((b) => b.retourcode).sort()).toEqual(['9074', '9326']);
    const antwoord = await gateway.antwoord(resource, 'WMO306');
    expect(antwoord.Client?.StartProducten[0]?.RetourCodes).toEqual(['9074', '9326']);
  });

  it('9056: een gebruikte Identificatie, in de Header en zonder inhoud; die van een afgekeurd bericht is vrij', async () => {
    const dubbel = await gateway.lever('WMO305', start('S1', { StatusAanlevering: '3' }));
    expect(dubbel.bevindingen.map((b) => [b.retourcode, b.pad])).toEqual([['9056', '/Bericht/Header']]);
    const antwoord = await gateway.antwoord(dubbel, 'WMO306');
    expect(antwoord.Header.RetourCodes).toEqual(['9056']);
    expect(antwoord.Client).toBeUndefined();
    const vrij = await gateway.lever('WMO305', start('S3', { StatusAanlevering: '3' }));
    expect(vrij.status).toBe('goedgekeurd');
  });

  it('9063: verwijderen wat al verwijderd is', async () => {
    const resource = await gateway.lever('WMO305', start('S4', { StatusAanlevering: '3' }));
    expect(resource.bevindingen.map((b) => b.retourcode)).toEqual(['9063']);
  });

  it('na de verwijdering kan opnieuw worden gestart', async () => {
    expect((await gateway.lever('WMO305', start('S5', { Begindatum: '2026-03-05' }))).status).toBe('goedgekeurd');
  });

  it('9071: een gestopte start verwijderen', async () => {
    const stop: Berichten['WMO307'] = {
      Header: header('WMO307', 'P1', '2026-06-05'),
      Client: { ...wmo307.Client, StopProducten: wmo307.Client.StopProducten.map((p) => ({ ...p, Begindatum: '2026-03-05' })) },
    };
    expect((await gateway.lever('WMO307', stop)).status).toBe('goedgekeurd');
    const resource = await gateway.lever('WMO305', start('S6', { Begindatum: '2026-03-05', StatusAanlevering: '3' }));
    expect(resource.bevindingen.map((b) => b.retourcode)).toEqual(['9071']);
  });

  it('9019: een toewijzing die niet bestaat; en een product zonder fout krijgt 0200', async () => {
    const goed = start('S7', { Begindatum: '2026-03-05', ToewijzingNummer: 999 });
    const resource = await gateway.lever('WMO305', goed);
    expect(resource.bevindingen.map((b) => b.retourcode)).toEqual(['9019']);
  });

  it('9332: hetzelfde ToewijzingNummer voor een andere Ingangsdatum', async () => {
    const [product] = wmo301.Client.ToegewezenProducten;
    const ander: Berichten['WMO301'] = {
      Header: header('WMO301', 'T2'),
      Client: { ...wmo301.Client, ToegewezenProducten: [{ ...(product as NonNullable<typeof product>), Ingangsdatum: '2026-04-01' }] },
    };
    const resource = await gateway.lever('WMO301', ander);
    expect(resource.bevindingen.map((b) => [b.retourcode, b.pad]))
      .toEqual([['9332', '/Bericht/Client/ToegewezenProducten/ToegewezenProduct[1]']]);
    const antwoord = await gateway.antwoord(resource, 'WMO302');
    expect(antwoord.Client?.ToegewezenProducten[0]?.RetourCodes).toEqual(['9332']);
    expect(antwoord.Client?.Contactgegevens[0]?.RetourCodes).toEqual(['0200']);
  });

  it('0001: een Bsn dat niet klopt, alleen in de Header, en het nummer staat nergens in de bevinding', async () => {
    const resource = await gateway.lever('WMO305', { Header: header('WMO305', 'S8', '2026-03-05'), Client: { ...wmo305.Client, Bsn: '999900007' } });
    expect(resource.status).toBe('afgekeurd');
    expect(resource.bevindingen).toEqual([expect.objectContaining({ regel: 'CS002', retourcode: '0001', niveau: 2, pad: '/Bericht/Client/Bsn' })]);
    expect(JSON.stringify(resource)).not.toContain('999900007');
    const antwoord = await gateway.antwoord(resource, 'WMO306');
    expect(antwoord.Header.RetourCodes).toEqual(['0001']);
    expect(antwoord.Client).toBeUndefined();
  });

  it('toont berichten nieuwste eerst, bladert zonder gaten of dubbelen en filtert', async () => {
    interface Lijst { items: { id: string; ontvangenOp: string; berichtsoort: string }[]; volgende?: string }
    const alles: Lijst['items'] = [];
    let pad: string | undefined = '/v1/berichten?limiet=7';
    while (pad !== undefined) {
      const pagina: Lijst = await gateway.haal<Lijst>(pad);
      expect(pagina.items.length).toBeLessThanOrEqual(7);
      alles.push(...pagina.items);
      pad = pagina.volgende === undefined ? undefined : `/v1/berichten?limiet=7&cursor=${pagina.volgende}`;
    }
    expect(new Set(alles.map((b) => b.id)).size).toBe(alles.length);
    const tijden = alles.map((b) => b.ontvangenOp);
    expect(tijden).toEqual([...tijden].sort().reverse());
    const starts = await gateway.haal<Lijst>('/v1/berichten?berichtsoort=WMO305&limiet=200');
    expect(starts.items).toHaveLength(alles.filter((b) => b.berichtsoort === 'WMO305').length);
    expect((await gateway.haal<Lijst>('/v1/berichten?tot=2020-01-01')).items).toEqual([]);
  });
});
