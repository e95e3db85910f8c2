/** Signing in at the screens with OpenID Connect, in a real browser and past it: what is shown, and what nobody gets by other ways. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { stringify } from 'yaml';
import { openPool, type Pool } from '../../src/platform/database.js';
import { BREEDTES, Bezoeker, HEEFT_BROWSER, startBrowser } from '../hulp/browser.js';
import { verseDatabase } from '../hulp/database.js';
import { vrijePoort } from '../hulp/poort.js';
import { startServer, type Uitvoering } from '../hulp/server.js';
import { startUitgever, type Uitgever } from '../hulp/uitgever.mjs';

const ROLLEN = {
  'iwmo-backoffice': { partijen: ['0363', '0268'], scopes: ['lezen', 'gemeente'] },
  'iwmo-aanbieder': { partijen: ['65656055'], scopes: ['lezen', 'aanleveren'] },
  'iwmo-aanlevering': { partijen: ['65656055'], scopes: ['aanleveren'] },
  'iwmo-beheer': { partijen: ['0363'], scopes: ['beheer'] },
};

describe.skipIf(!HEEFT_BROWSER)('Aanmelden', () => {
  let browser: Browser;
  let server: Uitvoering;
  let uitgever: Uitgever;
  let pool: Pool;
  let toegang: string;
  const opruimen: (() => unknown)[] = [];
  const schrijfRollen = (rollen: object): void => { writeFileSync(toegang, stringify({ clienten: {}, rollen }, { defaultStringType: 'QUOTE_DOUBLE' })); };

  beforeAll(async () => {
    const map = mkdtempSync(join(tmpdir(), 'iwmo-scherm-'));
    toegang = join(map, 'toegang.yaml');
    schrijfRollen(ROLLEN);
    uitgever = await startUitgever();
    const database = await verseDatabase();
    const poort = await vrijePoort();
    server = await startServer({
      DATABASE_URL: database.url, PORT: String(poort), AUTH: 'jwt', AUTH_ISSUER: uitgever.issuer, AUTH_AUDIENCE: 'iwmo-gateway', TOEGANG_BESTAND: toegang,
      WEB_URL: `http://127.0.0.1:${poort}`, WEB_CLIENT_ID: 'schermen',
    });
    pool = openPool(database.url, 2);
    browser = await startBrowser();
    opruimen.push(() => browser.close(), () => server.stop(), () => pool.end(), () => database.verwijder(), () => uitgever.stop(),
      () => { rmSync(map, { recursive: true }); });
  });
  afterAll(async () => { for (const doe of opruimen) await doe(); });

  const bezoeker = (opties: { breedte?: number; scripts?: boolean } = {}): Promise<Bezoeker> =>
    Bezoeker.nieuw(browser, server.adres, { ...opties, toegestaan: [uitgever.issuer] });
  const meldAan = async (wie: Bezoeker, naam: string, pad = '/termijnen'): Promise<void> => {
    await wie.naar(pad);
    await wie.page.getByRole('link', { name: naam }).click();
    await wie.page.waitForLoadState('load');
  };
  const kop = (wie: Bezoeker): Promise<string | null> => wie.page.getByRole('heading', { level: 1 }).textContent();
  const sessiekoek = async (wie: Bezoeker): Promise<string> => {
    const koek = (await wie.context.cookies()).find(({ name }) => name === 'iwmo-sessie');
    expect(koek).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
    return `iwmo-sessie=${koek?.value ?? ''}`;
  };
  const zonderBrowser = (pad: string, opties: RequestInit = {}): Promise<Response> => fetch(server.adres + pad, { redirect: 'manual', ...opties });

  it.each(BREEDTES)('eerst wie u bent, dan de pagina waar u heen ging; na het afmelden is de sessie weg (%i pixels)', async (breedte) => {
    const wie = await bezoeker({ breedte });
    await meldAan(wie, 'Bo Backoffice', '/termijnen?status=alle');
    expect(wie.page.url()).toBe(`${server.adres}/termijnen?status=alle`);
    expect(await kop(wie)).toBe('Termijnen');
    expect(await wie.page.getByText('Bo Backoffice (iwmo-backoffice)').isVisible()).toBe(true);
    expect(await wie.page.getByText('AUTH=uit').count()).toBe(0);
    await wie.controleerPagina();
    const koek = await sessiekoek(wie);
    expect((await zonderBrowser('/termijnen', { headers: { cookie: koek } })).status).toBe(200);
    await wie.tabNaar('button', 'Afmelden');
    await wie.page.keyboard.press('Enter');
    await wie.page.waitForURL(/afgemeld/);
    await wie.controleerPagina();
    const antwoord = await zonderBrowser('/termijnen', { headers: { cookie: koek } });
    expect([antwoord.status, antwoord.headers.get('location')]).toEqual([303, '/aanmelden?terug=%2Ftermijnen']);
    await wie.klaar();
    const { rows } = await pool.query(`select client, resultaat from (select client, handeling, resultaat from audit union all
      select client, handeling, resultaat from audit_nieuw) as alle where handeling = 'aangemeld'`);
    expect(rows).toContainEqual({ client: 'medewerker mw-001', resultaat: 'rol iwmo-backoffice' });
  });

  it('kiest voor wie: alleen eigen partijen', async () => {
    const wie = await bezoeker();
    await meldAan(wie, 'Bo Backoffice');
    await wie.page.getByLabel('Namens', { exact: true }).selectOption('0268');
    await wie.page.getByRole('button', { name: 'Kies', exact: true }).click();
    await wie.page.waitForLoadState('load');
    expect(await wie.page.getByLabel('Namens', { exact: true }).inputValue()).toBe('0268');
    await wie.klaar();
  });

  it('het bericht van een ander heeft dezelfde pagina als een dat er niet is', async () => {
    const wie = await bezoeker();
    await meldAan(wie, 'Bo Backoffice');
    const headers = { cookie: await sessiekoek(wie), accept: 'text/html' };
    const vanAnder = randomUUID();
    await pool.query(`insert into bericht (id, berichtsoort, richting, gemeente, aanbieder, afzender, ontvanger, identificatie, dagtekening, status, hash, omvang, client,
      ontvangen_op) values ($1, 'WMO305', 'inkomend', '0014', '11111111', '11111111', '0014', 'VANANDER', '2026-01-01', 'goedgekeurd', '', 1, 'ander', now())`, [vanAnder]);
    const pagina = async (id: string, deel: string): Promise<unknown[]> => {
      const antwoord = await zonderBrowser(`/berichten/${id}${deel}`, { headers });
      return [antwoord.status, (await antwoord.text()).replaceAll(id, '').replaceAll(/name="_csrf" value="[^"]*"/g, '')];
    };
    for (const deel of ['', '/xml', '/antwoord']) {
      const over = await pagina(vanAnder, deel);
      expect(over[0]).toBe(404);
      expect(over).toEqual(await pagina(randomUUID(), deel));
    }
    const lijst = await zonderBrowser('/berichten?identificatie=VANANDER', { headers });
    expect(await lijst.text()).toContain('Er zijn geen berichten die hieraan voldoen');
    await wie.klaar();
  });

  it('wie meer rollen heeft kiest er een, en kan wisselen', async () => {
    const wie = await bezoeker();
    await meldAan(wie, 'Toon Toegang');
    expect(await kop(wie)).toBe('Uw rol');
    await wie.controleerPagina();
    await wie.page.getByLabel('iwmo-aanbieder').check();
    await wie.page.getByRole('button', { name: 'Verder' }).click();
    expect(await kop(wie)).toBe('Geen toegang');
    await wie.page.getByRole('link', { name: 'Andere rol' }).click();
    await wie.page.getByLabel('iwmo-backoffice').check();
    await wie.page.getByRole('button', { name: 'Verder' }).click();
    await wie.naar('/termijnen');
    expect(await kop(wie)).toBe('Termijnen');
    await wie.context.close();
  });

  it.each([['Nora Nergens', /hebt geen rol/], ['Toch niet', /niet gelukt of afgebroken/]])('%s komt er niet in, en leest waarom', async (naam, uitleg) => {
    const wie = await bezoeker();
    await meldAan(wie, naam);
    expect(await wie.page.getByRole('alert').textContent()).toMatch(uitleg);
    expect(await wie.page.getByRole('link', { name: 'Opnieuw aanmelden' }).getAttribute('href')).toBe('/aanmelden?terug=%2Ftermijnen');
    await wie.controleerPagina();
    await wie.context.close();
  });

  it('een sessie die voorbij is bewaart wat is ingevuld', async () => {
    const wie = await bezoeker();
    await meldAan(wie, 'Bo Backoffice');
    await pool.query('delete from websessie');
    await wie.page.getByLabel('Namens', { exact: true }).selectOption('0268');
    await wie.page.getByRole('button', { name: 'Kies', exact: true }).click();
    expect(await kop(wie)).toBe('Uw sessie is voorbij');
    await wie.controleerPagina();
    const [venster] = await Promise.all([wie.context.waitForEvent('page'), wie.page.getByRole('link', { name: /Meld u opnieuw aan/ }).click()]);
    await venster.getByRole('link', { name: 'Bo Backoffice' }).click();
    expect(await venster.getByRole('heading', { level: 1 }).textContent()).toBe('Aangemeld');
    await venster.close();
    await wie.page.getByRole('button', { name: 'Verstuur opnieuw' }).click();
    expect(await kop(wie)).toBe('Termijnen');
    expect(await wie.page.getByLabel('Namens', { exact: true }).inputValue()).toBe('0268');
    await wie.context.close();
  });

  it('een formulier van elders, of zonder bewijs, doet niets', async () => {
    const wie = await bezoeker();
    await meldAan(wie, 'Bo Backoffice');
    const koek = (await wie.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const token = await wie.page.locator('input[name=_csrf]').first().inputValue();
    const stuur = (velden: Record<string, string>, koppen: Record<string, string> = {}): Promise<Response> => zonderBrowser('/partij', {
      method: 'POST', headers: { cookie: koek, 'content-type': 'application/x-www-form-urlencoded', ...koppen }, body: new URLSearchParams(velden).toString() });
    expect((await stuur({ partij: '0268' })).status).toBe(403);
    expect((await stuur({ partij: '0268', _csrf: `${token}x` })).status).toBe(403);
    expect((await stuur({ partij: '0268', _csrf: token }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const goed = await stuur({ partij: '0268', _csrf: token, terug: '//elders.voorbeeld' });
    expect([goed.status, goed.headers.get('location')]).toEqual([303, '/']);
    // A party of somebody else is not taken.
    expect((await stuur({ partij: '0599', _csrf: token })).headers.get('set-cookie')).toBeNull();
    await wie.context.close();
  });

  it('wie met een verzonnen of vreemd antwoord terugkomt, komt er niet in', async () => {
    expect((await zonderBrowser('/aanmelden/terug?code=a&state=b')).status).toBe(403);
    const begin = await zonderBrowser('/aanmelden?terug=//elders.voorbeeld');
    const koek = begin.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(JSON.parse(Buffer.from(koek.split('=')[1] ?? '', 'base64url').toString())).toMatchObject({ terug: '/' });
    const naar = new URL(begin.headers.get('location') ?? '');
    expect([naar.searchParams.get('code_challenge_method'), naar.searchParams.get('response_type')]).toEqual(['S256', 'code']);
    const terug = async (verander: (url: URL) => void): Promise<number> => {
      naar.searchParams.set('wie', 'mw-001');
      const adres = new URL((await fetch(naar, { redirect: 'manual' })).headers.get('location') ?? '');
      verander(adres);
      return (await zonderBrowser(adres.pathname + adres.search, { headers: { cookie: koek } })).status;
    };
    expect(await terug((adres) => { adres.searchParams.set('state', 'anders'); })).toBe(403);
    expect(await terug((adres) => { adres.searchParams.set('code', 'anders'); })).toBe(403);
    naar.searchParams.set('nonce', 'anders');
    expect(await terug(() => undefined)).toBe(403);
  });

  it.each([
    ['Bo Backoffice', ['Werkvoorraad', 'Berichten', 'Bezorgingen', 'Toewijzingen', 'Verzoeken', 'Vooraankondigingen', 'Termijnen', 'Wachtlijst', 'Productie']],
    ['Berend Beheer', ['Werkvoorraad', 'Berichten', 'Bezorgingen']],
    ['Aad Aanlevering', ['Werkvoorraad', 'Vooraankondigingen', 'Aanleveren']],
  ])('%s ziet de plekken van de eigen rol, en van de andere alleen dat zij die niet ziet', async (naam, plekken) => {
    const wie = await bezoeker();
    const { page } = wie;
    await meldAan(wie, naam, '/');
    const menu = page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link');
    expect(await menu.allTextContents()).toEqual(plekken);
    const adressen = await menu.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    for (const [i, adres] of adressen.entries()) {
      await wie.naar(adres);
      expect(await kop(wie)).toBe(plekken[i]);
      if (naam === 'Aad Aanlevering') await wie.controleerPagina();
    }
    const cookie = await sessiekoek(wie);
    for (const adres of ['/berichten', '/bezorgingen', '/toewijzingen', '/verzoeken', '/termijnen', '/wachtlijst', '/productie', '/aanleveren',
      '/termijnen.csv', '/wachtlijst.csv', '/productie.csv']) {
      const { status } = await zonderBrowser(adres, { headers: { cookie } });
      expect([adres, status]).toEqual([adres, adressen.includes(adres.replace('.csv', '')) ? 200 : 403]);
    }
    await wie.klaar();
  });

  it('wie alleen mag aanleveren levert aan, en krijgt geen weg naar wat die niet mag lezen', async () => {
    const wie = await bezoeker();
    const { page } = wie;
    await meldAan(wie, 'Aad Aanlevering', '/aanleveren');
    await page.getByLabel('XML-bestanden').setInputFiles('fixtures/WMO305/goedgekeurd-eerste-start.xml');
    await page.getByRole('button', { name: 'Verstuur 1 bestand' }).click();
    await page.getByText('1 beoordeeld').waitFor();
    const rij = page.getByRole('listitem').filter({ hasText: 'goedgekeurd-eerste-start.xml' });
    expect(await rij.innerText()).toMatch(/Afgekeurd WMO305/);
    expect(await rij.getByRole('link').count()).toBe(0);
    await wie.controleerPagina();
    await wie.klaar();
  });

  it('wie niet is aangemeld krijgt een bestand niet eens ingelezen', async () => {
    const antwoord = await zonderBrowser('/aanleveren/controle', { method: 'POST', headers: { 'content-type': 'application/xml' }, body: ' '.repeat(20_000_000) });
    expect(antwoord.status).toBe(401);
    expect(await antwoord.text()).toContain('Uw sessie is voorbij');
    expect(server.uitvoer()).not.toMatch(/niet-welgevormd/);
  });

  it('een rol die uit het bestand gaat, is meteen weg', async () => {
    const wie = await bezoeker();
    await meldAan(wie, 'Bo Backoffice');
    const { 'iwmo-backoffice': _weg, ...rest } = ROLLEN;
    schrijfRollen(rest);
    server.proces.kill('SIGHUP');
    await expect.poll(async () => { await wie.naar('/termijnen'); return kop(wie); }, { timeout: 20_000 }).toBe('Geen toegang');
    schrijfRollen(ROLLEN);
    server.proces.kill('SIGHUP');
    await expect.poll(async () => { await wie.naar('/termijnen'); return kop(wie); }, { timeout: 20_000 }).toBe('Termijnen');
    await wie.context.close();
  });

  it('een aanmelding geldt niet voor de API, en een token niet voor de schermen', async () => {
    const wie = await bezoeker();
    await meldAan(wie, 'Bo Backoffice');
    expect((await zonderBrowser('/v1/termijnen?gemeente=0363', { headers: { cookie: await sessiekoek(wie) } })).status).toBe(401);
    const token = await uitgever.geef({ client: 'schermen', scope: 'gemeente' });
    expect((await zonderBrowser('/termijnen', { headers: { authorization: `Bearer ${token}` } })).status).toBe(303);
    await wie.context.close();
  });
});
