import { describe, expect, it } from 'vitest';
import type { basis, WMO323, WMO325 } from '../../../../src/standaard/berichten/gegenereerd/index.js';
import { niveau2Van, verwachtNiveau2 } from '../../../hulp/bevindingen.js';
import { afgewezenPrestatie, met323, met325, prestatie, totaal, zonder } from '../../../hulp/variaties.js';
import { ANDER_BSN, BSN, wmo325 } from '../../../hulp/voorbeelden.js';

interface Deel { readonly ProductReferentie: basis.CDT_Referentie; readonly IngediendBedrag: basis.CDT_BedragMetDC }

/** What a Prestatie of so many cents (negative is credit) has of its own; `nummer` tells it from the others. */
function deel(nummer: number, cent: number): Deel {
  const ReferentieNummer = `RN${nummer}`;
  return {
    ProductReferentie: { ReferentieNummer, ...(cent < 0 ? { VorigReferentieNummer: `OUD${nummer}` } : {}) },
    IngediendBedrag: { Bedrag: Math.abs(cent), DebetCredit: cent < 0 ? 'C' : 'D' },
  };
}

function prestaties(...centen: number[]): WMO323.Prestatie[] {
  return centen.map((cent, i) => ({ ...prestatie, ToewijzingNummer: 300201 + i, ...deel(i, cent) }));
}

function afgewezen(...centen: number[]): Pick<WMO325.DeclaratieAntwoord, 'Clienten'> {
  return { Clienten: [{
    Bsn: BSN, Prestaties: centen.map((cent, i) => ({ ...afgewezenPrestatie, ...deel(i, cent) })), RetourCodes: ['0200'],
  }] };
}

/** An answer without Clienten. */
function zonderClienten(antwoord: Partial<WMO325.DeclaratieAntwoord>): WMO325.Bericht {
  const { DeclaratieAntwoord } = met325(antwoord);
  return { ...wmo325, DeclaratieAntwoord: zonder(DeclaratieAntwoord as WMO325.DeclaratieAntwoord, 'Clienten') };
}

describe('TR358', () => {
  const fout = ['TR358', 'Declaratie', '/Declaratie/TotaalIngediendBedrag'] as const;
  const declaratie = (cent: number, ...centen: number[]) => met323({
    TotaalIngediendBedrag: totaal(cent), Clienten: [{ Bsn: BSN, Prestaties: prestaties(...centen) }],
  });

  it.each([
    [60000, [60000]], [90000, [60000, 30000]], [30000, [60000, -30000]],
    [-30000, [-60000, 30000]], [0, [60000, -60000]], [0, [0]],
  ])('voldoet: totaal %i van %j', (cent, centen) => {
    verwachtNiveau2('WMO323', declaratie(cent, ...centen));
  });

  it('voldoet en breekt alleen TR358: alle clienten tellen mee', () => {
    const [eerste, tweede] = prestaties(60000, 30000) as [WMO323.Prestatie, WMO323.Prestatie];
    const Clienten = [{ Bsn: BSN, Prestaties: [eerste] }, { Bsn: ANDER_BSN, Prestaties: [tweede] }];
    verwachtNiveau2('WMO323', met323({ TotaalIngediendBedrag: totaal(90000), Clienten }));
    verwachtNiveau2('WMO323', met323({ TotaalIngediendBedrag: totaal(60000), Clienten }), fout);
  });

  it.each([
    [60001, [60000]], [59999, [60000]], [90000, [60000, -30000]],
    [-60000, [60000]], [60000, [-60000]], [1, [60000, -60000]],
  ])('breekt alleen TR358: totaal %i van %j', (cent, centen) => {
    verwachtNiveau2('WMO323', declaratie(cent, ...centen), fout);
  });

  it('niet van toepassing: hoe nul is geschreven is voor CS325', () => {
    verwachtNiveau2('WMO323', met323({
      TotaalIngediendBedrag: { TotaalBedrag: 0, DebetCredit: 'C' },
      Clienten: [{ Bsn: BSN, Prestaties: prestaties(60000, -60000) }],
    }), ['CS325', 'Declaratie', '/Declaratie/TotaalIngediendBedrag/DebetCredit']);
  });

  it('voldoet en breekt alleen TR358: exact tot het grootste totaal dat past', () => {
    const centen = [...Array.from({ length: 10_000 }, () => 99_999_999), 9_999];
    expect(niveau2Van('WMO323', declaratie(999_999_999_999, ...centen))).toEqual([]);
    const [regel, klasse, pad] = fout;
    expect(niveau2Van('WMO323', declaratie(999_999_999_998, ...centen)))
      .toEqual([{ regel, klasse, pad: `/Bericht${pad}` }]);
  });
});

describe('TR342', () => {
  const fout = ['TR342', 'DeclaratieAntwoord', '/DeclaratieAntwoord/TotaalToegekendBedrag'] as const;
  const totalen = (ingediend: number, toegekend: number) =>
    ({ TotaalIngediendBedrag: totaal(ingediend), TotaalToegekendBedrag: totaal(toegekend) });

  it.each([
    [60000, 0, [60000]], [90000, 30000, [60000]], [-10000, -70000, [60000]],
    [20000, 50000, [-30000]], [50000, 50000, [100, -100]],
    [-40000, -10000, [-30000]], [100, -200, [400, -100]],
  ])('voldoet: ingediend %i, toegekend %i, afgewezen %j', (ingediend, toegekend, centen) => {
    verwachtNiveau2('WMO325', met325({ ...totalen(ingediend, toegekend), ...afgewezen(...centen) }));
  });

  it.each([
    [60000, 1, [60000]], [60000, 60000, [60000]], [90000, 30000, [-60000]],
    [20000, -10000, [-30000]], [50000, 50000, [100]],
  ])('breekt alleen TR342: ingediend %i, toegekend %i, afgewezen %j', (ingediend, toegekend, centen) => {
    verwachtNiveau2('WMO325', met325({ ...totalen(ingediend, toegekend), ...afgewezen(...centen) }), fout);
  });

  it('voldoet en breekt alleen TR342: zonder Prestaties zijn de totalen gelijk', () => {
    verwachtNiveau2('WMO325', zonderClienten({ ...totalen(60000, 60000), RetourCodes: ['8001'] }));
    verwachtNiveau2('WMO325', zonderClienten({ ...totalen(-60000, -60000), RetourCodes: ['0200'] }));
    verwachtNiveau2('WMO325', zonderClienten({ ...totalen(60000, 59999), RetourCodes: ['8001'] }), fout);
    verwachtNiveau2('WMO325', zonderClienten({ ...totalen(60000, -60000), RetourCodes: ['8001'] }), fout);
  });

  it('voldoet: een Prestatie met alleen 0233 onder een afgewezen Client telt mee', () => {
    verwachtNiveau2('WMO325', met325({ ...totalen(60000, 0), Clienten: [{
      Bsn: BSN, Prestaties: [{ ...afgewezenPrestatie, RetourCodes: ['0233'] }], RetourCodes: ['9319'],
    }] }));
  });

  it('voldoet: afgewezen als geheel, niets toegekend en geen Clienten', () => {
    verwachtNiveau2('WMO325', zonderClienten({ ...totalen(60000, 0), RetourCodes: ['9374'] }));
  });

  it('breekt alleen TR342: afgewezen als geheel met iets toegekend', () => {
    verwachtNiveau2('WMO325', zonderClienten({ ...totalen(60000, 60000), RetourCodes: ['9374'] }), fout);
    verwachtNiveau2('WMO325', zonderClienten({ ...totalen(60000, 1), RetourCodes: ['0200', '9374'] }), fout);
  });

  it('breekt alleen TR342: afgewezen als geheel met Clienten', () => {
    verwachtNiveau2('WMO325', met325({ ...totalen(60000, 0), ...afgewezen(60000), RetourCodes: ['9374'] }), fout);
  });

  it('niet van toepassing: zonder DeclaratieAntwoord', () => {
    verwachtNiveau2('WMO325', zonder(wmo325, 'DeclaratieAntwoord'));
  });
});
