import type { Toewijzing } from '../dossier.js';
import { somBinnenMaximum, type Maatstaf } from '../opbouw.js';
import { plek34, regel34 } from '../regel.js';

type MetBudget = Toewijzing & { readonly budget: number };

const BUDGET: Maatstaf<MetBudget> = {
  begrenst: (toewijzing): toewijzing is MetBudget => toewijzing.budget !== undefined,
  maximum: ({ budget }) => budget,
  eerder: ({ bedrag }) => bedrag,
  waarde: ({ bedrag }) => bedrag,
};

/**
 * All debits on an allocation together claim no more than its Budget. Both are amounts in cents; the text of the
 * standard adds up volumes, which are no amounts except for Eenheid 83.
 */
export const TR369 = regel34('TR369', 3, '9369',
  plek34('WMO323', 'Prestatie', 'IngediendBedrag', somBinnenMaximum(BUDGET)));
