/**
 * Every folder under fixtures/scenarios/ plays out as it says: each message in turn, over HTTP, with exactly these findings and this answer.
 * All share one gateway and register, so each has a gemeente and an aanbieder of its own.
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draaien } from '../../scripts/scenario/draaien.mjs';
import { leesScenario, perDatum, scenarionamen, type Scenario } from '../../scripts/scenario/lezen.mjs';
import { codesPerKlasse, opVolgorde, verschillen, zonderEigen } from '../../scripts/scenario/vergelijken.mjs';
import { paarVan } from '../../src/standaard/berichten/berichtsoorten.js';
import { isGemeente, GEMEENTELIJSTEN } from '../../src/standaard/codelijsten/gemeenten.js';
import { leesBericht } from '../../src/standaard/xml/lezen.js';
import { controleerNiveau1 } from '../../src/standaard/xml/niveau1.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { schemas } from '../hulp/schema.js';
import { startInHuis } from '../hulp/huis.js';
import { Aansluiting, type Dienst, type Resource } from '../hulp/server.js';

const WORTEL = fileURLToPath(new URL('../../', import.meta.url));
const MAP = join(WORTEL, 'fixtures/scenarios');
const PAGINAS = join(WORTEL, 'docs/scenarios');
const scenarios = scenarionamen(MAP).map((naam) => leesScenario(MAP, naam));

const opNaam = (lijst: readonly Scenario[]): (readonly [string, Scenario])[] => lijst.map((scenario) => [scenario.naam, scenario]);

/** Places that Markdown links to, without those on the web. */
const doelenIn = (tekst: string): string[] => [...tekst.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)]
  .flatMap(([, doel]) => doel ?? []).filter((doel) => !/^[a-z]+:/.test(doel));

/** Pairs that a scenario writes to the register of; those with a gemeente that does not exist leave nothing. */
function parenVan({ stappen }: Scenario): Set<string> {
  return new Set(stappen.flatMap(({ berichtsoort, bytes }) => {
    const { Afzender, Ontvanger } = leesBericht(berichtsoort, bytes).Header;
    const { gemeente, aanbieder } = paarVan(berichtsoort, Afzender, Ontvanger);
    return isGemeente(gemeente, '2026-01-01', GEMEENTELIJSTEN) ? [`${gemeente} ${aanbieder}`] : [];
  }));
}

/** Copies a scenario, with every file changed in the same way. */
function kopieer(naam: string, doel: string, wijzig: (xml: string, bestand: string) => string): void {
  cpSync(join(MAP, naam), doel, { recursive: true });
  for (const bestand of readdirSync(doel)) {
    const pad = join(doel, bestand);
    writeFileSync(pad, wijzig(readFileSync(pad, 'utf8'), bestand));
  }
}

async function lever(gateway: Aansluiting, bytes: Buffer): Promise<Resource> {
  const antwoord = await gateway.post(bytes, { Prefer: 'wait=20' });
  expect(antwoord.status, await antwoord.clone().text()).toBe(200);
  return await antwoord.json() as Resource;
}

describe.each([...perDatum(scenarios)])("scenario's op %s", (vandaag, groep) => {
  let database: Testdatabase;
  let server: Dienst;
  let gateway: Aansluiting;
  beforeAll(async () => {
    database = await verseDatabase();
    server = await startInHuis({ DATABASE_URL: database.url, VANDAAG: vandaag });
    gateway = new Aansluiting(server.adres);
  });
  afterAll(async () => {
    await server?.stop();
    await database?.verwijder();
  });

  it.each(opNaam(groep))('%s', async (_naam, { stappen }) => {
    for (const { bestand, bytes, berichtsoort, verwacht } of stappen) {
      const resource = await lever(gateway, bytes);
      expect(opVolgorde(resource.bevindingen), bestand).toEqual(opVolgorde(verwacht.bevindingen));
      expect(resource, bestand).toMatchObject({ status: verwacht.status, berichtsoort });
      expect(resource.antwoord?.berichtsoort, bestand).toBe(verwacht.antwoordsoort);
      const antwoord = await gateway.antwoord(resource, verwacht.antwoordsoort);
      expect(zonderEigen(verwacht.antwoordsoort, antwoord), bestand)
        .toEqual(zonderEigen(verwacht.antwoordsoort, leesBericht(verwacht.antwoordsoort, verwacht.antwoord)));
    }
  });

  it('npm run scenario vindt hetzelfde, ook als het anders is dan verwacht', async () => {
    const map = mkdtempSync(join(tmpdir(), 'iwmo-scenario-test-'));
    try {
      // The register of this gateway knows the original already, so each copy is about another gemeente.
      kopieer('header-afkeur', join(map, 'goed'), (xml) => xml.replaceAll('>0946<', '>0965<'));
      kopieer('header-afkeur', join(map, 'fout'), (xml, bestand) => xml.replaceAll('>0946<', '>0971<')
        .replace('RetourCode>9056<', bestand === '02-WMO302-antwoord.xml' ? 'RetourCode>8848<' : '$&'));
      const draai = async (...namen: string[]): Promise<readonly [code: number, uitvoer: string]> => {
        const regels: string[] = [];
        const zeg = (regel: string): void => { regels.push(regel); };
        return [await draaien(['--map', map, '--adres', gateway.adres, ...namen], { zeg, klaag: zeg }), regels.join('\n')];
      };
      expect(await draai('goed')).toEqual([0, expect.stringContaining('1 scenario, 8 berichten: alles zoals verwacht')]);
      const [code, uitvoer] = await draai('fout');
      expect(uitvoer).toContain('WMO302/Header/RetourCodes[1]: verwacht "8848", gekregen "9056"');
      expect(uitvoer).toContain('1 anders dan verwacht');
      expect(code).toBe(1);
      expect(await draai('goed')).toEqual([1, expect.stringContaining('op deze gateway al eens gedraaid')]);
      expect(await draai('bestaat-niet')).toEqual([2, expect.stringContaining('geen scenario bestaat-niet')]);
      expect(await draai('--bestaat-niet')).toEqual([2, expect.stringContaining('--bestaat-niet')]);
    } finally {
      rmSync(map, { recursive: true, force: true });
    }
  });
});

describe('fixtures/scenarios', () => {
  it('hebben elk een eigen paar', () => {
    const paren = scenarios.flatMap((scenario) => [...parenVan(scenario)]);
    expect(paren.filter((paar, i) => paren.indexOf(paar) !== i)).toEqual([]);
  });

  it.each(opNaam(scenarios))('%s bestaat uit berichten en antwoorden die aan hun schema voldoen', (_naam, { stappen }) => {
    for (const { bestand, bytes, berichtsoort, verwacht } of stappen) {
      expect([bestand, controleerNiveau1(bytes, schemas())]).toEqual([bestand, expect.objectContaining({ geldig: true, berichtsoort })]);
      expect([bestand, controleerNiveau1(verwacht.antwoord, schemas())])
        .toEqual([bestand, expect.objectContaining({ geldig: true, berichtsoort: verwacht.antwoordsoort })]);
    }
  });
});

describe('docs/scenarios', () => {
  it('heeft voor elk scenario een pagina, en de inhoudsopgave noemt ze allemaal', () => {
    const namen = scenarios.map(({ naam }) => naam);
    const paginas = readdirSync(PAGINAS).filter((bestand) => bestand !== 'README.md').map((bestand) => bestand.replace(/\.md$/, ''));
    expect(paginas.sort()).toEqual(namen);
    const genoemd = [...readFileSync(join(PAGINAS, 'README.md'), 'utf8').matchAll(/\]\(([a-z0-9-]+)\.md\)/g)].map(([, naam]) => naam);
    expect(genoemd.sort()).toEqual(namen);
  });

  it.each(opNaam(scenarios))('%s.md vertelt de stappen en hun retourcodes', (naam, { titel, stappen }) => {
    const tekst = readFileSync(join(PAGINAS, `${naam}.md`), 'utf8');
    expect(tekst.split('\n')[0]).toBe(`# ${titel}`);
    const rijen = [...tekst.matchAll(/^\| (\d+) \| (WMO3\d\d) \| (.*) \| \*\*([a-z-]+)\*\*(.*) \|$/gm)]
      .map(([, nummer, soort, wat, status, codes = '']) => [Number(nummer), soort, wat, status, codes.match(/\b(?:\d{4}|S\d{3})\b/g) ?? []]);
    expect(rijen).toEqual(stappen.map(({ nummer, berichtsoort, wat, verwacht: { status, bevindingen } }) => {
      const codes = [...new Set(bevindingen.flatMap(({ retourcode }) => retourcode ?? []))].sort();
      return [nummer, berichtsoort, wat, status, berichtsoort === 'WMO323' && codes.length === 0 ? ['8001'] : codes];
    }));
  });

  it.each(readdirSync(PAGINAS))('verwijzingen in %s leiden ergens heen', (bestand) => {
    const doelen = doelenIn(readFileSync(join(PAGINAS, bestand), 'utf8'));
    expect(doelen.filter((doel) => !existsSync(join(PAGINAS, doel)))).toEqual([]);
  });
});

describe('vergelijken', () => {
  it('ziet een andere, een ontbrekende en een extra waarde', () => {
    expect(verschillen({ a: 1, b: ['x', 'y'] }, { a: 2, b: ['x'], c: 3 })).toEqual([
      { pad: '/a', verwacht: 1, gekregen: 2 }, { pad: '/b[2]', verwacht: 'y', gekregen: undefined },
      { pad: '/c', verwacht: undefined, gekregen: 3 }]);
  });

  it('noemt retourcodes per klasse, met hun plaats', () => {
    const Client = { StartProducten: [{ RetourCodes: ['9074', '9326'] }], RetourCodes: ['0200'] };
    expect(codesPerKlasse({ Header: { RetourCodes: ['0200'] }, Client }))
      .toEqual([['Header', ['0200']], ['Client', ['0200']], ['StartProduct[1]', ['9074', '9326']]]);
  });
});
