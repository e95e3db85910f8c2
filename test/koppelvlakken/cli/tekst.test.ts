import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kleurenVoor, loop, veilig } from '../../../src/koppelvlakken/cli/tekst.js';

const kanaal = (terminal: boolean) => ({ terminal, schrijf: async () => undefined });

describe('veilig', () => {
  it.each([
    ['escape', 'a\u001b[31mb', 'a\\u{1b}[31mb'],
    ['regeleinde', 'a\nb', 'a\\u{a}b'],
    ['besturing uit C1', 'a\u009bb', 'a\\u{9b}b'],
    ['schrijfrichting', 'a\u202eb', 'a\\u{202e}b'],
    ['half teken', 'a\ud800b', 'a\\u{d800}b'],
  ])('schrijft uit wat een terminal zou gehoorzamen: %s', (_naam, tekst, verwacht) => {
    expect(veilig(tekst)).toBe(verwacht);
  });

  it('laat gewone tekst staan, ook buiten het Latijnse schrift', () => {
    expect(veilig('Súdwest-Fryslân, 10 €, 漢字, 💥')).toBe('Súdwest-Fryslân, 10 €, 漢字, 💥');
  });

  it('laat nooit een besturingsteken over', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (tekst) => {
      expect(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(veilig(tekst))).toBe(false);
    }));
  });
});

describe('loop', () => {
  it('breekt op spaties, binnen de breedte, en verliest geen woord', () => {
    const woord = fc.string({ unit: fc.constantFrom('a', 'b', 'é'), minLength: 1, maxLength: 12 });
    fc.assert(fc.property(fc.array(woord, { minLength: 1 }), fc.integer({ min: 15, max: 40 }), (woorden, breedte) => {
      const regels = loop(woorden.join(' '), '  ', breedte).split('\n').slice(0, -1);
      expect(regels.map((regel) => regel.trim()).join(' ')).toBe(woorden.join(' '));
      for (const regel of regels) expect(regel.length).toBeLessThanOrEqual(breedte);
    }));
  });

  it('geeft een te lang woord een eigen regel', () => {
    expect(loop('a bbbbbbbbbb c', '', 4)).toBe('a\nbbbbbbbbbb\nc\n');
  });
});

describe('kleuren', () => {
  const vet = '\u001b[1mx\u001b[22m';
  it.each([
    ['op een terminal', true, {}, vet],
    ['niet op een terminal', false, {}, 'x'],
    ['NO_COLOR', true, { NO_COLOR: '1' }, 'x'],
    ['lege NO_COLOR', true, { NO_COLOR: '' }, vet],
    ['een terminal die niets kan', true, { TERM: 'dumb' }, 'x'],
  ])('%s', (_naam, terminal, env, verwacht) => {
    expect(kleurenVoor(kanaal(terminal), env)('vet', 'x')).toBe(verwacht);
  });
});
