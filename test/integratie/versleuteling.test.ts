/** Personal data at rest: what is in the tables, and keys that come and go. */
import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { openPool, type Pool } from '../../src/platform/database.js';
import { hercodeer, waarvoorBericht } from '../../src/platform/kluis/hercodeer.js';
import { KluisFout, kluisVan, vergrendel, ontgrendel } from '../../src/platform/kluis/kluis.js';
import { herverpak, maakSleutel, openSleutelbos } from '../../src/platform/kluis/sleutelbos.js';
import { maakSleutelbestand, sleutelsUitBestand, sleutelsUitTransit, type Sleuteldienst } from '../../src/platform/kluis/sleuteldienst.js';
import { bsnsVan, koppelPersonen, zoekPersoon } from '../../src/register/personen.js';
import { haalInhoud } from '../../src/verwerking/opslag.js';
import { verseDatabase } from '../hulp/database.js';
import { maakPijplijn } from '../hulp/pijplijn.js';
import { stort } from '../hulp/storting.js';
import { wmo301, wmo305 } from '../hulp/voorbeelden.js';

const BSN = wmo301.Client.Bsn;
const opruimen: (() => unknown)[] = [];
afterEach(async () => { for (const doe of opruimen.splice(0).reverse()) await doe(); });

function map(): string {
  const pad = mkdtempSync(join(tmpdir(), 'iwmo-sleutels-'));
  opruimen.push(() => { rmSync(pad, { recursive: true }); });
  return pad;
}

function dienst(pad = join(map(), 'sleutels.json'), naam = 'een'): Sleuteldienst {
  maakSleutelbestand(pad, naam);
  return sleutelsUitBestand(pad);
}

async function database(): Promise<{ url: string; pool: Pool; nog: () => Pool }> {
  const vers = await verseDatabase();
  opruimen.push(() => vers.verwijder());
  const nog = (): Pool => {
    const pool = openPool(vers.url, 3);
    opruimen.push(() => pool.end());
    return pool;
  };
  return { url: vers.url, pool: nog(), nog };
}

const open = async (pool: Pool, van: Sleuteldienst): Promise<Awaited<ReturnType<typeof openSleutelbos>>> => {
  const bos = await openSleutelbos(pool, van);
  opruimen.push(() => { bos.sluit(); });
  return bos;
};

describe('in de database', () => {
  it('staat geen bsn en geen naam, en zonder versleuteling wel (de zoektocht werkt)', async () => {
    const gezocht = [BSN, Buffer.from(BSN).toString('hex'), wmo301.Client.Naam.Geslachtsnaam.Achternaam];
    for (const versleuteld of [true, false]) {
      const { url, pool } = await database();
      const pijplijn = maakPijplijn(url);
      opruimen.push(() => pijplijn.sluit());
      if (versleuteld) await open(pijplijn.pool, dienst());
      expect((await pijplijn.lever('WMO301', wmo301)).status).toBe('goedgekeurd');
      expect((await pijplijn.lever('WMO305', wmo305)).status).toBe('goedgekeurd');
      const storting = await stort(pool);
      // Unpacked where it is only packed, so that without sealing the content of the messages is found too.
      const gevonden = gezocht.filter((tekst) => storting.includes(tekst));
      if (versleuteld) expect(gevonden).toEqual([]);
      else expect(gevonden).toEqual(expect.arrayContaining([BSN, wmo301.Client.Naam.Geslachtsnaam.Achternaam]));
    }
  });

  it('past een verzegeling alleen op haar eigen plaats, en niet na een wijziging', async () => {
    const { pool } = await database();
    const { kluis } = await open(pool, dienst());
    const verzegeld = kluis.verzegel(Buffer.from('inhoud'), waarvoorBericht('a'));
    expect((await kluis.open(verzegeld, waarvoorBericht('a'))).toString()).toBe('inhoud');
    await expect(kluis.open(verzegeld, waarvoorBericht('b'))).rejects.toThrow(KluisFout);
    const anders = Buffer.from(verzegeld.inhoud);
    anders.writeUInt8(anders.readUInt8(15) ^ 1, 15);
    await expect(kluis.open({ ...verzegeld, inhoud: anders }, waarvoorBericht('a'))).rejects.toThrow(KluisFout);
    const sleutel = randomBytes(32);
    expect(() => ontgrendel(sleutel, vergrendel(randomBytes(32), Buffer.from('x'), ''), '')).toThrow();
  });

  it('herkent een persoon waarvan bsn en hash niet bij elkaar horen', async () => {
    const { pool } = await database();
    await open(pool, dienst());
    const personen = await koppelPersonen(pool, ['999900006', '999900018'], new Map());
    const [een, twee] = [personen.get('999900006'), personen.get('999900018')];
    expect(await bsnsVan(pool, [een ?? 0])).toEqual(new Map([[een, '999900006']]));
    await pool.query('update persoon p set bsn = a.bsn from persoon a where p.id = $1 and a.id = $2', [een, twee]);
    await expect(bsnsVan(pool, [een ?? 0])).rejects.toThrow('beschadigd');
  });
});

describe('sleutels wisselen', () => {
  it('een nieuwe sleutel geldt bij alle processen, oude inhoud blijft leesbaar en gaat mee', async () => {
    const { url, pool, nog } = await database();
    const bestand = dienst();
    const pijplijn = maakPijplijn(url);
    opruimen.push(() => pijplijn.sluit());
    const bos = await open(pijplijn.pool, bestand);
    await open(pool, bestand);
    const ander = nog();
    await open(ander, bestand);
    const { id } = await pijplijn.lever('WMO301', wmo301);
    const voor = await haalInhoud(ander, id);
    const persoon = await zoekPersoon(ander, BSN);
    for (const soort of ['inhoud', 'zoek'] as const) await maakSleutel(pool, bestand, soort, 1);
    await bos.herlaad();
    // Sealed by one process with the new key; the other has not looked for it yet.
    await expect.poll(() => kluisVan(pijplijn.pool).verzegel(Buffer.from('x'), '').sleutel).toBe(3);
    expect((await pijplijn.lever('WMO305', wmo305)).status).toBe('goedgekeurd');
    expect(await haalInhoud(ander, id)).toEqual(voor);
    const nieuw = await pijplijn.pool.query<{ id: string }>(`select bericht_id as id from bericht_inhoud where sleutel = 3 limit 1`);
    expect((await haalInhoud(ander, nieuw.rows[0]?.id ?? ''))?.length).toBeGreaterThan(100);
    expect(await hercodeer(pijplijn.pool)).toBeGreaterThan(3);
    expect(await hercodeer(pijplijn.pool)).toBe(0);
    const over = await pool.query('select from bericht_inhoud where sleutel <> 3 union all select from persoon where sleutel <> 3 or zoeksleutel <> 4');
    expect(over.rowCount).toBe(0);
    expect(await haalInhoud(ander, id)).toEqual(voor);
    expect(await zoekPersoon(ander, BSN)).toBe(persoon);
    expect(await bsnsVan(ander, [persoon ?? 0])).toEqual(new Map([[persoon, BSN]]));
    // The same person under the new hash is still the same person: a message finds its allocation.
    expect((await pijplijn.lever('WMO305', { ...wmo305, Header: { ...wmo305.Header,
      BerichtIdentificatie: { ...wmo305.Header.BerichtIdentificatie, Identificatie: 'NOGEENS' } } })).bevindingen.map(({ regel }) => regel))
      .toContain('TR074');
  });

  it('wat een eerdere versie onversleuteld schreef wordt gevonden, gelezen en versleuteld', async () => {
    const { url, pool } = await database();
    const oud = maakPijplijn(url);
    opruimen.push(() => oud.sluit());
    const { id } = await oud.lever('WMO301', wmo301);
    const nieuw = maakPijplijn(url);
    opruimen.push(() => nieuw.sluit());
    const bos = await open(nieuw.pool, dienst());
    expect((await nieuw.lever('WMO305', wmo305)).status).toBe('goedgekeurd');
    expect(await hercodeer(nieuw.pool)).toBeGreaterThan(2);
    await bos.herlaad();
    expect(kluisVan(nieuw.pool).hashes(BSN)).toHaveLength(1);
    const storting = await stort(pool);
    expect(storting).not.toContain(BSN);
    expect((await haalInhoud(nieuw.pool, id))?.toString()).toContain(BSN);
  });

  it('een andere verpakking: de oude mag daarna weg', async () => {
    const { pool, nog } = await database();
    const pad = join(map(), 'sleutels.json');
    await open(pool, dienst(pad));
    const verzegeld = kluisVan(pool).verzegel(Buffer.from('inhoud'), 'x');
    const oud = JSON.parse(readFileSync(pad, 'utf8')) as { sleutels: Record<string, string> };
    const twee = { huidig: 'twee', sleutels: { ...oud.sleutels, twee: randomBytes(32).toString('base64') } };
    writeFileSync(pad, JSON.stringify(twee));
    expect(await herverpak(pool, sleutelsUitBestand(pad))).toBe(2);
    expect(await herverpak(pool, sleutelsUitBestand(pad))).toBe(0);
    writeFileSync(pad, JSON.stringify({ huidig: 'twee', sleutels: { twee: twee.sleutels.twee } }));
    const bos = await open(nog(), sleutelsUitBestand(pad));
    expect((await bos.kluis.open(verzegeld, 'x')).toString()).toBe('inhoud');
  });

  it('met de verkeerde sleutels gaat niets open, en wordt niets geschreven', async () => {
    const { pool, nog } = await database();
    await open(pool, dienst());
    await expect(openSleutelbos(nog(), dienst(undefined, 'ander'))).rejects.toThrow(/verpakt met "een"/);
    await expect(openSleutelbos(nog(), dienst(undefined, 'een'))).rejects.toThrow(KluisFout);
    expect((await pool.query('select from sleutel')).rowCount).toBe(2);
  });

  it('twee processen tegelijk op een lege database maken elke sleutel één keer', async () => {
    const { pool, nog } = await database();
    const bestand = dienst();
    await Promise.all([pool, nog(), nog()].map((een) => open(een, bestand)));
    expect((await pool.query('select soort from sleutel order by id')).rows).toHaveLength(2);
  });
});

describe('sleutelbestand', () => {
  it('is alleen leesbaar voor de eigenaar en wordt nooit overschreven', () => {
    const pad = join(map(), 'a', 'sleutels.json');
    expect(maakSleutelbestand(pad, 'een')).toBe(true);
    const voor = readFileSync(pad, 'utf8');
    expect(statSync(pad).mode & 0o777).toBe(0o600);
    expect(maakSleutelbestand(pad, 'twee')).toBe(false);
    expect(readFileSync(pad, 'utf8')).toBe(voor);
  });

  it.each([['{', /JSON/], ['{}', /huidig/], ['{"huidig":"a","sleutels":{"a":"AAAA"}}', /32 bytes/],
    [`{"huidig":"b","sleutels":{"a":"${Buffer.alloc(32).toString('base64')}"}}`, /wijst/]])('%s wordt uitgelegd', (inhoud, reden) => {
    const pad = join(map(), 'sleutels.json');
    writeFileSync(pad, inhoud);
    expect(() => sleutelsUitBestand(pad)).toThrow(reden);
  });
});

describe('sleuteldienst', () => {
  it('verpakt en pakt uit bij een transit-dienst, met het token, en meldt een weigering zonder inhoud', async () => {
    const gevraagd: string[] = [];
    const server = createServer((vraag, antwoord) => {
      let tekst = '';
      vraag.on('data', (stuk) => { tekst += String(stuk); });
      vraag.on('end', () => {
        gevraagd.push(`${vraag.url ?? ''} ${String(vraag.headers['x-vault-token'])}`);
        if (vraag.headers['x-vault-token'] !== 'goed') { antwoord.writeHead(403).end('{}'); return; }
        const { plaintext, ciphertext } = JSON.parse(tekst) as { plaintext?: string; ciphertext?: string };
        antwoord.end(JSON.stringify({ data: plaintext === undefined
          ? { plaintext: ciphertext?.slice('vault:v3:'.length) } : { ciphertext: `vault:v3:${plaintext}` } }));
      });
    }).listen(0, '127.0.0.1');
    await new Promise((klaar) => server.once('listening', klaar));
    opruimen.push(() => server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/transit/`;
    const sleutel = randomBytes(32);
    const goed = sleutelsUitTransit(url, 'iwmo', () => 'goed');
    const verpakt = await goed.verpak(sleutel);
    expect(verpakt.met).toBe('iwmo:v3');
    expect(await goed.pakUit(verpakt)).toEqual(sleutel);
    expect(gevraagd).toEqual(['/v1/transit/encrypt/iwmo goed', '/v1/transit/decrypt/iwmo goed']);
    await expect(sleutelsUitTransit(url, 'iwmo', () => 'fout').verpak(sleutel)).rejects.toThrow('status 403');
    await expect(sleutelsUitTransit('http://127.0.0.1:1/', 'iwmo', () => 'goed').pakUit(verpakt)).rejects.toThrow('antwoordt niet');
  });
});
