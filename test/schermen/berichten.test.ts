/** Messages in a real browser: looking up, one message with its findings in place, personal data, setting going again; by mouse and by keyboard alone. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { openPool, type Pool } from '../../src/platform/database.js';
import { schrijfBericht } from '../../src/standaard/xml/schrijven.js';
import { BREEDTES, Bezoeker, HEEFT_BROWSER, startBrowser } from '../hulp/browser.js';
import { verseDatabase } from '../hulp/database.js';
import { startInHuis } from '../hulp/huis.js';
import { Aansluiting, type Dienst } from '../hulp/server.js';
import { AANBIEDER, BSN, GEMEENTE, header, wmo301, wmo305 } from '../hulp/voorbeelden.js';

interface Geleverd { readonly id: string; readonly status: string; readonly antwoord?: { readonly id: string } }

describe.skipIf(!HEEFT_BROWSER)('Berichten', () => {
  let browser: Browser;
  let server: Dienst;
  let pool: Pool;
  const opruimen: (() => Promise<unknown>)[] = [];
  let afgekeurd: Geleverd;
  let groot: Geleverd;

  const lever = async (xml: string | Buffer): Promise<Geleverd> =>
    await (await new Aansluiting(server.adres).post(xml.toString(), { Prefer: 'wait=20' })).json() as Geleverd;
  const start = (identificatie: string) => schrijfBericht('WMO305', { ...wmo305, Header: header('WMO305', identificatie, '2026-03-05') });

  beforeAll(async () => {
    const database = await verseDatabase();
    server = await startInHuis({ DATABASE_URL: database.url, VANDAAG: '2026-06-30' });
    browser = await startBrowser();
    pool = openPool(database.url, 1);
    opruimen.push(() => browser.close(), () => pool.end(), () => server.stop(), () => database.verwijder());
    afgekeurd = await lever(start('START1'));
    expect(afgekeurd.status).toBe('afgekeurd');
    await lever(schrijfBericht('WMO301', wmo301));
    const StartProducten = Array.from({ length: 2500 }, (_, i) => ({ ...wmo305.Client.StartProducten[0], ToewijzingNummer: 400000 + i } as never));
    groot = await lever(schrijfBericht('WMO305', { ...wmo305, Header: header('WMO305', 'GROOT1', '2026-03-06'), Client: { ...wmo305.Client, StartProducten } }));
    for (let i = 0; i < 60; i++) await lever(start(`VEEL${i}`));
  });
  afterAll(async () => { for (const doe of opruimen) await doe(); });

  it.each(BREEDTES)('met de muis, %i pixels breed: zoeken op retourcode, bladeren, en een bevinding op haar plaats', async (breedte) => {
    const bezoeker = await Bezoeker.nieuw(browser, server.adres, { breedte });
    const { page } = bezoeker;
    await bezoeker.naar('/berichten');
    await bezoeker.kiesPartij(GEMEENTE);
    await page.getByLabel('Retourcode').fill('90');
    await page.getByRole('button', { name: 'Toon' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Een retourcode heeft vier cijfers');
    await page.getByLabel('Retourcode').fill('9019');
    await page.getByRole('button', { name: 'Toon' }).click();
    await page.getByRole('rowheader').first().waitFor();
    expect(await page.getByRole('row').count()).toBe(3);
    if (breedte === 1280) await bezoeker.controleerPagina();

    await page.getByRole('row').filter({ hasText: 'START1' }).getByRole('link').click();
    await page.waitForURL(`**/berichten/${afgekeurd.id}`);
    const plaats = page.getByRole('region', { name: 'Client › StartProduct 1' });
    expect(await plaats.locator('mark').innerText()).toContain('<StartProduct>');
    expect(await plaats.innerText()).toMatch(/9019[\s\S]*TR\d{3}[\s\S]*Wat moet kloppen[\s\S]*Wat u kunt doen/);
    expect(await page.getByRole('region', { name: 'Antwoord' }).innerText()).toContain('<RetourCode>9019</RetourCode>');
    expect(await page.getByRole('region', { name: 'Verloop' }).getByRole('listitem').allInnerTexts()).toHaveLength(4);
    expect(await page.content()).not.toContain(BSN);
    if (breedte === 360) await bezoeker.controleerPagina();

    await bezoeker.klaar();
  });

  it('bladert verder waar het was terwijl er berichten bij komen', async () => {
    const bezoeker = await Bezoeker.nieuw(browser, server.adres, { scripts: false });
    const { page } = bezoeker;
    await bezoeker.naar(`/berichten?soort=WMO305&afzender=${AANBIEDER}`);
    const eerste = await page.getByRole('row').allInnerTexts();
    await lever(start('TUSSEN'));
    await page.getByRole('link', { name: 'Volgende pagina' }).click();
    const tweede = await page.getByRole('row').allInnerTexts();
    expect([eerste.length, tweede.length]).toEqual([51, 13]);
    expect(new Set([...eerste, ...tweede]).size).toBe(1 + 50 + 12);
    expect(tweede.at(-1)).toContain('START1');
    await bezoeker.klaar();
  });

  it('met alleen het toetsenbord: persoonsgegevens na een reden, en weer afgeschermd', async () => {
    const bezoeker = await Bezoeker.nieuw(browser, server.adres, { breedte: 360 });
    const { page } = bezoeker;
    await bezoeker.naar(`/berichten?identificatie=START1&soort=WMO305`);
    await bezoeker.tabNaar('link', /Start van de levering/);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/berichten/${afgekeurd.id}`);
    // A summary has no role of its own that is the same everywhere.
    const vouw = page.locator('summary', { hasText: 'Persoonsgegevens tonen' });
    for (let i = 0; i < 80 && !await vouw.evaluate((element) => element === element.ownerDocument.activeElement); i++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await bezoeker.tabNaar('button', 'Toon persoonsgegevens');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('Kies waarom');
    await bezoeker.controleerPagina();
    await bezoeker.tabNaar('combobox', 'Reden');
    await page.keyboard.press('A');
    await bezoeker.tabNaar('textbox', 'Toelichting');
    await page.keyboard.type('vraag bij bezwaar');
    await page.keyboard.press('Enter');
    await page.getByText('U ziet persoonsgegevens').waitFor();
    expect(await page.getByRole('region', { name: 'Bericht', exact: true }).innerText()).toContain(BSN);
    await bezoeker.controleerPagina();
    await bezoeker.tabNaar('link', 'Scherm ze weer af');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/berichten/${afgekeurd.id}`);
    expect(await page.content()).not.toContain(BSN);
    await bezoeker.klaar();
  });

  it('toont van een groot bericht de delen om de bevindingen heen, tien per keer, onder 150 kB', async () => {
    const bezoeker = await Bezoeker.nieuw(browser, server.adres);
    const { page } = bezoeker;
    await bezoeker.naar(`/berichten/${groot.id}`);
    expect(Buffer.byteLength(await page.content())).toBeLessThan(150_000);
    expect(await page.getByRole('heading', { name: 'Bevindingen, plaats 1 tot en met 10 van 2.500' }).count()).toBe(1);
    await bezoeker.naar(`/berichten/${groot.id}?vanaf=2490`);
    const laatste = page.getByRole('region', { name: 'Client › StartProduct 2500' });
    expect(await laatste.innerText()).toMatch(/2\.499 elementen weggelaten[\s\S]*402499/);
    expect(Buffer.byteLength(await page.content())).toBeLessThan(150_000);
    await bezoeker.controleerPagina();
    await bezoeker.klaar();
  });

  it('legt uit dat er nog geen uitslag is en wie iets moet doen, en laat terzijde gelegd opnieuw beoordelen', async () => {
    const { id } = await lever(start('STIL1'));
    const bezoeker = await Bezoeker.nieuw(browser, server.adres);
    const { page } = bezoeker;
    await pool.query(`update bericht set status = 'mislukt', pogingen = 8, terzijde_op = now() where id = $1`, [id]);
    await bezoeker.naar('/berichten');
    await page.getByLabel('Status').selectOption('terzijde');
    await page.getByRole('row').filter({ hasText: 'STIL1' }).getByRole('link').click();
    await page.waitForURL(`**/berichten/${id}`);
    expect(await page.getByRole('main').innerText()).toMatch(/hier moet de beheerder iets doen/);
    await bezoeker.controleerPagina();
    // Somebody else is just before.
    await pool.query('update bericht set terzijde_op = null where id = $1', [id]);
    await page.getByRole('button', { name: 'Beoordeel opnieuw' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('niet terzijde gelegd');
    expect(await page.getByRole('main').innerText()).toMatch(/probeert het vanzelf opnieuw/);
    await pool.query('update bericht set terzijde_op = now() where id = $1', [id]);
    await bezoeker.naar(`/berichten/${id}`);
    await page.getByRole('button', { name: 'Beoordeel opnieuw' }).click();
    await page.getByText('Het bericht wordt opnieuw beoordeeld').waitFor();
    await bezoeker.klaar();
  });

  it('download is byte voor byte het bericht, en wat er niet is geeft dezelfde pagina', async () => {
    const bezoeker = await Bezoeker.nieuw(browser, server.adres);
    const { page } = bezoeker;
    await bezoeker.naar(`/berichten/${afgekeurd.id}`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /Bericht downloaden/ }).click()]);
    expect(readFileSync(await download.path())).toEqual(start('START1'));
    const leeg = async (pad: string): Promise<[number, string]> => {
      const antwoord = await fetch(server.adres + pad, { headers: { Accept: 'text/html' } });
      return [antwoord.status, (await antwoord.text()).replaceAll(/value="[^"]*"/g, '')];
    };
    const [status, onbekend] = await leeg('/berichten/00000000-0000-4000-8000-000000000000');
    expect([status, onbekend.includes('Er is geen bericht met dit id')]).toEqual([404, true]);
    expect((await leeg('/berichten/geen-id'))[0]).toBe(404);
    await bezoeker.klaar();
  });
});
