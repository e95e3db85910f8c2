/** The pages of allocations in a real browser: look a client up, see what holds, what is delivered and claimed, and with a reason the bsn. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { openPool, type Pool } from '../../src/platform/database.js';
import { schrijfBericht } from '../../src/standaard/xml/schrijven.js';
import { BREEDTES, Bezoeker, HEEFT_BROWSER, startBrowser } from '../hulp/browser.js';
import { verseDatabase } from '../hulp/database.js';
import { startInHuis } from '../hulp/huis.js';
import { Aansluiting, type Dienst } from '../hulp/server.js';
import { AANBIEDER, ANDER_BSN, BSN, GEMEENTE, wmo301, wmo305, wmo307, wmo323 } from '../hulp/voorbeelden.js';

const ANDERE_AANBIEDER = '11111111';
const NUMMER = 300201;
const GEMASKEERD = `•••••${BSN.slice(-4)}`;
const REDEN = 'Client aan de telefoon, zaak Z-2026-17';

describe.skipIf(!HEEFT_BROWSER)('Toewijzingen', () => {
  let browser: Browser;
  let server: Dienst;
  let pool: Pool;
  let nummerVanAnder: number;
  const opruimen: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    const database = await verseDatabase();
    server = await startInHuis({ DATABASE_URL: database.url, VANDAAG: '2026-06-30' });
    pool = openPool(database.url, 1);
    browser = await startBrowser();
    opruimen.push(() => browser.close(), () => server.stop(), () => pool.end(), () => database.verwijder());
    const aansluiting = new Aansluiting(server.adres);
    for (const xml of [schrijfBericht('WMO301', wmo301), schrijfBericht('WMO305', wmo305), schrijfBericht('WMO323', wmo323), schrijfBericht('WMO307', wmo307)]) {
      expect(await (await aansluiting.post(xml, { Prefer: 'wait=20' })).json()).toMatchObject({ status: 'goedgekeurd' });
    }
    const wijsToe = async (aanbieder: string, producten: unknown): Promise<number> => {
      const antwoord = await fetch(`${server.adres}/v1/toewijzingen`, {
        method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ gemeente: GEMEENTE, aanbieder, bsn: BSN, producten }) });
      expect(antwoord.status, await antwoord.clone().text()).toBe(201);
      return (await antwoord.json() as { toewijzingen: { toewijzingNummer: number }[] }).toewijzingen[0]?.toewijzingNummer ?? 0;
    };
    await wijsToe(AANBIEDER, [{ actie: 'inkorten', toewijzingNummer: NUMMER, einddatum: '2026-08-31' }]);
    nummerVanAnder = await wijsToe(ANDERE_AANBIEDER, [{
      actie: 'nieuw', product: { categorie: '12', code: '12A01' }, ingangsdatum: '2026-07-01', omvang: { volume: 1, eenheid: '82', frequentie: '4' } }]);
  });
  afterAll(async () => { for (const doe of opruimen) await doe(); });

  const kop = (wie: Bezoeker): Promise<string | null> => wie.page.getByRole('heading', { level: 1 }).textContent();
  const tekst = (wie: Bezoeker): Promise<string> => wie.page.getByRole('main').innerText();
  const getoond = async (): Promise<unknown[]> => (await pool.query(
    `select client, namens, object, cardinality(betrokkenen) as personen, reden, resultaat from (
       select id, client, namens, handeling, object, betrokkenen, reden, resultaat from audit_nieuw
       union all select nr, client, namens, handeling, object, betrokkenen, reden, resultaat from audit) a
     where handeling = 'bsn getoond' order by id`)).rows;

  it.each(BREEDTES)('met de muis, %i pixels breed: van bsn naar client, toewijzing en het hele bsn, en nooit zonder reden', async (breedte) => {
    const wie = await Bezoeker.nieuw(browser, server.adres, { breedte });
    const { page } = wie;
    await wie.naar('/toewijzingen');
    await wie.kiesPartij(GEMEENTE);
    // What cannot be is told at its field, and what was filled in is still there.
    await page.getByLabel('Bsn van de cliënt').fill('999900007');
    await page.getByRole('button', { name: 'Zoek' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('elfproef');
    expect(await page.getByLabel('Bsn van de cliënt').inputValue()).toBe('999900007');
    if (breedte === 360) await wie.controleerPagina();
    await page.getByLabel('Bsn van de cliënt').fill(ANDER_BSN);
    await page.getByRole('button', { name: 'Zoek' }).click();
    expect(await tekst(wie)).toContain('Er zijn geen toewijzingen gevonden');
    await page.getByLabel('Bsn van de cliënt').fill('9999.00.006');
    await page.getByRole('button', { name: 'Zoek' }).click();
    await page.waitForURL(`**/toewijzingen/client/${NUMMER}`);
    const rijen = page.getByRole('table').getByRole('rowheader');
    expect(await rijen.allTextContents()).toEqual([String(NUMMER), String(nummerVanAnder)]);
    expect(await page.getByRole('img', { name: 'Toewijzingen van deze cliënt in de tijd' }).isVisible()).toBe(true);
    expect(await page.content()).not.toContain(BSN);
    expect(await tekst(wie)).toContain(GEMASKEERD);
    await wie.controleerPagina();

    await page.getByRole('link', { name: String(NUMMER) }).click();
    await page.waitForURL(`**/toewijzingen/${NUMMER}`);
    const detail = await tekst(wie);
    for (const deel of ['4 uur per week', '02 (begeleiding), product 02A03', '01-03-2026 t/m 31-08-2026', '10 uur', '05 (korter toegewezen na herbeoordeling)']) expect(detail).toContain(deel);
    expect(await page.getByRole('img').count()).toBe(3);
    const maanden = page.getByRole('table', { name: 'Gedeclareerd en maximum per maand' });
    expect(await maanden.getByRole('row').nth(1).innerText()).toMatch(/maart 2026\s+24 uur\s+10 uur\s+€\s600,00\s+42%/);
    expect(await maanden.getByRole('rowheader').count()).toBe(6);
    expect(await page.content()).not.toContain(BSN);
    await wie.controleerPagina();

    const vooraf = (await getoond()).length;
    await page.getByText('toon het hele nummer').click();
    await page.getByRole('button', { name: 'Toon het bsn' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('waarom u het bsn moet weten');
    if (breedte === 360) await wie.controleerPagina();
    await page.getByLabel('Waarom moet u het bsn weten?').fill(`dit gaat over ${BSN}`);
    await page.getByRole('button', { name: 'Toon het bsn' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('In de reden staat een bsn');
    expect(await getoond()).toHaveLength(vooraf);
    await page.getByLabel('Waarom moet u het bsn weten?').fill(REDEN);
    await page.getByRole('button', { name: 'Toon het bsn' }).click();
    expect(await kop(wie)).toBe('Bsn van de cliënt');
    expect(await tekst(wie)).toContain(BSN);
    await wie.controleerPagina();
    expect((await getoond()).slice(vooraf)).toEqual([
      { client: 'onbekend', namens: GEMEENTE, object: `toewijzingen ${GEMEENTE} ${NUMMER}`, personen: 1, reden: REDEN, resultaat: '200' }]);
    await wie.klaar();
  });

  it('met alleen het toetsenbord, en zonder scripts: op nummer, en naar alle toewijzingen van de client', async () => {
    const wie = await Bezoeker.nieuw(browser, server.adres, { scripts: false });
    const { keyboard } = wie.page;
    await wie.naar('/toewijzingen');
    await wie.tabNaar('textbox', 'Code');
    await keyboard.type(GEMEENTE);
    await keyboard.press('Enter');
    await wie.page.waitForLoadState('load');
    await wie.tabNaar('textbox', 'Of het toewijzingnummer');
    await keyboard.type(String(NUMMER));
    await keyboard.press('Enter');
    await wie.page.waitForURL(`**/toewijzingen/${NUMMER}`);
    await wie.tabNaar('link', 'Alle toewijzingen van deze cliënt');
    await keyboard.press('Enter');
    await wie.page.waitForURL(`**/toewijzingen/client/${NUMMER}`);
    // The fold is a control of its own, that opens without a mouse.
    const opVouw = (): Promise<boolean> => wie.page.locator('summary').evaluate((element) => element === element.ownerDocument.activeElement);
    for (let i = 0; i < 40 && !await opVouw(); i++) await keyboard.press('Tab');
    await keyboard.press('Enter');
    await wie.tabNaar('combobox', 'Waarom moet u het bsn weten?');
    await keyboard.type('Bezwaar of klacht behandelen');
    await wie.tabNaar('button', 'Toon het bsn');
    await keyboard.press('Enter');
    await wie.page.waitForURL('**/bsn');
    expect(await tekst(wie)).toContain(BSN);
    await wie.klaar();
  });

  it('een gemeente kort in: fouten bij hun veld, eerst zien wat er gaat, dan versturen, en het bsn reist niet mee', async () => {
    const wie = await Bezoeker.nieuw(browser, server.adres);
    const { page } = wie;
    const verstuurd: string[] = [];
    page.on('request', (aanvraag) => verstuurd.push(aanvraag.postData() ?? ''));
    const berichten = async (): Promise<number> => Number((await pool.query<{ n: number }>("select count(*) as n from bericht where berichtsoort = 'WMO301'")).rows[0]?.n);
    await wie.naar(`/toewijzingen/${NUMMER}`);
    await wie.kiesPartij(GEMEENTE);
    await page.getByRole('link', { name: 'Inkorten of verlengen' }).click();
    await page.getByRole('button', { name: 'Bekijk het bericht' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Kies inkorten of verlengen');
    await wie.controleerPagina();
    await page.getByLabel('Verlengen').check();
    await page.getByLabel('Nieuwe einddatum').fill('2026-07-31');
    await page.getByRole('button', { name: 'Verstuur' }).click();
    // The other way round: told by the API, shown at the field.
    await page.locator('#fout-einddatum').waitFor();
    expect(await page.getByLabel('Nieuwe einddatum').inputValue()).toBe('2026-07-31');
    const vooraf = await berichten();
    await wie.tabNaar('radio', 'Verlengen');
    await page.keyboard.press('ArrowUp');
    await wie.tabNaar('button', 'Bekijk het bericht');
    await page.keyboard.press('Enter');
    const voorbeeld = page.getByRole('table', { name: 'Toewijzingen in het bericht' });
    await voorbeeld.waitFor();
    expect(await voorbeeld.getByRole('row').nth(1).innerText()).toMatch(/300201\s+ja\s.*31-07-2026/s);
    expect(await berichten()).toBe(vooraf);
    expect(await page.content()).not.toContain(BSN);
    await wie.controleerPagina();
    await page.getByRole('button', { name: 'Verstuur' }).click();
    await page.waitForURL(`**/toewijzingen/${NUMMER}?gelukt=gewijzigd`);
    expect(await page.getByRole('status').innerText()).toContain('WMO301');
    expect(await tekst(wie)).toContain('01-03-2026 t/m 31-07-2026');
    expect(await berichten()).toBe(vooraf + 1);
    expect(verstuurd.filter((inhoud) => inhoud.includes(BSN))).toEqual([]);
    await wie.klaar();
  });

  it('een aanbieder ziet wat van hem is, en van een ander niet eens dat het er is', async () => {
    const wie = await Bezoeker.nieuw(browser, server.adres);
    const { page } = wie;
    await wie.naar('/toewijzingen');
    await wie.kiesPartij(ANDERE_AANBIEDER);
    await page.getByLabel('Bsn van de cliënt').fill(BSN);
    await page.getByRole('button', { name: 'Zoek' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('gemeentecode');
    await page.getByLabel('Gemeentecode').fill(GEMEENTE);
    await page.getByRole('button', { name: 'Zoek' }).click();
    await page.waitForURL(`**/toewijzingen/client/${nummerVanAnder}?gemeente=${GEMEENTE}`);
    expect(await page.getByRole('table').getByRole('rowheader').allTextContents()).toEqual([String(nummerVanAnder)]);
    await page.getByRole('link', { name: String(nummerVanAnder) }).click();
    await page.waitForURL(`**/toewijzingen/${nummerVanAnder}?gemeente=${GEMEENTE}`);
    expect(await tekst(wie)).toContain('zonder einddatum');
    await wie.controleerPagina();

    const niets: string[] = [];
    for (const pad of [`/toewijzingen/${NUMMER}?gemeente=${GEMEENTE}`, `/toewijzingen/client/${NUMMER}?gemeente=${GEMEENTE}`, '/toewijzingen/77?gemeente=0268']) {
      const antwoord = await page.request.get(wie.adres + pad);
      expect(antwoord.status()).toBe(404);
      niets.push((await antwoord.text()).replaceAll(/name="(_csrf|terug)" value="[^"]*"/g, ''));
    }
    expect(new Set(niets).size).toBe(1);
    // A number alone says nothing: each gemeente has its own.
    await wie.naar(`/toewijzingen/${nummerVanAnder}`);
    await page.getByLabel('Gemeentecode').fill(GEMEENTE);
    await page.getByRole('button', { name: 'Verder' }).click();
    expect(await kop(wie)).toBe(`Toewijzing ${nummerVanAnder}`);
    await wie.klaar();
  });
});
