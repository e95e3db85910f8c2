/**
 * Every message under fixtures/WMOnnn/ does what its name says: `<goedgekeurd|afgekeurd>-[<retourcodes>-]<naam>.xml`.
 * Messages that have to come first stand in `<same name>.vooraf/`, numbered.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALLE_BERICHTSOORTEN, antwoordOp, isHeenbericht } from '../../src/standaard/berichten/berichtsoorten.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { startInHuis } from '../hulp/huis.js';
import { Aansluiting, type Dienst, type Resource } from '../hulp/server.js';

const MAP = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const HEENBERICHTEN = ALLE_BERICHTSOORTEN.filter(isHeenbericht);
const NAAM = /^(?<uitslag>goedgekeurd|afgekeurd)-(?<codes>(?:[0-9S]\d{3}-)*)[a-z][a-z0-9-]*\.xml$/;
/** Codes that stand in the Header, after which nothing below it is in the answer (IV028, IV032). */
const ALLEEN_HEADER = new Set(['0001', '9056', '8848', 'S300']);

interface Fixture {
  readonly soort: (typeof HEENBERICHTEN)[number];
  readonly bestand: string;
  readonly uitslag: string;
  /** Return codes of rules. */
  readonly codes: readonly string[];
}

const bestanden = HEENBERICHTEN.flatMap((soort) => {
  const map = join(MAP, soort);
  if (!existsSync(map)) return [];
  return readdirSync(map).filter((naam) => naam.endsWith('.xml')).map((bestand) => ({ soort, bestand }));
});
const fixtures: Fixture[] = bestanden.flatMap(({ soort, bestand }) => {
  const { uitslag, codes } = NAAM.exec(bestand)?.groups ?? {};
  if (uitslag === undefined) return [];
  return [{ soort, bestand, uitslag, codes: (codes ?? '').split('-').filter((code) => code !== '') }];
});

/** The set of codes in the answer: those of the name, with the status codes that the standard puts around them. */
function verwachteCodes({ soort, uitslag, codes }: Fixture): string[] {
  if (uitslag === 'goedgekeurd') return soort === 'WMO323' ? ['0200', '8001'] : [];
  return codes.some((code) => ALLEEN_HEADER.has(code)) ? [...codes].sort() : ['0200', ...codes].sort();
}

function vooraf({ soort, bestand }: Fixture): Buffer[] {
  const map = join(MAP, soort, bestand.replace(/\.xml$/, '.vooraf'));
  return existsSync(map) ? readdirSync(map).sort().map((naam) => readFileSync(join(map, naam))) : [];
}

let database: Testdatabase;
let server: Dienst;
let gateway: Aansluiting;
beforeAll(async () => {
  database = await verseDatabase();
  server = await startInHuis({ DATABASE_URL: database.url });
  gateway = new Aansluiting(server.adres);
});
afterAll(async () => {
  await server?.stop();
  await database?.verwijder();
});

/** What was sent, by its bytes: a message that prepares one fixture may be a fixture itself, and then goes out once. */
const verstuurd = new Map<string, Promise<Resource>>();

async function verstuur(bytes: Buffer): Promise<Resource> {
  const antwoord = await gateway.post(bytes, { Prefer: 'wait=20' });
  expect(antwoord.status, await antwoord.clone().text()).toBe(200);
  return await antwoord.json() as Resource;
}

function lever(bytes: Buffer): Promise<Resource> {
  const sleutel = bytes.toString('base64');
  const eerder = verstuurd.get(sleutel) ?? verstuur(bytes);
  verstuurd.set(sleutel, eerder);
  return eerder;
}

describe('fixtures', () => {
  it('heten zoals afgesproken', () => {
    expect(bestanden.filter(({ bestand }) => !NAAM.test(bestand))).toEqual([]);
    expect(fixtures.filter(({ uitslag, codes }) => (uitslag === 'goedgekeurd') !== (codes.length === 0))).toEqual([]);
  });

  it('zijn er voor elk bericht dat een antwoord krijgt, een goed en een fout', () => {
    for (const uitslag of ['goedgekeurd', 'afgekeurd']) {
      const soorten = fixtures.filter((fixture) => fixture.uitslag === uitslag).map(({ soort }) => soort);
      expect(new Set(soorten)).toEqual(new Set(HEENBERICHTEN));
    }
  });

  it('hebben vooraf alleen wat bij een fixture hoort', () => {
    const mappen = HEENBERICHTEN.flatMap((soort) => readdirSync(join(MAP, soort))
      .filter((naam) => naam.endsWith('.vooraf')).map((naam) => `${soort}/${naam.replace(/\.vooraf$/, '.xml')}`));
    const namen = new Set(fixtures.map(({ soort, bestand }) => `${soort}/${bestand}`));
    expect(mappen.filter((naam) => !namen.has(naam))).toEqual([]);
  });

  const opNaam = fixtures.map((fixture) => [`${fixture.soort}/${fixture.bestand}`, fixture] as const);
  it.each(opNaam)('%s', async (_pad, fixture) => {
    for (const bytes of vooraf(fixture)) expect((await lever(bytes)).status).toBe('goedgekeurd');
    const resource = await lever(readFileSync(join(MAP, fixture.soort, fixture.bestand)));
    expect(resource.status, JSON.stringify(resource.bevindingen)).toBe(fixture.uitslag);
    expect(resource.berichtsoort).toBe(fixture.soort);
    expect(resource.antwoord?.berichtsoort).toBe(antwoordOp(fixture.soort));
    const antwoord = await fetch(`${gateway.adres}/v1/berichten/${resource.id}/antwoord`);
    expect(antwoord.status).toBe(200);
    const codes = [...(await antwoord.text()).matchAll(/<(?:\w+:)?RetourCode>([^<]*)</g)].map(([, code]) => code);
    expect([...new Set(codes)].sort()).toEqual(verwachteCodes(fixture));
  });
});
