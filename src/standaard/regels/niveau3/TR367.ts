import type { WMO323, WMO325 } from '../../berichten/gegenereerd/index.js';
import { ingediendePrestaties, type Antwoordcontext } from '../ingediend.js';
import { plek34, regel34, type Toets } from '../regel.js';

type Enkelvoudig =
  'ToewijzingNummer' | 'ProductCategorie' | 'ProductCode' | 'GeleverdVolume' | 'Eenheid' | 'ProductTarief';

/** Skipped where the claim has no such Prestatie: that is TR366. */
function alsIngediend(
  isGelijk: (prestatie: WMO325.Prestatie, ingediend: WMO323.Prestatie) => boolean,
): Toets<WMO325.Prestatie, Antwoordcontext> {
  return function* (voorkomens, context) {
    const ingediend = ingediendePrestaties(voorkomens, context);
    for (const [i, bij] of voorkomens.entries()) {
      const origineel = ingediend[i];
      if (origineel !== undefined && !isGelijk(bij.waarde, origineel)) yield { bij };
    }
  };
}

const zelfde = (element: Enkelvoudig) => plek34('WMO325', 'Prestatie', element,
  alsIngediend((prestatie, ingediend) => prestatie[element] === ingediend[element]));

/**
 * Every element that the answer copies from a Prestatie is as it was claimed. The standard does not list them; all are
 * compared.
 */
export const TR367 = regel34('TR367', 3, '9367',
  zelfde('ToewijzingNummer'), zelfde('ProductCategorie'), zelfde('ProductCode'),
  plek34('WMO325', 'Prestatie', 'ProductPeriode', alsIngediend(({ ProductPeriode: a }, { ProductPeriode: b }) =>
    a.Begindatum === b.Begindatum && a.Einddatum === b.Einddatum)),
  zelfde('GeleverdVolume'), zelfde('Eenheid'), zelfde('ProductTarief'),
  plek34('WMO325', 'Prestatie', 'IngediendBedrag', alsIngediend(({ IngediendBedrag: a }, { IngediendBedrag: b }) =>
    a.Bedrag === b.Bedrag && a.DebetCredit === b.DebetCredit)));
