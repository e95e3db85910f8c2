/** Damaged messages over HTTP: refused or assessed, never dropped half-way, and judged the same twice. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPool } from '../../src/platform/database.js';
import { antwoordOp, type Heenbericht } from '../../src/standaard/berichten/berichtsoorten.js';
import type { Berichten } from '../../src/standaard/berichten/gegenereerd/index.js';
import { schrijfBericht } from '../../src/standaard/xml/schrijven.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { mutanten, MUTATIES, type Mutatie } from '../hulp/mutaties.js';
import { Aansluiting, startServer, type Resource, type Uitvoering } from '../hulp/server.js';
import { AANBIEDER, VOORBEELDEN } from '../hulp/voorbeelden.js';

/**
 * Valid messages per type and mutants of each: together some 400. More, and others, to soak:
 * FUZZ_BERICHTEN=200 FUZZ_ZAAD=7 npx vitest run test/e2e/fuzz.test.ts.
 */
const BERICHTEN = Number(process.env['FUZZ_BERICHTEN'] ?? 10);
const ZAAD = Number(process.env['FUZZ_ZAAD'] ?? 20_260_301);
const PER_BERICHT = 6;
const GELIJKTIJDIG = 8;
/** Far more than it takes: something hangs when it takes longer. */
const SECONDEN_PER_BERICHT = 12;
/** Most keep the message valid, so that it gets as far as the register. */
const MENGSEL: readonly Mutatie[] = [...MUTATIES, ...Array.from({ length: 12 }, () => 'andere-waarde' as const)];

/** The types that are answered, with what has to come before the example of each can be approved. */
const VOORAF: { readonly [B in Heenbericht]: readonly Heenbericht[] } = {
  WMO301: [], WMO305: ['WMO301'], WMO307: ['WMO301', 'WMO305'], WMO315: [], WMO317: ['WMO301'], WMO319: ['WMO315'],
  WMO323: ['WMO301'],
};
const SOORTEN = Object.keys(VOORAF) as Heenbericht[];

let database: Testdatabase;
let server: Uitvoering;
let gateway: Aansluiting;
beforeAll(async () => {
  database = await verseDatabase();
  server = await startServer({ DATABASE_URL: database.url });
  gateway = new Aansluiting(server.adres);
});
afterAll(async () => {
  await server?.stop();
  await database?.verwijder();
});

function voorbeeld<B extends Heenbericht>(soort: B): string {
  return schrijfBericht(soort, VOORBEELDEN[soort] as Berichten[B]).toString();
}

/** The same message between another pair and on another allocation, so that no two are in each other's way. */
function verplaatst(xml: string, nummer: number): string {
  return xml.replaceAll(`>${AANBIEDER}<`, `>${70_000_000 + nummer}<`).replaceAll('>300201<', `>${400_000 + nummer}<`);
}

async function valideer(xml: string): Promise<{ tekst: string; niveau1: boolean }> {
  const antwoord = await fetch(`${server.adres}/v1/validaties`, {
    method: 'POST', headers: { 'Content-Type': 'text/xml' }, body: xml });
  const tekst = await antwoord.text();
  expect(antwoord.status, tekst).toBe(200);
  const { bevindingen } = JSON.parse(tekst) as { readonly bevindingen: readonly { readonly niveau: number }[] };
  return { tekst, niveau1: bevindingen.every(({ niveau }) => niveau > 1) };
}

async function tegelijk<T>(lijst: readonly T[], werk: (een: T, nummer: number) => Promise<void>): Promise<void> {
  let volgende = 0;
  await Promise.all(Array.from({ length: GELIJKTIJDIG }, async () => {
    for (let i = volgende++; i < lijst.length; i = volgende++) await werk(lijst[i] as T, i);
  }));
}

/** Of every stored message its status and how many answers there are to it. */
async function opgeslagen(): Promise<{ id: string; status: string; antwoorden: number }[]> {
  const pool = openPool(database.url, 1);
  const { rows } = await pool.query<{ id: string; status: string; antwoorden: number }>(
    `select id, status, (select count(*)::int from bericht a where a.antwoord_op = b.id) as antwoorden
     from bericht b where richting = 'inkomend'`);
  await pool.end();
  return rows;
}

const BEOORDEELD = ['goedgekeurd', 'deels-goedgekeurd', 'afgekeurd'];

describe('beschadigde berichten over HTTP', () => {
  it(`${SOORTEN.length * BERICHTEN * PER_BERICHT} keer: geweigerd met een reden, of beoordeeld`, async () => {
    const mutaties = SOORTEN.flatMap((soort) => {
      const mutant = mutanten(soort, VOORBEELDEN[soort] as Berichten[typeof soort], PER_BERICHT, MENGSEL);
      return fc.sample(mutant, { numRuns: BERICHTEN, seed: ZAAD }).flat().map(({ xml }) => ({ soort, xml }));
    });
    const statussen = new Map(SOORTEN.map((soort) => [soort, new Set<string>()]));
    await tegelijk(mutaties, async ({ soort, xml: mutant }, nummer) => {
      for (const eerst of VOORAF[soort]) {
        expect((await gateway.post(verplaatst(voorbeeld(eerst), nummer))).status).toBe(202);
      }
      const xml = verplaatst(mutant, nummer);
      const antwoord = await gateway.post(xml, { Prefer: 'wait=30' });
      const oordeel = await valideer(xml);
      expect(await valideer(xml)).toEqual(oordeel);
      if (oordeel.niveau1) {
        expect(antwoord.status, xml).toBe(200);
        const { status, antwoord: retour } = await antwoord.json() as Resource;
        expect(BEOORDEELD, xml).toContain(status);
        expect(retour?.berichtsoort).toBe(antwoordOp(soort));
        statussen.get(soort)?.add(status);
      } else {
        expect([400, 422], xml).toContain(antwoord.status);
        expect(await antwoord.json()).toMatchObject({ code: expect.any(String) as string });
        statussen.get(soort)?.add('geweigerd');
      }
    });
    for (const [soort, gezien] of statussen) {
      expect([...gezien], soort).toEqual(expect.arrayContaining(['goedgekeurd', 'afgekeurd', 'geweigerd']));
    }
    const berichten = await opgeslagen();
    expect(berichten.filter(({ status, antwoorden }) => !BEOORDEELD.includes(status) || antwoorden !== 1)).toEqual([]);
  }, BERICHTEN * SECONDEN_PER_BERICHT * 1000);

  it.each(SOORTEN)('R2 en D2: een %s dat het schema breekt wordt niet bewaard en niet beantwoord', async (soort) => {
    const eerder = (await opgeslagen()).length;
    const xml = voorbeeld(soort).replace(/<\w+:Afzender>\d+</, (tag) => `${tag.slice(0, -1)}0<`);
    const antwoord = await gateway.post(xml);
    expect(antwoord.status).toBe(422);
    expect(await antwoord.json()).toMatchObject({ code: 'xsd-ongeldig' });
    expect(await opgeslagen()).toHaveLength(eerder);
  });
});
