/**
 * What the rules on a WMO317 share: which allocations the aanbieder can ask to change, and the one that a product is
 * about.
 */
import type { WMO317 } from '../berichten/gegenereerd/index.js';
import { opOfVoor } from '../datum.js';
import { isActueel, type Toewijzing } from './dossier.js';
import { elk, type Context, type DossierContext, type Toets } from './regel.js';

/**
 * Whether an allocation is current on the Dagtekening, and of the aanbieder and client of the message (TR349-TR351).
 */
export function isActueelVoor(toewijzing: Toewijzing, { Header, Client }: WMO317.Bericht): boolean {
  return toewijzing.aanbieder === Header.Afzender && toewijzing.bsn === Client.Bsn
    && isActueel(toewijzing, Header.BerichtIdentificatie.Dagtekening);
}

interface MetToewijzingNummer { readonly ToewijzingNummer: number }

/** The predicate of TR350 and TR351: the number is that of a current allocation of this aanbieder and client. */
export const verwijstNaarActueel = elk(
  ({ ToewijzingNummer }: MetToewijzingNummer, { bericht, dossier }: DossierContext<'WMO317'>) => {
    const toewijzing = dossier.toewijzingen.get(ToewijzingNummer);
    return toewijzing !== undefined && isActueelVoor(toewijzing, bericht);
  });

/** A predicate on a TeWijzigenProduct and its allocation. Where TR351 failed there is no such allocation: skipped. */
export function bijToewijzing(
  voldoet: (product: WMO317.TeWijzigenProduct, toewijzing: Toewijzing, context: Context<'WMO317'>) => boolean,
): Toets<WMO317.TeWijzigenProduct, DossierContext<'WMO317'>> {
  return elk((product, context, bij) => {
    const toewijzing = context.dossier.toewijzingen.get(product.ToewijzingNummer);
    return toewijzing === undefined || context.faalt(bij, 'TR351') || voldoet(product, toewijzing, context);
  });
}

/** The last day on which an allocation without Code could still have an Omvang (TR375, TR412). */
const LAATSTE_DAG_MET_OMVANG = '2020-12-31';

/** Whether a TeWijzigenProduct, with an allocation without Code, leaves out Omvang or ends early enough to have it. */
export function zonderOmvang({ Einddatum, Omvang }: WMO317.TeWijzigenProduct): boolean {
  return Omvang === undefined || (Einddatum !== undefined && opOfVoor(Einddatum, LAATSTE_DAG_MET_OMVANG));
}
