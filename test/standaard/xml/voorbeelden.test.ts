import { describe, expect, it } from 'vitest';
import { VOORBEELDEN } from '../../hulp/voorbeelden.js';
import { isSchemaGeldig } from '../../hulp/schema.js';
import type { Berichtsoort } from '../../../src/standaard/berichten/berichtsoorten.js';

describe('de voorbeelden waar andere tests van uitgaan', () => {
  it.each(Object.entries(VOORBEELDEN))('%s voldoet aan zijn schema', (soort, bericht) => {
    expect(isSchemaGeldig(soort as Berichtsoort, bericht)).toBe(true);
  });
  it('een bericht van een andere soort voldoet niet', () => {
    expect(isSchemaGeldig('WMO307', VOORBEELDEN.WMO305 as never)).toBe(false);
  });
});
