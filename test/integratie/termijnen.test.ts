/** The terms of the standard as messages open and close them, on a database; and terms that others open. */
import { afterEach, describe, expect, it } from 'vitest';
import {
  openBeleidstermijnen, openRetourtermijn, openTermijn, sluitRetourtermijn, sluitTermijnen,
} from '../../src/gemeente/termijnenregister.js';
import { verwerkTermijnen } from '../../src/gemeente/termijnen.js';
import { alsTermijnsoort } from '../../src/gemeente/termijnsoorten.js';
import type { Heenbericht } from '../../src/standaard/berichten/berichtsoorten.js';
import type { Berichten, WMO315, WMO317 } from '../../src/standaard/berichten/gegenereerd/index.js';
import {
  beleidstermijn, m301, m305, m305ZonderNummer, m307, m319, termijnproef, type Termijnregel,
} from '../hulp/termijnen.js';
import { AANBIEDER, GEMEENTE, wmo301, wmo305, wmo315, wmo317, wmo323 } from '../hulp/voorbeelden.js';

const opruimen: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stap of opruimen.splice(0).reverse()) await stap();
});

const gevraagd = wmo315.Client.AangevraagdeProducten[0] as WMO315.AangevraagdProduct;

describe('OP271: het startbericht', () => {
  it('telt vijf werkdagen vanaf de begindatum, gesloten op de dagtekening', async () => {
    const p = await termijnproef(opruimen);
    await p.goed('WMO301', m301('T1', '2026-02-20', {}));
    await p.goed('WMO305', m305('S1', '2026-03-10', { Begindatum: '2026-03-03' }));
    expect(await p.termijnen()).toEqual([{
      soort: 'startbericht', bron: 'OP271', partij: 'aanbieder', start: '2026-03-03', vervaldatum: '2026-03-10',
      gesloten_op: '2026-03-10', onderwerp: 'start',
    }]);
  });

  it('telt bij een toewijzing met terugwerkende kracht vanaf het eerste WMO301', async () => {
    const p = await termijnproef(opruimen);
    await p.goed('WMO301', m301('T1', '2026-03-20', {}));
    await p.goed('WMO301', m301('T2', '2026-03-26',
      { Toewijzingsdatum: '2026-03-26', Einddatum: '2026-11-30', RedenWijziging: '05' }));
    await p.goed('WMO305', m305('S1', '2026-03-30', { Begindatum: '2026-03-03' }));
    expect(await p.termijn('startbericht')).toEqual([
      expect.objectContaining({ start: '2026-03-20', vervaldatum: '2026-03-27', gesloten_op: '2026-03-30' })]);
  });

  it('een verwijderde start laat geen termijn na; een nieuwe telt opnieuw', async () => {
    const p = await termijnproef(opruimen);
    await p.goed('WMO301', m301('T1', '2026-02-20', {}));
    await p.goed('WMO305', m305('S1', '2026-03-05', { Begindatum: '2026-03-03' }));
    await p.goed('WMO305', m305('S2', '2026-04-20',
      { Begindatum: '2026-03-03', StatusAanlevering: '3' }, { Begindatum: '2026-04-14' }));
    expect((await p.termijnen()).map((t) => [t.start, t.gesloten_op])).toEqual([['2026-04-14', '2026-04-20']]);
  });

  it('geldt ook voor een start zonder ToewijzingNummer', async () => {
    const p = await termijnproef(opruimen);
    await p.goed('WMO301', m301('T1', '2026-02-20', {}));
    await p.goed('WMO305', m305ZonderNummer('S1', '2026-03-05', '2026-03-02'));
    expect(await p.termijnen()).toEqual([
      expect.objectContaining({ bron: 'OP271', start: '2026-03-02', gesloten_op: '2026-03-05' })]);
  });
});

describe('OP272: het stopbericht', () => {
  it('telt vijf werkdagen vanaf de einddatum, over Pinksteren heen', async () => {
    const p = await termijnproef(opruimen);
    await p.goed('WMO301', m301('T1', '2026-02-20', {}));
    await p.goed('WMO305', m305('S1', '2026-03-05', {}));
    await p.goed('WMO307', m307('P1', '2026-06-05', { Einddatum: '2026-05-21' }));
    expect(await p.termijn('stopbericht')).toEqual([{
      soort: 'stopbericht', bron: 'OP272', partij: 'aanbieder', start: '2026-05-21', vervaldatum: '2026-05-29',
      gesloten_op: '2026-06-05', onderwerp: 'stop',
    }]);
  });

  it('meet een tijdelijke stop, en niet de definitieve die daarop volgt', async () => {
    const p = await termijnproef(opruimen);
    await p.goed('WMO301', m301('T1', '2026-02-20', {}));
    await p.goed('WMO305', m305('S1', '2026-03-05', {}));
    await p.goed('WMO307', m307('P1', '2026-05-22', { Einddatum: '2026-05-20', RedenBeeindiging: '20' }));
    await p.goed('WMO307', m307('P2', '2026-06-25', { Einddatum: '2026-05-20', RedenBeeindiging: '19' }));
    expect((await p.termijn('stopbericht')).map((t) => t.gesloten_op)).toEqual(['2026-05-22']);
  });

  it('een verwijderde stop laat geen termijn na', async () => {
    const p = await termijnproef(opruimen);
    await p.goed('WMO301', m301('T1', '2026-02-20', {}));
    await p.goed('WMO305', m305('S1', '2026-03-05', {}));
    await p.goed('WMO307', m307('P1', '2026-06-25', {}));
    await p.goed('WMO307', m307('P2', '2026-06-26', { StatusAanlevering: '3' }));
    expect(await p.termijn('stopbericht')).toEqual([]);
  });
});

describe('OP274 en OP346: het antwoord op een verzoek', () => {
  it('opent per aangevraagd product, en sluit elk met zijn eigen antwoord', async () => {
    const p = await termijnproef(opruimen, [], '2026-02-03');
    const AangevraagdeProducten = ['R1', 'R2', 'R3'].map((ReferentieAanbieder, i): WMO315.AangevraagdProduct =>
      ({ ...gevraagd, ReferentieAanbieder, Product: { Categorie: '11', Code: `11A0${i + 1}` } }));
    await p.goed('WMO315', { ...wmo315, Client: { ...wmo315.Client, AangevraagdeProducten } });
    expect(await p.termijnen()).toEqual(['R1', 'R2', 'R3'].map(() => ({
      soort: 'antwoord-op-verzoek', bron: 'OP274', partij: 'gemeente', start: '2026-02-03', vervaldatum: '2026-02-10',
      gesloten_op: null, onderwerp: 'verzoek',
    })));
    p.zet('2026-12-31');
    await p.goed('WMO319', m319('A1', '2026-02-10', 'R1', '1'));
    await p.goed('WMO301', m301('T1', '2026-02-11',
      { ReferentieAanbieder: 'R2', Toewijzingsdatum: '2026-02-11', Product: { Categorie: '11', Code: '11A02' } }));
    expect((await p.termijnen()).map((t) => t.gesloten_op)).toEqual(['2026-02-10', '2026-02-11', null]);
  });

  it('in onderzoek: acht weken vanaf de dagtekening van het verzoek, gesloten met de toewijzing', async () => {
    const p = await termijnproef(opruimen, [], '2026-02-04');
    await p.goed('WMO315', wmo315);
    p.zet('2026-12-31');
    await p.goed('WMO319', m319('A1', '2026-02-09', 'REF-2026-001', '2'));
    const onderzoek = {
      soort: 'besluit-na-onderzoek', bron: 'OP274', partij: 'gemeente', start: '2026-02-02', vervaldatum: '2026-03-30',
      onderwerp: 'verzoek',
    };
    expect(await p.termijnen()).toEqual([
      expect.objectContaining({ soort: 'antwoord-op-verzoek', vervaldatum: '2026-02-11', gesloten_op: '2026-02-09' }),
      { ...onderzoek, gesloten_op: null }]);
    await p.goed('WMO301', m301('T1', '2026-03-31', { ReferentieAanbieder: 'REF-2026-001' }));
    expect(await p.termijn('besluit-na-onderzoek')).toEqual([{ ...onderzoek, gesloten_op: '2026-03-31' }]);
    expect((await p.termijn('antwoord-op-verzoek')).map((t) => t.gesloten_op)).toEqual(['2026-02-09']);
  });

  it('OP346: één termijn voor een WMO317 als geheel, ook voor het onderzoek', async () => {
    const p = await termijnproef(opruimen);
    await p.goed('WMO301', m301('T1', '2026-02-20', {}));
    p.zet('2026-04-01');
    await p.goed('WMO317', wmo317);
    p.zet('2026-12-31');
    await p.goed('WMO319', m319('A1', '2026-04-02', 'REF-2026-101', '2'));
    await p.goed('WMO319', m319('A2', '2026-05-28', 'REF-2026-101', '1'));
    expect((await p.termijnen()).map((t) => [t.soort, t.bron, t.start, t.vervaldatum, t.gesloten_op])).toEqual([
      // Good Friday and Easter Monday do not count.
      ['antwoord-op-verzoek', 'OP346', '2026-04-01', '2026-04-10', '2026-04-02'],
      ['besluit-na-onderzoek', 'OP346', '2026-04-01', '2026-05-27', '2026-05-28']]);
  });
});

describe('wat anderen openen en sluiten', () => {
  const ID = '0198a000-0000-7000-8000-000000000001';

  it('vooraankondiging: onderzoek binnen tien dagen, twee keer openen is één keer', async () => {
    const p = await termijnproef(opruimen);
    const beleid = [
      beleidstermijn('onderzoek', 'melding-definitief', 'verslag-ondertekend', 10, 'dagen', { wie: 'toegang' })];
    const plaats = { db: p.pool, gemeente: GEMEENTE, aanbieder: AANBIEDER };
    const onderwerp = { vooraankondigingId: ID };
    const open = (gebeurtenis: 'melding-definitief' | 'verslag-ondertekend', op: string): Promise<number> =>
      openBeleidstermijnen(plaats, beleid, gebeurtenis, onderwerp, op);
    expect(await open('melding-definitief', '2026-03-02')).toBe(1);
    expect(await open('melding-definitief', '2026-03-09')).toBe(0);
    expect(await open('verslag-ondertekend', '2026-03-09')).toBe(0);
    expect(await sluitTermijnen(plaats, onderwerp, '2026-03-13', 'besluit')).toBe(0);
    expect(await sluitTermijnen(plaats, onderwerp, '2026-03-13', 'verslag-ondertekend')).toBe(1);
    expect(await sluitTermijnen(plaats, onderwerp, '2026-03-20')).toBe(0);
    expect(await p.termijnen()).toEqual([{
      soort: 'onderzoek', bron: 'beleid', partij: 'gemeente', start: '2026-03-02', vervaldatum: '2026-03-12',
      gesloten_op: '2026-03-13', onderwerp: 'vooraankondiging',
    }]);
  });

  it('openTermijn zegt of zij er nog niet was', async () => {
    const p = await termijnproef(opruimen);
    const plaats = { db: p.pool, gemeente: GEMEENTE, aanbieder: AANBIEDER };
    const soort = alsTermijnsoort(beleidstermijn('x', 'toewijzing', 'besluit', 1, 'dagen'));
    expect(await openTermijn(plaats, soort, { toewijzingNummer: 7 }, '2026-03-02')).toBe(true);
    expect(await openTermijn(plaats, soort, { toewijzingNummer: 7 }, '2026-03-03')).toBe(false);
    expect(await openTermijn({ ...plaats, aanbieder: '12345678' }, soort, { toewijzingNummer: 7 }, '2026-03-03'))
      .toBe(true);
  });

  it('OP090 en OP090x4 voor een partij die zelf antwoordt', async () => {
    const p = await termijnproef(opruimen);
    const plaats = { db: p.pool, gemeente: GEMEENTE, aanbieder: AANBIEDER };
    const [start305, claim, toewijzing] = [
      await p.bewaar('WMO305', wmo305), await p.bewaar('WMO323', wmo323), await p.bewaar('WMO301', wmo301)];
    const beleid = [
      beleidstermijn('retour-3-dagen', 'WMO301', 'WMO302', 3, 'dagen'),
      beleidstermijn('retour-301', 'WMO301', 'WMO302', 3, 'werkdagen')];
    await openRetourtermijn(plaats, start305, 'WMO305', '2026-04-02');
    await openRetourtermijn(plaats, claim, 'WMO323', '2026-04-02');
    await openRetourtermijn(plaats, toewijzing, 'WMO301', '2026-04-02', beleid);
    expect(await sluitRetourtermijn(plaats, claim, '2026-04-20')).toBe(true);
    expect(await sluitRetourtermijn(plaats, claim, '2026-04-21')).toBe(false);
    expect((await p.termijnen()).map((t) => [t.soort, t.bron, t.partij, t.vervaldatum, t.gesloten_op])).toEqual([
      ['declaratie-antwoord', 'OP090x4', 'gemeente', '2026-04-20', '2026-04-20'],
      ['retour-3-dagen', 'beleid', 'aanbieder', '2026-04-05', null],
      ['retourbericht', 'OP090', 'aanbieder', '2026-04-09', null],
      ['retourbericht', 'OP090', 'gemeente', '2026-04-09', null]]);
    const { rows } = await p.pool.query<{ bericht_id: string }>('select bericht_id from termijn order by volgnummer');
    expect(rows.map((rij) => rij.bericht_id)).toEqual([start305, claim, toewijzing, toewijzing]);
  });
});

describe('sprongen van de klok en herhaling', () => {
  const beleid = [
    beleidstermijn('start-zorg', 'toewijzing', 'levering-start', 1, 'maanden'),
    beleidstermijn('besluit', 'aanvraag', 'besluit', 8, 'weken'),
    beleidstermijn('verlengen', 'toewijzing-einde', 'verlengingsverzoek', 8, 'weken', { moment: 'voor' })];
  const teWijzigen = wmo317.Client.Verzoek.TeWijzigenProducten?.[0] as WMO317.TeWijzigenProduct;
  const Verzoek = { ...wmo317.Client.Verzoek, TeWijzigenProducten: [{ ...teWijzigen, Einddatum: '2027-06-30' }] };
  const reeks: [Heenbericht, Berichten[Heenbericht]][] = [
    ['WMO315', wmo315], ['WMO319', m319('A1', '2026-02-09', 'REF-2026-001', '2')],
    ['WMO301', m301('T1', '2026-02-20', { ReferentieAanbieder: 'REF-2026-001' })],
    ['WMO305', m305('S1', '2026-03-05', {})], ['WMO317', { ...wmo317, Client: { ...wmo317.Client, Verzoek } }],
    ['WMO307', m307('P1', '2026-06-05', {})]];

  async function loop(dagen: readonly string[]): Promise<Termijnregel[]> {
    const p = await termijnproef(opruimen, beleid);
    for (const [i, [soort, bericht]] of reeks.entries()) {
      p.zet(dagen[i] as string);
      await p.goed(soort, bericht as never);
    }
    return p.termijnen();
  }

  it('een klok die springt verliest en verdubbelt niets: alleen wat vanaf ontvangst telt begint anders', async () => {
    const gewoon = await loop(reeks.map(() => '2026-06-30'));
    const springend = await loop(['2026-09-01', '2026-02-09', '2027-01-01', '2026-03-05', '2026-05-01', '2026-06-05']);
    expect(gewoon).toHaveLength(9);
    const vanafOntvangst = new Set(['antwoord-op-verzoek', 'besluit']);
    const vergelijk = (termijnen: readonly Termijnregel[]): unknown[] => termijnen.map((t) =>
      (vanafOntvangst.has(t.soort) ? [t.soort, t.bron, t.gesloten_op] : t));
    expect(vergelijk(springend)).toEqual(expect.arrayContaining(vergelijk(gewoon)));
    expect(springend).toHaveLength(gewoon.length);
  });

  it('hetzelfde bericht nog eens verwerken verandert niets', async () => {
    const p = await termijnproef(opruimen, beleid, '2026-06-30');
    for (const [soort, bericht] of reeks) {
      const berichtId = await p.goed(soort, bericht as never);
      const voor = await p.termijnen();
      await verwerkTermijnen(p.pool, {
        berichtId, soort, bericht: bericht as never, gemeente: GEMEENTE, aanbieder: AANBIEDER, status: 'goedgekeurd', persoon: 1,
        vandaag: '2026-07-01', beleidstermijnen: beleid,
      });
      expect(await p.termijnen()).toEqual(voor);
    }
  });

  it('een afgekeurd bericht opent en sluit niets', async () => {
    const p = await termijnproef(opruimen, beleid);
    expect((await p.lever('WMO305', wmo305)).status).toBe('afgekeurd');
    expect(await p.termijnen()).toEqual([]);
  });
});
