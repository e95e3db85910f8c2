import type { basis } from '../../berichten/gegenereerd/index.js';
import { opOfVoor } from '../../datum.js';
import { elk, plek, regel2 } from '../regel.js';

const EERSTE_DAG = '2021-01-01';

function vanafEersteDag(periode: basis.CDT_GeslotenPeriode): boolean {
  return opOfVoor(EERSTE_DAG, periode.Begindatum) && opOfVoor(EERSTE_DAG, periode.Einddatum);
}

/** Claimed periods begin and end in 2021 or later. */
export const CS100 = regel2('CS100',
  plek('WMO323', 'Declaratie', 'DeclaratiePeriode', elk(({ DeclaratiePeriode }) => vanafEersteDag(DeclaratiePeriode))),
  plek('WMO323', 'Prestatie', 'ProductPeriode', elk(({ ProductPeriode }) => vanafEersteDag(ProductPeriode))));
