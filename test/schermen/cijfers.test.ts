/** The waiting list and production in a real browser: pictures with their tables, what is chosen, and downloads. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { openPool } from '../../src/platform/database.js';
import { Bezoeker, HEEFT_BROWSER, startBrowser } from '../hulp/browser.js';
import { verseDatabase } from '../hulp/database.js';
import { startInHuis } from '../hulp/huis.js';
import { vulRegister, type Proefregel, type Proeftoewijzing } from '../hulp/register.js';
import { Aansluiting, type Dienst } from '../hulp/server.js';
import { AANBIEDER, GEMEENTE, header, wmo301, wmo305 } from '../hulp/voorbeelden.js';

const VANDAAG = '2026-06-30';
const BELEID = `
regio: Proef
gemeenten: ["${GEMEENTE}"]
groepen: [{code: licht}, {code: zwaar}]
producten:
  - {code: 02A01, categorie: "02", groep: licht}
  - {code: 02A02, categorie: "02", groep: zwaar}
schalen:
  - groepen: [licht, zwaar]
    opTussenGroepen: {via: [toegang], dan: toewijzen}
    afTussenGroepen: {via: [toegang], dan: toewijzen}
    binnenGroepMet315: uit
signalen:
  - {signaal: hoogstens-zestig, soort: mix, deel: [02A02], geheel: [02A01, 02A02], meet: bedrag, hoogstens: 60}
`;

const toewijzing = (nummer: number, code: string, velden: Partial<Proeftoewijzing> = {}): Proeftoewijzing => ({
  gemeente: GEMEENTE, nummer, aanbieder: AANBIEDER, bsn: '999900018', categorie: '02', code, ingangsdatum: '2026-01-01', einddatum: null, volume: 10,
  eenheid: '04', frequentie: '2', ...velden });
const [licht, zwaar, ander] = [toewijzing(1, '02A01', { einddatum: '2026-02-28' }), toewijzing(2, '02A02', { ingangsdatum: '2026-03-01' }),
  toewijzing(3, '02A01', { aanbieder: '65656056', eenheid: '14' })] as const;
let volgnummer = 0;
const regel = (van: Proeftoewijzing, maand: string, bedrag: number): Proefregel => ({
  toewijzing: van, referentie: `R${++volgnummer}`, vorige: null, begindatum: `${maand}-01`, einddatum: `${maand}-28`, volume: 8, eenheid: van.eenheid,
  bedrag, debetCredit: 'D', goedgekeurd: true, gecrediteerd: false, dagtekening: '2026-06-01' } as Proefregel);

describe.skipIf(!HEEFT_BROWSER)('Cijfers', () => {
  let browser: Browser;
  let server: Dienst;
  /** With which a message was rejected. */
  let code = '';
  const opruimen: (() => unknown)[] = [];

  beforeAll(async () => {
    const map = mkdtempSync(join(tmpdir(), 'iwmo-beleid-'));
    writeFileSync(join(map, 'proef.yaml'), BELEID);
    const database = await verseDatabase();
    const pool = openPool(database.url, 2);
    await vulRegister(pool, [licht, zwaar, ander], [
      regel(licht, '2026-01', 100_000), regel(licht, '2026-02', 110_000), regel(zwaar, '2026-03', 250_000), regel(zwaar, '2026-04', 260_000),
      regel(ander, '2026-04', 40_000), regel(ander, '2024-01', 1)]);
    server = await startInHuis({ DATABASE_URL: database.url, VANDAAG, REGIO_DIR: map });
    browser = await startBrowser();
    opruimen.push(() => browser.close(), () => server.stop(), () => database.verwijder(), () => { rmSync(map, { recursive: true }); });
    const gateway = new Aansluiting(server.adres);
    await gateway.lever('WMO301', wmo301);
    const { bevindingen: [bevinding] } = await gateway.lever('WMO305', { ...wmo305, Header: header('WMO305', 'ONBEKEND'), Client: { ...wmo305.Client,
      StartProducten: wmo305.Client.StartProducten.map((start) => ({ ...start, ToewijzingNummer: 999 })) } });
    code = bevinding?.retourcode ?? '';
    // The gateway's day is one of this summer; the instant of receipt is that of the clock.
    await pool.query(`update bericht_retourcode set ontvangen_op = '2026-06-10'`);
    await pool.end();
  });
  afterAll(async () => { for (const doe of opruimen) await doe(); });

  const bezoek = async (pad: string, breedte = 1280): Promise<Bezoeker> => {
    const bezoeker = await Bezoeker.nieuw(browser, server.adres, { breedte });
    await bezoeker.context.addCookies([{ name: 'iwmo-partij', value: GEMEENTE, url: server.adres }]);
    await bezoeker.naar(pad);
    return bezoeker;
  };
  const download = async (page: Page, naam: string): Promise<{ naam: string; inhoud: string }> => {
    const [bestand] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: naam }).click()]);
    return { naam: bestand.suggestedFilename(), inhoud: readFileSync(await bestand.path(), 'utf8') };
  };

  it('wie er wachten, in een grafiek met de cijfers eronder, per product en per aanbieder; 360 pixels breed', async () => {
    const bezoeker = await bezoek('/wachtlijst', 360);
    const { page } = bezoeker;
    expect(await page.getByRole('img', { name: 'Wachtenden naar dagen gewacht, per product' }).isVisible()).toBe(true);
    const rij = page.getByRole('table', { name: 'Wachtenden per product' }).getByRole('row', { name: /02A03/ });
    expect((await rij.getByRole('cell').allTextContents()).slice(-2)).toEqual(['1', '1']);
    expect(await page.getByRole('table', { name: 'Wachtlijst' }).getByRole('link').getAttribute('href')).toBe('/toewijzingen/300201');
    await bezoeker.controleerPagina();
    await page.getByLabel('Verdeel naar').selectOption('aanbieder');
    await page.waitForURL(/per=aanbieder/);
    expect(await page.getByRole('table', { name: 'Wachtenden per aanbieder' }).getByRole('rowheader').allTextContents()).toEqual([AANBIEDER]);
    const { naam, inhoud } = await download(page, 'Download de wachtlijst als CSV');
    expect(naam).toBe(`wachtlijst-${GEMEENTE}-${VANDAAG}.csv`);
    expect(inhoud.split('\r\n').slice(1)).toEqual([`300201,${AANBIEDER},02,02A03,2026-03-01,2026-02-20,2026-12-31,121`, '']);
    await bezoeker.klaar();
  });

  it('met alleen het toetsenbord van de wachtlijst, anders verdeeld, naar de toewijzing die wacht', async () => {
    const bezoeker = await bezoek('/wachtlijst');
    const { page } = bezoeker;
    await bezoeker.tabNaar('combobox', 'Verdeel naar');
    await page.keyboard.press('a');
    await page.keyboard.press('Enter');
    await page.waitForURL(/per=aanbieder/);
    await bezoeker.controleerPagina();
    await bezoeker.tabNaar('link', /300201/);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/toewijzingen/300201');
    await bezoeker.klaar();
  });

  it.each([360, 1280])('productie van de laatste twaalf maanden, %i pixels breed: bedrag, volume, mix, signalen en afkeuringen', async (breedte) => {
    const bezoeker = await bezoek('/productie', breedte);
    const { page } = bezoeker;
    const tabel = (naam: string) => page.getByRole('table', { name: naam });
    // One cent of two years ago is not in it.
    expect(await page.getByRole('list', { name: 'In het kort' }).innerText()).toMatch(/€\s7\.600,00/);
    expect(await page.getByRole('img').evaluateAll((beelden) => beelden.map((beeld) => beeld.querySelector('title')?.textContent))).toEqual([
      'Gedeclareerd en goedgekeurd bedrag per maand', 'Volume in 04 (uur)', 'Volume in 14 (etmaal)', 'Toewijzingen die in plaats van een lichtere of zwaardere kwamen',
      'Bedrag per product', 'Aandeel van hoogstens-zestig per aanbieder', 'Afgekeurde berichten per retourcode']);
    await page.getByText('Bedrag en volume per maand in een tabel').click();
    expect(await tabel('Bedrag en volume per maand en eenheid').getByRole('row', { name: /maart 2026/ }).innerText()).toMatch(/8[\s\S]*€\s2\.500,00/);
    expect(await tabel('Volume en bedrag per product').getByRole('row').nth(1).innerText()).toMatch(/02 \/ 02A02[\s\S]*€\s5\.100,00/);
    expect(await tabel('Aandeel van hoogstens-zestig').getByRole('row', { name: AANBIEDER }).innerText()).toMatch(/70,8%[\s\S]*hoogstens 60%[\s\S]*Buiten de afspraak/);
    expect(await tabel('Afspraken die niet').getByRole('row').count()).toBe(3);
    expect(await tabel('Afgekeurde berichten').getByRole('row', { name: new RegExp(code) }).getByRole('link').getAttribute('href')).toBe(`/berichten?code=${code}`);
    await page.getByText('Op- en afgeschaald in een tabel').click();
    expect(await tabel('Op- en afgeschaald per maand').getByRole('row', { name: /maart 2026/ }).getByRole('cell').allTextContents()).toEqual(['1', '0']);
    await bezoeker.controleerPagina();
    await bezoeker.klaar();
  });

  it('met alleen het toetsenbord een andere periode en verdeling, en de cijfers als CSV', async () => {
    const bezoeker = await bezoek('/productie?van=2026-04&tot=2026-01');
    const { page } = bezoeker;
    expect(await page.getByRole('alert').innerText()).toContain('“Tot en met” ligt voor “Van”');
    await bezoeker.controleerPagina();
    await bezoeker.tabNaar('link', /ligt voor/);
    await page.keyboard.press('Enter');
    // Month and year, each typed where the focus is.
    await bezoeker.naar('/productie?van=2026-03&tot=2026-04');
    await bezoeker.tabNaar('combobox', 'Verdeel naar');
    await page.keyboard.press('m');
    await page.keyboard.press('m');
    await page.keyboard.press('Enter');
    await page.waitForURL(/per=maand%2Caanbieder/);
    expect(await page.getByRole('table', { name: 'Volume en bedrag per maand, aanbieder' }).getByRole('rowheader').allTextContents())
      .toEqual(['maart 2026', 'april 2026', 'april 2026']);
    await bezoeker.controleerPagina();
    const { naam, inhoud } = await download(page, 'Download deze verdeling als CSV');
    expect(naam).toBe(`productie-${GEMEENTE}-2026-03-2026-04.csv`);
    expect(inhoud.split('\r\n')[0]).toBe('maand,aanbieder,eenheid,volume,bedrag,vorigVolume,vorigBedrag,groeiVolume,groeiBedrag,opgeschaald,afgeschaald');
    expect(inhoud.split('\r\n')[1]).toBe(`2026-03,${AANBIEDER},04,8,250000,8,110000,0,127.3,1,0`);
    await bezoeker.klaar();
  });
});
