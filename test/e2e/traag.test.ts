/** Clients that are slow on purpose, that send floods of headers, and that take connections: each gets its answer, and the others theirs. */
import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { schrijfBericht } from '../../src/standaard/xml/schrijven.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { Aansluiting, startServer, type Resource, type Uitvoering } from '../hulp/server.js';
import { header, wmo301 } from '../hulp/voorbeelden.js';

const VERBINDINGEN = 12;
let database: Testdatabase;
let server: Uitvoering;
let gateway: Aansluiting;
const sockets = new Set<Socket>();
beforeAll(async () => {
  database = await verseDatabase();
  server = await startServer({ DATABASE_URL: database.url, LIMIET_VERBINDINGEN: String(VERBINDINGEN), LIMIET_KOPPEN_S: '2', LIMIET_AANVRAAG_S: '5' });
  gateway = new Aansluiting(server.adres);
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  // Whatever was done: the next asks and gets.
  await expect.poll(() => fetch(`${gateway.adres}/gezondheid/leeft`, { headers: { Connection: 'close' } }).then(({ status }) => status, () => 0), { timeout: 20_000 }).toBe(200);
  expect(server.uitvoer()).not.toMatch(/interne fout/);
});
afterAll(async () => {
  await server?.stop();
  await database?.verwijder();
});

interface Verbinding { readonly socket: Socket; readonly gesloten: Promise<string> }
/** A connection as bytes; `gesloten` gives what came back when the other side is done with it. */
async function verbind(): Promise<Verbinding> {
  const { hostname, port } = new URL(server.adres);
  const socket = connect(Number(port), hostname);
  sockets.add(socket);
  let tekst = '';
  socket.on('data', (stuk) => { tekst += String(stuk); }).on('error', () => undefined);
  const gesloten = new Promise<string>((klaar) => {
    socket.on('close', () => {
      sockets.delete(socket);
      klaar(tekst);
    });
  });
  await new Promise((klaar) => { socket.once('connect', klaar); });
  return { socket, gesloten };
}
/** Sends a character now and then until the other side has had enough. */
function druppel({ socket }: Verbinding, teken: string): void {
  const klok = setInterval(() => { if (!socket.destroyed) socket.write(teken); }, 200);
  socket.on('close', () => { clearInterval(klok); });
}

describe('trage clients', () => {
  it('wie zijn headers druppelt krijgt 408, hoeveel het er ook zijn, en een ander wordt intussen geholpen', async () => {
    const tragen = await Promise.all(Array.from({ length: VERBINDINGEN - 2 }, verbind));
    for (const traag of tragen) {
      traag.socket.write('GET /v1/berichten HTTP/1.1\r\nHost: x\r\nX-Traag: ');
      druppel(traag, 'a');
    }
    expect((await fetch(`${gateway.adres}/v1/berichten`, { headers: { Connection: 'close' } })).status).toBe(200);
    for (const tekst of await Promise.all(tragen.map(({ gesloten }) => gesloten))) {
      expect(tekst).toMatch(/^HTTP\/1\.1 408 /);
      expect(tekst).toContain('"code":"aanvraag-te-traag"');
    }
  });

  it('wie zijn inhoud druppelt krijgt 408, en van het bericht is niets bewaard', async () => {
    const bytes = schrijfBericht('WMO301', { ...wmo301, Header: header('WMO301', 'DRUPPEL') });
    const tragen = await Promise.all([verbind(), verbind(), verbind()]);
    for (const traag of tragen) {
      traag.socket.write(`POST /v1/berichten HTTP/1.1\r\nHost: x\r\nContent-Type: application/xml\r\nContent-Length: ${bytes.length}\r\n\r\n`);
      traag.socket.write(bytes.subarray(0, bytes.length - 500));
      druppel(traag, ' ');
    }
    for (const tekst of await Promise.all(tragen.map(({ gesloten }) => gesloten))) {
      expect(tekst).toMatch(/^HTTP\/1\.1 408 /);
      expect(tekst).toContain('"code":"aanvraag-te-traag"');
    }
    expect(await gateway.haal('/v1/berichten')).toEqual({ items: [] });
  });

  it('wie zijn antwoord niet leest houdt niemand op, en krijgt het als hij wel leest', async () => {
    const opvulling = `<!--${' '.repeat(999_990)}-->`.repeat(12);
    const groot = Buffer.concat([schrijfBericht('WMO301', { ...wmo301, Header: header('WMO301', 'GROOT') }), Buffer.from(opvulling)]);
    const { id } = await (await gateway.post(groot)).json() as Resource;
    const tragen = await Promise.all([verbind(), verbind(), verbind(), verbind()]);
    for (const { socket } of tragen) {
      socket.pause();
      socket.write(`GET /v1/berichten/${id}/xml HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    }
    for (let keer = 0; keer < 20; keer++) expect((await fetch(`${gateway.adres}/v1/berichten/${id}`)).status).toBe(200);
    for (const { socket } of tragen) socket.resume();
    for (const tekst of await Promise.all(tragen.map(({ gesloten }) => gesloten))) {
      expect(tekst).toMatch(/^HTTP\/1\.1 200 /);
      expect(tekst.length).toBeGreaterThan(groot.length);
    }
  });
});

describe('een vloed van headers', () => {
  const veel = (aantal: number): string => Array.from({ length: aantal }, (_, i) => `X-H${i}: 1\r\n`).join('');
  it.each<[string, string, number]>([
    ['meer dan honderd', veel(120), 431], ['vijfduizend', veel(5000), 431], ['één van een megabyte', `X-Groot: ${'x'.repeat(1_000_000)}\r\n`, 431],
    ['een lange naam', `${'X'.repeat(17_000)}: 1\r\n`, 431], ['een header die geen header is', 'geen dubbele punt\r\n', 400],
    ['twee lengtes', 'Content-Length: 1\r\nContent-Length: 2\r\n', 400], ['lengte en stukken', 'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n', 400],
    ['vijftig', veel(50), 200],
  ])('%s', async (_naam, headers, status) => {
    const { socket, gesloten } = await verbind();
    socket.write(`GET /gezondheid/leeft HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}\r\n`);
    const tekst = await gesloten;
    expect(tekst.slice(0, 12)).toBe(`HTTP/1.1 ${status}`);
    if (status === 431) expect(tekst).toContain('"code":"koppen-te-groot"');
  });
});

it('meer verbindingen dan er mogen worden gesloten; zodra er een vrijkomt kan er weer een bij', async () => {
  const bezet: Verbinding[] = [];
  const houd = async (): Promise<void> => {
    const een = await verbind();
    een.socket.write('GET /gezondheid/leeft HTTP/1.1\r\nHost: x\r\n\r\n');
    bezet.push(een);
    await new Promise((klaar) => { een.socket.once('data', klaar).once('close', klaar); });
  };
  // Connections that others left open may still count.
  await expect.poll(async () => {
    await houd();
    return bezet.some(({ socket }) => socket.destroyed);
  }, { timeout: 20_000, interval: 1 }).toBe(true);
  const open = bezet.filter(({ socket }) => !socket.destroyed);
  expect(open.length).toBeLessThanOrEqual(VERBINDINGEN);
  const teVeel = await verbind();
  teVeel.socket.write('GET /gezondheid/leeft HTTP/1.1\r\nHost: x\r\n\r\n');
  expect(await teVeel.gesloten).toBe('');
  open[0]?.socket.destroy();
  await expect.poll(() => fetch(`${gateway.adres}/gezondheid/leeft`, { headers: { Connection: 'close' } }).then(({ status }) => status, () => 0), { timeout: 20_000 }).toBe(200);
});
