/** Deciding on requests in a real browser: the message before it goes, objections, and somebody who was first. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { Bezoeker, HEEFT_BROWSER, startBrowser } from '../hulp/browser.js';
import { momentopname } from '../hulp/momentopname.js';
import { startInHuis } from '../hulp/huis.js';
import { nieuweClient, Regio, ruimOp, startRegio } from '../hulp/regio.js';

const VANDAAG = '2026-06-10';
const JAAR = ['2026-01-01', '2026-12-31'] as const;

describe.skipIf(!HEEFT_BROWSER)('Verzoeken', () => {
  const opruimen: (() => Promise<unknown>)[] = [];
  let browser: Browser;
  let url = '';
  let nijmegen: Regio;
  /** Without a policy everything waits for a person. */
  let amsterdam: Regio;

  beforeAll(async () => {
    const { gateway } = await startRegio(opruimen, VANDAAG, (env) => {
      url = env['DATABASE_URL'] ?? '';
      return startInHuis(env);
    });
    nijmegen = new Regio(gateway, '0268', VANDAAG);
    amsterdam = new Regio(gateway, '0363', VANDAAG);
    browser = await startBrowser();
    opruimen.push(() => browser.close());
  });
  afterAll(() => ruimOp(opruimen));

  const bezoek = async (gemeente: string, pad: string, opties: { readonly breedte?: number; readonly scripts?: boolean } = {}): Promise<Bezoeker> => {
    const bezoeker = await Bezoeker.nieuw(browser, nijmegen.gateway.adres, opties);
    await bezoeker.context.addCookies([{ name: 'iwmo-partij', value: gemeente, url: nijmegen.gateway.adres }]);
    await bezoeker.naar(pad);
    return bezoeker;
  };
  const aanvraag = async (): Promise<{ bsn: string; id: string }> => {
    const bsn = nieuweClient();
    return { bsn, id: (await amsterdam.vraag(bsn, '02A03', ['2026-07-01', '2026-12-31'], [3, '04', '2'])).id };
  };
  const stand = async (id: string): Promise<unknown> => (await nijmegen.gateway.haal<{ status: string }>(`/v1/verzoeken/${id}`)).status;

  it('met de muis, 360 pixels breed: van de lijst naar een toewijzing, met het bericht vooraf', async () => {
    const { bsn, id } = await aanvraag();
    const bezoeker = await bezoek('0363', '/verzoeken', { breedte: 360 });
    const { page } = bezoeker;
    expect(await page.getByRole('table').innerText()).toContain('geen beleid ingelezen');
    await bezoeker.controleerPagina();
    await page.locator(`a[href="/verzoeken/${id}"]`).click();
    await page.getByLabel('Toewijzen', { exact: true }).check();
    await page.getByRole('button', { name: 'Bekijk het bericht' }).click();
    // What is missing is named, and what was chosen is still chosen.
    expect(await page.getByRole('alert').innerText()).toContain('Vul een postcode in');
    expect(await page.getByLabel('Toewijzen', { exact: true }).isChecked()).toBe(true);
    await bezoeker.controleerPagina();
    await page.getByLabel('Postcode').fill('1234 ab');
    await page.getByLabel('Huisnummer').fill('10');
    const vooraf = await momentopname(url);
    await page.getByRole('button', { name: 'Bekijk het bericht' }).click();
    await page.getByRole('heading', { name: 'Voorbeeld van de WMO301' }).waitFor();
    expect(await momentopname(url)).toEqual(vooraf);
    await page.getByText('Het hele bericht (XML)').click();
    expect(await page.locator('pre').innerText()).toContain(`Bsn>•••••${bsn.slice(-4)}<`);
    expect(await page.content()).not.toContain(bsn);
    await bezoeker.controleerPagina();
    await page.getByRole('button', { name: 'Besluit en verstuur' }).click();
    await page.waitForURL(/gelukt=besloten/);
    expect(await page.getByRole('status').innerText()).toContain('toewijzen');
    expect(await stand(id)).toBe('toegewezen');
    await bezoeker.klaar();
  });

  it('met alleen het toetsenbord: afwijzen met een reden', async () => {
    const { id } = await aanvraag();
    const bezoeker = await bezoek('0363', `/verzoeken/${id}`);
    const { keyboard } = bezoeker.page;
    await bezoeker.tabNaar('radio', 'Toewijzen');
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowDown');
    await bezoeker.tabNaar('button', 'Besluit en verstuur');
    await keyboard.press('Enter');
    await bezoeker.page.getByRole('alert').waitFor();
    await bezoeker.tabNaar('combobox', 'Reden van afwijzing');
    await keyboard.type('7');
    await bezoeker.tabNaar('button', 'Besluit en verstuur');
    await keyboard.press('Enter');
    await bezoeker.page.waitForURL(/gelukt=besloten/);
    expect(await stand(id)).toBe('afgewezen');
    expect(await bezoeker.page.getByRole('region', { name: 'Genomen besluiten' }).first().innerText()).toContain('7 (');
    await bezoeker.controleerPagina();
    await bezoeker.klaar();
  });

  it('over goedgekeurde declaraties heen wijst alleen toe wie dat bevestigt; wens, situatie en beleid staan erbij', async () => {
    const bsn = nieuweClient();
    const wonen = await nijmegen.bestel(bsn, '15N11', JAAR, [7, '14', '2']);
    await nijmegen.declareer('2026-05', '2026-06-03', { bsn, op: wonen, volume: 30, eenheid: '14', tarief: 10_000, referentie: 'OUD' });
    const { id } = await nijmegen.vraag(bsn, '15N02', ['2026-05-15', '2026-12-31'], [7, '14', '2']);
    const bezoeker = await bezoek('0268', `/verzoeken/${id}`);
    const { page } = bezoeker;
    expect(await page.getByRole('region', { name: 'Wat de aanbieder vraagt' }).innerText()).toContain('15N02');
    expect(await page.getByRole('region', { name: 'Wat de cliënt nu heeft' }).innerText()).toContain('31-05-2026');
    expect(await page.getByRole('region', { name: 'Wat het beleid zegt' }).innerText()).toContain('bw-gelderland-zuid.yaml');
    await bezoeker.controleerPagina();
    await page.getByLabel('Toewijzen', { exact: true }).check();
    await page.getByRole('button', { name: 'Besluit en verstuur' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Bevestig dat u toewijst ondanks');
    expect(await stand(id)).toBe('onderhanden');
    await page.getByLabel(/Ik wijs toe ondanks/).check();
    await page.getByRole('button', { name: 'Besluit en verstuur' }).click();
    await page.waitForURL(/gelukt=besloten/);
    expect(await stand(id)).toBe('toegewezen');
    await bezoeker.klaar();
  });

  it('een wijziging die al in had moeten gaan: met een andere ingangsdatum vervalt dat bezwaar, en het voorbeeld laat zien wat er sluit en opent', async () => {
    const bsn = nieuweClient();
    const { toewijzingen: [oud] } = await amsterdam.wijsToe(bsn, ['02A03', JAAR, [3, '04', '2']]);
    const referentie = await amsterdam.vraagWijziging(bsn, { TeWijzigenProducten: [{
      ToewijzingNummer: oud?.toewijzingNummer ?? 0, GewensteIngangsdatum: '2026-05-01', Einddatum: '2026-12-31', Omvang: { Volume: 5, Eenheid: '04', Frequentie: '2' } }] }, '2026-04-15');
    const { id } = await amsterdam.afloop(referentie);
    const bezoeker = await bezoek('0363', `/verzoeken/${id}`);
    const { page } = bezoeker;
    expect(await page.getByRole('region', { name: 'Wat de aanbieder vraagt' }).innerText()).toContain('01-05-2026');
    expect(await page.getByLabel(/Ik wijs toe ondanks: De gewenste ingangsdatum is voorbij/).count()).toBe(1);
    await page.getByLabel('Toewijzen', { exact: true }).check();
    await page.getByLabel(/^Andere ingangsdatum/).fill('2026-07-01');
    await page.getByRole('button', { name: 'Bekijk het bericht' }).click();
    const voorbeeld = await page.getByRole('region', { name: 'Voorbeeld van de WMO301' }).innerText();
    expect(voorbeeld).toMatch(/t\/m 30-06-2026[\s\S]*01-07-2026 t\/m 31-12-2026/);
    await bezoeker.controleerPagina();
    await page.getByRole('button', { name: 'Besluit en verstuur' }).click();
    await page.waitForURL(/gelukt=besloten/);
    expect(await stand(id)).toBe('toegewezen');
    await bezoeker.klaar();
  });

  it('twee mensen tegelijk: één besluit telt, en de ander leest wie er eerder was, met wat hij had ingevuld', async () => {
    const { id } = await aanvraag();
    // One of them without scripts: deciding does not need them.
    const [een, ander] = [await bezoek('0363', `/verzoeken/${id}`), await bezoek('0363', `/verzoeken/${id}`, { scripts: false, breedte: 360 })];
    await een.page.getByLabel('In onderzoek', { exact: true }).check();
    await ander.page.getByLabel('Afwijzen', { exact: true }).check();
    await ander.page.getByLabel('Reden van afwijzing').selectOption('3');
    await een.page.getByRole('button', { name: 'Besluit en verstuur' }).click();
    await een.page.waitForURL(/gelukt=besloten/);
    // Both reject what is now under investigation, at the same moment.
    await een.page.getByLabel('Afwijzen', { exact: true }).check();
    await een.page.getByLabel('Reden van afwijzing').selectOption('7');
    await Promise.all([een, ander].map(async ({ page }) => {
      await page.getByRole('button', { name: 'Besluit en verstuur' }).click();
      await page.getByText(/Uw besluit is (niet )?verstuurd/).first().waitFor();
    }));
    const { besluiten } = await nijmegen.gateway.haal<{ besluiten: { besluit: string; redenAfwijzing?: string }[] }>(`/v1/verzoeken/${id}`);
    expect(besluiten.map(({ besluit }) => besluit)).toEqual(['onderzoek', 'afwijzen']);
    const [winnaar, verliezer, reden] = besluiten[1]?.redenAfwijzing === '7' ? [een, ander, '3 ('] : [ander, een, '7 ('];
    expect(await winnaar.page.getByRole('status').innerText()).toContain('afwijzen');
    expect(await verliezer.page.getByRole('alert').innerText()).toMatch(/Iemand was u voor[\s\S]*afwijzen, door/);
    expect(await verliezer.page.getByText('Wat u had ingevuld').locator('../..').innerText()).toContain(reden);
    for (const bezoeker of [een, ander]) {
      if (bezoeker === een) await bezoeker.controleerPagina();
      await bezoeker.klaar();
    }
  });
});
