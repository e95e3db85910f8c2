/** Notices of structural change in a real browser: filed by an aanbieder, followed up by the access team. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { Bezoeker, HEEFT_BROWSER, startBrowser } from '../hulp/browser.js';
import { nieuweClient, Regio, ruimOp, startRegio, type Toegewezen } from '../hulp/regio.js';

const VANDAAG = '2026-06-10';
const GEMEENTE = '0268';
const JAAR = ['2026-01-01', '2026-12-31'] as const;

describe.skipIf(!HEEFT_BROWSER)('Vooraankondigingen', () => {
  const opruimen: (() => Promise<unknown>)[] = [];
  let browser: Browser;
  let nijmegen: Regio;

  beforeAll(async () => {
    const { gateway } = await startRegio(opruimen, VANDAAG);
    nijmegen = new Regio(gateway, GEMEENTE, VANDAAG);
    browser = await startBrowser();
    opruimen.push(() => browser.close());
  });
  afterAll(() => ruimOp(opruimen));

  const bezoek = async (partij: string, pad: string, opties: { readonly breedte?: number; readonly scripts?: boolean } = {}): Promise<Bezoeker> => {
    const bezoeker = await Bezoeker.nieuw(browser, nijmegen.gateway.adres, opties);
    await bezoeker.context.addCookies([{ name: 'iwmo-partij', value: partij, url: nijmegen.gateway.adres }]);
    await bezoeker.naar(pad);
    return bezoeker;
  };
  const wonen = async (): Promise<{ bsn: string; op: Toegewezen }> => {
    const bsn = nieuweClient();
    return { bsn, op: await nijmegen.bestel(bsn, '15N11', JAAR, [7, '14', '2']) };
  };
  const meld = async (): Promise<string> => {
    const { op } = await wonen();
    const { id } = await nijmegen.goed<{ id: string }>('/v1/vooraankondigingen', {
      gemeente: GEMEENTE, aanbieder: nijmegen.aanbieder, toewijzingNummer: op.toewijzingNummer, richting: 'op', gewenstProduct: { categorie: '15', code: '15F12' },
      vanaf: '2026-07-01' }, 201);
    return id;
  };

  it('de aanbieder vindt een cliënt op bsn, 360 pixels breed, en meldt; alleen eigen toewijzingen', async () => {
    const { bsn, op } = await wonen();
    // The client also has something elsewhere; that is none of this aanbieder's business.
    const vanAnder = await nijmegen.met('65656056').bestel(bsn, '07F01', JAAR, [3, '16', '2']);
    const bezoeker = await bezoek(nijmegen.aanbieder, '/vooraankondigingen', { breedte: 360 });
    const { page } = bezoeker;
    await page.getByRole('link', { name: 'Nieuwe vooraankondiging' }).click();
    await bezoeker.controleerPagina();
    await page.getByRole('button', { name: 'Zoek de toewijzing' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('code van de gemeente');
    await page.getByLabel('Gemeentecode').fill(GEMEENTE);
    await page.getByLabel('ToewijzingNummer').fill(String(vanAnder.toewijzingNummer));
    await page.getByRole('button', { name: 'Zoek de toewijzing' }).click();
    await page.getByText('Er is geen toewijzing gevonden').waitFor();
    await page.getByLabel('ToewijzingNummer').fill('');
    await page.getByLabel(/Of bsn/).fill(bsn);
    await page.getByRole('button', { name: 'Zoek de toewijzing' }).click();
    expect(await page.getByRole('radio', { name: /Toewijzing/ }).count()).toBe(1);
    await page.getByLabel(`Toewijzing ${op.toewijzingNummer}`).check();
    expect(await page.content()).not.toContain(bsn);
    await page.getByLabel('Lichter').check();
    await page.getByLabel('Categorie').selectOption('15');
    await page.getByLabel('Productcode').fill('15F12');
    await page.getByLabel('Vanaf').fill('2026-07-01');
    await page.getByRole('textbox', { name: 'Toelichting' }).fill('De begeleiding is intensiever geworden.');
    await page.getByRole('button', { name: 'Dien in' }).click();
    // Heavier than what there is: the policy knows, and what was filled in is still there.
    expect(await page.getByRole('alert').innerText()).toContain('zwaarder');
    expect(await page.getByRole('textbox', { name: 'Toelichting' }).inputValue()).toContain('intensiever');
    await bezoeker.controleerPagina();
    await page.getByLabel('Zwaarder').check();
    await page.getByRole('button', { name: 'Dien in' }).click();
    await page.waitForURL(/gelukt=ingediend/);
    expect(await page.getByRole('region', { name: 'Aangekondigd' }).innerText()).toContain('intensiever');
    // Steps are for the gemeente.
    expect(await page.getByRole('button', { name: 'Leg de stap vast' }).count()).toBe(0);
    await bezoeker.klaar();
  });

  it('de aanbieder meldt met alleen het toetsenbord', async () => {
    const { op } = await wonen();
    const bezoeker = await bezoek(nijmegen.aanbieder, '/vooraankondigingen/nieuw');
    const { page, page: { keyboard } } = bezoeker;
    for (const [naam, waarde] of [['Gemeentecode', GEMEENTE], [/^ToewijzingNummer/, String(op.toewijzingNummer)]] as const) {
      await bezoeker.tabNaar('textbox', naam);
      await keyboard.type(waarde);
    }
    await keyboard.press('Enter');
    await page.waitForURL(/toewijzing=/);
    // There is one allocation and it is chosen; the first of the two directions is heavier.
    await bezoeker.tabNaar('radio', 'Zwaarder');
    await keyboard.press('Space');
    await bezoeker.tabNaar('combobox', /^Categorie/);
    await keyboard.type('15');
    await bezoeker.tabNaar('textbox', /^Productcode/);
    await keyboard.type('15F12');
    await keyboard.press('Tab');
    await keyboard.type('07012026');
    await bezoeker.tabNaar('button', 'Dien in');
    await keyboard.press('Enter');
    await page.waitForURL(/gelukt=ingediend/);
    expect(await page.getByRole('region', { name: 'Aangekondigd' }).innerText()).toContain('2026');
    await bezoeker.klaar();
  });

  it('de toegang zet stappen met alleen het toetsenbord, tot de termijn voor het onderzoek loopt', async () => {
    const id = await meld();
    const bezoeker = await bezoek(GEMEENTE, `/vooraankondigingen/${id}`);
    const { page, page: { keyboard } } = bezoeker;
    await bezoeker.controleerPagina();
    for (const pijlen of [1, 0]) {
      await bezoeker.tabNaar('radio', /Evaluatie vervroegd|Melding definitief/);
      for (let i = 0; i < pijlen; i++) await keyboard.press('ArrowDown');
      if (pijlen === 0) await keyboard.press('Space');
      await bezoeker.tabNaar('button', 'Leg de stap vast');
      await keyboard.press('Enter');
      await page.getByRole('region', { name: 'Gezette stappen' }).getByText(pijlen === 1 ? 'Melding geopend' : 'Melding definitief').first().waitFor();
    }
    expect(await page.getByRole('region', { name: 'Aangekondigd' }).innerText()).toMatch(/Termijn\s+uiterlijk/);
    expect(await page.getByRole('radio').evaluateAll((rondjes) => rondjes.map((rondje) => (rondje as unknown as { value: string }).value)))
      .toEqual(['verslag-ondertekend', 'afwijzen']);
    await bezoeker.klaar();
  });

  it('twee mensen tegelijk, zonder scripts: wie te laat is leest welke stappen nu kunnen', async () => {
    const id = await meld();
    const [een, ander] = [await bezoek(GEMEENTE, `/vooraankondigingen/${id}`), await bezoek(GEMEENTE, `/vooraankondigingen/${id}`, { scripts: false })];
    await een.page.getByLabel('Evaluatie vervroegd').check();
    await ander.page.getByLabel('Melding geopend').check();
    await een.page.getByRole('button', { name: 'Leg de stap vast' }).click();
    await een.page.waitForURL(/gelukt=stap/);
    await ander.page.getByRole('button', { name: 'Leg de stap vast' }).click();
    expect(await ander.page.getByRole('alert').innerText()).toMatch(/iemand was u voor[\s\S]*Nu kan: melding definitief, afwijzen/);
    await een.naar('/vooraankondigingen?status=evaluatie-vervroegd');
    expect(await een.page.getByRole('table').innerText()).toContain('zwaarder');
    await een.controleerPagina();
    await een.klaar();
    await ander.klaar();
  });
});
