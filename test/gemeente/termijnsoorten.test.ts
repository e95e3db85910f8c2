import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leesCursor, schrijfCursor } from '../../src/gemeente/termijnenlijst.js';
import { onderwerpTekst } from '../../src/gemeente/termijnenregister.js';
import { alsTermijnsoort, geldtVoor, regelsVan, zonderHerhaling } from '../../src/gemeente/termijnsoorten.js';
import { leesWachtcursor, schrijfWachtcursor } from '../../src/gemeente/wachtlijst.js';
import { plusDagen } from '../../src/standaard/datum.js';
import { beleidstermijn } from '../hulp/termijnen.js';

describe('termijn uit een beleidsbestand', () => {
  it('draagt haar naam, en zegt wie te laat is als gemeente of aanbieder', () => {
    const partijen = (['aanbieder', 'gemeente', 'toegang', 'backoffice'] as const).map((wie) =>
      alsTermijnsoort(beleidstermijn('start-zorg', 'toewijzing', 'levering-start', 1, 'maanden', { wie })).partij);
    expect(partijen).toEqual(['aanbieder', 'gemeente', 'gemeente', 'gemeente']);
    expect(alsTermijnsoort(beleidstermijn('start-zorg', 'toewijzing', 'levering-start', 1, 'maanden'))).toMatchObject({
      soort: 'start-zorg', bron: 'beleid', gevolg: 'levering-start', duur: { aantal: 1, eenheid: 'maanden' } });
  });

  it('telt terug als zij voor de gebeurtenis valt', () => {
    const voor = beleidstermijn('x', 'toewijzing-einde', 'verlengingsverzoek', 8, 'weken', { moment: 'voor' });
    expect(alsTermijnsoort(voor).duur).toEqual({ aantal: -8, eenheid: 'weken' });
  });

  it('geldt zonder producten voor alles, en met producten alleen daarvoor', () => {
    const alles = beleidstermijn('x', 'toewijzing', 'levering-start', 1, 'dagen');
    const enkele = beleidstermijn('y', 'toewijzing', 'levering-start', 1, 'dagen', { voor: ['15N11'] });
    expect(['15N11', '15N12', undefined].map((code) => [geldtVoor(alles, code), geldtVoor(enkele, code)]))
      .toEqual([[true, true], [true, false], [true, false]]);
  });

  it('wordt gezocht op gebeurtenis, gevolg en richting', () => {
    const na = beleidstermijn('na', 'toewijzing-einde', 'verlengingsverzoek', 8, 'weken', { moment: 'na' });
    const voor = beleidstermijn('voor', 'toewijzing-einde', 'verlengingsverzoek', 8, 'weken', { moment: 'voor' });
    const anders = beleidstermijn('anders', 'toewijzing', 'verlengingsverzoek', 8, 'weken');
    const zoek = (moment: 'na' | 'voor'): string[] =>
      regelsVan([na, voor, anders], ['toewijzing-einde'], ['verlengingsverzoek', 'WMO317'], moment)
        .map((t) => t.regel.termijn);
    expect([zoek('na'), zoek('voor')]).toEqual([['na'], ['voor']]);
  });

  it('herhaalt de standaard niet', () => {
    const regels = [3, 5].flatMap((aantal) => (['dagen', 'werkdagen'] as const).map((eenheid) =>
      beleidstermijn(`${aantal} ${eenheid}`, 'levering-start', 'WMO305', aantal, eenheid)));
    expect(zonderHerhaling(regels, { duur: { aantal: 5, eenheid: 'werkdagen' } }).map((t) => t.regel.termijn))
      .toEqual(['3 dagen', '3 werkdagen', '5 dagen']);
  });
});

describe('waar een termijn aan hangt', () => {
  it('geeft voor elk onderwerp een andere tekst, ook bij gelijke waarden', () => {
    const teksten = [
      { berichtId: '7' }, { toewijzingNummer: 7 }, { referentieAanbieder: '7' }, { vooraankondigingId: '7' },
      { referentieAanbieder: 'toewijzing 7' }].map(onderwerpTekst);
    expect(new Set(teksten).size).toBe(teksten.length);
  });
});

describe('cursors', () => {
  it('komen heel terug', () => {
    fc.assert(fc.property(fc.integer({ min: -1_700_000, max: 4_000_000 }), fc.nat(), (dag, nummer) => {
      const vervaldatum = plusDagen('2026-01-01', dag);
      fc.pre(!vervaldatum.startsWith('0000'));
      const plaats = { vervaldatum, volgnummer: nummer };
      expect(leesCursor(schrijfCursor(plaats))).toEqual(plaats);
      const wacht = { dag, toewijzingNummer: nummer % 1_000_000_000 };
      expect(leesWachtcursor(schrijfWachtcursor(wacht))).toEqual(wacht);
    }));
  });

  it('weigeren wat geen cursor is', () => {
    const alsCursor = (tekst: string): string => Buffer.from(tekst).toString('base64url');
    const teksten = [
      '', '.', '2026-02-30.1', '2026-02-01.', '2026-02-01.x', '2026-02-01.1234567890123456', 'x.1', '2147483648.1',
      '1.1234567890', '1.-1', "2026-02-01'.1"];
    for (const tekst of teksten) {
      expect(leesCursor(alsCursor(tekst)), tekst).toBeUndefined();
      expect(leesWachtcursor(alsCursor(tekst)), tekst).toBeUndefined();
    }
  });
});
