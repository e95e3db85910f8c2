import { elk, plek34, regel34, type DossierContext } from '../regel.js';

interface MetReferentie { readonly ReferentieAanbieder: string }

const nieuw = elk(({ ReferentieAanbieder }: MetReferentie, { dossier }: DossierContext) =>
  !dossier.verzoeken.has(ReferentieAanbieder));

/**
 * The reference of a request is new between the parties. WMO315 and WMO317 share one space of references, because a
 * WMO319 or WMO301 refers by this value alone; a request that was answered still occupies its reference.
 */
export const TR347 = regel34('TR347', 3, '9347',
  plek34('WMO315', 'AangevraagdProduct', 'ReferentieAanbieder', nieuw),
  plek34('WMO317', 'Verzoek', 'ReferentieAanbieder', nieuw));
