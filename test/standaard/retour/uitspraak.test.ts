/** Reading a verdict back from an answer: what was found is found again, whatever was found. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LDT_RetourCode } from '../../../src/standaard/berichten/gegenereerd/basis.js';
import type { Berichten, WMO306, WMO323 } from '../../../src/standaard/berichten/gegenereerd/index.js';
import type { Beoordeling } from '../../../src/standaard/regels/beoordelen.js';
import type { RetourCode } from '../../../src/standaard/regels/regel.js';
import { codesVan, stelAntwoordOp } from '../../../src/standaard/retour/retour.js';
import { leesUitspraak } from '../../../src/standaard/retour/uitspraak.js';
import { willekeurigBericht } from '../../hulp/willekeurig.js';
import { header, wmo305, wmo323, wmo325 } from '../../hulp/voorbeelden.js';
import { beoordelingMet, GEGEVENS, KOPPELING, voorkomensIn } from './opstellen.js';

const afkeurend = (LDT_RetourCode.waarden ?? []).filter((code) => !['0001', '0200', '0233', '8001'].includes(code)) as RetourCode[];
const codes = fc.oneof({ weight: 3, arbitrary: fc.constant<RetourCode[]>([]) },
  { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...afkeurend), { minLength: 1, maxLength: 3 }) });

/** What is wrong where. */
const kern = ({ bevindingen }: Beoordeling): string[] => bevindingen.map(({ klasse, pad, retourcode }) => `${klasse} ${pad} ${retourcode}`).sort();

describe.each(KOPPELING)('%s', (soort) => {
  it('geeft de bevindingen terug waarmee het antwoord is opgesteld', () => {
    const gezien = new Set<boolean>();
    fc.assert(fc.property(willekeurigBericht(soort), fc.boolean(), fc.infiniteStream(codes), (bericht, inHeader, stroom) => {
      const getrokken = new Map(voorkomensIn(soort, bericht).map((bij) => [bij, (bij.klasse === 'Header') === inHeader ? stroom.next().value : []]));
      const beoordeling = beoordelingMet([...getrokken.keys()], (bij) => getrokken.get(bij) ?? []);
      const gelezen = leesUitspraak(soort, bericht, stelAntwoordOp(soort, bericht, beoordeling, GEGEVENS).bericht);
      expect(kern(gelezen)).toEqual(kern(beoordeling));
      expect(gelezen.opmerkingen).toEqual([]);
      gezien.add(beoordeling.bevindingen.length > 0);
    }), { numRuns: 60 });
    expect(gezien.size).toBe(2);
  });
});

describe('een code', () => {
  const afgekeurd = (RetourCodes: readonly RetourCode[], velden: Partial<WMO306.Client> = {}): Berichten['WMO306'] => ({
    Header: { ...header('WMO306'), IdentificatieRetour: 'R1', DagtekeningRetour: '2026-03-06', XsdVersieRetour: header('WMO306').XsdVersie, RetourCodes: ['0200'] },
    Client: { ...wmo305.Client, StartProducten: wmo305.Client.StartProducten.map((een) => ({ ...een, RetourCodes })), RetourCodes: ['0200'], ...velden },
  });

  it('wordt de regel waar zij bij hoort, met haar plaats en wat te doen', () => {
    const { bevindingen } = leesUitspraak('WMO305', wmo305, afgekeurd(['9063']));
    expect(bevindingen).toMatchObject([{ regel: 'TR063', retourcode: '9063', niveau: 3, klasse: 'StartProduct', pad: '/Bericht/Client/StartProducten/StartProduct[1]' }]);
  });

  it('die bij geen regel van dit bericht hoort, staat er als code', () => {
    const { bevindingen } = leesUitspraak('WMO305', wmo305, afgekeurd(['8021']));
    expect(bevindingen).toMatchObject([{ regel: '8021', retourcode: '8021', niveau: 3 }]);
    expect(bevindingen[0]?.melding).toContain('8021');
  });

  it('0001 is niveau 2, en 0200 is geen bevinding', () => {
    const kop = { ...afgekeurd([]).Header, RetourCodes: ['0001' as const] };
    expect(leesUitspraak('WMO305', wmo305, { Header: kop }).bevindingen).toMatchObject([{ regel: '0001', niveau: 2, klasse: 'Header' }]);
    expect(leesUitspraak('WMO305', wmo305, afgekeurd(['0200'])).bevindingen).toEqual([]);
  });

  it('0233 zonder dat er iets is afgekeurd, is geen goedkeuring', () => {
    expect(leesUitspraak('WMO305', wmo305, afgekeurd(['0233'])).bevindingen).toMatchObject([{ retourcode: '0233', klasse: 'StartProduct' }]);
    expect(leesUitspraak('WMO305', wmo305, afgekeurd(['0233'], { RetourCodes: ['9019'] })).bevindingen).toMatchObject([{ retourcode: '9019', klasse: 'Client' }]);
  });
});

describe('WMO323 en WMO325', () => {
  const [client] = wmo323.Declaratie.Clienten as [WMO323.Client];
  const [prestatie] = client.Prestaties as [WMO323.Prestatie];
  /** Claims of several clients, each with lines of their own. */
  const declaraties = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }).map((aantallen): Berichten['WMO323'] => ({
    ...wmo323, Declaratie: { ...wmo323.Declaratie, Clienten: aantallen.map((aantal, i) => ({
      Bsn: String(999_900_000 + i), Prestaties: Array.from({ length: aantal }, (_, j) => ({ ...prestatie, ProductReferentie: { ReferentieNummer: `R${i}-${j}` } })) })) },
  }));
  const alle = ({ Declaratie }: Berichten['WMO323']): unknown[] => [Declaratie, ...Declaratie.Clienten, ...Declaratie.Clienten.flatMap(({ Prestaties }) => Prestaties)];

  it('elke klasse van de declaratie krijgt de codes terug die zij had', () => {
    const gezien = new Set<number>();
    fc.assert(fc.property(declaraties, fc.constantFrom('Header', 'Declaratie', 'Client Prestatie'), fc.infiniteStream(codes), (bericht, plaats, stroom) => {
      const getrokken = new Map(voorkomensIn('WMO323', bericht).map((bij) => [bij, plaats.includes(bij.klasse) ? stroom.next().value : []]));
      const beoordeling = beoordelingMet([...getrokken.keys()], (bij) => getrokken.get(bij) ?? []);
      const gelezen = leesUitspraak('WMO323', bericht, stelAntwoordOp('WMO323', bericht, beoordeling, GEGEVENS).bericht);
      expect(kern(gelezen)).toEqual(kern(beoordeling));
      // Above the clients a rejection says nothing of what is below it.
      if (plaats === 'Client Prestatie') expect(alle(bericht).map(codesVan(gelezen))).toEqual(alle(bericht).map(codesVan(beoordeling)));
      expect(gelezen.opmerkingen).toEqual([]);
      gezien.add(Math.min(beoordeling.bevindingen.length, 2));
    }), { numRuns: 150 });
    expect([...gezien].sort()).toEqual([0, 1, 2]);
  });

  it('een prestatie of client die niet is gedeclareerd keurt niets af, en wordt genoemd', () => {
    const { DeclaratieAntwoord } = wmo325;
    const [regel] = DeclaratieAntwoord?.Clienten?.[0]?.Prestaties ?? [];
    if (DeclaratieAntwoord === undefined || regel === undefined) throw new Error('voorbeeld zonder prestatie');
    const Clienten = [{ Bsn: '999900018', RetourCodes: ['0200' as const], Prestaties: [{ ...regel, ProductReferentie: { ReferentieNummer: 'ANDERS' } }] }];
    const gelezen = leesUitspraak('WMO323', wmo323, { ...wmo325, DeclaratieAntwoord: { ...DeclaratieAntwoord, Clienten } });
    expect(gelezen.bevindingen).toEqual([]);
    expect(gelezen.opmerkingen.map(({ regel: code, klasse, pad }) => [code, klasse, pad])).toEqual([
      ['antwoord', 'Client', '/Bericht/DeclaratieAntwoord/Clienten/Client[1]'],
      ['TR366', 'Prestatie', '/Bericht/DeclaratieAntwoord/Clienten/Client[1]/Prestaties/Prestatie[1]']]);
    expect(JSON.stringify(gelezen.opmerkingen)).not.toContain('999900018');
  });
});
