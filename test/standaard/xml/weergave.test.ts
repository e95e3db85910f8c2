/** A message as people read it: bounded, in place, and without personal data. */
import { describe, expect, it } from 'vitest';
import { schrijfBericht } from '../../../src/standaard/xml/schrijven.js';
import { weergaveVan, type Weergave, type Weergaveregel } from '../../../src/standaard/xml/weergave.js';
import { BSN, VOORBEELDEN, wmo301, wmo305, wmo315, wmo323 } from '../../hulp/voorbeelden.js';

type Soort = keyof typeof VOORBEELDEN;
const toon = (berichtsoort: Soort, bytes: Uint8Array, paden: readonly string[] = [], persoonsgegevens = false): Weergave =>
  weergaveVan(bytes, { berichtsoort, paden, persoonsgegevens });
const schrijf = (soort: Soort): Buffer => schrijfBericht(soort, VOORBEELDEN[soort] as never);
const alsTekst = (regels: readonly Weergaveregel[]): string => regels.map(({ soort, naam, waarde, aantal, raak, afgeschermd }) =>
  `${raak === true ? '>' : ''}${soort === 'weggelaten' ? `…${aantal ?? ''}` : soort === 'sluit' ? `/${naam}` : naam}${afgeschermd === true ? '#' : ''}${waarde === undefined ? '' : `=${waarde}`}`).join(' ');
const STARTEN = '/Bericht/Client/StartProducten';

/** A start with this many products, and words before each that nobody wants to see again. */
function metStarts(aantal: number): Buffer {
  const [start] = wmo305.Client.StartProducten;
  const StartProducten = Array.from({ length: aantal }, (_, i) => ({ ...start, ToewijzingNummer: i + 1 } as never));
  return schrijfBericht('WMO305', { ...wmo305, Client: { ...wmo305.Client, StartProducten } });
}

describe('persoonsgegevens', () => {
  const relatie = { ...wmo301, Client: { ...wmo301.Client, Commentaar: 'schrijf naar mevrouw Es', Relaties: [{ ...RELATIE(), Soort: '1' } as never] } };
  function RELATIE() {
    return { Nummer: 'N1', Volgorde: 1, Geslacht: '2', Naam: { Geslachtsnaam: { Achternaam: 'Kuiper' }, NaamGebruik: '1' }, Contactgegevens: wmo301.Client.Contactgegevens };
  }
  const GEHEIM = [BSN, 'Vos', '1967', 'Lindelaan', '1234AB', 'Voorbeeldstad', 'Kuiper', 'mevrouw', 'Jansen'];

  it.each(Object.keys(VOORBEELDEN) as Soort[])('staan in geen enkel deel van een %s', (soort) => {
    const bytes = schrijf(soort);
    const paden = ['/Bericht', '/Bericht/Client', '/Bericht/Client/Naam/Geslachtsnaam/Achternaam', '/Bericht/Client/Bsn', '/Bericht/Declaratie/Clienten/Client[1]',
      '/Bericht/Declaratie/Clienten/Client[1]/Bsn'];
    const tekst = JSON.stringify(toon(soort, bytes, paden));
    expect(GEHEIM.filter((een) => tekst.includes(een))).toEqual([]);
    const open = JSON.stringify(toon(soort, bytes, paden, true));
    expect(open.includes('•')).toBe(false);
    expect(open.includes(BSN)).toBe(bytes.includes(BSN));
  });

  it('ook niet van relaties, in commentaar, van een verwijzer of in een nummer dat een bsn is', () => {
    const eerste = JSON.stringify(toon('WMO301', schrijfBericht('WMO301', relatie), ['/Bericht/Client/Relaties/Relatie[1]']));
    const [aangevraagd] = wmo315.Client.AangevraagdeProducten;
    const tweede = toon('WMO315', schrijfBericht('WMO315', { ...wmo315, Client: { ...wmo315.Client, AangevraagdeProducten: [{ ...aangevraagd, ReferentieAanbieder: `R-${BSN}`,
      Verwijzer: { Type: '03', Naam: 'Jansen' } } as never] } }));
    expect(GEHEIM.filter((een) => (eerste + JSON.stringify(tweede)).includes(een))).toEqual([]);
    expect(tweede.begin.filter(({ naam }) => naam === 'ReferentieAanbieder')).toMatchObject([{ afgeschermd: true }]);
  });
});

describe('een plaats', () => {
  it('staat met wat eromheen en erin staat, en met de regel in het bestand', () => {
    const { plaatsen: [plaats] } = toon('WMO305', schrijf('WMO305'), [`${STARTEN}/StartProduct[1]/Begindatum`]);
    expect(alsTekst(plaats?.regels ?? [])).toBe('Bericht …1 Client Bsn#=•••••0006 …1 Geslacht# …1 StartProducten StartProduct ToewijzingNummer=300201 …1 '
      + 'ToewijzingIngangsdatum=2026-03-01 >Begindatum=2026-03-03 StatusAanlevering=1 /StartProduct /StartProducten /Client /Bericht');
    const regels = schrijf('WMO305').toString().split('\n');
    for (const { naam, regel, soort } of plaats?.regels ?? []) if (soort !== 'sluit' && naam !== undefined) expect(regels[(regel ?? 0) - 1]).toContain(`:${naam}`);
  });

  it('die er niet is wijst naar het dichtstbijzijnde element eromheen', () => {
    const raak = (pad: string): string[] => (toon('WMO305', schrijf('WMO305'), [pad]).plaatsen[0]?.regels ?? []).filter((een) => een.raak === true).map(({ naam }) => naam ?? '');
    expect(raak(`${STARTEN}/StartProduct[1]/Einddatum`)).toEqual(['StartProduct']);
    expect(raak(`${STARTEN}/StartProduct[9]`)).toEqual(['StartProducten']);
    expect(raak('/Bericht/Declaratie')).toEqual(['Bericht']);
  });

  it('in een ander, en twee keer dezelfde klasse, elk op haar eigen plek', () => {
    const paden = ['/Bericht/Declaratie/Clienten/Client[1]', '/Bericht/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[2]'];
    const [client] = wmo323.Declaratie.Clienten;
    const dubbel = { ...wmo323, Declaratie: { ...wmo323.Declaratie, Clienten: [{ ...client, Prestaties: [...client?.Prestaties ?? [], ...client?.Prestaties ?? []] } as never] } };
    const { plaatsen } = toon('WMO323', schrijfBericht('WMO323', dubbel), paden);
    const raak = plaatsen.map(({ regels }) => regels.flatMap((regel, i) => (regel.raak === true ? [`${i} ${regel.naam}`] : [])));
    expect(raak.map((een) => een.length)).toEqual([1, 1]);
    expect(raak.flat().map((een) => een.split(' ')[1])).toEqual(['Client', 'Prestatie']);
    for (const { regels } of plaatsen) evenwichtig(regels);
  });

  it.each(['utf16le', 'latin1'] as const)('ook in %s, op één regel en in CDATA', (codering) => {
    const xml = schrijf('WMO305').toString().replace('UTF-8', codering === 'utf16le' ? 'UTF-16' : 'ISO-8859-1').replaceAll(/>\s+</g, '><')
      .replace('<wmo305:Begindatum>2026-03-03<', '<wmo305:Begindatum><![CDATA[2026-03-03]]><!-- hier --><');
    const bytes = Buffer.from(codering === 'utf16le' ? `\ufeff${xml}` : xml, codering);
    expect(alsTekst(toon('WMO305', bytes, [`${STARTEN}/StartProduct[1]/Begindatum`]).plaatsen[0]?.regels ?? [])).toContain('>Begindatum=2026-03-03');
  });
});

/** Every element that opens is closed, at its own depth, and nothing else is. */
function evenwichtig(regels: readonly Weergaveregel[]): void {
  const open: string[] = [];
  for (const { soort, naam, diepte } of regels) {
    if (soort === 'open') expect(open.push(naam ?? '') - 1).toBe(diepte);
    else if (soort === 'sluit') expect([open.pop(), open.length]).toEqual([naam, diepte]);
    else expect(open.length).toBe(diepte);
  }
  expect(open).toEqual([]);
}

describe('een groot bericht', () => {
  it('geeft hooguit zo veel terug, met hoeveel er is weggelaten, en leest niet verder dan nodig', () => {
    const bytes = metStarts(3000);
    const vroeg = toon('WMO305', bytes, [`${STARTEN}/StartProduct[3]`]);
    const laat = toon('WMO305', bytes, [`${STARTEN}/StartProduct[2999]`, '/Bericht/Client']);
    for (const { begin, plaatsen } of [vroeg, laat]) for (const regels of [begin, ...plaatsen.map((een) => een.regels)]) {
      expect(regels.length).toBeLessThan(250);
      evenwichtig(regels);
    }
    expect(alsTekst(laat.plaatsen[0]?.regels ?? [])).toMatch(/StartProducten …2998 >StartProduct ToewijzingNummer=2999 .*\/StartProduct …1 \/StartProducten/);
    // Cut off right behind what was asked for, so that nobody can have read on.
    const tekst = bytes.toString();
    const genoeg = Buffer.from(tekst.slice(0, tekst.indexOf('</wmo305:StartProduct>', tekst.indexOf('>60</wmo305:ToewijzingNummer>')) + 22));
    expect(toon('WMO305', genoeg, [`${STARTEN}/StartProduct[3]`])).toEqual(vroeg);
  });
});
