/** Network addresses: which are on the public internet, and which an operator allows besides. */
import ipaddr from 'ipaddr.js';
import { ConfigFout } from './configfout.js';

/** A range of addresses. */
export type Netwerk = readonly [begin: ipaddr.IPv4 | ipaddr.IPv6, lengte: number];

/**
 * Reads ranges in CIDR notation, separated by commas; none from an empty text.
 * @throws ConfigFout naming the setting when one is no range
 */
export function leesNetwerken(naam: string, tekst: string | undefined): readonly Netwerk[] {
  return (tekst ?? '').split(',').map((deel) => deel.trim()).filter((deel) => deel !== '').map((deel) => {
    if (!ipaddr.IPv4.isValidCIDRFourPartDecimal(deel) && !ipaddr.IPv6.isValidCIDR(deel)) {
      throw new ConfigFout(`${naam} moet uit netwerken in CIDR-notatie bestaan, met komma's ertussen, zoals 10.20.0.0/16,fd00:1::/32.`);
    }
    const [begin, lengte] = ipaddr.parseCIDR(deel);
    if (eersteAdres(begin, lengte) !== begin.toString()) {
      throw new ConfigFout(`${naam} bevat een netwerk waarvan het adres verder gaat dan zijn lengte; schrijf het begin van het netwerk.`);
    }
    return [begin, lengte];
  });
}

/** The first address of a range. */
function eersteAdres(begin: ipaddr.IPv4 | ipaddr.IPv6, lengte: number): string {
  const soort = begin.kind() === 'ipv4' ? ipaddr.IPv4 : ipaddr.IPv6;
  return soort.networkAddressFromCIDR(`${begin.toString()}/${lengte}`).toString();
}

/** An address; one of IPv4 written as IPv6 (::ffff:a.b.c.d) is that of IPv4. Undefined for what is no address. */
function leesAdres(adres: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  return ipaddr.isValid(adres) ? ipaddr.process(adres) : undefined;
}

/** Whether an address lies in one of the ranges. */
export function ligtIn(adres: string, netwerken: readonly Netwerk[]): boolean {
  const gelezen = leesAdres(adres);
  return gelezen !== undefined && netwerken.some(([begin, lengte]) => gelezen.kind() === begin.kind() && gelezen.match(begin, lengte));
}

/** All of IPv6 that is handed out for public use (RFC 4291); what is not, may one day mean something local. */
const UITGEGEVEN: Netwerk = ipaddr.parseCIDR('2000::/3');

/**
 * Whether an address is public unicast: reachable over the internet, and standing for nothing else. Not: private, loopback, link-local
 * (and so the metadata services of clouds), unspecified, multicast, reserved, and addresses of IPv6 that hold one of IPv4 by translation or
 * tunnel (NAT64, 6to4, Teredo), because those would lead to it.
 */
export function isOpenbaar(adres: string): boolean {
  const gelezen = leesAdres(adres);
  if (gelezen === undefined || gelezen.range() !== 'unicast') return false;
  return gelezen.kind() === 'ipv4' || gelezen.match(...UITGEGEVEN);
}
