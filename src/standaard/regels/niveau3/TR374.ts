import { elk, plek34, regel34, type DossierContext } from '../regel.js';

const nietsLoopt = elk((_verzoek: unknown, { dossier }: DossierContext) => !dossier.verzoekLoopt);

/**
 * No earlier request for this client is pending between the parties; one in investigation (VerzoekAntwoord 2) still is.
 * The code comes at every AangevraagdProduct; those of one message do not block each other.
 */
export const TR374 = regel34('TR374', 3, '9374',
  plek34('WMO315', 'AangevraagdProduct', undefined, nietsLoopt),
  plek34('WMO317', 'Verzoek', undefined, nietsLoopt));
