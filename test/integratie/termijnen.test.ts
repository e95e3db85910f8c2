/** Terms as messages open and close them, on a database. */
import { afterEach, describe, expect, it } from 'vitest';
import { openBeleidstermijnen, openRetourtermijn, openTermijn, sluitRetourtermijn, sluitTermijnen } from '../../src/gemeente/termijnenregister.js';
import { verwerkTermijnen } from '../../src/gemeente/termijnen.js';
import { alsTermijnsoort, type Beleidstermijn } from '../../src/gemeente/termijnsoorten.js';
import type { Heenbericht } from '../../src/standaard/berichten/berichtsoorten.js';
import type { Berichten, WMO301, WMO305, WMO307, WMO317, WMO323 } from '../../src/standaard/berichten/gegenereerd/index.js';
import { laatsteVanMaand } from '../../src/standaard/datum.js';
import { verseDatabase, type Testdatabase } from '../hulp/database.js';
import { maakPijplijn, type Pijplijn } from '../hulp/pijplijn.js';
import { alleTermijnen, beleidstermijn, type Termijnregel } from '../hulp/termijnen.js';
import { AANBIEDER, BSN, GEMEENTE, header, wmo301, wmo305, wmo307, wmo315, wmo317, wmo323 } from '../hulp/voorbeelden.js';

const opruimen: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stap of opruimen.splice(0).reverse()) await stap();
});

interface Proef extends Pijplijn {
  /** The day that the clock says from now on. */
  zet(vandaag: string): void;
  /** Delivers and insists on approval; gives the id. */
  goed<B extends Heenbericht>(soort: B, bericht: Berichten[B]): Promise<string>;
  termijnen(): Promise<Termijnregel[]>;
  termijn(soort: string): Promise<Termijnregel[]>;
}

async function proef(beleid: readonly Beleidstermijn[] = [], vandaag = '2026-12-31'): Promise<Proef> {
  const database: Testdatabase = await verseDatabase();
  let dag = vandaag;
  const pijplijn = maakPijplijn(database.url, { klok: { nu: () => new Date(), vandaag: () => dag }, termijnbeleid: () => beleid });
  opruimen.push(() => database.verwijder(), () => pijplijn.sluit());
  return {
    ...pijplijn,
    zet(nieuw) { dag = nieuw; },
    async goed(soort, bericht) {
      const { id, status, bevindingen } = await pijplijn.lever(soort, bericht);
      expect(bevindingen).toEqual([]);
      expect(status).toBe('goedgekeurd');
      return id;
    },
    termijnen: () => alleTermijnen(pijplijn.pool),
    termijn: async (soort) => (await alleTermijnen(pijplijn.pool)).filter((termijn) => termijn.soort === soort),
  };
}

const product = wmo301.Client.ToegewezenProducten[0] as WMO301.ToegewezenProduct;
const start = wmo305.Client.StartProducten[0] as WMO305.StartProduct;
const stop = wmo307.Client.StopProducten[0] as WMO307.StopProduct;
const prestatie = wmo323.Declaratie.Clienten[0]?.Prestaties[0] as WMO323.Prestatie;
const teWijzigen = wmo317.Client.Verzoek.TeWijzigenProducten?.[0] as WMO317.TeWijzigenProduct;

const m301 = (id: string, dagtekening: string, ...producten: Partial<WMO301.ToegewezenProduct>[]): Berichten['WMO301'] => ({
  Header: header('WMO301', id, dagtekening), Client: { ...wmo301.Client, ToegewezenProducten: producten.map((velden) => ({ ...product, ...velden })) } });
const m305 = (id: string, dagtekening: string, ...starts: Partial<WMO305.StartProduct>[]): Berichten['WMO305'] => ({
  Header: header('WMO305', id, dagtekening), Client: { ...wmo305.Client, StartProducten: starts.map((velden) => ({ ...start, ...velden })) } });
const m307 = (id: string, dagtekening: string, velden: Partial<WMO307.StopProduct>): Berichten['WMO307'] => ({
  Header: header('WMO307', id, dagtekening), Client: { ...wmo307.Client, StopProducten: [{ ...stop, ...velden }] } });
const m319 = (id: string, dagtekening: string, ReferentieAanbieder: string, antwoord: '1' | '2'): Berichten['WMO319'] => ({
  Header: header('WMO319', id, dagtekening),
  Antwoord: { ReferentieAanbieder, VerzoekAntwoord: antwoord, ...(antwoord === '1' ? { RedenAfwijzingVerzoek: '1' } : {}) } as Berichten['WMO319']['Antwoord'] });

describe('OP271: het startbericht', () => {
  it('telt vijf werkdagen vanaf de begindatum, gesloten op de dagtekening', async () => {
    const p = await proef();
    await p.goed('WMO301', m301('T1', '2026-02-20', {}));
    await p.goed('WMO305', m305('S1', '2026-03-10', { Begindatum: '2026-03-03' }));
    expect(await p.termijnen()).toEqual([{
      soort: 'startbericht', bron: 'OP271', partij: 'aanbieder', start: '2026-03-03', vervaldatum: '2026-03-10', gesloten_op: '2026-03-10',
      onderwerp: 'start' }]);
  });

  it('telt bij een toewijzing met terugwerkende kracht vanaf het eerste WMO301', async () => {
    const p = await proef();
    await p.goed('WMO301', m301('T1', '2026-03-20', {}));
    await p.goed('WMO301', m301('T2', '2026-03-26', { Toewijzingsdatum: '2026-03-26', Einddatum: '2026-11-30', RedenWijziging: '05' }));
    await p.goed('WMO305', m305('S1', '2026-03-30', { Begindatum: '2026-03-03' }));
    expect(await p.termijn('startbericht')).toEqual([
      expect.objectContaining({ start: '2026-03-20', vervaldatum: '2026-03-27', gesloten_op: '2026-03-30' })]);
  });

  it('een verwijderde start laat geen termijn na; een nieuwe telt opnieuw', async () => {
    const p = await proef();
    await p.goed('WMO301', m301('T1', '2026-02-20', {}));
    await p.goed('WMO305', m305('S1', '2026-03-05', { Begindatum: '2026-03-03' }));
    await p.goed('WMO305', m305('S2', '2026-04-20', { Begindatum: '2026-03-03', StatusAanlevering: '3' }, { Begindatum: '2026-04-14' }));
    expect((await p.termijnen()).map((t) => [t.start, t.gesloten_op])).toEqual([['2026-04-14', '2026-04-20']]);
  });

  it('geldt ook voor een start zonder ToewijzingNummer', async () => {
    const p = await proef();
    await p.goed('WMO301', m301('T1', '2026-02-20', {}));
    const { ToewijzingNummer: _, ...zonder } = start;
    const bericht = m305('S1', '2026-03-05');
    await p.goed('WMO305', { ...bericht, Client: { ...bericht.Client, StartProducten: [{ ...zonder, Begindatum: '2026-03-02' }] } });
    expect(await p.termijnen()).toEqual([expect.objectContaining({ bron: 'OP271', start: '2026-03-02', gesloten_op: '2026-03-05' })]);
  });
});

describe('OP272: het stopbericht', () => {
  it('telt vijf werkdagen vanaf de einddatum, over Pinksteren heen', async () => {
    const p = await proef();
    await p.goed('WMO301', m301('T1', '2026-02-20', {}));
    await p.goed('WMO305', m305('S1', '2026-03-05', {}));
    await p.goed('WMO307', m307('P1', '2026-06-05', { Einddatum: '2026-05-21' }));
    expect(await p.termijn('stopbericht')).toEqual([{
      soort: 'stopbericht', bron: 'OP272', partij: 'aanbieder', start: '2026-05-21', vervaldatum: '2026-05-29', gesloten_op: '2026-06-05',
      onderwerp: 'stop' }]);
  });

  it('meet een tijdelijke stop, en niet de definitieve die daarop volgt', async () => {
    const p = await proef();
    await p.goed('WMO301', m301('T1', '2026-02-20', {}));
    await p.goed('WMO305', m305('S1', '2026-03-05', {}));
    await p.goed('WMO307', m307('P1', '2026-05-22', { Einddatum: '2026-05-20', RedenBeeindiging: '20' }));
    await p.goed('WMO307', m307('P2', '2026-06-25', { Einddatum: '2026-05-20', RedenBeeindiging: '19' }));
    expect((await p.termijn('stopbericht')).map((t) => t.gesloten_op)).toEqual(['2026-05-22']);
  });

  it('een verwijderde stop laat geen termijn na', async () => {
    const p = await proef();
    await p.goed('WMO301', m301('T1', '2026-02-20', {}));
    await p.goed('WMO305', m305('S1', '2026-03-05', {}));
    await p.goed('WMO307', m307('P1', '2026-06-25', {}));
    await p.goed('WMO307', m307('P2', '2026-06-26', { StatusAanlevering: '3' }));
    expect(await p.termijn('stopbericht')).toEqual([]);
  });
});

describe('OP274 en OP346: het antwoord op een verzoek', () => {
  it('opent per aangevraagd product, en sluit elk met zijn eigen antwoord', async () => {
    const p = await proef([], '2026-02-03');
    const gevraagd = wmo315.Client.AangevraagdeProducten[0] as (typeof wmo315)['Client']['AangevraagdeProducten'][0];
    await p.goed('WMO315', { ...wmo315, Client: { ...wmo315.Client, AangevraagdeProducten: ['R1', 'R2', 'R3'].map((ReferentieAanbieder, i) =>
      ({ ...gevraagd, ReferentieAanbieder, Product: { Categorie: '11', Code: `11A0${i + 1}` } } as typeof gevraagd)) } });
    expect(await p.termijnen()).toEqual(['R1', 'R2', 'R3'].map(() => ({
      soort: 'antwoord-op-verzoek', bron: 'OP274', partij: 'gemeente', start: '2026-02-03', vervaldatum: '2026-02-10', gesloten_op: null,
      onderwerp: 'verzoek' })));
    p.zet('2026-12-31');
    await p.goed('WMO319', m319('A1', '2026-02-10', 'R1', '1'));
    await p.goed('WMO301', m301('T1', '2026-02-11', { ReferentieAanbieder: 'R2', Toewijzingsdatum: '2026-02-11', Product: { Categorie: '11', Code: '11A02' } }));
    expect((await p.termijnen()).map((t) => t.gesloten_op)).toEqual(['2026-02-10', '2026-02-11', null]);
  });

  it('in onderzoek: acht weken vanaf de dagtekening van het verzoek, gesloten met de toewijzing', async () => {
    const p = await proef([], '2026-02-04');
    await p.goed('WMO315', wmo315);
    p.zet('2026-12-31');
    await p.goed('WMO319', m319('A1', '2026-02-09', 'REF-2026-001', '2'));
    const onderzoek = { soort: 'besluit-na-onderzoek', bron: 'OP274', partij: 'gemeente', start: '2026-02-02', vervaldatum: '2026-03-30',
      onderwerp: 'verzoek' };
    expect(await p.termijnen()).toEqual([
      expect.objectContaining({ soort: 'antwoord-op-verzoek', vervaldatum: '2026-02-11', gesloten_op: '2026-02-09' }),
      { ...onderzoek, gesloten_op: null }]);
    await p.goed('WMO301', m301('T1', '2026-03-31', { ReferentieAanbieder: 'REF-2026-001' }));
    expect(await p.termijn('besluit-na-onderzoek')).toEqual([{ ...onderzoek, gesloten_op: '2026-03-31' }]);
    expect((await p.termijn('antwoord-op-verzoek')).map((t) => t.gesloten_op)).toEqual(['2026-02-09']);
  });

  it('OP346: één termijn voor een WMO317 als geheel, ook voor het onderzoek', async () => {
    const p = await proef();
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

  it('beleid: van aanvraag tot toewijzing acht weken, alleen voor de genoemde producten', async () => {
    const p = await proef([
      beleidstermijn('besluit-8-weken', 'aanvraag', 'toewijzing', 8, 'weken', { wie: 'toegang' }),
      beleidstermijn('ander-product', 'aanvraag', 'toewijzing', 1, 'weken', { voor: ['15N11'] }),
      beleidstermijn('dit-product', 'WMO315', 'WMO319', 2, 'dagen', { wie: 'backoffice', voor: ['02A03'] })], '2026-02-04');
    await p.goed('WMO315', wmo315);
    p.zet('2026-12-31');
    await p.goed('WMO319', m319('A1', '2026-02-09', 'REF-2026-001', '2'));
    expect((await p.termijnen()).filter((t) => t.bron === 'beleid').map((t) => [t.soort, t.partij, t.start, t.vervaldatum, t.gesloten_op])).toEqual([
      ['besluit-8-weken', 'gemeente', '2026-02-04', '2026-04-01', null],
      ['dit-product', 'gemeente', '2026-02-04', '2026-02-06', '2026-02-09']]);
  });
});

describe('beleid: start van de zorg binnen een maand', () => {
  const beleid = [beleidstermijn('start-zorg', 'toewijzing', 'levering-start', 1, 'maanden')];
  const open = { soort: 'start-zorg', bron: 'beleid', partij: 'aanbieder', start: '2026-03-01', vervaldatum: '2026-04-01', gesloten_op: null,
    onderwerp: 'toewijzing' };

  it('opent één keer, ook als de toewijzing in volgende berichten terugkomt, en sluit op de begindatum', async () => {
    const p = await proef(beleid);
    await p.goed('WMO301', m301('T1', '2026-02-20', {}));
    await p.goed('WMO301', m301('T2', '2026-03-20', { Toewijzingsdatum: '2026-03-20', Einddatum: '2026-11-30', RedenWijziging: '05' }));
    expect(await p.termijn('start-zorg')).toEqual([open]);
    await p.goed('WMO305', m305('S1', '2026-05-05', { Begindatum: '2026-04-01' }));
    expect(await p.termijn('start-zorg')).toEqual([{ ...open, gesloten_op: '2026-04-01' }]);
  });

  it('telt vanaf de Toewijzingsdatum als die later is dan de Ingangsdatum', async () => {
    const p = await proef(beleid);
    await p.goed('WMO301', m301('T1', '2026-03-20', { Toewijzingsdatum: '2026-03-20' }));
    expect(await p.termijn('start-zorg')).toEqual([{ ...open, start: '2026-03-20', vervaldatum: '2026-04-20' }]);
  });

  it('gaat weer open als de start wordt verwijderd, en volgt de vroegste start die blijft', async () => {
    const p = await proef(beleid);
    await p.goed('WMO301', m301('T1', '2026-02-20', {}));
    await p.goed('WMO305', m305('S1', '2026-03-05', { Begindatum: '2026-03-04' }));
    await p.goed('WMO305', m305('S2', '2026-03-06', { Begindatum: '2026-03-04', StatusAanlevering: '3' }));
    expect(await p.termijn('start-zorg')).toEqual([open]);
    await p.goed('WMO305', m305('S3', '2026-03-12', { Begindatum: '2026-03-09' }));
    expect(await p.termijn('start-zorg')).toEqual([{ ...open, gesloten_op: '2026-03-09' }]);
  });

  it('vervalt met een verwijderde toewijzing, en met een die eerder eindigt', async () => {
    const p = await proef(beleid);
    await p.goed('WMO301', m301('T1', '2026-02-20', {}, { ToewijzingNummer: 2, Product: { Categorie: '11', Code: '11A01' } }));
    expect(await p.termijn('start-zorg')).toEqual([open, open]);
    await p.goed('WMO301', m301('T2', '2026-03-02',
      { Toewijzingsdatum: '2026-03-02', Einddatum: '2026-03-01', RedenWijziging: '13' },
      { ToewijzingNummer: 2, Product: { Categorie: '11', Code: '11A01' }, Toewijzingsdatum: '2026-03-02', Einddatum: '2026-03-20', RedenWijziging: '05' }));
    expect(await p.termijn('start-zorg')).toEqual([]);
    await p.goed('WMO301', m301('T3', '2026-03-06', { ToewijzingNummer: 2, Product: { Categorie: '11', Code: '11A01' },
      Toewijzingsdatum: '2026-03-06', Einddatum: '2026-12-31', RedenWijziging: '04' }));
    expect(await p.termijn('start-zorg')).toEqual([{ ...open, start: '2026-03-06', vervaldatum: '2026-04-06' }]);
  });

  it('geldt alleen voor de genoemde producten', async () => {
    const p = await proef([
      beleidstermijn('a', 'toewijzing', 'levering-start', 1, 'maanden', { voor: ['02A03'] }),
      beleidstermijn('b', 'WMO301', 'WMO305', 1, 'maanden', { voor: ['15N11'] })]);
    await p.goed('WMO301', m301('T1', '2026-02-20', {}));
    expect((await p.termijnen()).map((t) => t.soort)).toEqual(['a']);
  });

  it('een start zonder ToewijzingNummer telt voor de toewijzing van hetzelfde product', async () => {
    const p = await proef(beleid);
    await p.goed('WMO301', m301('T1', '2026-02-20', {}));
    const { ToewijzingNummer: _, ...zonder } = start;
    const bericht = m305('S1', '2026-03-12');
    await p.goed('WMO305', { ...bericht, Client: { ...bericht.Client, StartProducten: [{ ...zonder, Begindatum: '2026-03-09' }] } });
    expect((await p.termijn('start-zorg')).map((t) => t.gesloten_op)).toEqual(['2026-03-09']);
  });
});

describe('beleid: declareren binnen drie maanden na de maand', () => {
  const beleid = [beleidstermijn('declareren', 'maand-einde', 'WMO323', 3, 'maanden')];
  const regel = (nummer: string, maand: string, velden: Partial<WMO323.Prestatie> = {}): WMO323.Prestatie => ({
    ...prestatie, ProductReferentie: { ReferentieNummer: nummer }, ProductPeriode: { Begindatum: `${maand}-01`, Einddatum: laatsteVanMaand(`${maand}-01`) }, ...velden });
  const m323 = (nummer: string, dagtekening: string, periode: [string, string], ...regels: WMO323.Prestatie[]): Berichten['WMO323'] => {
    const som = regels.reduce((totaal, { IngediendBedrag: { Bedrag, DebetCredit } }) => totaal + (DebetCredit === 'D' ? Bedrag : -Bedrag), 0);
    return {
      Header: header('WMO323', nummer, dagtekening),
      Declaratie: {
        ...wmo323.Declaratie, DeclaratieNummer: nummer, DeclaratiePeriode: { Begindatum: periode[0], Einddatum: periode[1] }, DeclaratieDagtekening: dagtekening,
        TotaalIngediendBedrag: { TotaalBedrag: Math.abs(som), DebetCredit: som < 0 ? 'C' : 'D' }, Clienten: [{ Bsn: BSN, Prestaties: regels }],
      },
    };
  };

  it('meet elke maand die een declaratie beslaat, tot het eind van de derde maand', async () => {
    const p = await proef(beleid);
    await p.goed('WMO301', m301('T1', '2026-01-20', { Ingangsdatum: '2026-02-01', Toewijzingsdatum: '2026-01-20' }));
    await p.goed('WMO323', m323('D1', '2026-06-01', ['2026-05-01', '2026-05-31'], regel('N1', '2026-02'), regel('N2', '2026-05')));
    expect((await p.termijnen()).map((t) => [t.soort, t.start, t.vervaldatum, t.gesloten_op])).toEqual([
      ['declareren', '2026-02-28', '2026-05-31', '2026-06-01'], ['declareren', '2026-05-31', '2026-08-31', '2026-06-01']]);
  });

  it('een correctie is geen late declaratie, en een afgekeurde is er geen', async () => {
    const p = await proef(beleid);
    await p.goed('WMO301', m301('T1', '2026-01-20', { Ingangsdatum: '2026-02-01', Toewijzingsdatum: '2026-01-20' }));
    await p.goed('WMO323', m323('D1', '2026-03-03', ['2026-02-01', '2026-02-28'], regel('N1', '2026-02')));
    await p.goed('WMO323', m323('D2', '2026-09-01', ['2026-08-01', '2026-08-31'],
      regel('N2', '2026-02', { ProductReferentie: { ReferentieNummer: 'N2', VorigReferentieNummer: 'N1' },
        IngediendBedrag: { Bedrag: 60000, DebetCredit: 'C' } }), regel('N3', '2026-02', { GeleverdVolume: 5, IngediendBedrag: { Bedrag: 30000, DebetCredit: 'D' } })));
    const afgekeurd = await p.lever('WMO323', m323('D3', '2026-10-01', ['2026-08-01', '2026-08-31'], regel('N4', '2026-08', { ToewijzingNummer: 9 })));
    expect(afgekeurd.status).toBe('afgekeurd');
    expect((await p.termijnen()).map((t) => [t.start, t.gesloten_op])).toEqual([['2026-02-28', '2026-03-03']]);
  });
});

describe('beleid: verlengen acht weken voor het einde', () => {
  const beleid = [beleidstermijn('verlengen', 'toewijzing-einde', 'verlengingsverzoek', 8, 'weken', { moment: 'voor' })];

  it.each([['2026-11-05', '2026-11-05'], ['2026-11-06', '2026-11-06']])('een WMO317 dat verlengt op %s', async (dagtekening, gesloten_op) => {
    const p = await proef(beleid);
    await p.goed('WMO301', m301('T1', '2026-02-20', {}));
    await p.goed('WMO317', {
      Header: header('WMO317', 'W1', dagtekening),
      Client: { ...wmo317.Client, Verzoek: { ...wmo317.Client.Verzoek, TeWijzigenProducten: [
        { ...teWijzigen, GewensteIngangsdatum: '2027-01-01', Einddatum: '2027-06-30' }] } } });
    expect(await p.termijn('verlengen')).toEqual([{
      soort: 'verlengen', bron: 'beleid', partij: 'aanbieder', start: '2026-12-31', vervaldatum: '2026-11-05', gesloten_op, onderwerp: 'verlenging' }]);
  });

  it('een WMO317 dat niet verlengt zegt niets', async () => {
    const p = await proef(beleid);
    await p.goed('WMO301', m301('T1', '2026-02-20', {}));
    await p.goed('WMO317', wmo317);
    expect((await p.termijnen()).map((t) => t.soort)).toEqual(['antwoord-op-verzoek']);
  });

  it('een WMO315 dat aansluit op een toewijzing van hetzelfde product', async () => {
    const p = await proef(beleid);
    await p.goed('WMO301', m301('T1', '2026-02-20', {}));
    const gevraagd = wmo315.Client.AangevraagdeProducten[0] as (typeof wmo315)['Client']['AangevraagdeProducten'][0];
    await p.goed('WMO315', { Header: header('WMO315', 'V1', '2026-12-01'), Client: { ...wmo315.Client, AangevraagdeProducten: [
      { ...gevraagd, ToewijzingIngangsdatum: '2027-01-01', ToewijzingEinddatum: '2027-12-31' },
      { ...gevraagd, ReferentieAanbieder: 'R2', ToewijzingIngangsdatum: '2028-01-01', ToewijzingEinddatum: '2028-12-31' }] } });
    expect((await p.termijn('verlengen')).map((t) => [t.vervaldatum, t.gesloten_op])).toEqual([['2026-11-05', '2026-12-01']]);
  });
});

describe('termijnen van de standaard die een regio ook opschrijft', () => {
  it('staan er één keer; een strengere staat ernaast', async () => {
    const p = await proef([
      beleidstermijn('start-5', 'levering-start', 'WMO305', 5, 'werkdagen'), beleidstermijn('start-2', 'levering-start', 'WMO305', 2, 'werkdagen'),
      beleidstermijn('stop-2', 'levering-stop', 'WMO307', 2, 'dagen')]);
    await p.goed('WMO301', m301('T1', '2026-02-20', {}));
    await p.goed('WMO305', m305('S1', '2026-03-06', { Begindatum: '2026-03-03' }));
    await p.goed('WMO307', m307('P1', '2026-06-05', { Einddatum: '2026-06-04' }));
    expect((await p.termijnen()).map((t) => [t.soort, t.vervaldatum])).toEqual([
      ['start-2', '2026-03-05'], ['startbericht', '2026-03-10'], ['stop-2', '2026-06-06'], ['stopbericht', '2026-06-11']]);
  });
});

describe('wat anderen openen en sluiten', () => {
  const ID = '0198a000-0000-7000-8000-000000000001';

  it('vooraankondiging: onderzoek binnen tien dagen, twee keer openen is één keer', async () => {
    const p = await proef();
    const beleid = [beleidstermijn('onderzoek', 'melding-definitief', 'verslag-ondertekend', 10, 'dagen', { wie: 'toegang' })];
    const plaats = { db: p.pool, gemeente: GEMEENTE, aanbieder: AANBIEDER };
    const onderwerp = { vooraankondigingId: ID };
    expect(await openBeleidstermijnen(plaats, beleid, 'melding-definitief', onderwerp, '2026-03-02')).toBe(1);
    expect(await openBeleidstermijnen(plaats, beleid, 'melding-definitief', onderwerp, '2026-03-09')).toBe(0);
    expect(await openBeleidstermijnen(plaats, beleid, 'verslag-ondertekend', onderwerp, '2026-03-09')).toBe(0);
    expect(await sluitTermijnen(plaats, onderwerp, '2026-03-13', 'besluit')).toBe(0);
    expect(await sluitTermijnen(plaats, onderwerp, '2026-03-13', 'verslag-ondertekend')).toBe(1);
    expect(await sluitTermijnen(plaats, onderwerp, '2026-03-20')).toBe(0);
    expect(await p.termijnen()).toEqual([{ soort: 'onderzoek', bron: 'beleid', partij: 'gemeente', start: '2026-03-02', vervaldatum: '2026-03-12',
      gesloten_op: '2026-03-13', onderwerp: 'vooraankondiging' }]);
  });

  it('openTermijn zegt of zij er nog niet was', async () => {
    const p = await proef();
    const plaats = { db: p.pool, gemeente: GEMEENTE, aanbieder: AANBIEDER };
    const soort = alsTermijnsoort(beleidstermijn('x', 'toewijzing', 'besluit', 1, 'dagen'));
    expect(await openTermijn(plaats, soort, { toewijzingNummer: 7 }, '2026-03-02')).toBe(true);
    expect(await openTermijn(plaats, soort, { toewijzingNummer: 7 }, '2026-03-03')).toBe(false);
    expect(await openTermijn({ ...plaats, aanbieder: '12345678' }, soort, { toewijzingNummer: 7 }, '2026-03-03')).toBe(true);
  });

  it('OP090 en OP090x4 voor een partij die zelf antwoordt', async () => {
    const p = await proef();
    const plaats = { db: p.pool, gemeente: GEMEENTE, aanbieder: AANBIEDER };
    const start305 = await p.bewaar('WMO305', wmo305);
    const claim = await p.bewaar('WMO323', wmo323);
    const toewijzing = await p.bewaar('WMO301', wmo301);
    const beleid = [beleidstermijn('retour-3-dagen', 'WMO301', 'WMO302', 3, 'dagen'), beleidstermijn('retour-301', 'WMO301', 'WMO302', 3, 'werkdagen')];
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
  });
});

describe('sprongen van de klok en herhaling', () => {
  const beleid = [
    beleidstermijn('start-zorg', 'toewijzing', 'levering-start', 1, 'maanden'), beleidstermijn('besluit', 'aanvraag', 'besluit', 8, 'weken'),
    beleidstermijn('verlengen', 'toewijzing-einde', 'verlengingsverzoek', 8, 'weken', { moment: 'voor' })];
  const reeks: [Heenbericht, Berichten[Heenbericht]][] = [
    ['WMO315', wmo315], ['WMO319', m319('A1', '2026-02-09', 'REF-2026-001', '2')],
    ['WMO301', m301('T1', '2026-02-20', { ReferentieAanbieder: 'REF-2026-001' })], ['WMO305', m305('S1', '2026-03-05', {})],
    ['WMO317', { ...wmo317, Client: { ...wmo317.Client, Verzoek: { ...wmo317.Client.Verzoek, TeWijzigenProducten: [{ ...teWijzigen, Einddatum: '2027-06-30' }] } } }],
    ['WMO307', m307('P1', '2026-06-05', {})]];

  async function loop(dagen: readonly string[]): Promise<Termijnregel[]> {
    const p = await proef(beleid);
    for (const [i, [soort, bericht]] of reeks.entries()) {
      p.zet(dagen[i] as string);
      await p.goed(soort, bericht as never);
    }
    return p.termijnen();
  }

  it('een klok die springt verliest en verdubbelt niets: alleen wat vanaf ontvangst telt begint op een andere dag', async () => {
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
    const p = await proef(beleid, '2026-06-30');
    for (const [soort, bericht] of reeks) {
      const id = await p.goed(soort, bericht as never);
      const voor = await p.termijnen();
      await verwerkTermijnen(p.pool, { berichtId: id, soort, bericht: bericht as never, gemeente: GEMEENTE, aanbieder: AANBIEDER, status: 'goedgekeurd',
        vandaag: '2026-07-01', beleidstermijnen: beleid });
      expect(await p.termijnen()).toEqual(voor);
    }
  });

  it('een afgekeurd bericht opent en sluit niets', async () => {
    const p = await proef(beleid);
    expect((await p.lever('WMO305', wmo305)).status).toBe('afgekeurd');
    expect(await p.termijnen()).toEqual([]);
  });
});
