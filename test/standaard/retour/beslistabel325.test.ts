/** The decision table for the WMO325 (IV087), row by row, with claims as the rules themselves assess them. */
import { describe, expect, it } from 'vitest';
import type { WMO323, WMO325 } from '../../../src/standaard/berichten/gegenereerd/index.js';
import type { Dossier } from '../../../src/standaard/regels/dossier.js';
import { debet, creditOp, metDebetten } from '../../hulp/debetten.js';
import { dossierVoor, metToewijzingen, toewijzing } from '../../hulp/dossiers.js';
import { declaratieVan, declaratieVoor, met323, prestatie, totaal, zonder } from '../../hulp/variaties.js';
import { AANBIEDER, ANDER_BSN, BSN, GEMEENTE, wmo323 } from '../../hulp/voorbeelden.js';
import { beoordeel, codesIn, GEGEVENS, stelGeldigOp } from './opstellen.js';

const ONBEKEND_NUMMER = 404;
const ANDER_NUMMER = 300202;
const DERDE_NUMMER = 300203;
const DERDE_BSN = '999900031';

/** A claim line on an allocation, at 100 euros per hour. */
function regel(nummer: string, uren: number, toewijzingNummer = toewijzing.nummer): WMO323.Prestatie {
  return {
    ...prestatie, ProductReferentie: { ReferentieNummer: nummer }, ToewijzingNummer: toewijzingNummer,
    GeleverdVolume: uren, ProductTarief: 10_000, IngediendBedrag: { Bedrag: uren * 10_000, DebetCredit: 'D' },
  };
}

/** Three clients, each with an allocation of its own. */
const BEKEND: Partial<Dossier> = {
  ...metToewijzingen(toewijzing, { ...toewijzing, nummer: ANDER_NUMMER, bsn: ANDER_BSN },
    { ...toewijzing, nummer: DERDE_NUMMER, bsn: DERDE_BSN }),
  bekendeClienten: new Set([BSN, ANDER_BSN, DERDE_BSN]),
};

interface Uitkomst {
  readonly codes: Record<string, readonly string[]>;
  readonly bericht: WMO325.Bericht;
}

function antwoordOp(declaratie: WMO323.Bericht, delen: Partial<Dossier> = {}): Uitkomst {
  const beoordeling = beoordeel('WMO323', declaratie, dossierVoor('WMO323', { ...BEKEND, ...delen }));
  const antwoord = stelGeldigOp('WMO323', declaratie, beoordeling);
  expect(antwoord.berichtsoort).toBe('WMO325');
  return { codes: codesIn(antwoord), bericht: antwoord.bericht as WMO325.Bericht };
}

/** The clients of an answer, each with its Prestaties without their codes. */
function clientenIn({ DeclaratieAntwoord }: WMO325.Bericht): unknown {
  return DeclaratieAntwoord?.Clienten?.map(({ Bsn, Prestaties }) =>
    [Bsn, Prestaties.map((een) => zonder(een, 'RetourCodes'))]);
}

describe('WMO325', () => {
  it('de Header wisselt Afzender en Ontvanger en verwijst naar de declaratie', () => {
    const XsdVersie = { BasisschemaXsdVersie: '3.1.4', BerichtXsdVersie: '2.7.18' };
    const { bericht } = antwoordOp({ ...wmo323, Header: { ...wmo323.Header, XsdVersie } });
    expect(bericht.Header).toStrictEqual({
      BerichtCode: '485', BerichtVersie: 3, BerichtSubversie: 2, Afzender: GEMEENTE, Ontvanger: AANBIEDER,
      BerichtIdentificatie: { Identificatie: GEGEVENS.identificatie, Dagtekening: GEGEVENS.dagtekening },
      XsdVersie: { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' },
      DeclaratieIdentificatie: wmo323.Header.BerichtIdentificatie, XsdVersieDeclaratie: XsdVersie,
      RetourCodes: ['0200'],
    });
  });

  const eerder = debet('RN0000');
  it.each<[string, WMO323.Bericht, Partial<Dossier>]>([
    ['debet', declaratieVan(regel('RN1', 6)), {}],
    ['credit', declaratieVan(creditOp(eerder)), metDebetten(eerder)],
    ['nul', declaratieVan(regel('RN1', 0)), {}],
  ])('D1: zonder overtreding wordt alles toegekend (%s)', (_saldo, declaratie, delen) => {
    const { TotaalIngediendBedrag: ingediend } = declaratie.Declaratie;
    const { codes, bericht } = antwoordOp(declaratie, delen);
    expect(codes).toEqual({ Header: ['0200'], DeclaratieAntwoord: ['8001'] });
    expect(bericht.DeclaratieAntwoord).toStrictEqual({
      DeclaratieNummer: wmo323.Declaratie.DeclaratieNummer, TotaalIngediendBedrag: ingediend,
      TotaalToegekendBedrag: ingediend, RetourCodes: ['8001'],
    });
  });

  it('D3: met overtredingen van niveau 2 alleen een Header, met eenmaal 0001 en zonder XsltVersie', () => {
    const fout = met323({ TotaalIngediendBedrag: totaal(1), DeclaratieDagtekening: '2099-01-01' });
    const { codes, bericht } = antwoordOp(fout, { identificatieGebruikt: true, declaratieNummerGebruikt: true });
    expect(codes).toEqual({ Header: ['0001'] });
    expect(bericht).not.toHaveProperty('DeclaratieAntwoord');
    expect(bericht.Header).not.toHaveProperty('XsltVersie');
  });

  it.each<[Partial<Dossier>, string, string]>([
    [{ identificatieGebruikt: true }, GEMEENTE, '9056'],
    [{ systeemdatum: '2026-01-01' }, GEMEENTE, '8848'],
    [{}, '9998', 'S300'],
    [{ identificatieGebruikt: true, systeemdatum: '2026-01-01' }, '9998', '8848+9056+S300'],
  ])('D4: met overtredingen in de Header alleen een Header, met hun codes: %j', (delen, Ontvanger, verwacht) => {
    const { codes, bericht } = antwoordOp({ ...wmo323, Header: { ...wmo323.Header, Ontvanger } }, {
      ...delen, declaratieNummerGebruikt: true, ...metToewijzingen() });
    expect(codes).toEqual({ Header: [verwacht] });
    expect(bericht).not.toHaveProperty('DeclaratieAntwoord');
  });

  it.each<[Partial<Dossier>, string]>([
    [{ declaratieNummerGebruikt: true }, '9333'],
    [{ laatsteDeclaratiePeriode: '2026-04-01' }, '8214'],
    [{ declaratieNummerGebruikt: true, laatsteDeclaratiePeriode: '2026-04-01' }, '8214+9333'],
  ])('D5: met overtredingen in de Declaratie wordt niets toegekend of beoordeeld: %j', (delen, verwacht) => {
    const { codes, bericht } = antwoordOp(wmo323, { ...delen, bekendeClienten: new Set(), ...metToewijzingen() });
    expect(codes).toEqual({ Header: ['0200'], DeclaratieAntwoord: [verwacht] });
    expect(bericht.DeclaratieAntwoord?.TotaalToegekendBedrag).toEqual({ TotaalBedrag: 0, DebetCredit: 'D' });
    expect(bericht.DeclaratieAntwoord).not.toHaveProperty('Clienten');
  });

  it('D6: van een afgewezen Client staan alle Prestaties erin, met 0233; de rest wordt toegekend', () => {
    const eerste = { Bsn: BSN, Prestaties: [regel('RN1', 1), regel('RN2', 2, ONBEKEND_NUMMER)] };
    const tweede = { Bsn: ANDER_BSN, Prestaties: [regel('RN3', 4, ANDER_NUMMER)] };
    const { codes, bericht } = antwoordOp(declaratieVoor(eerste, tweede), { bekendeClienten: new Set([ANDER_BSN]) });
    expect(codes).toEqual({
      Header: ['0200'], DeclaratieAntwoord: ['0200'], Client: ['8187'], Prestatie: ['0233', '0233'],
    });
    expect(clientenIn(bericht)).toEqual([[BSN, eerste.Prestaties]]);
    expect(bericht.DeclaratieAntwoord?.TotaalToegekendBedrag).toEqual(totaal(40_000));
  });

  it('D7: van een Client met 0200 staan alleen de afgewezen Prestaties erin, met al hun codes', () => {
    const [goed, fout] = [regel('RN1', 1), regel('RN2', 2, ONBEKEND_NUMMER)];
    const tweede = { Bsn: ANDER_BSN, Prestaties: [regel('RN3', 4, ANDER_NUMMER)] };
    const delen = { gebruikteReferenties: new Set(['RN2']) };
    const { codes, bericht } = antwoordOp(declaratieVoor({ Bsn: BSN, Prestaties: [goed, fout] }, tweede), delen);
    expect(codes).toEqual({
      Header: ['0200'], DeclaratieAntwoord: ['0200'], Client: ['0200'], Prestatie: ['8021+9338'],
    });
    expect(clientenIn(bericht)).toEqual([[BSN, [fout]]]);
    expect(bericht.DeclaratieAntwoord?.TotaalToegekendBedrag).toEqual(totaal(50_000));
  });

  it('D7: wat overblijft kan credit zijn', () => {
    const declaratie = declaratieVan(regel('RN1', 9, ONBEKEND_NUMMER), creditOp(eerder));
    const { codes, bericht } = antwoordOp(declaratie, metDebetten(eerder));
    expect(codes['Prestatie']).toEqual(['9338']);
    expect(declaratie.Declaratie.TotaalIngediendBedrag.DebetCredit).toBe('D');
    expect(bericht.DeclaratieAntwoord?.TotaalToegekendBedrag).toEqual(totaal(-eerder.bedrag));
  });

  it('D8: een afgewezen Client naast een met afgewezen Prestaties, en wie goed is blijft weg', () => {
    const afgewezen = { Bsn: BSN, Prestaties: [regel('RN1', 1)] };
    const goed = { Bsn: DERDE_BSN, Prestaties: [regel('RN2', 8, DERDE_NUMMER)] };
    const [fout, wel] = [regel('RN3', 2, ONBEKEND_NUMMER), regel('RN4', 4, ANDER_NUMMER)];
    const deels = { Bsn: ANDER_BSN, Prestaties: [fout, wel] };
    const delen = { bekendeClienten: new Set([ANDER_BSN, DERDE_BSN]) };
    const { codes, bericht } = antwoordOp(declaratieVoor(afgewezen, goed, deels), delen);
    expect(codes).toEqual({
      Header: ['0200'], DeclaratieAntwoord: ['0200'], Client: ['8187', '0200'], Prestatie: ['0233', '9338'],
    });
    expect(clientenIn(bericht)).toEqual([[BSN, afgewezen.Prestaties], [ANDER_BSN, [fout]]]);
    expect(bericht.DeclaratieAntwoord?.TotaalToegekendBedrag).toEqual(totaal(120_000));
  });

  it.each<[string, Partial<Dossier>]>([
    ['elke Client', { bekendeClienten: new Set() }], ['elke Prestatie', metToewijzingen()],
  ])('%s afgewezen: niets toegekend, en toch geen afwijzing van de Declaratie', (_wat, delen) => {
    const { codes, bericht } = antwoordOp(wmo323, delen);
    expect(codes).toMatchObject({ Header: ['0200'], DeclaratieAntwoord: ['0200'] });
    expect(bericht.DeclaratieAntwoord?.TotaalToegekendBedrag).toEqual({ TotaalBedrag: 0, DebetCredit: 'D' });
  });

  it('8001 is er niet bij een afgewezen Prestatie van 0, ook al is alles toegekend wat is ingediend', () => {
    const { codes, bericht } = antwoordOp(declaratieVan(regel('RN1', 1), regel('RN2', 0, ONBEKEND_NUMMER)));
    expect(codes['DeclaratieAntwoord']).toEqual(['0200']);
    expect(bericht.DeclaratieAntwoord?.TotaalToegekendBedrag).toEqual(totaal(10_000));
  });
});
