import type { WMO323 } from '../../berichten/gegenereerd/index.js';
import { prestatiesleutel, type EerderDebet } from '../dossier.js';
import { isCredit } from '../prestaties.js';
import { elk, plek34, regel34 } from '../regel.js';

function herhaalt(credit: WMO323.Prestatie, debet: EerderDebet): boolean {
  const { ToewijzingNummer, ProductCategorie, ProductCode, ProductPeriode: { Begindatum, Einddatum } } = credit;
  return debet.sleutel === prestatiesleutel(ToewijzingNummer, ProductCategorie, ProductCode, Begindatum, Einddatum)
    && debet.volume === credit.GeleverdVolume && debet.eenheid === credit.Eenheid
    && debet.tarief === credit.ProductTarief && debet.bedrag === credit.IngediendBedrag.Bedrag;
}

/**
 * A credit refers to an approved debit of an earlier message under the same Bsn. The standard has no code for a
 * difference in the other fields (IV091), so those count only where the parties agreed so.
 */
export const TR323 = regel34('TR323', 3, '8017',
  plek34('WMO323', 'Prestatie', 'ProductReferentie/VorigReferentieNummer', elk((prestatie, { dossier }, { ouder }) => {
    const vorig = prestatie.ProductReferentie.VorigReferentieNummer;
    if (!isCredit(prestatie) || vorig === undefined) return true;
    const debet = dossier.debetten.get(vorig);
    return debet !== undefined && debet.bsn === (ouder?.waarde as WMO323.Client).Bsn
      && (!dossier.creditGelijkAanDebet || herhaalt(prestatie, debet));
  })));
