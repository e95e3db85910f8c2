/** The work that waits, and deliveries that failed, in a real browser: for a gemeente, an aanbieder and whoever looks after the gateway. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { openPool, type Pool } from '../../src/platform/database.js';
import { Bezoeker, HEEFT_BROWSER, startBrowser } from '../hulp/browser.js';
import { verseDatabase } from '../hulp/database.js';
import { startInHuis } from '../hulp/huis.js';
import { Aansluiting, type Dienst } from '../hulp/server.js';
import { AANBIEDER, GEMEENTE, header, wmo301, wmo305, wmo315 } from '../hulp/voorbeelden.js';

const VANDAAG = '2026-06-30';

describe.skipIf(!HEEFT_BROWSER)('Werkvoorraad', () => {
  let browser: Browser;
  let server: Dienst;
  let pool: Pool;
  let verzoek = '';
  /** Messages: rejected, without an outcome. */
  let afgekeurd = '';
  let mislukt = '';
  const opruimen: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    const database = await verseDatabase();
    pool = openPool(database.url, 2);
    server = await startInHuis({ DATABASE_URL: database.url, VANDAAG });
    browser = await startBrowser();
    opruimen.push(() => browser.close(), () => server.stop(), () => pool.end(), () => database.verwijder());
    const gateway = new Aansluiting(server.adres);
    await gateway.lever('WMO301', wmo301);
    await gateway.lever('WMO305', wmo305);
    afgekeurd = (await gateway.lever('WMO305', { ...wmo305, Header: header('WMO305', 'NOG-EENS') })).id;
    await gateway.lever('WMO315', wmo315);
    mislukt = (await gateway.lever('WMO301', { ...wmo301, Header: header('WMO301', 'ZONDER') })).id;
    await pool.query(`update bericht set status = 'mislukt', terzijde_op = now() where id = $1`, [mislukt]);
    verzoek = (await gateway.haal<{ items: { id: string }[] }>(`/v1/verzoeken?gemeente=${GEMEENTE}`)).items[0]?.id ?? '';
    // Twenty-six that are over, one that is nearly over, one that has time.
    await pool.query(
      `insert into termijn (gemeente, aanbieder, onderwerp, soort, bron, partij, gevolg, start, vervaldatum, toewijzing_nummer)
       select $1, $2, 'proef' || n, case when n < 26 then 'retourbericht' else 'besluit-na-onderzoek' end, 'OP090', 'gemeente', 'antwoord', '2026-06-01',
         case when n < 26 then date '2026-06-02' + n when n = 26 then date '2026-07-03' else date '2026-07-10' end, 300201
       from generate_series(0, 27) as n`, [GEMEENTE, AANBIEDER]);
    // Given up after the last attempt.
    await pool.query(
      `update bezorging set pogingen = 8, terzijde_op = now(), laatste_fout = 'http-503' where partij = $1`, [GEMEENTE]);
  });
  afterAll(async () => { for (const doe of opruimen) await doe(); });

  const als = async (partij: string, pad: string, breedte = 1280): Promise<Bezoeker> => {
    const bezoeker = await Bezoeker.nieuw(browser, server.adres, { breedte });
    await bezoeker.context.addCookies([{ name: 'iwmo-partij', value: partij, url: server.adres }]);
    await bezoeker.naar(pad);
    return bezoeker;
  };

  it('vraagt namens wie, en laat dan zien wat het eerst moet, met de weg erheen; met de muis, 360 pixels breed', async () => {
    const bezoeker = await Bezoeker.nieuw(browser, server.adres, { breedte: 360 });
    const { page } = bezoeker;
    await bezoeker.naar('/');
    await bezoeker.controleerPagina();
    await page.getByRole('main').getByLabel('Code').fill(GEMEENTE);
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.getByRole('heading', { name: 'Termijnen voorbij' }).waitFor();
    const koppen = await page.getByRole('heading', { level: 2 }).allTextContents();
    expect(koppen.slice(0, 3)).toEqual(['Termijnen voorbij', 'Termijnen bijna voorbij', 'Verzoeken die wachten']);
    expect(koppen).toEqual(expect.arrayContaining(['Berichten zonder uitslag', 'Bezorgen mislukt']));
    const samenvatting = page.getByRole('list', { name: 'Hoeveel er wacht' });
    expect(await samenvatting.getByRole('listitem').filter({ hasText: 'Termijnen voorbij' }).innerText()).toContain('meer dan 25');
    const tabel = (naam: string) => page.getByRole('table', { name: naam });
    expect(await tabel('Termijnen voorbij').getByRole('rowheader').count()).toBe(25);
    expect(await tabel('Termijnen bijna voorbij').innerText()).toContain('03-07-2026');
    expect(await tabel('Termijnen bijna voorbij').getByRole('rowheader').count()).toBe(1);
    expect(await tabel('Berichten zonder uitslag').getByRole('link').getAttribute('href')).toBe(`/berichten/${mislukt}`);
    await bezoeker.controleerPagina();
    await page.getByRole('link', { name: 'Alle termijnen met deze stand (meer dan 25)' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Termijnen');
    expect(await page.getByRole('table', { name: 'Termijnen, oudste vervaldatum eerst' }).getByRole('rowheader').count()).toBe(26);
    await bezoeker.klaar();
  });

  it('met alleen het toetsenbord van een verzoek naar de plek waar erover wordt besloten', async () => {
    const bezoeker = await als(GEMEENTE, '/');
    const { page } = bezoeker;
    await bezoeker.tabNaar('link', 'Verzoeken die wachten');
    await page.keyboard.press('Enter');
    await bezoeker.tabNaar('link', /^Aanvraag /);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/verzoeken/${verzoek}`);
    await bezoeker.klaar();
  });

  it('een aanbieder ziet wat voor hem klaarstaat en wat er van hem is afgekeurd', async () => {
    const bezoeker = await als(AANBIEDER, '/');
    const tabel = (naam: string) => bezoeker.page.getByRole('table', { name: naam });
    expect(await tabel('Afgekeurd').getByRole('link').first().getAttribute('href')).toBe(`/berichten/${afgekeurd}`);
    expect(await tabel('Afgekeurd').innerText()).toMatch(/\d{4}/);
    expect(await tabel('Staat voor u klaar').getByRole('rowheader').count()).toBeGreaterThan(1);
    expect(await bezoeker.page.getByRole('heading', { name: 'Termijnen voorbij' }).count()).toBe(0);
    await bezoeker.controleerPagina();
    // The return messages to the gemeente are its own, and did not arrive.
    const gegeven = await tabel('Verstuurd en niet bezorgd').getByRole('rowheader').allTextContents();
    expect(new Set(gegeven)).toEqual(new Set([`WMO302 van ${AANBIEDER}`]));
    await bezoeker.page.getByRole('link', { name: 'Bekijk wat niet is bezorgd' }).click();
    expect(await bezoeker.page.getByRole('table', { name: 'Bezorgingen' }).getByRole('rowheader').allTextContents()).toEqual(gegeven);
    await bezoeker.controleerPagina();
    await bezoeker.klaar();
  });

  it('wat niet kon worden bezorgd, wordt met één knop weer geprobeerd; met muis en toetsenbord', async () => {
    const stand = async (): Promise<number> =>
      (await pool.query(`select 1 from bezorging where partij = $1 and terzijde_op is not null`, [GEMEENTE])).rowCount ?? 0;
    const vooraf = await stand();
    const bezoeker = await als(GEMEENTE, '/bezorgingen', 360);
    const { page } = bezoeker;
    expect(await page.getByRole('table').innerText()).toContain('De ontvanger antwoordde met HTTP 503');
    await bezoeker.controleerPagina();
    await page.getByRole('button', { name: /^Bezorg opnieuw WMO/ }).first().click();
    expect(await page.getByRole('status').innerText()).toContain('wordt opnieuw bezorgd');
    expect(await stand()).toBe(vooraf - 1);
    await bezoeker.tabNaar('combobox', 'Stand');
    await page.keyboard.press('w');
    await page.keyboard.press('Enter');
    await page.waitForURL(/status=wacht/);
    expect(await page.getByRole('table').getByRole('rowheader').count()).toBe(1);
    await bezoeker.controleerPagina();
    await bezoeker.klaar();
  });
});
