/** The decision table for return messages (IV028, IV032), row by row for every message type it applies to. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ALLE_BERICHTSOORTEN, isHeenbericht } from '../../../src/standaard/berichten/berichtsoorten.js';
import type { Berichten, WMO301, WMO315 } from '../../../src/standaard/berichten/gegenereerd/index.js';
import type { Dossier } from '../../../src/standaard/regels/dossier.js';
import type { RetourCode } from '../../../src/standaard/regels/regel.js';
import type { Voorkomen } from '../../../src/standaard/regels/voorkomens.js';
import { dossierVoor, metToewijzingen, metVerzoeken, start, toewijzing, verzoek } from '../../hulp/dossiers.js';
import {
  aangevraagdProduct, met301, met305, met307, met315, met317, nieuwProduct, relatie, startProduct, stopProduct,
  teWijzigenProduct, toegewezenProduct,
} from '../../hulp/variaties.js';
import { ANDER_BSN, GEMEENTE, VOORBEELDEN, wmo305, wmo317, wmo319 } from '../../hulp/voorbeelden.js';
import {
  beoordeel, beoordelingMet, codesIn, GEGEVENS, KOPPELING, stelGeldigOp, teruggedraaid, voorkomensIn, type Retourheen,
} from './opstellen.js';

const SCHEMAMAP = fileURLToPath(new URL('../../../schemas/iwmo/3.2/', import.meta.url));

/** A version from the appinfo of a schema, read from the file itself. */
function schemaversie(soort: string, naam: 'BasisschemaXsdVersie' | 'BerichtXsdVersie'): string | undefined {
  const schema = readFileSync(`${SCHEMAMAP}${soort.toLowerCase()}.xsd`, 'utf8');
  return new RegExp(`<basis:${naam}>([^<]+)<`).exec(schema)?.[1];
}

const zonderProduct = { ...wmo317.Client.Verzoek, TeWijzigenProducten: [{ ...teWijzigenProduct, Budget: 100 }] };
const Geboortedatum = { Datum: '1967-08-13', DatumGebruik: '1' } as const;
/** Per type a message that passes level 1 and breaks rules of level 2. */
const MET_NIVEAU2: { readonly [B in Retourheen]: Berichten[B] } = {
  WMO301: met301({ Bsn: '999900007', Geboortedatum }),
  WMO305: met305({ Bsn: '999900007', Geboortedatum }),
  WMO307: met307({ Bsn: '999900007', Geboortedatum }),
  WMO315: met315({ Bsn: '999900007', Geboortedatum }),
  WMO317: { ...wmo317, Client: { Bsn: '999900007', Verzoek: zonderProduct } },
  WMO319: { ...wmo319, Antwoord: { ...wmo319.Antwoord, VerzoekAntwoord: '1' } },
};

describe.each(KOPPELING)('%s (%s) wordt beantwoord met %s (%s)', (soort, _heencode, retour, code) => {
  const bericht = VOORBEELDEN[soort];

  /** The codes of the answer when this one class instance has findings with these. */
  const codesMet = (fout: Voorkomen, codes: readonly RetourCode[]): Record<string, readonly string[]> => {
    const bij = ({ waarde }: Voorkomen): readonly RetourCode[] => (waarde === fout.waarde ? codes : []);
    const antwoord = stelGeldigOp(soort, bericht, beoordelingMet(voorkomensIn(soort, bericht), bij));
    if (fout.klasse !== 'Header') expect(teruggedraaid(soort, antwoord)).toStrictEqual(bericht);
    return codesIn(antwoord);
  };
  /** The same codes for every class of the example, which has one instance of each. */
  const overal = (code: string): Record<string, readonly string[]> =>
    Object.fromEntries(voorkomensIn(soort, bericht).map(({ klasse }) => [klasse, [code]]));

  it('R1: zonder overtreding alleen een Header, zonder codes', () => {
    const beoordeling = beoordeel(soort, bericht, dossierVoor(soort));
    expect(beoordeling.bevindingen).toEqual([]);
    const antwoord = stelGeldigOp(soort, bericht, beoordeling);
    expect(antwoord.berichtsoort).toBe(retour);
    expect(codesIn(antwoord)).toEqual({ Header: [''] });
    expect(teruggedraaid(soort, antwoord)).toStrictEqual({ Header: bericht.Header });
  });

  it('de Header neemt over wat van het bericht is en vult aan wat van het antwoord is', () => {
    const { BerichtVersie, BerichtSubversie, Afzender, Ontvanger, BerichtIdentificatie } = bericht.Header;
    // Another version than that of the return message, to see which of the two goes where.
    const XsdVersie = { BasisschemaXsdVersie: '3.1.4', BerichtXsdVersie: '2.7.18' };
    const van = { ...bericht, Header: { ...bericht.Header, XsdVersie } };
    const { Header } = stelGeldigOp(soort, van, beoordeel(soort, van, dossierVoor(soort))).bericht;
    expect(Header).toStrictEqual({
      BerichtCode: code, BerichtVersie, BerichtSubversie, Afzender, Ontvanger, BerichtIdentificatie, XsdVersie,
      IdentificatieRetour: GEGEVENS.identificatie, DagtekeningRetour: GEGEVENS.dagtekening,
      XsdVersieRetour: {
        BasisschemaXsdVersie: schemaversie(retour, 'BasisschemaXsdVersie'),
        BerichtXsdVersie: schemaversie(retour, 'BerichtXsdVersie') },
    });
  });

  it('R3: met overtredingen van niveau 2 alleen een Header, met eenmaal 0001 en zonder XsltVersie', () => {
    const fout = MET_NIVEAU2[soort];
    const beoordeling = beoordeel(soort, fout, dossierVoor(soort, { identificatieGebruikt: true }));
    expect(beoordeling.bevindingen.map(({ niveau }) => niveau)).toContain(2);
    const antwoord = stelGeldigOp(soort, fout, beoordeling);
    expect(codesIn(antwoord)).toEqual({ Header: ['0001'] });
    expect(antwoord.bericht.Header).not.toHaveProperty('XsltVersie');
  });

  it.each<[Partial<Dossier>, string, string]>([
    [{ identificatieGebruikt: true }, GEMEENTE, '9056'],
    [{ systeemdatum: '2026-01-01' }, GEMEENTE, '8848'],
    [{}, '9998', 'S300'],
    [{ identificatieGebruikt: true, systeemdatum: '2026-01-01' }, '9998', '8848+9056+S300'],
  ])('R4: met overtredingen in de Header alleen een Header, met hun codes: %j', (delen, gemeente, codes) => {
    const alsGemeente = (partij: string): string => (partij === GEMEENTE ? gemeente : partij);
    const { Afzender, Ontvanger } = bericht.Header;
    const partijen = { Afzender: alsGemeente(Afzender), Ontvanger: alsGemeente(Ontvanger) };
    const van = { ...bericht, Header: { ...bericht.Header, ...partijen } };
    const antwoord = stelGeldigOp(soort, van, beoordeel(soort, van, dossierVoor(soort, delen)));
    expect(codesIn(antwoord)).toEqual({ Header: [codes] });
    expect(antwoord.bericht.Header).toMatchObject(partijen);
  });

  it('R5 en R6: een overtreding in een klasse onder de Header, en elke andere klasse met 0200', () => {
    const lager = voorkomensIn(soort, bericht).filter(({ klasse }) => klasse !== 'Header' && klasse !== 'Client');
    expect(lager.length).toBeGreaterThan(0);
    for (const fout of lager) expect(codesMet(fout, ['9326'])).toEqual({ ...overal('0200'), [fout.klasse]: ['9326'] });
  });

  it('R5: een overtreding in Client, en elke klasse daaronder met 0233', () => {
    const client = voorkomensIn(soort, bericht).find(({ klasse }) => klasse === 'Client');
    expect(client === undefined).toBe(soort === 'WMO319');
    if (client === undefined) return;
    expect(codesMet(client, ['8187'])).toEqual({ ...overal('0233'), Header: ['0200'], Client: ['8187'] });
  });

  it('meer bevindingen bij een klasse geven hun codes, elk eenmaal en oplopend', () => {
    for (const fout of voorkomensIn(soort, bericht)) {
      const codes = codesMet(fout, ['S300', '9322', '0611', '9322', '8187', '9019', 'S300']);
      expect(codes[fout.klasse]).toEqual(['0611+8187+9019+9322+S300']);
    }
  });
});

describe('R5 en R6 zoals de regels beoordelen', () => {
  /** The codes of an answer that repeats the whole message. */
  function codesOp<B extends Retourheen>(
    soort: B, bericht: Berichten[B], delen: Partial<Dossier>,
  ): Record<string, readonly string[]> {
    const antwoord = stelGeldigOp(soort, bericht, beoordeel(soort, bericht, dossierVoor(soort, delen)));
    expect(teruggedraaid(soort, antwoord)).toStrictEqual(bericht);
    return codesIn(antwoord);
  }

  it('WMO302: een nummer van een andere client, naast Relatie, Contacten en een goed product', () => {
    const goed: WMO301.ToegewezenProduct = {
      ...toegewezenProduct, ToewijzingNummer: 300999, Product: { Categorie: '02', Code: '02A04' } };
    const bericht = met301({ Relaties: [relatie], ToegewezenProducten: [toegewezenProduct, goed] });
    expect(codesOp('WMO301', bericht, metToewijzingen({ ...toewijzing, bsn: ANDER_BSN }))).toEqual({
      Header: ['0200'], Client: ['0200'], Relatie: ['0200'], Contact: ['0200', '0200'],
      ToegewezenProduct: ['9332', '0200'],
    });
  });

  it('WMO306: status 3 zonder eerdere aanlevering (voorbeeld van IV028)', () => {
    const bericht = met305({ StartProducten: [{ ...startProduct, StatusAanlevering: '3' }] });
    expect(codesOp('WMO305', bericht, {})).toEqual({ Header: ['0200'], Client: ['0200'], StartProduct: ['9063'] });
  });

  it('WMO306: een start die al is aangeleverd breekt twee regels', () => {
    expect(codesOp('WMO305', wmo305, { starts: [start] })).toEqual({
      Header: ['0200'], Client: ['0200'], StartProduct: ['9074+9326'] });
  });

  it('WMO308: een stop zonder start, naast een goede', () => {
    const los = { ...stopProduct, Begindatum: '2026-03-09' };
    expect(codesOp('WMO307', met307({ StopProducten: [stopProduct, los] }), {})).toEqual({
      Header: ['0200'], Client: ['0200'], StopProduct: ['0200', '9069'] });
  });

  it('WMO316: er loopt al een verzoek, en een referentie is gebruikt', () => {
    const referentieAanbieder = 'REF-2026-002';
    const tweede: WMO315.AangevraagdProduct = {
      ...aangevraagdProduct, ReferentieAanbieder: referentieAanbieder, Product: { Categorie: '02', Code: '02A04' } };
    const bericht = met315({ AangevraagdeProducten: [aangevraagdProduct, tweede] });
    const delen = { verzoekLoopt: true, ...metVerzoeken({ ...verzoek, referentieAanbieder }) };
    expect(codesOp('WMO315', bericht, delen)).toEqual({
      Header: ['0200'], Client: ['0200'], AangevraagdProduct: ['9374', '9347+9374'] });
  });

  const wijziging = met317({
    OngewijzigdeProducten: [{ ToewijzingNummer: 300201 }],
    TeWijzigenProducten: [{ ...teWijzigenProduct, ToewijzingNummer: 300202 }],
    NieuweProducten: [{ ...nieuwProduct, Product: { Categorie: '02', Code: '02A06' } }],
  });
  const bekend = metToewijzingen(toewijzing, { ...toewijzing, nummer: 300202, code: '02A05' });

  it('WMO318: een onbekende client houdt tegen dat de rest wordt beoordeeld', () => {
    expect(codesOp('WMO317', wijziging, { ...bekend, bekendeClienten: new Set(), verzoekLoopt: true })).toEqual({
      Header: ['0200'], Client: ['8187'], Verzoek: ['0233'], OngewijzigdProduct: ['0233'], TeWijzigenProduct: ['0233'],
      NieuwProduct: ['0233'] });
  });

  it('WMO318: een Verzoek dat niet mag, laat zijn producten beoordeeld', () => {
    expect(codesOp('WMO317', wijziging, { ...bekend, verzoekLoopt: true })).toEqual({
      Header: ['0200'], Client: ['0200'], Verzoek: ['9374'], OngewijzigdProduct: ['0200'], TeWijzigenProduct: ['0200'],
      NieuwProduct: ['0200'] });
  });

  it('WMO318: en wat daarin zelf fout is, houdt zijn eigen code', () => {
    const { TeWijzigenProduct: [product] = [], ...overig } = codesOp('WMO317', wijziging, {
      ...metToewijzingen(toewijzing), verzoekLoopt: true });
    expect(overig['Verzoek']).toEqual([expect.stringContaining('9374')]);
    expect(product).toMatch(/^9\d{3}/);
  });

  it('WMO320: een tweede keer in onderzoek, op een verzoek dat al is afgewezen', () => {
    expect(codesOp('WMO319', wmo319, metVerzoeken({ ...verzoek, antwoorden: ['2', '1'] }))).toEqual({
      Header: ['0200'], Antwoord: ['9360+9365'] });
  });
});

it('een antwoord wordt zelf niet beantwoord', () => {
  const antwoorden = ALLE_BERICHTSOORTEN.filter((soort) => !isHeenbericht(soort));
  expect(antwoorden).toEqual([...KOPPELING.map(([, , retour]) => retour), 'WMO325']);
});
