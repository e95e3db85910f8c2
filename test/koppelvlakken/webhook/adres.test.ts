/** Where a webhook may lead, and what is said when it may not. */
import { describe, expect, it } from 'vitest';
import { ConfigFout } from '../../../src/platform/configfout.js';
import { isOpenbaar, leesNetwerken, ligtIn } from '../../../src/platform/netwerk.js';
import { bewaakteOpzoeking, maakAdreskeuring, type Opzoeker } from '../../../src/koppelvlakken/webhook/adres.js';

/** Addresses that stand for something inside, or for nothing. */
const BINNEN = [
  '127.0.0.1', '127.8.9.10', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '0.1.2.3',
  '255.255.255.255', '224.0.0.1', '240.0.0.1', '192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '192.0.0.8', '192.88.99.1',
  '::', '::1', '::7f00:1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:169.254.169.254', '64:ff9b::7f00:1', '64:ff9b::a9fe:a9fe', '64:ff9b:1::1',
  '2002:7f00:1::', '2002:a9fe:a9fe::1', '2001::1', '2001:db8::1', 'fc00::1', 'fd12:3456::1', 'fe80::1', 'fec0::1', 'ff02::1', '100::1', '3fff::1',
  '5f00::1', '4000::1',
];
const BUITEN = ['8.8.8.8', '93.184.216.34', '172.32.0.1', '100.128.0.1', '2606:2800:220:1::1', '2a00:1450:4001::1', '::ffff:8.8.8.8'];

const vaste = (...adressen: string[]): Opzoeker => (_naam, klaar) => {
  klaar(null, adressen.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
};
const onbekend: Opzoeker = (_naam, klaar) => { klaar(new Error('ENOTFOUND'), []); };
/** As it stands in a URL. */
const inUrl = (adres: string): string => (adres.includes(':') ? `[${adres}]` : adres);

describe('een adres', () => {
  it.each(BINNEN)('%s is niet openbaar', (adres) => { expect(isOpenbaar(adres)).toBe(false); });
  it.each(BUITEN)('%s is openbaar', (adres) => { expect(isOpenbaar(adres)).toBe(true); });
  it.each(['', 'example', '1.2.3.4.5', '::g', '8.8.8.8/32'])('%j is geen adres', (adres) => { expect(isOpenbaar(adres)).toBe(false); });
});

describe('WEBHOOK_TOEGESTAAN', () => {
  it('leest netwerken; leeg is geen', () => {
    const netwerken = leesNetwerken('W', ' 10.20.0.0/16, fd00:1::/32,127.0.0.1/32 ');
    expect(['10.20.3.4', '::ffff:10.20.3.4', 'fd00:1:ffff::1', '127.0.0.1'].map((adres) => ligtIn(adres, netwerken))).toEqual([true, true, true, true]);
    expect(['10.21.0.1', 'fd00:2::1', '127.0.0.2', 'x'].map((adres) => ligtIn(adres, netwerken))).toEqual([false, false, false, false]);
    for (const leeg of [undefined, '', ' , ']) expect(leesNetwerken('W', leeg)).toEqual([]);
  });

  it.each(['10.0.0.1', '10.0.0.1/8', '10.0.0.0/33', 'fd00::/129', 'fd00::1/64', 'intern', '010.0.0.0/8', '10/8', '10.0.0.0/8;11.0.0.0/8'])('weigert %s', (tekst) => {
    expect(() => leesNetwerken('WEBHOOK_TOEGESTAAN', tekst)).toThrow(ConfigFout);
    expect(() => leesNetwerken('WEBHOOK_TOEGESTAAN', tekst)).toThrow(/WEBHOOK_TOEGESTAAN/);
  });
});

describe('bij het zetten van een abonnement', () => {
  const keur = maakAdreskeuring([], vaste('93.184.216.34', '2606:2800:220:1::1'));

  it('mag een openbaar adres met https', async () => {
    for (const url of ['https://zorg.example/', 'https://zorg.example:8443/iwmo?x=1', 'https://zorg.example:443', ...BUITEN.map((adres) => `https://${inUrl(adres)}/`)]) {
      expect(await keur(url), url).toBeUndefined();
    }
  });

  it.each(BINNEN)('wordt %s geweigerd, als adres en als naam die daarheen leidt', async (adres) => {
    expect(await keur(`https://${inUrl(adres)}/`)).toMatch(/openbaar internetadres/);
    for (const erbij of [[], ['8.8.8.8']]) {
      expect(await maakAdreskeuring([], vaste(...erbij, adres))('https://zorg.example/')).toMatch(/openbaar internetadres/);
    }
  });

  it.each(['2130706433', '0x7f000001', '0177.0.0.1', '127.1', '0', '0xa9fea9fe', '017700000001', '[::ffff:7f00:1]', '①27.0.0.1', '127。0。0。1'])(
    'wordt %s geweigerd: een andere schrijfwijze van een adres binnen', async (host) => {
      expect(await keur(`https://${host}/`)).toMatch(/openbaar internetadres/);
    });

  it.each<[string, RegExp]>([
    ['zorg.example', /geen geldig adres/], ['https://', /geen geldig adres/], ['https://zorg.example:99999/', /geen geldig adres/],
    ['ftp://zorg.example/', /https/], ['file:///etc/passwd', /https/], ['javascript:alert(1)', /https/], ['gopher://zorg.example:70/_', /https/],
    ['http://zorg.example/', /https/], ['https://gebruiker@zorg.example/', /naam of wachtwoord/], ['https://a:b@zorg.example/', /naam of wachtwoord/],
    ['https://zorg.example/#x', /#/], ['https://zorg.example:22/', /poort/], ['https://zorg.example:80/', /poort/], ['https://zorg.example:1023/', /poort/],
  ])('wordt %s geweigerd met de reden', async (url, reden) => { expect(await keur(url)).toMatch(reden); });

  it('wordt een naam die er niet is geweigerd', async () => {
    expect(await maakAdreskeuring([], onbekend)('https://zorg.example/')).toMatch(/niet gevonden/);
    expect(await maakAdreskeuring([], vaste())('https://zorg.example/')).toBeDefined();
  });

  it('mag binnen een toegestaan netwerk alles, ook http, en daarbuiten niets extra', async () => {
    const binnen = leesNetwerken('W', '10.20.0.0/16');
    for (const url of ['http://intern.example:8080/', 'https://intern.example/', 'http://10.20.1.1/']) {
      expect(await maakAdreskeuring(binnen, vaste('10.20.1.1'))(url)).toBeUndefined();
    }
    expect(await maakAdreskeuring(binnen, vaste('10.20.1.1', '10.21.1.1'))('https://intern.example/')).toMatch(/openbaar/);
    expect(await maakAdreskeuring(binnen, vaste('93.184.216.34'))('http://zorg.example/')).toMatch(/https/);
    expect(await maakAdreskeuring(binnen, vaste('93.184.216.34'))('https://zorg.example/')).toBeUndefined();
  });
});

describe('bij het verbinden', () => {
  type Gevonden = { readonly fout: Error | null; readonly adressen: unknown };
  const zoek = (opzoeker: Opzoeker, opties: object, protocol = 'https:'): Promise<Gevonden> => new Promise((klaar) => {
    bewaakteOpzoeking(protocol, [], opzoeker)('zorg.example', opties, (fout, adressen) => { klaar({ fout, adressen }); });
  });

  it('geeft de opzoeking alleen adressen die mogen, in de vorm die Node vraagt', async () => {
    const goed = vaste('93.184.216.34', '2606:2800:220:1::1');
    expect(await zoek(goed, { all: true })).toEqual({ fout: null, adressen: [{ address: '93.184.216.34', family: 4 }, { address: '2606:2800:220:1::1', family: 6 }] });
    expect(await zoek(goed, {})).toEqual({ fout: null, adressen: '93.184.216.34' });
    expect(await zoek(goed, { family: 6 })).toEqual({ fout: null, adressen: '2606:2800:220:1::1' });
  });

  it.each(BINNEN)('mislukt zij als de naam ook naar %s leidt', async (adres) => {
    expect((await zoek(vaste('93.184.216.34', adres), { all: true })).fout?.name).toBe('AdresGeweigerd');
  });

  it('mislukt zij zonder https, en als de naam er niet is', async () => {
    expect((await zoek(vaste('93.184.216.34'), { all: true }, 'http:')).fout?.name).toBe('AdresGeweigerd');
    expect((await zoek(onbekend, { all: true })).fout?.message).toBe('ENOTFOUND');
    expect((await zoek(vaste(), { all: true })).fout).not.toBeNull();
  });
});
