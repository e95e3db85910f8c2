/**
 * A real browser at the screens: one per test file, with what no page may do watched on every one: errors in the console, requests that leave the
 * host, a bsn in an address. Without a browser the tests are skipped with a visible line (README: Schermen).
 */
import { existsSync } from 'node:fs';
import axe, { type RunOptions } from 'axe-core';
import { chromium, type Browser, type BrowserContext, type ConsoleMessage, type Page } from 'playwright-core';
import { expect } from 'vitest';

/** Where Debian, and others, put it; the one without a window first, which needs half the time. */
const PLEKKEN = [process.env['CHROMIUM'] ?? '', '/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const PROGRAMMA = PLEKKEN.find((pad) => pad !== '' && existsSync(pad));

/** Whether there is a browser here; says so where there is none. */
export const HEEFT_BROWSER = PROGRAMMA !== undefined;
if (!HEEFT_BROWSER) console.log('OVERGESLAGEN  tests van de schermen: er is geen Chromium gevonden (README, Schermen)');

/** The narrowest and the usual width, in pixels. */
export const BREEDTES = [360, 1280] as const;

const VLAGGEN = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const AXE: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }, resultTypes: ['violations'] };
/** What axe leaves in a page. */
type MetAxe = typeof globalThis & { axe: typeof axe; document: object };
const BSN = /9999\d{5}/;

export async function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: PROGRAMMA ?? '', args: VLAGGEN });
}

/**
 * The browser reports every page that came with a status from 400 as an error. A form that comes back because something in it is wrong (422),
 * or because somebody else was first (409), is what that page is for.
 */
function isAntwoordOpFormulier(regel: ConsoleMessage): boolean {
  const url = regel.page()?.url();
  return /status of (409|422) /.test(regel.text()) && url !== undefined && regel.location().url === url;
}

/** Somebody at a screen of their own, with their own cookies. */
export class Bezoeker {
  /** What went wrong that no page should do. */
  readonly misstanden: string[] = [];

  private constructor(readonly context: BrowserContext, readonly page: Page, readonly adres: string) {}

  /** @param adres of the gateway, without a path. @param toegestaan other hosts that may be asked: the issuer */
  static async nieuw(
    browser: Browser, adres: string, opties: { readonly breedte?: number; readonly toegestaan?: readonly string[]; readonly scripts?: boolean } = {},
  ): Promise<Bezoeker> {
    const context = await browser.newContext({
      viewport: { width: opties.breedte ?? 1280, height: 900 }, locale: 'nl-NL', javaScriptEnabled: opties.scripts ?? true, timezoneId: 'Europe/Amsterdam' });
    const page = await context.newPage();
    const bezoeker = new Bezoeker(context, page, adres);
    const hosts = new Set([adres, ...opties.toegestaan ?? []].map((een) => new URL(een).host));
    page.on('console', (regel) => { if (regel.type() === 'error' && !isAntwoordOpFormulier(regel)) bezoeker.misstanden.push(`console: ${regel.text()}`); });
    page.on('pageerror', (fout) => { bezoeker.misstanden.push(`script: ${fout.message}`); });
    page.on('request', (aanvraag) => {
      const url = new URL(aanvraag.url());
      if (url.protocol !== 'data:' && !hosts.has(url.host)) bezoeker.misstanden.push(`naar buiten: ${url.host}`);
      if (BSN.test(aanvraag.url())) bezoeker.misstanden.push('bsn in een adres');
    });
    return bezoeker;
  }

  async naar(pad: string): Promise<void> {
    await this.page.goto(this.adres + pad, { waitUntil: 'load' });
  }

  /** Chooses for whom, over the form at the top. */
  async kiesPartij(partij: string): Promise<void> {
    await this.page.getByLabel('Namens', { exact: true }).fill(partij);
    await this.page.getByRole('button', { name: 'Kies', exact: true }).click();
    await this.page.waitForLoadState('load');
  }

  /** Tabs until this has the focus, as somebody without a mouse does. @throws Error when it is never reached */
  async tabNaar(rol: Parameters<Page['getByRole']>[0], naam: string | RegExp, hoogstens = 150): Promise<void> {
    const doel = this.page.getByRole(rol, { name: naam }).first();
    for (let i = 0; i < hoogstens; i++) {
      await this.page.keyboard.press('Tab');
      if (await doel.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    }
    throw new Error(`${rol} ${String(naam)} is met Tab niet te bereiken`);
  }

  /** No violation of WCAG 2.2 AA that axe can find, and no page wider than the screen. */
  async controleerPagina(): Promise<void> {
    // In the page itself: no page has frames, for which the package for Playwright would open another page each time.
    await this.page.evaluate(axe.source);
    const violations = await this.page.evaluate(async (opties) => {
      const { axe: hier, document } = globalThis as MetAxe;
      return (await hier.run(document as never, opties)).violations;
    }, AXE);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)).toEqual([]);
    const over = await this.page.evaluate(() => {
      const { scrollWidth, clientWidth } = (globalThis as unknown as { document: { documentElement: { scrollWidth: number; clientWidth: number } } }).document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(over, 'de pagina is breder dan het scherm').toBeLessThanOrEqual(0);
    expect(BSN.test(this.page.url()), 'bsn in het adres').toBe(false);
  }

  /** Ends the visit. What went wrong on the way fails the test. */
  async klaar(): Promise<void> {
    await this.context.close();
    expect(this.misstanden).toEqual([]);
  }
}
