import type { WMO317 } from '../../berichten/gegenereerd/index.js';
import { opOfVoor } from '../../datum.js';
import type { Toewijzing } from '../dossier.js';
import { conflicterend, type Productperiode } from '../overlap.js';
import { plek34, regel34, type DossierContext, type Toets } from '../regel.js';
import { voorkomensVan, type Voorkomen } from '../voorkomens.js';

interface Gewenst extends Productperiode { readonly bij: Voorkomen }

function productVan({ categorie, code }: Toewijzing): Productperiode['product'] {
  return categorie === undefined ? undefined : { Categorie: categorie, Code: code };
}

/**
 * The situation that the aanbieder asks for: each product with its period, without those that have no current
 * allocation.
 */
function gewensteSituatie({ klassen, dossier, faalt }: DossierContext<'WMO317'>): Gewenst[] {
  const gewenst: Gewenst[] = [];
  for (const bij of voorkomensVan(klassen, 'WMO317', 'OngewijzigdProduct')) {
    const toewijzing = dossier.toewijzingen.get(bij.waarde.ToewijzingNummer);
    if (toewijzing === undefined || faalt(bij, 'TR350')) continue;
    gewenst.push({ bij, product: productVan(toewijzing), begin: toewijzing.ingangsdatum, eind: toewijzing.einddatum });
  }
  for (const bij of voorkomensVan(klassen, 'WMO317', 'TeWijzigenProduct')) {
    const { ToewijzingNummer, GewensteIngangsdatum, Einddatum } = bij.waarde;
    const toewijzing = dossier.toewijzingen.get(ToewijzingNummer);
    if (toewijzing === undefined || faalt(bij, 'TR351')) continue;
    const { ingangsdatum } = toewijzing;
    const begin = opOfVoor(ingangsdatum, GewensteIngangsdatum) ? ingangsdatum : GewensteIngangsdatum;
    gewenst.push({ bij, product: productVan(toewijzing), begin, eind: Einddatum });
  }
  for (const bij of voorkomensVan(klassen, 'WMO317', 'NieuwProduct')) {
    const { Product, GewensteIngangsdatum, Einddatum } = bij.waarde;
    gewenst.push({ bij, product: Product, begin: GewensteIngangsdatum, eind: Einddatum });
  }
  return gewenst;
}

function zonderConflict<T extends WMO317.OngewijzigdProduct | WMO317.TeWijzigenProduct | WMO317.NieuwProduct>(
): Toets<T, DossierContext<'WMO317'>> {
  return function* (voorkomens, context) {
    const botsend = new Set<Voorkomen>(
      conflicterend(gewensteSituatie(context), ({ bij }) => bij.klasse !== 'NieuwProduct').map(({ bij }) => bij));
    for (const bij of voorkomens) if (botsend.has(bij)) yield { bij };
  };
}

/**
 * In the situation that a Verzoek asks for, no product overlaps itself; see overlap.ts for what is the same product.
 * What stays as it is lasts as its allocation. What changes begins on the earlier of the Ingangsdatum of the allocation
 * and the wanted one, because what comes before the change stays, and ends as asked, so never without Einddatum
 * (IV092). Two NieuweProducten are left to TR410. The code comes at both products of a conflict.
 */
export const TR361 = regel34('TR361', 3, '9361',
  plek34('WMO317', 'TeWijzigenProduct', 'ToewijzingNummer', zonderConflict()),
  plek34('WMO317', 'OngewijzigdProduct', 'ToewijzingNummer', zonderConflict()),
  plek34('WMO317', 'NieuwProduct', 'Product', zonderConflict()));
