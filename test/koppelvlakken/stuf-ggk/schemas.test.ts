/**
 * The envelope schemas give the same verdict as the published ones on some ten thousand variations of each message. Skipped where the
 * published files are not beside the project.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { leesBestand } from '../../../src/koppelvlakken/stuf-ggk/schemas.js';
import { metDocument, Schema } from '../../../src/standaard/xml/libxml.js';

const NASLAG = fileURLToPath(new URL('../../../../shared/reference/stuf-ggk-2.1/', import.meta.url));
const aanwezig = existsSync(NASLAG);
if (!aanwezig) process.stdout.write('StUF-GGk: naslag niet gevonden, vergelijking met de gepubliceerde schema\'s overgeslagen\n');

interface Knoop { readonly naam: string; readonly inhoud: string | readonly Knoop[]; readonly attributen?: Readonly<Record<string, string>> }
const k = (naam: string, inhoud: Knoop['inhoud'], attributen?: Record<string, string>): Knoop => ({ naam, inhoud, ...(attributen && { attributen }) });

const systeem = (naam: string): Knoop => k(`S:${naam}`, [
  k('S:organisatie', '0363'), k('S:applicatie', 'GGk'), k('S:administratie', 'Voorbeeldstad'), k('S:gebruiker', 'balie')]);
const sturing = (ruimte: string, code: string, cross: boolean, functie: boolean): Knoop => k(`${ruimte}:stuurgegevens`, [
  k('S:berichtcode', code), systeem('zender'), systeem('ontvanger'), k('S:referentienummer', '7d1c'), k('S:tijdstipBericht', '20260305'),
  ...(cross ? [k('S:crossRefnummer', '8e2d')] : []), ...(functie ? [k('S:functie', 'WMO305')] : [])]);
const versies = ['applicatieVersie', 'applicatieSubversie', 'functieVersie', 'functieSubversie'].map((naam) => k(`G:${naam}`, '0001'));
const inhoud = k('G:bericht', 'QUJD', { 'm:contentType': 'application/xml', 'S:bestandsnaam': 'a.xml' });
const fout = k('S:body', [k('S:code', 'StUF055'), k('S:plek', 'client'), k('S:omschrijving', 'mis'), k('S:details', 'daar'), k('S:detailsXML', [k('x', 'y')])]);

const BERICHTEN: Readonly<Record<string, Knoop>> = {
  Di01: k('G:envelopHeenbericht-ggk_Di01', [sturing('G', 'Di01', false, true),
    k('G:parameters', [k('G:referentienummerBericht', '1'), ...versies, inhoud])]),
  Du01: k('G:envelopRetourbericht-ggk_Du01', [sturing('G', 'Du01', true, true),
    k('G:parameters', [k('G:referentienummerBericht', '1'), k('G:crossRefnummerBericht', '2'), ...versies, inhoud])]),
  Fo01: k('S:Fo01Bericht', [sturing('S', 'Fo01', true, false), fout]),
  Fo03: k('S:Fo03Bericht', [sturing('S', 'Fo03', true, false), fout]),
  Bv03: k('S:Bv03Bericht', [sturing('S', 'Bv03', true, false)]),
};

/** Valid here only: text as the details of a fault, which the published example of a Fo01 has, against its own schema. */
const RUIMER = /<S:detailsXML>[^<]+<\/S:detailsXML>/;

const LENGTEN = [1, 2, 3, 4, 5, 7, 8, 17, 18, 30, 31, 40, 41, 50, 51, 100, 101, 200, 201, 255, 256, 1000, 1001];
const WAARDEN = ['', ' ', 'Di01', 'Du01', 'Fo01', 'Fo03', 'Bv03', 'Bv01', ' Di01', 'client', 'server', 'Client', 'AB==', 'A', 'QUJD QUJD', '12a4', '٠٠٠١',
  ...LENGTEN.flatMap((n) => ['1'.repeat(n), 'x'.repeat(n)])];

/** Every tree that differs from this one in one place. */
function* varianten(knoop: Knoop): Generator<Knoop> {
  yield { ...knoop, attributen: { ...knoop.attributen, vreemd: '1' } };
  yield { ...knoop, naam: `${knoop.naam}x` };
  yield { ...knoop, naam: knoop.naam.replace(/^./, (p) => (p === 'S' ? 'G' : 'S')) };
  for (const naam of Object.keys(knoop.attributen ?? {})) {
    const { [naam]: _weg, ...rest } = knoop.attributen ?? {};
    yield { ...knoop, attributen: rest };
    for (const waarde of WAARDEN) yield { ...knoop, attributen: { ...rest, [naam]: waarde } };
  }
  if (typeof knoop.inhoud === 'string') {
    for (const waarde of WAARDEN) yield { ...knoop, inhoud: waarde };
    yield { ...knoop, inhoud: [k('S:code', 'x')] };
    return;
  }
  const kinderen = knoop.inhoud;
  yield { ...knoop, inhoud: 'tekst' };
  for (const [i, kind] of kinderen.entries()) {
    const met = (...nieuw: readonly Knoop[]): Knoop => ({ ...knoop, inhoud: [...kinderen.slice(0, i), ...nieuw, ...kinderen.slice(i + 1)] });
    yield met();
    yield met(kind, kind);
    const volgende = kinderen[i + 1];
    if (volgende !== undefined) yield { ...knoop, inhoud: [...kinderen.slice(0, i), volgende, kind, ...kinderen.slice(i + 2)] };
    for (const variant of varianten(kind)) yield met(variant);
  }
}

const RUIMTEN = { S: 'http://www.egem.nl/StUF/StUF0301', G: 'http://www.stufstandaarden.nl/sectormodel/ggk/0210', m: 'http://www.w3.org/2005/05/xmlmime' };
function xml({ naam, inhoud: van, attributen }: Knoop, wortel = true): string {
  const namespaces = wortel ? Object.entries(RUIMTEN).map(([p, uri]) => ` xmlns:${p}="${uri}"`).join('') : '';
  const rest = Object.entries(attributen ?? {}).map(([a, w]) => ` ${a}="${w}"`).join('');
  return `<${naam}${namespaces}${rest}>${typeof van === 'string' ? van : van.map((kind) => xml(kind, false)).join('')}</${naam}>`;
}

const isGeldig = (schema: Schema, knoop: Knoop): boolean => metDocument(Buffer.from(xml(knoop)), (document) => schema.valideer(document).length === 0);

describe.skipIf(!aanwezig)(`naast ${NASLAG} (overgeslagen als de map er niet is)`, () => {
  it.each(Object.keys(BERICHTEN))('%s: hetzelfde oordeel over elke variant', (naam) => {
    const bron = (bestand: string): Buffer => readFileSync(`${NASLAG}${bestand}`);
    const gepubliceerd = Schema.compileer('ggk0310_21/ggkberichten/ggk0310_msg.xsd', {
      'ggk0310_21/ggkberichten/ggk0310_msg.xsd': bron('ggk0310_msg.xsd'), 'ggk0310_21/ggkberichten/ggk0310_msg_stuf.xsd': bron('ggk0310_msg_stuf.xsd'),
      '0301/stuf0301.xsd': bron('stuf0301.xsd'), '0301/stuf0301mtom.xsd': bron('stuf0301mtom.xsd'), 'xmlmime/xmlmime.xsd': bron('xmlmime.xsd'),
    });
    const eigen = Schema.compileer('ggk.xsd', {
      'ggk.xsd': leesBestand('ggk.xsd'), 'stuf.xsd': leesBestand('stuf.xsd'), 'xmlmime.xsd': leesBestand('xmlmime.xsd') });
    const bericht = BERICHTEN[naam] as Knoop;
    expect([isGeldig(gepubliceerd, bericht), isGeldig(eigen, bericht)]).toEqual([true, true]);
    const oordelen = [...varianten(bericht)].map((variant) => [isGeldig(gepubliceerd, variant), isGeldig(eigen, variant), xml(variant)] as const);
    expect(oordelen.filter(([zij, wij, tekst]) => zij !== wij && !RUIMER.test(tekst)).map(([zij, , tekst]) => `${zij ? 'geldig' : 'ongeldig'}: ${tekst}`)).toEqual([]);
    // Both kinds of verdict are among them, or nothing was compared.
    expect(new Set(oordelen.map(([zij]) => zij)).size).toBe(2);
  });

  it('de WSDL heeft dezelfde berichten, bewerkingen en SOAPActions', () => {
    const feiten = (tekst: string): string[] => [...tekst.replace(/<!--[^]*?-->/g, '')
      .matchAll(/<(?:\w+:)?(definitions|message|part|portType|operation|input|output|fault|binding|body|service|port)\b([^>]*)>/g)]
      .map(([, naam, rest = '']) => `${naam} ${[...rest.matchAll(/\s((?!xmlns)[\w:]+)="([^"]*)"/g)].map(([, a, w]) => `${a}=${w}`).sort().join(' ')}`);
    expect(feiten(leesBestand('ggk.wsdl').toString())).toEqual(feiten(readFileSync(`${NASLAG}ggk0310_OntvangAsynchroon.wsdl`, 'utf8')));
  });
});
