/** The outgoing call: what is sent, where it may go, and what its answer means. */
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';
import { Webhook as Controle } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Opzoeker } from '../../../src/koppelvlakken/webhook/adres.js';
import { leesGeheim, maakGeheim, onderteken, toonGeheim } from '../../../src/koppelvlakken/webhook/ondertekenen.js';
import { maakVerzender, type Verzendopties } from '../../../src/koppelvlakken/webhook/verzenden.js';
import { alsJson, type Opmaak } from '../../../src/koppelvlakken/webhook/vormen.js';
import { leesNetwerken } from '../../../src/platform/netwerk.js';
import type { TeBezorgenBericht, Uitkomst } from '../../../src/verwerking/bezorgen/bezorging.js';
import { maakCa, maakCertificaat } from '../../hulp/certificaat.js';
import { startWebhook, type Webhook } from '../../hulp/webhook.js';

const HIER = leesNetwerken('W', '127.0.0.0/8');
const bericht: TeBezorgenBericht = {
  id: '0198c0de-0000-7000-8000-000000000001', berichtsoort: 'WMO306', afzender: '65656055', ontvanger: '0363', identificatie: 'B1',
  antwoordOp: '0198c0de-0000-7000-8000-000000000002', inhoud: Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>\xe9</a>', 'latin1'),
};
const geheim = maakGeheim();

let webhook: Webhook;
beforeAll(async () => { webhook = await startWebhook(); });
afterAll(async () => { await webhook?.stop(); });
beforeEach(() => { webhook.antwoord(204); });

const nooit = new AbortController().signal;
function stuur(
  velden: Partial<TeBezorgenBericht> = {}, { opties = {}, url = webhook.url, geheimen = [geheim], vorm = 'json', stop = nooit }: {
    opties?: Partial<Verzendopties>; url?: string; geheimen?: readonly Buffer[]; vorm?: 'json' | 'stuf-ggk'; stop?: AbortSignal } = {},
): Promise<Uitkomst> {
  const nu = (): Date => new Date();
  return maakVerzender({ toegestaan: HIER, vormen: { json: alsJson(nu) }, nu, ...opties })({ ...bericht, ...velden }, { url, vorm, geheimen }, stop);
}
const laatste = (): Webhook['ontvangen'][number] => {
  const een = webhook.ontvangen.at(-1);
  if (een === undefined) throw new Error('niets ontvangen');
  return een;
};
interface Json { type: string; timestamp: string; data: { id: string; berichtsoort: string; afzender: string; ontvanger: string; antwoordOp?: string; inhoud: string } }

describe('wat er wordt verstuurd', () => {
  it('is het bericht in JSON, ondertekend zoals een gewone ontvanger dat controleert', async () => {
    expect(await stuur()).toEqual({ soort: 'bezorgd' });
    const { headers, tekst, pad } = laatste();
    const json = new Controle(toonGeheim(geheim)).verify(tekst, headers as Record<string, string>) as Json;
    const { inhoud, ...data } = json.data;
    expect([pad, headers['webhook-id'], headers['content-type'], json.type]).toEqual(['/in', bericht.id, 'application/json', 'bericht.bezorgd']);
    expect(data).toEqual({ id: bericht.id, berichtsoort: 'WMO306', afzender: '65656055', ontvanger: '0363', antwoordOp: bericht.antwoordOp });
    expect(Buffer.from(inhoud, 'base64').equals(bericht.inhoud)).toBe(true);
    expect(new Date(json.timestamp).toISOString()).toBe(json.timestamp);
  });

  it('noemt zonder antwoord geen antwoordOp, en blijft heel bij elke lengte', async () => {
    for (const lengte of [0, 1, 2, 3, 100_000]) {
      const inhoud = randomBytes(lengte);
      expect(await stuur({ inhoud, antwoordOp: undefined })).toEqual({ soort: 'bezorgd' });
      const { data } = JSON.parse(laatste().tekst) as Json;
      expect(data).not.toHaveProperty('antwoordOp');
      expect(Buffer.from(data.inhoud, 'base64').equals(inhoud), String(lengte)).toBe(true);
    }
  });

  it('is met elk geldig geheim ondertekend, en met geen ander', async () => {
    const vorig = maakGeheim();
    await stuur({}, { geheimen: [geheim, vorig] });
    const { headers, tekst } = laatste();
    for (const een of [geheim, vorig]) expect(() => new Controle(toonGeheim(een)).verify(tekst, headers as Record<string, string>)).not.toThrow();
    expect(() => new Controle(toonGeheim(maakGeheim())).verify(tekst, headers as Record<string, string>)).toThrow();
    expect(() => new Controle(toonGeheim(geheim)).verify(`${tekst} `, headers as Record<string, string>)).toThrow();
  });

  it('heeft dezelfde handtekening als een andere uitvoering van de standaard', () => {
    const op = new Date('2026-06-30T10:00:00.999Z');
    const eigen = onderteken([geheim], 'msg', op, Buffer.from('{"a":"é"}'));
    expect(eigen['webhook-signature']).toBe(new Controle(toonGeheim(geheim)).sign('msg', op, '{"a":"é"}'));
    expect(eigen['webhook-timestamp']).toBe('1782813600');
  });

  it('een geheim is base64 van 24 tot en met 64 bytes', () => {
    for (const n of [24, 32, 64]) {
      const een = randomBytes(n);
      expect(leesGeheim(toonGeheim(een))?.equals(een)).toBe(true);
    }
    for (const fout of [toonGeheim(randomBytes(23)), toonGeheim(randomBytes(65)), 'whsec_', 'geheim', randomBytes(32).toString('base64'),
      `whsec_${randomBytes(32).toString('base64').slice(0, -1)}`, `whsec_${'!'.repeat(44)}`]) expect(leesGeheim(fout), fout).toBeUndefined();
    expect(maakGeheim().equals(maakGeheim())).toBe(false);
  });

  it('kan een andere vorm hebben, die zelf zegt of het antwoord goed is', async () => {
    const gezien: string[] = [];
    const opmaak: Opmaak = ({ id }) => ({
      inhoud: Buffer.from(`<soap>${id}</soap>`), koppen: { 'content-type': 'text/xml; charset=utf-8', SOAPAction: '"x"' },
      accepteert: ({ status, inhoud }) => { gezien.push(`${status} ${inhoud.toString()}`); return inhoud.toString() === 'Bv03'; },
    });
    const verstuur = (): Promise<Uitkomst> => stuur({}, { vorm: 'stuf-ggk', opties: { vormen: { 'stuf-ggk': opmaak } } });
    webhook.antwoord({ status: 200, tekst: 'Bv03' });
    expect(await verstuur()).toEqual({ soort: 'bezorgd' });
    expect([laatste().tekst, laatste().headers['content-type'], laatste().headers['soapaction']]).toEqual([`<soap>${bericht.id}</soap>`, 'text/xml; charset=utf-8', '"x"']);
    webhook.antwoord({ status: 200, tekst: 'Fo03' });
    expect(await verstuur()).toEqual({ soort: 'mislukt', fout: 'niet-geaccepteerd' });
    expect(gezien).toEqual(['200 Bv03', '200 Fo03']);
    expect(await stuur({}, { vorm: 'stuf-ggk' })).toEqual({ soort: 'mislukt', fout: 'vorm-niet-beschikbaar' });
  });
});

describe('wat het antwoord betekent', () => {
  it.each([200, 201, 202, 204, 299])('%i: bezorgd', async (status) => {
    webhook.antwoord(status);
    expect(await stuur()).toEqual({ soort: 'bezorgd' });
  });

  it.each([300, 304, 400, 401, 404, 409, 500, 502])('%i: mislukt', async (status) => {
    webhook.antwoord({ status, headers: { 'Retry-After': '60' } });
    expect(await stuur()).toMatchObject({ soort: 'mislukt', fout: `http-${status}` });
  });

  it('410: weg', async () => {
    webhook.antwoord(410);
    expect(await stuur()).toEqual({ soort: 'weg' });
  });

  it('429 en 503 zeggen ook wanneer het weer mag', async () => {
    for (const status of [429, 503]) {
      webhook.antwoord({ status, headers: { 'Retry-After': '60' } });
      expect(await stuur()).toEqual({ soort: 'mislukt', fout: `http-${status}`, pasNaS: 60 });
      webhook.antwoord(status);
      expect(await stuur()).toEqual({ soort: 'mislukt', fout: `http-${status}`, pasNaS: undefined });
    }
  });

  it('een verwijzing naar elders wordt niet gevolgd', async () => {
    const vooraf = webhook.ontvangen.length;
    for (const status of [301, 302, 307, 308]) {
      webhook.antwoord({ status, headers: { Location: webhook.url.replace('/in', '/elders') } });
      expect(await stuur()).toMatchObject({ soort: 'mislukt', fout: `http-${status}` });
    }
    expect(webhook.ontvangen.slice(vooraf).map(({ pad }) => pad)).toEqual(['/in', '/in', '/in', '/in']);
  });

  it('van een eindeloos antwoord wordt het begin gelezen; de status telt', async () => {
    let geschreven = 0;
    let dicht = false;
    webhook.antwoord({ zelf: (antwoord) => {
      antwoord.writeHead(200);
      antwoord.on('close', () => { dicht = true; });
      const schrijf = (): void => {
        while (!dicht && antwoord.write(Buffer.alloc(16_384))) geschreven += 16_384;
        if (!dicht) antwoord.once('drain', schrijf);
      };
      schrijf();
    } });
    let gelezen = 0;
    const opmaak: Opmaak = () => ({ inhoud: Buffer.from('x'), koppen: {}, accepteert: ({ inhoud }) => { gelezen = inhoud.length; return true; } });
    expect(await stuur({}, { opties: { vormen: { json: opmaak } } })).toEqual({ soort: 'bezorgd' });
    expect(gelezen).toBe(65_536);
    await expect.poll(() => dicht).toBe(true);
    expect(geschreven).toBeLessThan(50_000_000);
  });

  it('een antwoord dat halverwege afbreekt of blijft hangen telt met zijn status', async () => {
    webhook.antwoord({ zelf: (antwoord) => { antwoord.writeHead(200, { 'Content-Length': '100' }).write('half', () => { antwoord.destroy(); }); } });
    expect(await stuur()).toEqual({ soort: 'bezorgd' });
    webhook.antwoord({ zelf: (antwoord) => { antwoord.writeHead(500).write('half'); } });
    expect(await stuur({}, { opties: { geduldMs: 300 } })).toMatchObject({ soort: 'mislukt', fout: 'http-500' });
  });

  it('wie niet of te laat antwoordt, is te laat', async () => {
    webhook.antwoord({ zelf: () => undefined });
    expect(await stuur({}, { opties: { geduldMs: 50 } })).toEqual({ soort: 'mislukt', fout: 'te-laat' });
    // Listens, and never says anything: no TLS either.
    const stil: Server = createServer(() => undefined);
    await new Promise<void>((klaar) => { stil.listen(0, '127.0.0.1', klaar); });
    const { port } = stil.address() as AddressInfo;
    expect(await stuur({}, { url: `https://127.0.0.1:${port}/`, opties: { geduldMs: 50 } })).toEqual({ soort: 'mislukt', fout: 'te-laat' });
    stil.close();
  });

  it('wie er niet is, geeft geen verbinding; wie geen HTTP spreekt ook niet', async () => {
    expect(await stuur({}, { url: 'http://127.0.0.1:9/' })).toEqual({ soort: 'mislukt', fout: 'geen-verbinding' });
    const raar: Server = createServer((verbinding) => { verbinding.end('HALLO\r\n\r\n'); });
    await new Promise<void>((klaar) => { raar.listen(0, '127.0.0.1', klaar); });
    const { port } = raar.address() as AddressInfo;
    expect(await stuur({}, { url: `http://127.0.0.1:${port}/` })).toEqual({ soort: 'mislukt', fout: 'geen-verbinding' });
    raar.close();
  });

  it('wie zijn certificaat niet waar kan maken, krijgt niets', async () => {
    const ca = maakCa('niemand');
    const tls = await startWebhook(maakCertificaat('127.0.0.1', ca));
    expect(await stuur({}, { url: tls.url })).toEqual({ soort: 'mislukt', fout: 'geen-tls' });
    expect(tls.ontvangen).toEqual([]);
    await tls.stop();
  });

  it('wordt het afgebroken, dan telt het niet', async () => {
    const stop = new AbortController();
    webhook.antwoord({ zelf: () => { stop.abort(); } });
    expect(await stuur({}, { stop: stop.signal })).toEqual({ soort: 'afgebroken' });
    expect(await stuur({}, { stop: stop.signal })).toEqual({ soort: 'afgebroken' });
  });
});

describe('waar het heen gaat', () => {
  /** A name that leads elsewhere every time it is asked. */
  const wisselend = (...beurten: readonly string[]): Opzoeker => {
    let n = 0;
    return (_naam, klaar) => { klaar(null, [{ address: beurten[n++ % beurten.length] ?? '', family: 4 }]); };
  };
  const poort = (): string => new URL(webhook.url).port;

  it('een naam die eerst buiten en dan binnen uitkomt (rebinding) komt niet binnen', async () => {
    const vooraf = webhook.ontvangen.length;
    // Judged as public when it was set; leads to this machine when it is called.
    expect(await stuur({}, { url: `http://zorg.example:${poort()}/in`, opties: { toegestaan: [], zoek: wisselend('127.0.0.1') } }))
      .toEqual({ soort: 'mislukt', fout: 'adres-geweigerd' });
    expect(await stuur({}, { url: `https://zorg.example:${poort()}/in`, opties: { toegestaan: [], zoek: wisselend('127.0.0.1') } }))
      .toEqual({ soort: 'mislukt', fout: 'adres-geweigerd' });
    expect(webhook.ontvangen.length).toBe(vooraf);
    // The same name and answer with the network allowed: it is the address that was refused, not the name.
    expect(await stuur({}, { url: `http://zorg.example:${poort()}/in`, opties: { zoek: wisselend('127.0.0.1') } })).toEqual({ soort: 'bezorgd' });
    expect(laatste().headers.host).toBe(`zorg.example:${poort()}`);
  });

  it('de verbinding gaat naar het adres dat is gekeurd: er wordt één keer opgezocht', async () => {
    let keren = 0;
    const zoek: Opzoeker = (_naam, klaar) => { keren++; klaar(null, [{ address: keren === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }]); };
    expect(await stuur({}, { url: `http://zorg.example:${poort()}/in`, opties: { zoek } })).toEqual({ soort: 'bezorgd' });
    expect(keren).toBe(1);
  });

  it('een adres in de url wordt bij het verbinden opnieuw gekeurd', async () => {
    const vooraf = webhook.ontvangen.length;
    for (const host of ['127.0.0.1', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]']) {
      expect(await stuur({}, { url: `http://${host}:${poort()}/in`, opties: { toegestaan: [] } }), host).toEqual({ soort: 'mislukt', fout: 'adres-geweigerd' });
    }
    expect(webhook.ontvangen.length).toBe(vooraf);
  });

  it('een naam die niet is te vinden is geen verbinding', async () => {
    const zoek: Opzoeker = (_naam, klaar) => { klaar(Object.assign(new Error('weg'), { code: 'ENOTFOUND' }), []); };
    expect(await stuur({}, { url: 'https://zorg.example/in', opties: { zoek } })).toEqual({ soort: 'mislukt', fout: 'geen-verbinding' });
  });
});
