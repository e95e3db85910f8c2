/** The documentation keeps up with what it describes: lists that the code has too are the same, and links lead somewhere. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import Fastify from 'fastify';
import { meetAanvragen } from '../../src/koppelvlakken/http/metingen.js';
import { PROBLEMEN } from '../../src/koppelvlakken/http/problemen.js';
import { maakRegister, meetAchterstand, meetBeoordeling, meetBezorgingen, meetOpenstaand, meetPogingen } from '../../src/verwerking/metingen.js';

const WORTEL = fileURLToPath(new URL('../../', import.meta.url));
const lees = (pad: string): string => readFileSync(join(WORTEL, pad), 'utf8');
const bestandenIn = (map: string, eind: string): string[] =>
  readdirSync(join(WORTEL, map)).filter((bestand) => bestand.endsWith(eind)).map((bestand) => join(map, bestand));

/** The part of a document under a heading, up to the next heading of the same or a higher level. */
function onderKop(tekst: string, kop: string): string {
  const regels = tekst.split('\n');
  const begin = regels.indexOf(kop);
  expect(begin, kop).toBeGreaterThanOrEqual(0);
  const diepte = kop.indexOf(' ');
  const einde = regels.findIndex((regel, i) => i > begin && /^#+ /.test(regel) && regel.indexOf(' ') <= diepte);
  return regels.slice(begin, einde < 0 ? undefined : einde).join('\n');
}

/** Rows of the tables in a text as cells, heads included. */
const rijen = (tekst: string): string[][] => tekst.split('\n').filter((regel) => regel.startsWith('| '))
  .map((regel) => regel.split('|').slice(1, -1).map((cel) => cel.trim()));
/** What a cell holds when that is one code word. */
const naam = (cel: string | undefined): string | undefined => /^`([^`]+)`$/.exec(cel ?? '')?.[1];

describe('docs/api.md', () => {
  it('noemt precies de problemen uit de tabel, met hun status en foutcode', () => {
    const genoemd = rijen(onderKop(lees('docs/api.md'), '## Problemen')).flatMap(([code, status, oorzaak = '']) => {
      const wat = naam(code);
      return wat === undefined ? [] : [[wat, Number(status), /\((IB\d{3})\)/.exec(oorzaak)?.[1]]];
    });
    const bekend = Object.entries(PROBLEMEN)
      .map(([code, soort]) => [code, soort.status, 'foutcode' in soort ? soort.foutcode : undefined]);
    expect(genoemd).toEqual(bekend);
  });
});

describe('README.md', () => {
  it('noemt precies de omgevingsvariabelen die de configuratie leest', () => {
    const genoemd = rijen(onderKop(lees('README.md'), '## Instellingen')).flatMap(([cel]) => naam(cel) ?? []);
    const config = ['src/platform/config.ts', 'src/platform/kluis/instelling.ts', 'src/platform/schermconfig.ts'].map(lees).join('\n');
    const gelezen = [...config.matchAll(/env\['([A-Z_]+)'\]/g)].map(([, variabele]) => variabele);
    expect([...genoemd].sort()).toEqual([...new Set(gelezen)].sort());
  });

  it('noemt alleen fixtures die er zijn', () => {
    const paden = [...lees('README.md').matchAll(/@(fixtures\/\S+\.xml)/g)].flatMap(([, pad]) => pad ?? []);
    expect(paden.length).toBeGreaterThan(0);
    expect(paden.filter((pad) => !existsSync(join(WORTEL, pad)))).toEqual([]);
  });
});

describe('docs/beheer.md', () => {
  it('noemt precies de eigen metingen, met hun soort', async () => {
    const register = maakRegister('test');
    const niets = (): never => { throw new Error('geen database'); };
    meetBeoordeling(register, niets);
    meetOpenstaand(register, { query: async () => niets() });
    meetBezorgingen(register, { query: async () => niets() });
    meetPogingen(register);
    meetAchterstand(register, { query: async () => niets() }, async () => niets());
    meetAanvragen(Fastify(), register);
    const gemeten = (await register.getMetricsAsJSON())
      .filter((meting) => meting.name.startsWith('iwmo_')).map(({ name, type }) => [name, String(type)]);
    const genoemd = rijen(onderKop(lees('docs/beheer.md'), '## Metingen')).flatMap(([meting, soort]) => {
      const wat = naam(meting);
      return wat === undefined ? [] : [[wat, soort]];
    });
    expect(genoemd.sort()).toEqual(gemeten.sort());
  });
});

describe('docs/register.md', () => {
  it('tekent elke tabel uit de migraties, en geen andere', () => {
    const gemaakt = bestandenIn('migrations', '.sql')
      .flatMap((pad) => [...lees(pad).matchAll(/^create table (\w+)/gm)].map(([, tabel]) => tabel));
    const getekend = [...lees('docs/register.md').matchAll(/^ {2}(\w+) \{$/gm)].map(([, tabel]) => tabel);
    expect(getekend.sort()).toEqual(gemaakt.sort());
  });
});

describe('verwijzingen', () => {
  const documenten = ['.', 'docs', 'docs/besluiten', 'schemas'].flatMap((map) => bestandenIn(map, '.md'));

  it.each(documenten)('in %s leiden ergens heen', (document) => {
    const doelen = [...lees(document).matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)].flatMap(([, doel]) => doel ?? []);
    const hier = doelen.filter((doel) => !/^[a-z]+:/.test(doel));
    expect(hier.filter((doel) => !existsSync(join(WORTEL, dirname(document), doel)))).toEqual([]);
  });

  it('README.md noemt elk besluit', () => {
    const besluiten = bestandenIn('docs/besluiten', '.md');
    expect(besluiten.filter((pad) => !lees('README.md').includes(`(${pad})`))).toEqual([]);
  });
});

describe('publiccode.yml', () => {
  interface Taal { shortDescription: string; longDescription: string; features: string[] }
  interface Publiccode {
    [sleutel: string]: unknown; softwareVersion: string; description: Record<string, Taal>; legal: { license: string };
  }
  const publiccode = parse(lees('publiccode.yml')) as Publiccode;

  it('heeft wat de standaard verplicht, binnen de lengten', () => {
    const verplicht = [
      'publiccodeYmlVersion', 'name', 'url', 'platforms', 'developmentStatus', 'softwareType', 'description', 'legal',
      'maintenance', 'localisation'];
    expect(verplicht.filter((sleutel) => publiccode[sleutel] === undefined)).toEqual([]);
    for (const { shortDescription, longDescription, features } of Object.values(publiccode.description)) {
      expect(shortDescription.length).toBeLessThanOrEqual(150);
      expect(longDescription.length).toBeGreaterThanOrEqual(150);
      expect(features.length).toBeGreaterThan(0);
    }
  });

  it('zegt hetzelfde als package.json', () => {
    const { version, license } = JSON.parse(lees('package.json')) as { version: string; license: string };
    expect([publiccode.softwareVersion, publiccode.legal.license]).toEqual([version, license]);
  });
});
