/** Delivering files in a real browser: the report before, the sending, what comes of it; by mouse, by keyboard, and without scripts. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Locator } from 'playwright-core';
import { schrijfBericht } from '../../src/standaard/xml/schrijven.js';
import { Bezoeker, HEEFT_BROWSER, startBrowser } from '../hulp/browser.js';
import { verseDatabase } from '../hulp/database.js';
import { startInHuis } from '../hulp/huis.js';
import type { Dienst } from '../hulp/server.js';
import { wmo323 } from '../hulp/voorbeelden.js';

const bestand = (name: string, inhoud: string | Buffer) => ({ name, mimeType: 'text/xml', buffer: Buffer.from(inhoud) });
const map = mkdtempSync(join(tmpdir(), 'iwmo-aanleveren-'));
/** Big ones by their place: handing them over byte for byte takes the browser longer than anything that is tested. */
function opSchijf(naam: string, inhoud: string | Buffer): string {
  const pad = join(map, naam);
  writeFileSync(pad, inhoud);
  return pad;
}
const lees = (naam: string): string => readFileSync(`fixtures/${naam}.xml`, 'utf8');

describe.skipIf(!HEEFT_BROWSER)('Aanleveren', () => {
  let browser: Browser;
  let server: Dienst;
  const opruimen: (() => Promise<unknown>)[] = [];
  const toewijzing = lees('WMO301/goedgekeurd-eerste-toewijzing');
  const start = lees('WMO305/goedgekeurd-eerste-start');

  beforeAll(async () => {
    const database = await verseDatabase();
    server = await startInHuis({ DATABASE_URL: database.url, VANDAAG: '2026-06-30' });
    browser = await startBrowser();
    opruimen.push(() => browser.close(), () => server.stop(), () => database.verwijder());
  });
  afterAll(async () => {
    for (const doe of opruimen) await doe();
    rmSync(map, { recursive: true });
  });

  it('vertelt per bestand wat er mis is, verstuurt wat kan en laat zien wat ervan komt', async () => {
    const bezoeker = await Bezoeker.nieuw(browser, server.adres, { breedte: 360 });
    const { page } = bezoeker;
    await bezoeker.naar('/aanleveren');
    await bezoeker.controleerPagina();
    await page.getByLabel('XML-bestanden').setInputFiles([
      bestand('goed.xml', toewijzing), bestand('kapot.xml', toewijzing.slice(0, 400)),
      bestand('regel.xml', lees('WMO315/afgekeurd-0001-verwijzer-zonder-naam')), bestand('anders.xml', '<a/>'),
    ]);
    const rij = (naam: string): Locator => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: naam }) });
    await page.getByText('2 klaar om te versturen, 2 niet te versturen').waitFor();
    expect(await rij('goed.xml').innerText()).toContain('Geen fouten');
    expect(await rij('kapot.xml').innerText()).toMatch(/kan zo niet worden verstuurd/);
    expect(await rij('regel.xml').innerText()).toMatch(/wordt hierop afgekeurd/);
    expect(await rij('regel.xml').getByRole('cell', { name: /0001/ }).count()).toBe(1);
    expect(await rij('anders.xml').innerText()).toMatch(/van geen iWmo 3\.2-bericht/);
    await bezoeker.controleerPagina();
    await page.getByRole('button', { name: 'Verstuur 2 bestanden' }).click();
    await page.getByText('2 niet te versturen, 2 beoordeeld').waitFor();
    expect(await rij('goed.xml').innerText()).toMatch(/Goedgekeurd[\s\S]*antwoord WMO302/);
    expect(await rij('regel.xml').innerText()).toMatch(/fgekeurd[\s\S]*antwoord WMO316/);
    expect(await rij('goed.xml').getByRole('link').getAttribute('href')).toMatch(/^\/berichten\/[0-9a-f-]{36}$/);
    await bezoeker.controleerPagina();
    await page.getByRole('button', { name: 'Begin opnieuw' }).click();
    expect(await page.getByRole('listitem').filter({ has: page.getByRole('heading') }).count()).toBe(0);
    await bezoeker.klaar();
  });

  it('met alleen het toetsenbord, en een verbinding die wegvalt levert niets dubbel aan', async () => {
    const bezoeker = await Bezoeker.nieuw(browser, server.adres);
    const { page } = bezoeker;
    // Asked for before anything happens: a choice that opens before the browser was told to hand it over is lost.
    const keuze = page.waitForEvent('filechooser');
    await bezoeker.naar('/aanleveren');
    await bezoeker.tabNaar('button', 'XML-bestanden');
    await page.keyboard.press('Enter');
    await (await keuze).setFiles([bestand('start.xml', start)]);
    await page.getByText('1 klaar om te versturen').waitFor();
    // The message arrives, its answer does not.
    await page.route('**/aanleveren/bestand*', async (route) => { await route.fetch(); await route.abort(); }, { times: 1 });
    await bezoeker.tabNaar('button', 'Verstuur 1 bestand');
    await page.keyboard.press('Enter');
    await page.getByText('1 niet gelukt, verstuur opnieuw').waitFor();
    await bezoeker.tabNaar('button', 'Verstuur 1 bestand');
    await page.keyboard.press('Enter');
    await page.getByText('1 beoordeeld').waitFor();
    const rij = page.getByRole('listitem').filter({ hasText: 'start.xml' });
    await rij.getByRole('link').click();
    const { items } = await (await fetch(`${server.adres}/v1/berichten?berichtsoort=WMO305`)).json() as { items: { id: string }[] };
    expect(items.map(({ id }) => `${server.adres}/berichten/${id}`)).toEqual([page.url()]);
    await bezoeker.context.close();
  });

  it('zonder scripts: controleren en versturen, en zonder bestand een uitleg', async () => {
    const bezoeker = await Bezoeker.nieuw(browser, server.adres, { scripts: false });
    const { page } = bezoeker;
    await bezoeker.naar('/aanleveren');
    await page.getByRole('button', { name: 'Controleer' }).click();
    expect(await page.getByRole('alert').innerText()).toMatch(/U koos geen bestand/);
    await page.getByLabel('XML-bestanden').setInputFiles([bestand('goed.xml', toewijzing), bestand('kapot.xml', 'geen xml')]);
    await page.getByRole('button', { name: 'Controleer' }).click();
    expect(await page.getByRole('main').innerText()).toMatch(/goed\.xml[\s\S]*Geen fouten[\s\S]*kapot\.xml/);
    await page.getByLabel('XML-bestanden').setInputFiles([bestand('goed.xml', toewijzing.replace(/(:Identificatie>)[^<]+/, '$1ZONDER1'))]);
    await page.getByRole('button', { name: 'Verstuur' }).click();
    expect(await page.getByRole('main').innerText()).toMatch(/(Goedgekeurd|Afgekeurd) WMO301[\s\S]*WMO302/);
    await bezoeker.klaar();
  });

  it('een declaratie van 24 MB houdt niets op: de pagina en de gateway doen intussen gewoon mee', async () => {
    const [client] = wmo323.Declaratie.Clienten;
    const [prestatie] = client?.Prestaties ?? [];
    if (client === undefined || prestatie === undefined) throw new Error('het voorbeeld heeft geen prestatie');
    const aantal = 25_600;
    const xml = schrijfBericht('WMO323', { ...wmo323, Declaratie: { ...wmo323.Declaratie, TotaalIngediendBedrag: { TotaalBedrag: aantal * 60_000, DebetCredit: 'D' },
      Clienten: [{ ...client, Prestaties: Array.from({ length: aantal }, (_, i) => ({ ...prestatie, ProductReferentie: { ReferentieNummer: `R${i}` } })) }] } });
    expect(xml.length).toBeGreaterThan(23_500_000);
    expect(xml.length).toBeLessThan(25_000_000);
    const bezoeker = await Bezoeker.nieuw(browser, server.adres);
    const { page } = bezoeker;
    await bezoeker.naar('/aanleveren');
    const stand = page.locator('[data-voortgang]');
    const leeft = async (): Promise<void> => {
      expect((await fetch(`${server.adres}/gezondheid/leeft`)).status).toBe(200);
      await page.getByLabel('Namens').fill('0363');
    };
    await page.getByLabel('XML-bestanden').setInputFiles(opSchijf('declaratie.xml', xml));
    await leeft();
    expect(await stand.innerText()).toBe('1 bezig');
    // A file that is chosen after it does not wait for it.
    await page.getByLabel('XML-bestanden').setInputFiles([bestand('klein.xml', toewijzing)]);
    await page.getByText('1 bezig, 1 klaar om te versturen').waitFor();
    await page.getByText('2 klaar om te versturen').waitFor({ timeout: 90_000 });
    await page.getByRole('button', { name: 'Verstuur 2 bestanden' }).click();
    await leeft();
    expect(await stand.innerText()).not.toContain('2 beoordeeld');
    await page.getByText('2 beoordeeld').waitFor({ timeout: 90_000 });
    const rij = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'declaratie.xml' }) });
    expect(await rij.innerText()).toMatch(/Afgekeurd[\s\S]*WMO325/);
    await bezoeker.klaar();
  }, 180_000);

  it('een bestand dat te groot is krijgt uitleg, ook als het niet eens wordt ingelezen', async () => {
    const bezoeker = await Bezoeker.nieuw(browser, server.adres);
    await bezoeker.naar('/aanleveren');
    await bezoeker.page.getByLabel('XML-bestanden').setInputFiles(opSchijf('groot.xml', ' '.repeat(25_000_001)));
    await bezoeker.page.getByText('1 niet te versturen').waitFor();
    expect(await bezoeker.page.getByRole('listitem').filter({ hasText: 'groot.xml' }).innerText()).toMatch(/groter dan 25/);
    await bezoeker.context.close();
  });
});
