import { isCredit } from '../prestaties.js';
import { elk, plek34, regel34 } from '../regel.js';

/**
 * No credit of an earlier message already took back the same debit. A credit always has a ReferentieNummer of its own,
 * so what counts is the VorigReferentieNummer (OP360). Two credits in one message are for TR315.
 */
export const TR390 = regel34('TR390', 3, '9390',
  plek34('WMO323', 'Prestatie', 'IngediendBedrag/DebetCredit', elk((prestatie, { dossier }) => {
    const vorig = prestatie.ProductReferentie.VorigReferentieNummer;
    return !isCredit(prestatie) || vorig === undefined || dossier.debetten.get(vorig)?.gecrediteerd !== true;
  })));
