/** What a theme may hold, and that it is all that a gemeente needs to change how the screens look. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { leesThema } from '../../src/koppelvlakken/web/statisch.js';
import { verseDatabase } from '../hulp/database.js';
import { startInHuis } from '../hulp/huis.js';

const map = mkdtempSync(join(tmpdir(), 'iwmo-thema-'));
afterAll(() => { rmSync(map, { recursive: true }); });
const schrijf = (inhoud: string): string => {
  const pad = join(map, 'thema.css');
  writeFileSync(pad, inhoud);
  return pad;
};

describe('THEMA_BESTAND', () => {
  it('neemt tokens over, met commentaar en zonder', () => {
    expect(leesThema(schrijf('/* onze kleur */\n:root {\n  --iwmo-kleur-merk: #7a1f5c;\n  --iwmo-lettertype: "Verdana", sans-serif;\n}\n')))
      .toBe(':root{--iwmo-kleur-merk: #7a1f5c;--iwmo-lettertype: "Verdana", sans-serif}\n');
    expect(leesThema(undefined)).toBe('');
  });

  it.each([
    ['een gewone eigenschap', ':root { color: red; }'], ['een andere selector', 'body { --a: red; }'], ['twee blokken', ':root { --a: 1 } body { --b: 2 }'],
    ['een adres', ':root { --a: url(https://elders.voorbeeld/x.png); }'], ['een import', '@import "x.css"; :root { --a: 1; }'],
    ['een einde van het blok', ':root { --a: 1; } * { display: none; } :root { --b: 2; }'], ['een element', ':root { --a: </style><script>; }'], ['niets', ''],
  ])('weigert %s, met naam en reden', (_wat, inhoud) => {
    const pad = schrijf(inhoud);
    expect(() => leesThema(pad)).toThrow(`THEMA_BESTAND: ${pad} mag alleen :root { … } bevatten`);
  });

  it('weigert een bestand dat er niet is', () => {
    expect(() => leesThema(join(map, 'weg.css'))).toThrow(/kan niet worden gelezen/);
  });

  it('staat in de stijl van de schermen, die onder een andere naam te bewaren is', async () => {
    const database = await verseDatabase();
    const stijlen: string[] = [];
    for (const kleur of ['#7a1f5c', '#00695c']) {
      const server = await startInHuis({ DATABASE_URL: database.url, THEMA_BESTAND: schrijf(`:root { --iwmo-kleur-merk: ${kleur}; }`) });
      const adres = /\/web\/stijl\.[0-9a-f]+\.css/.exec(await (await fetch(server.adres)).text())?.[0] ?? '';
      const antwoord = await fetch(server.adres + adres);
      expect(antwoord.headers.get('cache-control')).toMatch(/immutable/);
      expect(await antwoord.text()).toContain(`--iwmo-kleur-merk: ${kleur}`);
      stijlen.push(adres);
      await server.stop();
    }
    expect(new Set(stijlen).size).toBe(2);
    await database.verwijder();
  });
});
