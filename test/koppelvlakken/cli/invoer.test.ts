import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bronnen, eenBron, type Bron, type Onbruikbaar } from '../../../src/koppelvlakken/cli/invoer.js';
import { MAX_BYTES } from '../../../src/standaard/xml/niveau1.js';
import { proefmap } from './proefopstelling.js';

async function* geen(): AsyncGenerator<Uint8Array> { /* no input */ }

async function verzamel(argumenten: readonly string[], invoer: AsyncIterable<Uint8Array> = geen()) {
  const gevonden: (Bron | Onbruikbaar)[] = [];
  for await (const een of bronnen(argumenten, invoer)) gevonden.push(een);
  return gevonden;
}
async function inhoudVan(een: Bron | Onbruikbaar | undefined): Promise<string | undefined> {
  if (een === undefined || 'reden' in een) return undefined;
  const bytes = await een.lees();
  return bytes && Buffer.from(bytes).toString();
}

describe('een map', () => {
  const map = proefmap();
  map.leg('b.xml', 'b');
  map.leg('a.XML', 'a');
  map.leg('sub/diep/c.xml', 'c');
  map.leg('sub/niet.txt', 'x');
  map.leg('xml', 'x');
  mkdirSync(`${map.pad}/map.xml`);
  map.leg('map.xml/d.xml', 'd');
  symlinkSync('../b.xml', `${map.pad}/sub/verwijzing.xml`);
  symlinkSync('..', `${map.pad}/sub/lus.xml`);
  symlinkSync('nergens', `${map.pad}/sub/kapot.xml`);
  execFileSync('mkfifo', [`${map.pad}/pijp.xml`]);

  it('wordt met alle mappen daaronder op naam doorlopen; verwijzingen naar mappen en pijpen niet', async () => {
    const gevonden = await verzamel([map.pad]);
    expect(gevonden.map(({ naam }) => naam.slice(map.pad.length + 1))).toEqual([
      'a.XML', 'b.xml', 'map.xml/d.xml', 'sub/diep/c.xml', 'sub/kapot.xml', 'sub/verwijzing.xml',
    ]);
    expect(gevonden.filter((een) => 'reden' in een)).toMatchObject([{ reden: 'bestaat niet' }]);
    expect(await Promise.all(gevonden.map(inhoudVan))).toEqual(['a', 'b', 'd', 'c', undefined, 'b']);
  });

  it('zonder XML-bestanden is niet bruikbaar', async () => {
    const leeg = `${map.pad}/leeg`;
    mkdirSync(leeg);
    expect(await verzamel([leeg])).toMatchObject([{ naam: leeg, reden: 'bevat geen XML-bestanden' }]);
  });
});

describe('bestandsnamen', () => {
  const map = proefmap();
  it.each([
    ['een regeleinde', Buffer.from('a\nb.xml'), 'a%0Ab.xml'],
    ['aanhalingstekens en haken', Buffer.from('"<&>\'.xml'), '%22%3C%26%3E%27.xml'],
    ['bytes die geen UTF-8 zijn', Buffer.from([0x69, 0xff, 0xfe, ...Buffer.from('.xml')]), 'i%FF%FE.xml'],
    ['een dubbele punt en een procentteken', Buffer.from('c:d%20.xml'), 'c%3Ad%2520.xml'],
    ['tekens buiten ASCII', Buffer.from('é💥.xml'), '%C3%A9%F0%9F%92%A5.xml'],
    ['een hekje en een vraagteken', Buffer.from('#?.xml'), '%23%3F.xml'],
  ])('met %s worden geopend en als URI geschreven', async (naam, bytes, uri) => {
    map.leg(bytes, naam);
    const een = (await verzamel([map.pad])).find((gevonden) => gevonden.uri.endsWith(`/${uri}`));
    expect(een?.uri).toBe(`file://${map.pad}/${uri}`);
    expect(await inhoudVan(een)).toBe(naam);
    expect(new URL(een?.uri ?? '').protocol).toBe('file:');
  });

  it('staan in een URI zonder ./ ervoor', async () => {
    expect(await verzamel(['./bestaat/niet.xml'])).toMatchObject([{ naam: './bestaat/niet.xml', uri: 'bestaat/niet.xml' }]);
  });
});

describe('lezen', () => {
  const map = proefmap();
  it.each([[MAX_BYTES, true], [MAX_BYTES + 1, false]])('een bestand van %d bytes: %s', async (omvang, mag) => {
    const pad = map.leg(`${omvang}.xml`, '');
    truncateSync(pad, omvang);
    const bron = await eenBron(pad, geen());
    expect('reden' in bron ? undefined : (await bron.lees())?.byteLength).toBe(mag ? omvang : undefined);
  });

  it('standaardinvoer wordt net zo begrensd, en niet verder gelezen', async () => {
    let gelezen = 0;
    async function* eindeloos(): AsyncGenerator<Uint8Array> {
      for (;;) {
        gelezen += 1_000_000;
        yield new Uint8Array(1_000_000);
      }
    }
    const [bron] = await verzamel(['-'], eindeloos());
    expect(await inhoudVan(bron)).toBeUndefined();
    expect(gelezen).toBe(MAX_BYTES + 1_000_000);
  });

  it('standaardinvoer kan maar een keer', async () => {
    async function* twee(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('ab');
      yield Buffer.from('cd');
    }
    const gevonden = await verzamel(['-', '-'], twee());
    expect(await inhoudVan(gevonden[0])).toBe('abcd');
    expect(gevonden[1]).toMatchObject({ reden: 'kan maar een keer worden gelezen' });
  });

  it('een leeg bestand is een leeg document, geen fout', async () => {
    expect(await inhoudVan(await eenBron(map.leg('leeg.xml', ''), geen()))).toBe('');
  });

  it('een map is geen bericht', async () => {
    expect(await eenBron(map.pad, geen())).toMatchObject({ reden: 'is een map; noem een bestand' });
    expect(await eenBron(`${map.pad}/nee.xml`, geen())).toMatchObject({ reden: 'bestaat niet' });
  });
});
