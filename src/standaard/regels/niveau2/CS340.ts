import { eersteVanMaand, laatsteVanMaand } from '../../datum.js';
import { elk, plek, regel2 } from '../regel.js';

/** A DeclaratiePeriode is one whole calendar month: from its first day to its last. */
export const CS340 = regel2('CS340',
  plek('WMO323', 'Declaratie', 'DeclaratiePeriode', elk(({ DeclaratiePeriode: { Begindatum, Einddatum } }) =>
    Begindatum === eersteVanMaand(Begindatum) && Einddatum === laatsteVanMaand(Begindatum))));
