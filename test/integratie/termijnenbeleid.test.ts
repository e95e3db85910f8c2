/** The terms of a region's policy as messages open and close them, on a database. */
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { verwerkTermijnen } from '../../src/gemeente/termijnen.js';
import type { Beleidstermijn } from '../../src/gemeente/termijnsoorten.js';
import type { Bevraagbaar } from '../../src/platform/database.js';
import { laadBeleid } from '../../src/regio/index.js';
import type { Heenbericht } from '../../src/standaard/berichten/berichtsoorten.js';
import type { Berichten, WMO315, WMO317, WMO323 } from '../../src/standaard/berichten/gegenereerd/index.js';
import { laatsteVanMaand } from '../../src/standaard/datum.js';
import { beleidstermijn, m301, m305, m305ZonderNummer, m307, m319, termijnproef } from '../hulp/termijnen.js';
import { AANBIEDER, BSN, GEMEENTE, header, wmo315, wmo317, wmo323 } from '../hulp/voorbeelden.js';

const opruimen: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stap of opruimen.splice(0).reverse()) await stap();
});

const gevraagd = wmo315.Client.AangevraagdeProducten[0] as WMO315.AangevraagdProduct;
const teWijzigen = wmo317.Client.Verzoek.TeWijzigenProducten?.[0] as WMO317.TeWijzigenProduct;
const prestatie = wmo323.Declaratie.Clienten[0]?.Prestaties[0] as WMO323.Prestatie;

describe('van aanvraag tot toewijzing', () => {
  it('acht weken vanaf ontvangst, voor de genoemde producten, gesloten met het besluit', async () => {
    const p = await termijnproef(opruimen, [
      beleidstermijn('besluit-8-weken', 'aanvraag', 'toewijzing', 8, 'weken', { wie: 'toegang' }),
      beleidstermijn('ander-product', 'aanvraag', 'toewijzing', 1, 'weken', { voor: ['15N11'] }),
      beleidstermijn('dit-product', 'WMO315', 'WMO319', 2, 'dagen', { wie: 'backoffice', voor: ['02A03'] }),
      beleidstermijn('ander-bericht', 'WMO317', 'besluit', 2, 'dagen')], '2026-02-04');
    await p.goed('WMO315', wmo315);
    p.zet('2026-12-31');
    await p.goed('WMO319', m319('A1', '2026-02-09', 'REF-2026-001', '2'));
    const vanBeleid = async (): Promise<unknown[]> => (await p.termijnen()).filter((t) => t.bron === 'beleid')
      .map((t) => [t.soort, t.partij, t.start, t.vervaldatum, t.gesloten_op]);
    expect(await vanBeleid()).toEqual([
      ['besluit-8-weken', 'gemeente', '2026-02-04', '2026-04-01', null],
      ['dit-product', 'gemeente', '2026-02-04', '2026-02-06', '2026-02-09']]);
    await p.goed('WMO319', m319('A2', '2026-04-02', 'REF-2026-001', '1'));
    expect(await vanBeleid()).toEqual([
      ['besluit-8-weken', 'gemeente', '2026-02-04', '2026-04-01', '2026-04-02'],
      ['dit-product', 'gemeente', '2026-02-04', '2026-02-06', '2026-02-09']]);
  });

  it('een WMO317 telt voor de producten die het wijzigt of toevoegt', async () => {
    const p = await termijnproef(opruimen, [
      beleidstermijn('wijzigt', 'aanvraag', 'besluit', 8, 'weken', { voor: ['02A03'] }),
      beleidstermijn('nieuw', 'WMO317', 'besluit', 8, 'weken', { voor: ['11A01'] }),
      beleidstermijn('geen', 'aanvraag', 'besluit', 8, 'weken', { voor: ['15N11'] })]);
    await p.goed('WMO301', m301('T1', '2026-02-20', {}));
    const nieuw: WMO317.NieuwProduct = {
      Product: { Categorie: '11', Code: '11A01' }, GewensteIngangsdatum: '2026-05-01', Einddatum: '2026-12-31',
      Omvang: { Volume: 1, Eenheid: '04', Frequentie: '2' },
    };
    const Verzoek = { ...wmo317.Client.Verzoek, NieuweProducten: [nieuw] };
    await p.goed('WMO317', { ...wmo317, Client: { ...wmo317.Client, Verzoek } });
    expect((await p.termijnen()).filter((t) => t.bron === 'beleid').map((t) => t.soort)).toEqual(['nieuw', 'wijzigt']);
  });
});

describe('start van de zorg binnen een maand', () => {
  const beleid = [beleidstermijn('start-zorg', 'toewijzing', 'levering-start', 1, 'maanden')];
  const ander = { ToewijzingNummer: 2, Product: { Categorie: '11', Code: '11A01' } } as const;
  const open = {
    soort: 'start-zorg', bron: 'beleid', partij: 'aanbieder', start: '2026-03-01', vervaldatum: '2026-04-01',
    gesloten_op: null, onderwerp: 'toewijzing',
  };

  it('opent één keer, ook als de toewijzing in volgende berichten terugkomt, en sluit op de begindatum', async () => {
    const p = await termijnproef(opruimen, beleid);
    await p.goed('WMO301', m301('T1', '2026-02-20', {}));
    await p.goed('WMO301', m301('T2', '2026-03-20',
      { Toewijzingsdatum: '2026-03-20', Einddatum: '2026-11-30', RedenWijziging: '05' }));
    expect(await p.termijn('start-zorg')).toEqual([open]);
    await p.goed('WMO305', m305('S1', '2026-05-05', { Begindatum: '2026-04-01' }));
    expect(await p.termijn('start-zorg')).toEqual([{ ...open, gesloten_op: '2026-04-01' }]);
  });

  it('telt vanaf de Toewijzingsdatum als die later is dan de Ingangsdatum', async () => {
    const p = await termijnproef(opruimen, beleid);
    await p.goed('WMO301', m301('T1', '2026-03-20', { Toewijzingsdatum: '2026-03-20' }));
    expect(await p.termijn('start-zorg')).toEqual([{ ...open, start: '2026-03-20', vervaldatum: '2026-04-20' }]);
  });

  it('gaat weer open als de start wordt verwijderd, en volgt de vroegste start die blijft', async () => {
    const p = await termijnproef(opruimen, beleid);
    await p.goed('WMO301', m301('T1', '2026-02-20', {}));
    await p.goed('WMO305', m305('S1', '2026-03-05', { Begindatum: '2026-03-04' }));
    await p.goed('WMO305', m305('S2', '2026-03-06', { Begindatum: '2026-03-04', StatusAanlevering: '3' }));
    expect(await p.termijn('start-zorg')).toEqual([open]);
    await p.goed('WMO305', m305('S3', '2026-03-12', { Begindatum: '2026-03-09' }));
    await p.goed('WMO307', m307('P1', '2026-04-02', { Begindatum: '2026-03-09', Einddatum: '2026-03-31' }));
    await p.goed('WMO305', m305('S4', '2026-05-02', { Begindatum: '2026-05-01' }));
    expect(await p.termijn('start-zorg')).toEqual([{ ...open, gesloten_op: '2026-03-09' }]);
  });

  it('vervalt met een verwijderde toewijzing, en met een die eerder eindigt', async () => {
    const p = await termijnproef(opruimen, beleid);
    await p.goed('WMO301', m301('T1', '2026-02-20', {}, ander));
    expect(await p.termijn('start-zorg')).toEqual([open, open]);
    await p.goed('WMO301', m301('T2', '2026-03-02',
      { Toewijzingsdatum: '2026-03-02', Einddatum: '2026-03-01', RedenWijziging: '13' },
      { ...ander, Toewijzingsdatum: '2026-03-02', Einddatum: '2026-03-20', RedenWijziging: '05' }));
    expect(await p.termijn('start-zorg')).toEqual([]);
    await p.goed('WMO301', m301('T3', '2026-03-06',
      { ...ander, Toewijzingsdatum: '2026-03-06', Einddatum: '2026-12-31', RedenWijziging: '04' }));
    expect(await p.termijn('start-zorg')).toEqual([{ ...open, start: '2026-03-06', vervaldatum: '2026-04-06' }]);
  });

  it('geldt alleen voor de genoemde producten', async () => {
    const p = await termijnproef(opruimen, [
      beleidstermijn('a', 'toewijzing', 'levering-start', 1, 'maanden', { voor: ['02A03'] }),
      beleidstermijn('b', 'WMO301', 'WMO305', 1, 'maanden', { voor: ['15N11'] })]);
    await p.goed('WMO301', m301('T1', '2026-02-20', {}));
    expect((await p.termijnen()).map((t) => t.soort)).toEqual(['a']);
  });

  it('een start zonder ToewijzingNummer telt voor de toewijzing van hetzelfde product', async () => {
    const p = await termijnproef(opruimen, beleid);
    await p.goed('WMO301', m301('T1', '2026-02-20', {}, ander));
    await p.goed('WMO305', m305ZonderNummer('S1', '2026-03-12', '2026-03-09'));
    expect((await p.termijn('start-zorg')).map((t) => t.gesloten_op)).toEqual(['2026-03-09', null]);
  });
});

describe('declareren binnen drie maanden na de maand', () => {
  const beleid = [beleidstermijn('declareren', 'maand-einde', 'WMO323', 3, 'maanden')];
  const toewijzing = m301('T1', '2026-01-20', { Ingangsdatum: '2026-02-01', Toewijzingsdatum: '2026-01-20' });
  const maand = (dag: string): { Begindatum: string; Einddatum: string } =>
    ({ Begindatum: dag, Einddatum: laatsteVanMaand(dag) });
  const regel = (nummer: string, dag: string, velden: Partial<WMO323.Prestatie> = {}): WMO323.Prestatie => ({
    ...prestatie, ProductReferentie: { ReferentieNummer: nummer }, ProductPeriode: maand(dag), ...velden });

  function m323(nummer: string, dagtekening: string, dag: string, ...regels: WMO323.Prestatie[]): Berichten['WMO323'] {
    const som = regels.reduce((totaal, { IngediendBedrag: { Bedrag, DebetCredit } }) =>
      totaal + (DebetCredit === 'D' ? Bedrag : -Bedrag), 0);
    return {
      Header: header('WMO323', nummer, dagtekening),
      Declaratie: {
        DeclaratieNummer: nummer, DeclaratiePeriode: maand(dag), DeclaratieDagtekening: dagtekening,
        TotaalIngediendBedrag: { TotaalBedrag: Math.abs(som), DebetCredit: som < 0 ? 'C' : 'D' },
        Clienten: [{ Bsn: BSN, Prestaties: regels }],
      },
    };
  }

  it('meet elke maand die een declaratie beslaat, tot het eind van de derde maand', async () => {
    const p = await termijnproef(opruimen, beleid);
    await p.goed('WMO301', toewijzing);
    await p.goed('WMO323',
      m323('D1', '2026-06-01', '2026-05-01', regel('N1', '2026-02-01'), regel('N2', '2026-05-01')));
    expect((await p.termijnen()).map((t) => [t.soort, t.start, t.vervaldatum, t.gesloten_op])).toEqual([
      ['declareren', '2026-02-28', '2026-05-31', '2026-06-01'],
      ['declareren', '2026-05-31', '2026-08-31', '2026-06-01']]);
  });

  it('een correctie is geen late declaratie, en een afgekeurde is er geen', async () => {
    const p = await termijnproef(opruimen, beleid);
    await p.goed('WMO301', toewijzing);
    await p.goed('WMO323', m323('D1', '2026-03-03', '2026-02-01', regel('N1', '2026-02-01')));
    await p.goed('WMO323', m323('D2', '2026-09-01', '2026-08-01',
      regel('N2', '2026-02-01', {
        ProductReferentie: { ReferentieNummer: 'N2', VorigReferentieNummer: 'N1' },
        IngediendBedrag: { Bedrag: 60000, DebetCredit: 'C' },
      }),
      regel('N3', '2026-02-01', { GeleverdVolume: 5, IngediendBedrag: { Bedrag: 30000, DebetCredit: 'D' } })));
    const onbekend = regel('N4', '2026-08-01', { ToewijzingNummer: 9 });
    expect((await p.lever('WMO323', m323('D3', '2026-10-01', '2026-08-01', onbekend))).status).toBe('afgekeurd');
    expect((await p.termijnen()).map((t) => [t.start, t.gesloten_op])).toEqual([['2026-02-28', '2026-03-03']]);
  });
});

describe('verlengen acht weken voor het einde', () => {
  const beleid = [
    beleidstermijn('verlengen', 'toewijzing-einde', 'verlengingsverzoek', 8, 'weken', { moment: 'voor' })];

  it.each(['2026-11-05', '2026-11-06'])('een WMO317 dat verlengt op %s', async (gesloten_op) => {
    const p = await termijnproef(opruimen, beleid);
    await p.goed('WMO301', m301('T1', '2026-02-20', {}));
    const langer = { ...teWijzigen, GewensteIngangsdatum: '2027-01-01', Einddatum: '2027-06-30' };
    const Verzoek = { ...wmo317.Client.Verzoek, TeWijzigenProducten: [langer] };
    await p.goed('WMO317', { Header: header('WMO317', 'W1', gesloten_op), Client: { ...wmo317.Client, Verzoek } });
    expect(await p.termijn('verlengen')).toEqual([{
      soort: 'verlengen', bron: 'beleid', partij: 'aanbieder', start: '2026-12-31', vervaldatum: '2026-11-05',
      gesloten_op, onderwerp: 'verlenging',
    }]);
  });

  it('een WMO317 dat niet verlengt zegt niets', async () => {
    const p = await termijnproef(opruimen, beleid);
    await p.goed('WMO301', m301('T1', '2026-02-20', {}));
    await p.goed('WMO317', wmo317);
    expect((await p.termijnen()).map((t) => t.soort)).toEqual(['antwoord-op-verzoek']);
  });

  it('een WMO315 dat aansluit op een toewijzing van hetzelfde product', async () => {
    const p = await termijnproef(opruimen, beleid);
    await p.goed('WMO301', m301('T1', '2026-02-20', {}));
    const AangevraagdeProducten = [
      { ...gevraagd, ToewijzingIngangsdatum: '2027-01-01', ToewijzingEinddatum: '2027-12-31' },
      { ...gevraagd, ReferentieAanbieder: 'R2', ToewijzingIngangsdatum: '2028-01-01',
        ToewijzingEinddatum: '2028-12-31' }];
    await p.goed('WMO315', {
      Header: header('WMO315', 'V1', '2026-12-01'), Client: { ...wmo315.Client, AangevraagdeProducten } });
    expect((await p.termijn('verlengen')).map((t) => [t.vervaldatum, t.gesloten_op]))
      .toEqual([['2026-11-05', '2026-12-01']]);
  });
});

describe('termijnen van de standaard die een regio ook opschrijft', () => {
  it('staan er één keer; een strengere staat ernaast', async () => {
    const p = await termijnproef(opruimen, [
      beleidstermijn('start-5', 'levering-start', 'WMO305', 5, 'werkdagen'),
      beleidstermijn('start-2', 'levering-start', 'WMO305', 2, 'werkdagen'),
      beleidstermijn('stop-2', 'levering-stop', 'WMO307', 2, 'dagen', { voor: ['02A03'] }),
      beleidstermijn('stop-ander', 'levering-stop', 'WMO307', 2, 'dagen', { voor: ['15N11'] })]);
    await p.goed('WMO301', m301('T1', '2026-02-20', {}));
    await p.goed('WMO305', m305('S1', '2026-03-06', { Begindatum: '2026-03-03' }));
    await p.goed('WMO307', m307('P1', '2026-06-05', { Einddatum: '2026-06-04' }));
    expect((await p.termijnen()).map((t) => [t.soort, t.vervaldatum])).toEqual([
      ['start-2', '2026-03-05'], ['startbericht', '2026-03-10'], ['stop-2', '2026-06-06'],
      ['stopbericht', '2026-06-11']]);
  });
});

describe('met de meegeleverde beleidsbestanden', () => {
  const map = fileURLToPath(new URL('../../regio', import.meta.url));
  const termijnenVan = (gemeente: string): readonly Beleidstermijn[] => laadBeleid(map).voor(gemeente)?.termijnen ?? [];

  it('Gelderland-Zuid: beschermd wonen start binnen een maand, dagbesteding kent die termijn niet', async () => {
    const p = await termijnproef(opruimen, termijnenVan('0268'));
    const wonen = {
      Product: { Categorie: '15', Code: '15N11' }, Omvang: { Volume: 7, Eenheid: '14', Frequentie: '2' },
    } as const;
    await p.goed('WMO301', m301('T1', '2026-02-20', {}, { ...wonen, ToewijzingNummer: 2 }));
    expect((await p.termijnen()).map((t) => [t.soort, t.partij, t.vervaldatum]))
      .toEqual([['start-binnen-een-maand', 'aanbieder', '2026-04-01']]);
  });

  it('Heusden: startbericht één keer, verlengen acht weken voor het einde', async () => {
    const p = await termijnproef(opruimen, termijnenVan('0797'));
    await p.goed('WMO301', m301('T1', '2026-02-20', {}));
    await p.goed('WMO305', m305('S1', '2026-03-05', {}));
    const langer = { ...teWijzigen, Einddatum: '2027-06-30' };
    const Verzoek = { ...wmo317.Client.Verzoek, TeWijzigenProducten: [langer] };
    await p.goed('WMO317', { ...wmo317, Client: { ...wmo317.Client, Verzoek } });
    expect((await p.termijnen()).map((t) => [t.soort, t.bron])).toEqual([
      ['antwoord-op-verzoek', 'OP346'], ['startbericht', 'OP271'], ['verlenging-aanvragen', 'beleid']]);
  });

  it('Westfriesland: acht weken van aanvraag tot toewijzing', async () => {
    const p = await termijnproef(opruimen, termijnenVan('0420'), '2026-02-02');
    await p.goed('WMO315', wmo315);
    expect((await p.termijnen()).map((t) => [t.soort, t.vervaldatum]))
      .toEqual([['antwoord-op-verzoek', '2026-02-09'], ['besluit-op-aanvraag', '2026-03-30']]);
  });
});

describe('aantal zoekvragen', () => {
  const beleid = [
    beleidstermijn('start-zorg', 'toewijzing', 'levering-start', 1, 'maanden'),
    beleidstermijn('besluit', 'aanvraag', 'besluit', 8, 'weken'),
    beleidstermijn('start-2', 'levering-start', 'WMO305', 2, 'werkdagen'),
    beleidstermijn('declareren', 'maand-einde', 'WMO323', 3, 'maanden'),
    beleidstermijn('verlengen', 'toewijzing-einde', 'verlengingsverzoek', 8, 'weken', { moment: 'voor' })];
  const keer = <T>(n: number, maak: (nummer: number) => T): T[] => Array.from({ length: n }, (_, i) => maak(i + 1));
  const Product = { Categorie: '11', Code: '11A01' } as const;
  const per = (n: number): [Heenbericht, Berichten[Heenbericht]][] => [
    ['WMO315', { ...wmo315, Client: { ...wmo315.Client, AangevraagdeProducten:
      keer(n, (i) => ({ ...gevraagd, Product, ReferentieAanbieder: `R${i}` })) } }],
    ['WMO319', m319('A1', '2026-02-09', 'R1', '2')],
    ['WMO301', m301('T1', '2026-02-20', ...keer(n, (ToewijzingNummer) => ({ Product, ToewijzingNummer })))],
    ['WMO305', m305('S1', '2026-03-05', ...keer(n, (ToewijzingNummer) => ({ Product, ToewijzingNummer })))],
    ['WMO307', m307('P1', '2026-06-05', { Product, ToewijzingNummer: 1 })]];

  it('hooguit twee per bericht, voor 1 en voor 400 producten evenveel', async () => {
    const tel = async (n: number): Promise<number[]> => {
      const p = await termijnproef(opruimen, beleid);
      const aantallen: number[] = [];
      for (const [soort, bericht] of per(n)) {
        const berichtId = await p.goed(soort, bericht as never);
        let aantal = 0;
        const db: Bevraagbaar = {
          query: (tekst, waarden) => {
            aantal++;
            return p.pool.query(tekst, waarden);
          },
        };
        await verwerkTermijnen(db, {
          berichtId, soort, bericht: bericht as never, gemeente: GEMEENTE, aanbieder: AANBIEDER, status: 'goedgekeurd', persoon: 1,
          vandaag: '2026-07-01', beleidstermijnen: beleid,
        });
        aantallen.push(aantal);
      }
      return aantallen;
    };
    const een = await tel(1);
    expect(await tel(400)).toEqual(een);
    expect(Math.max(...een)).toBeLessThanOrEqual(2);
  });
});
