/** The page of terms in a real browser: by mouse and by keyboard alone, narrow and wide. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { BREEDTES, Bezoeker, HEEFT_BROWSER, startBrowser } from '../hulp/browser.js';
import { verseDatabase } from '../hulp/database.js';
import { Aansluiting, startServer, type Uitvoering } from '../hulp/server.js';
import { readFileSync } from 'node:fs';

const GEMEENTE = '0363';

describe.skipIf(!HEEFT_BROWSER)('Termijnen', () => {
  let browser: Browser;
  let server: Uitvoering;
  const opruimen: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    const database = await verseDatabase();
    server = await startServer({ DATABASE_URL: database.url, VANDAAG: '2026-06-30' });
    browser = await startBrowser();
    opruimen.push(() => browser.close(), () => server.stop(), () => database.verwijder());
    const wmo315 = readFileSync('fixtures/WMO315/goedgekeurd-aanvraag.xml', 'utf8').replaceAll(/(<(?:\w+:)?Ontvanger>)\d{4}/g, `$1${GEMEENTE}`);
    const antwoord = await new Aansluiting(server.adres).post(wmo315, { Prefer: 'wait=20' });
    expect(await antwoord.json()).toMatchObject({ status: 'goedgekeurd' });
  });
  afterAll(async () => { for (const doe of opruimen) await doe(); });

  it.each(BREEDTES)('met de muis, %i pixels breed: van verlopen naar alle, en naar wat eraan hangt', async (breedte) => {
    const bezoeker = await Bezoeker.nieuw(browser, server.adres, { breedte });
    await bezoeker.naar('/termijnen');
    await bezoeker.kiesPartij(GEMEENTE);
    await bezoeker.page.getByLabel('Stand').selectOption('alle');
    await bezoeker.page.waitForURL(/status=alle/);
    const regels = bezoeker.page.getByRole('table').getByRole('rowheader');
    expect(await regels.allTextContents()).toContain('Antwoord op verzoek');
    await bezoeker.controleerPagina();
    await bezoeker.klaar();
  });

  it('met alleen het toetsenbord', async () => {
    const bezoeker = await Bezoeker.nieuw(browser, server.adres);
    await bezoeker.naar('/termijnen');
    await bezoeker.tabNaar('textbox', 'Namens');
    await bezoeker.page.keyboard.type(GEMEENTE);
    await bezoeker.page.keyboard.press('Enter');
    await bezoeker.page.waitForLoadState('load');
    await bezoeker.tabNaar('combobox', 'Stand');
    await bezoeker.page.keyboard.press('a');
    await bezoeker.page.keyboard.press('Enter');
    await bezoeker.page.waitForURL(/status=alle/);
    expect(await bezoeker.page.getByRole('table').isVisible()).toBe(true);
    await bezoeker.klaar();
  });

  it('zonder scripts', async () => {
    const bezoeker = await Bezoeker.nieuw(browser, server.adres, { scripts: false });
    await bezoeker.naar('/termijnen');
    await bezoeker.kiesPartij(GEMEENTE);
    await bezoeker.page.getByLabel('Stand').selectOption('alle');
    await bezoeker.page.getByRole('button', { name: 'Toon' }).click();
    expect(await bezoeker.page.getByRole('table').isVisible()).toBe(true);
    await bezoeker.klaar();
  });
});
