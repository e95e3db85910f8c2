import { describe, it } from 'vitest';
import type { WMO323 } from '../../../../src/standaard/berichten/gegenereerd/index.js';
import type { Contractproduct, Dossier } from '../../../../src/standaard/regels/dossier.js';
import { creditOp, debetVan, metDebetten } from '../../../hulp/debetten.js';
import { contractproduct, dossierVoor, metContract } from '../../../hulp/dossiers.js';
import { verwachtNiveau34 } from '../../../hulp/niveau34.js';
import { declaratieVan, prestatie, zonder } from '../../../hulp/variaties.js';

const PAD = '/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]';

type Bedragen = readonly [volume: number, tarief: number, bedrag: number];

function met(
  Eenheid: WMO323.Prestatie['Eenheid'], [GeleverdVolume, ProductTarief, Bedrag]: Bedragen,
): WMO323.Prestatie {
  return { ...prestatie, Eenheid, GeleverdVolume, ProductTarief, IngediendBedrag: { Bedrag, DebetCredit: 'D' } };
}
const uren = (...bedragen: Bedragen) => met('04', bedragen);
const minuten = (...bedragen: Bedragen) => met('01', bedragen);

/** Asserts that a claim of this Prestatie, and a credit of the same amounts, breaks these rules and no others. */
function verwacht(
  een: WMO323.Prestatie, dossier: Partial<Dossier>, ...regels: readonly (readonly [regel: string, code: string])[]
): void {
  const verwachting = regels.map(([regel, code]) => [regel, code, 'Prestatie', PAD] as const);
  verwachtNiveau34('WMO323', declaratieVan(een), dossierVoor('WMO323', dossier), ...verwachting);
  if (een.IngediendBedrag.Bedrag === 0) return; // Nothing to credit (CS325).
  const eerder = debetVan('OUD0001', een);
  verwachtNiveau34('WMO323', declaratieVan(creditOp(eerder)),
    dossierVoor('WMO323', { ...metDebetten(eerder), ...dossier }), ...verwachting);
}

const afgesproken = (delen: Partial<Contractproduct>) => metContract({ ...contractproduct, ...delen });
const tarief = (centen: number) => [{ vanaf: '2026-01-01', totEnMet: undefined, centen }];
/** 51,25 euro an hour: a minute is 0,854166… euro, so 0,85 rounded. */
const UURTARIEF = afgesproken({ tarieven: tarief(5125) });
const OUD_TARIEF = [{ vanaf: '2025-01-01', totEnMet: '2026-02-28', centen: 5125 }];

describe('TR346', () => {
  const fout = ['TR346', '9346'] as const;

  it('voldoet: het bedrag is volume maal tarief', () => {
    verwacht(uren(10, 6000, 60_000), {});
    verwacht(uren(0, 6000, 0), {});
    verwacht(uren(10, 0, 0), {});
    verwacht(minuten(95, 83, 7885), {});
  });

  it('voldoet: minuten met het uurtarief van het contract, een keer afgerond', () => {
    // 51,25 euro times 95 minutes by 60 is 81,1458…; 54 minutes give 46,125, half a cent up.
    verwacht(minuten(95, 85, 8115), UURTARIEF);
    verwacht(minuten(54, 85, 4613), UURTARIEF);
    verwacht(minuten(60, 85, 5125), UURTARIEF);
  });

  it('voldoet: minuten met een tarief per minuut in het contract', () => {
    verwacht(minuten(95, 85, 8075), afgesproken({ eenheid: '01', tarieven: tarief(85) }));
  });

  it('voldoet: minuten zonder bekend uurtarief, als een uurtarief het bedrag kan geven', () => {
    for (const onbekend of [
      {}, metContract({ ...contractproduct, tarieven: OUD_TARIEF }),
      afgesproken({ eenheid: undefined, tarieven: tarief(85) }),
    ]) {
      verwacht(minuten(95, 85, 8115), onbekend);
      verwacht(minuten(95, 85, 8075), onbekend);
      verwacht(minuten(95, 85, 8116), onbekend);
    }
  });

  it('breekt alleen TR346: niet volume maal tarief', () => {
    for (const bedrag of [59_999, 60_001, 0, 600_000]) verwacht(uren(10, 6000, bedrag), {}, fout);
    verwacht(met('16', [3, 100, 301]), { toewijzingen: new Map() }, ['TR338', '9338'], fout);
  });

  it('breekt alleen TR346: met een uurtarief in het contract telt het afgeronde minuuttarief niet', () => {
    for (const bedrag of [8114, 8116, 8075]) verwacht(minuten(95, 85, bedrag), UURTARIEF, fout);
    verwacht(minuten(54, 85, 4612), UURTARIEF, fout);
  });

  it('breekt alleen TR346: met een tarief per minuut telt alleen dat', () => {
    verwacht(minuten(95, 85, 8115), afgesproken({ eenheid: '01', tarieven: tarief(85) }), fout);
  });

  it('breekt alleen TR346: minuten zonder bekend contract, als geen uurtarief het bedrag geeft', () => {
    // Hourly tariffs from 50,70 to 51,29 euro round to 0,85; 95 minutes then cost 80,28 to 81,21.
    for (const bedrag of [8027, 8122]) verwacht(minuten(95, 85, bedrag), {}, fout);
    for (const bedrag of [8028, 8121]) verwacht(minuten(95, 85, bedrag), {});
    verwacht(minuten(0, 85, 1), {}, fout);
  });

  it('niet van toepassing: euro heeft geen tarief', () => {
    const euro: WMO323.Prestatie = { ...zonder(prestatie, 'ProductTarief'), Eenheid: '83', GeleverdVolume: 60_000 };
    verwacht(euro, { toewijzingen: new Map() }, ['TR338', '9338']);
    verwacht(euro, { ...UURTARIEF, toewijzingen: new Map() }, ['TR338', '9338']);
  });
});

describe('TR418', () => {
  const fout = ['TR418', '0611'] as const;

  it('voldoet: het afgesproken tarief', () => {
    verwacht(uren(10, 6000, 60_000), metContract(contractproduct));
  });

  it('voldoet: het tarief van de eerste dag van de productperiode', () => {
    const tarieven = [
      { vanaf: '2025-01-01', totEnMet: '2026-02-28', centen: 1 },
      { vanaf: '2026-03-01', totEnMet: '2026-03-01', centen: 6000 },
      { vanaf: '2026-03-02', totEnMet: undefined, centen: 2 },
    ];
    verwacht(uren(10, 6000, 60_000), afgesproken({ tarieven }));
    verwacht(uren(10, 2, 20), afgesproken({ tarieven }), fout);
  });

  it('voldoet: minuten voor een zestigste van het uurtarief, afgerond op hele centen', () => {
    verwacht(minuten(60, 85, 5125), UURTARIEF);
    // 51,30 by 60 is 0,855: half a cent up.
    verwacht(minuten(60, 86, 5130), afgesproken({ tarieven: tarief(5130) }));
  });

  it('breekt alleen TR418: een ander tarief', () => {
    for (const ander of [5999, 6001, 0]) verwacht(uren(10, ander, 10 * ander), metContract(contractproduct), fout);
  });

  it('breekt alleen TR418: minuten voor iets anders dan een zestigste', () => {
    for (const ander of [84, 86, 5125]) verwacht(minuten(60, ander, 5125), UURTARIEF, fout);
    verwacht(minuten(60, 85, 5130), afgesproken({ tarieven: tarief(5130) }), fout);
  });

  it('breekt alleen TR418: minuten bij een tarief in een andere eenheid dan uren', () => {
    for (const eenheid of ['01', '16']) {
      verwacht(minuten(60, 86, 5160), afgesproken({ eenheid, tarieven: tarief(85) }), fout);
      verwacht(minuten(60, 85, 5100), afgesproken({ eenheid, tarieven: tarief(85) }));
      verwacht(minuten(60, 1, 60), afgesproken({ eenheid, tarieven: tarief(60) }), fout);
    }
  });

  it('voldoet: minuten bij een tarief in een onbekende eenheid, per uur of zo als het er staat', () => {
    const onbekend = afgesproken({ eenheid: undefined, tarieven: tarief(600) });
    verwacht(minuten(60, 10, 600), onbekend);
    verwacht(minuten(60, 600, 36_000), onbekend);
    verwacht(minuten(60, 11, 660), onbekend, fout);
    verwacht(uren(10, 10, 100), onbekend, fout);
  });

  it('niet van toepassing: geen contract, geen tarief voor die dag, of een ander product', () => {
    verwacht(uren(10, 1, 10), {});
    verwacht(uren(10, 1, 10), afgesproken({ tarieven: [] }));
    verwacht(uren(10, 1, 10), afgesproken({ tarieven: OUD_TARIEF }));
    verwacht(uren(10, 1, 10), afgesproken({ code: '02A04' }), ['TR381', 'S329']);
  });

  it('niet van toepassing: euro heeft geen ProductTarief', () => {
    const euro: WMO323.Prestatie = { ...zonder(prestatie, 'ProductTarief'), Eenheid: '83', GeleverdVolume: 60_000 };
    verwacht(euro, { ...afgesproken({ eenheid: '83', tarieven: tarief(5) }), toewijzingen: new Map() },
      ['TR338', '9338']);
  });
});
