import { elk, plek34, regel34 } from '../regel.js';

/**
 * XsdVersieDeclaratie repeats the schema versions of the claim. Skipped when TR337 failed: then there is no claim to
 * compare with.
 */
export const TR371 = regel34('TR371', 3, undefined,
  plek34('WMO325', 'Header', 'XsdVersieDeclaratie', elk((header, { dossier: { declaratie }, faalt }, bij) => {
    if (declaratie === undefined || faalt(bij, 'TR337')) return true;
    const { BasisschemaXsdVersie, BerichtXsdVersie } = declaratie.Header.XsdVersie;
    return header.XsdVersieDeclaratie.BasisschemaXsdVersie === BasisschemaXsdVersie
      && header.XsdVersieDeclaratie.BerichtXsdVersie === BerichtXsdVersie;
  })));
