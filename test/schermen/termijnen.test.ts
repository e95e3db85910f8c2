/** The page of terms in a real browser: by mouse and by keyboard alone, narrow and wide. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { BREEDTES, Bezoeker, HEEFT_BROWSER, startBrowser } from '../hulp/browser.js';
import { verseDatabase } from '../hulp/database.js';
import { startInHuis } from '../hulp/huis.js';
import { Aansluiting, type Dienst } from '../hulp/server.js';
import { readFileSync } from 'node:fs';

const GEMEENTE = '0363';

describe.skipIf(!HEEFT_BROWSER)('Termijnen', () => {
  let browser: Browser;
  let server: Dienst;
  const opruimen: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    const database = await verseDatabase();
    server = await startInHuis({ DATABASE_URL: database.url, VANDAAG: '2026-06-30' });
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
    await bezoeker.page.getByLabel('Stand', { exact: true }).selectOption('alle');
    await bezoeker.page.waitForURL(/status=alle/);
    const regels = bezoeker.page.getByRole('table', { name: 'Termijnen, oudste' }).getByRole('rowheader');
    expect(await regels.allTextContents()).toContain('Antwoord op verzoek');
    expect(await bezoeker.page.getByRole('img', { name: 'Termijnen per maand van vervallen' }).isVisible()).toBe(true);
    await bezoeker.page.getByText('De cijfers in een tabel').click();
    expect(await bezoeker.page.getByRole('table', { name: 'Termijnen per maand van vervallen' }).getByRole('row', { name: /juli 2026/ }).innerText()).toContain('1');
    await bezoeker.controleerPagina();
    const [bestand] = await Promise.all([
      bezoeker.page.waitForEvent('download'), bezoeker.page.getByRole('link', { name: 'Download deze lijst als CSV' }).click()]);
    expect(bestand.suggestedFilename()).toBe(`termijnen-${GEMEENTE}-2026-06-30.csv`);
    expect(readFileSync(await bestand.path(), 'utf8')).toMatch(/^vervaldatum,status,soort,[^\r]*\r\n2026-07-07,open,antwoord-op-verzoek,OP274,gemeente,/);
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
    expect(await bezoeker.page.getByRole('table', { name: 'Termijnen, oudste' }).isVisible()).toBe(true);
    // What can be chosen is what there is; who must act goes with what is still open.
    await bezoeker.naar('/termijnen?status=open&soort=antwoord-op-verzoek&partij=aanbieder');
    expect(await bezoeker.page.getByLabel('Wat', { exact: true }).getByRole('option').allTextContents()).toEqual(['Alles', 'Antwoord op verzoek']);
    expect(await bezoeker.page.getByText('Er zijn geen termijnen met deze stand.').isVisible()).toBe(true);
    await bezoeker.naar('/termijnen?status=gehaald&partij=aanbieder');
    expect(await bezoeker.page.getByText('kiezen alleen uit termijnen die open of verlopen zijn').isVisible()).toBe(true);
    await bezoeker.klaar();
  });

  it('zonder scripts', async () => {
    const bezoeker = await Bezoeker.nieuw(browser, server.adres, { scripts: false });
    await bezoeker.naar('/termijnen');
    await bezoeker.kiesPartij(GEMEENTE);
    await bezoeker.page.getByLabel('Stand', { exact: true }).selectOption('alle');
    await bezoeker.page.getByRole('button', { name: 'Toon' }).click();
    expect(await bezoeker.page.getByRole('table', { name: 'Termijnen, oudste' }).isVisible()).toBe(true);
    await bezoeker.klaar();
  });
});
