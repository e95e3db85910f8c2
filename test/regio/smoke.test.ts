import { expect, it } from 'vitest';
import { leesMap, leesBeleidsteksten, toonFout } from '/work/main/src/regio/index.js';
it('x', () => { const u = leesBeleidsteksten(leesMap('/work/main/regio')); if ('fouten' in u) console.log(u.fouten.map(toonFout).join('\n')); expect('beleid' in u).toBe(true); });
