/**
 * Every page that a link leads to, in a small demonstration, for a gemeente and for an aanbieder, at both widths: none with a violation of WCAG 2.2 AA,
 * too wide, over 150 kB, or with a bsn where it should not be.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { demoOmgeving, maakDemo } from '../../scripts/demo/maken.mjs';
import { BREEDTES, Bezoeker, HEEFT_BROWSER, startBrowser } from '../hulp/browser.js';
import { legeDatabase } from '../hulp/database.js';
import { startInHuis } from '../hulp/huis.js';
import type { Dienst } from '../hulp/server.js';

const [GEMEENTE, AANBIEDER] = ['0363', '65656103'] as const;
/** Bytes of a page without what it loads. */
const HOOGSTENS = 150_000;
const BSN = /9999\d{5}/;

/** Pages that look the same are of one kind: whatever their number, and whatever is asked of them. */
const soort = (pad: string): string => (pad.split(/[?#]/)[0] ?? '').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/g, '…');

const VAN_GEMEENTE = ['/', '/aanleveren', '/berichten', '/berichten/…', '/bezorgingen', '/productie', '/termijnen', '/toewijzingen', '/toewijzingen/…',
  '/toewijzingen/client/…', '/toewijzingen/…/wijzigen', '/verzoeken', '/verzoeken/…', '/vooraankondigingen', '/vooraankondigingen/…',
  '/vooraankondigingen/nieuw', '/wachtlijst'];
const VAN_AANBIEDER = ['/', '/aanleveren', '/berichten', '/berichten/…', '/bezorgingen', '/toewijzingen', '/vooraankondigingen', '/vooraankondigingen/nieuw'];

describe.skipIf(!HEEFT_BROWSER)('Overal', () => {
  let browser: Browser;
  let server: Dienst;
  const opruimen: (() => unknown)[] = [];

  beforeAll(async () => {
    const map = mkdtempSync(join(tmpdir(), 'iwmo-overal-'));
    const database = await legeDatabase();
    const omgeving = demoOmgeving({ DATABASE_URL: database.url }, map);
    await maakDemo(omgeving, { seed: 'demo', clienten: 20, maanden: 3 });
    server = await startInHuis(omgeving as Record<string, string>);
    browser = await startBrowser();
    opruimen.push(() => browser.close(), () => server.stop(), () => database.verwijder(), () => { rmSync(map, { recursive: true, force: true }); });
  });
  afterAll(async () => { for (const doe of opruimen) await doe(); });

  it.each([[GEMEENTE, VAN_GEMEENTE], [AANBIEDER, VAN_AANBIEDER]])('%s: elke soort pagina, op beide breedten', async (partij, verwacht) => {
    const bezoeker = await Bezoeker.nieuw(browser, server.adres);
    const { page, context } = bezoeker;
    await context.addCookies([{ name: 'iwmo-partij', value: partij, url: server.adres }]);
    const gezien = new Map<string, string>();
    const teGaan = ['/'];
    for (let pad = teGaan.shift(); pad !== undefined; pad = teGaan.shift()) {
      if (gezien.has(soort(pad))) continue;
      gezien.set(soort(pad), pad);
      const antwoord = await page.goto(server.adres + pad);
      expect([pad, antwoord?.status()]).toEqual([pad, 200]);
      const inhoud = await antwoord?.body();
      expect([pad, (inhoud?.length ?? Infinity) < HOOGSTENS]).toEqual([pad, true]);
      expect([pad, BSN.exec(inhoud?.toString() ?? '')?.[0]]).toEqual([pad, undefined]);
      for (const breedte of BREEDTES) {
        await page.setViewportSize({ width: breedte, height: 900 });
        await bezoeker.controleerPagina();
      }
      // Downloads are no pages, and each of them belongs to another test.
      teGaan.push(...await page.locator('a[href^="/"]:not([download])').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '')));
    }
    expect([...gezien.keys()]).toEqual(expect.arrayContaining(verwacht));
    await bezoeker.klaar();
  });
});
