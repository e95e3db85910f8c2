/**
 * Where a webhook may lead (SSRF): to the public internet, or into the networks that the operator allows. Looked at when it is set, and
 * again for every connection with the address that is really connected to, so that a name which changes its mind in between leads nowhere.
 */
import { lookup as zoekOp, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { isOpenbaar, ligtIn, type Netwerk } from '../../platform/netwerk.js';

/** Resolves a name to all its addresses; that of Node, except in tests. */
export type Opzoeker = (naam: string, klaar: (fout: Error | null, adressen: readonly LookupAddress[]) => void) => void;

export const opzoekerVanNode: Opzoeker = (naam, klaar) => { zoekOp(naam, { all: true, verbatim: true }, klaar); };

/** The address is not one to connect to. */
export class AdresGeweigerd extends Error {
  override readonly name = 'AdresGeweigerd';
  readonly code = 'adres-geweigerd';
}

const STANDAARDPOORT = { 'https:': 443, 'http:': 80 } as const;

type Protocol = keyof typeof STANDAARDPOORT;

/** The host of a URL as a name or address, without the brackets around an address of IPv6. */
export const hostVan = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1');

/** Whether one address may be connected to. Plain HTTP stays inside the networks that are allowed. */
export function magNaar(protocol: string, adres: string, toegestaan: readonly Netwerk[]): boolean {
  return ligtIn(adres, toegestaan) || (protocol === 'https:' && isOpenbaar(adres));
}

/**
 * What is wrong with the URL of a webhook, apart from where its name leads; undefined when nothing is.
 * @returns Dutch, with what to do
 */
export function vormbezwaar(tekst: string): string | undefined {
  if (!URL.canParse(tekst)) return 'De url is geen geldig adres. Gebruik een adres zoals https://zorgsysteem.example/iwmo.';
  const { protocol, username, password, port, hash, hostname } = new URL(tekst);
  if (protocol !== 'https:' && protocol !== 'http:') return 'De url moet met https:// beginnen.';
  if (username !== '' || password !== '') return 'De url mag geen naam of wachtwoord bevatten. Haal die weg; elk verzoek is ondertekend.';
  if (hash !== '') return 'De url mag geen # bevatten.';
  if (hostname === '') return 'De url noemt geen computer.';
  const poort = port === '' ? STANDAARDPOORT[protocol as Protocol] : Number(port);
  if (poort !== STANDAARDPOORT[protocol as Protocol] && poort < 1024) return 'De poort in de url moet de standaardpoort zijn, of 1024 of hoger.';
  return undefined;
}

/** Looks whether every address of a name may be connected to, and gives them. @throws AdresGeweigerd, or what looking up throws */
async function keur(protocol: string, host: string, toegestaan: readonly Netwerk[], zoek: Opzoeker): Promise<readonly LookupAddress[]> {
  const familie = isIP(host);
  const adressen = familie !== 0 ? [{ address: host, family: familie }]
    : await new Promise<readonly LookupAddress[]>((klaar, faal) => {
      zoek(host, (fout, gevonden) => { if (fout === null) klaar(gevonden); else faal(fout); });
    });
  if (adressen.length === 0 || !adressen.every(({ address }) => magNaar(protocol, address, toegestaan))) {
    throw new AdresGeweigerd('Dit adres is niet toegestaan');
  }
  return adressen;
}

/** Judges the URL of a webhook: what is wrong with it, in Dutch, or undefined. */
export type Adreskeuring = (tekst: string) => Promise<string | undefined>;

export function maakAdreskeuring(toegestaan: readonly Netwerk[], zoek: Opzoeker = opzoekerVanNode): Adreskeuring {
  return async (tekst) => {
    const bezwaar = vormbezwaar(tekst);
    if (bezwaar !== undefined) return bezwaar;
    const url = new URL(tekst);
    try {
      await keur(url.protocol, hostVan(url), toegestaan, zoek);
      return undefined;
    } catch (fout) {
      if (!(fout instanceof AdresGeweigerd)) return 'De naam in de url is niet gevonden. Controleer de url, of probeer het later opnieuw.';
      return url.protocol === 'http:'
        ? 'De url moet met https:// beginnen. Zonder versleuteling kan alleen naar een netwerk dat de beheerder toestaat (WEBHOOK_TOEGESTAAN).'
        : 'De url leidt niet naar een openbaar internetadres. Gebruik een adres dat van buiten bereikbaar is, of vraag de beheerder het netwerk '
          + 'toe te staan (WEBHOOK_TOEGESTAAN).';
    }
  };
}

/**
 * The `lookup` of one connection: gives only addresses that may be connected to, and fails when the name has any other.
 * A host that is an address is not looked up by Node; see `keurAdres`.
 */
export function bewaakteOpzoeking(protocol: string, toegestaan: readonly Netwerk[], zoek: Opzoeker): LookupFunction {
  return (host, opties, klaar) => {
    keur(protocol, host, toegestaan, zoek).then((gevonden) => {
      const adressen = gevonden.filter(({ family }) => (opties.family !== 4 && opties.family !== 6) || family === opties.family);
      const [eerste] = adressen;
      if (eerste === undefined) throw new Error('Deze naam heeft geen bruikbaar adres');
      if (opties.all === true) klaar(null, adressen);
      else klaar(null, eerste.address, eerste.family);
    }).catch((fout: unknown) => { klaar(fout as NodeJS.ErrnoException, '', 0); });
  };
}

/** For a host that is an address already. @throws AdresGeweigerd when it may not be connected to */
export function keurAdres(url: URL, toegestaan: readonly Netwerk[]): void {
  const host = hostVan(url);
  if (isIP(host) !== 0 && !magNaar(url.protocol, host, toegestaan)) throw new AdresGeweigerd('Dit adres is niet toegestaan');
}
