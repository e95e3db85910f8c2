import { prestatiesVan } from '../prestaties.js';
import { elk, plek34, regel34, type DossierContext } from '../regel.js';

const toegewezen = elk(({ Bsn }: { readonly Bsn: string }, { dossier }: DossierContext) =>
  dossier.bekendeClienten.has(Bsn));

/**
 * The client is known: the gemeente sent this aanbieder a WMO301 for this Bsn. A Prestatie on an allocation of this
 * aanbieder for another Bsn breaks the rule itself, which leaves nothing for TR338. In a WMO325, for the aanbieder to
 * check, the Bsn is one of the claim that it answers.
 */
export const TR304 = regel34('TR304', 3, '8187',
  plek34('WMO317', 'Client', 'Bsn', toegewezen),
  plek34('WMO323', 'Client', 'Bsn', toegewezen),
  plek34('WMO323', 'Prestatie', 'ToewijzingNummer', function* (voorkomens, context) {
    for (const { bij, toewijzing, eigen } of prestatiesVan(voorkomens, context)) {
      if (toewijzing !== undefined && eigen === undefined) yield { bij };
    }
  }),
  plek34('WMO325', 'Client', 'Bsn', function* (voorkomens, { dossier }) {
    const ingediend = new Set(dossier.declaratie?.Declaratie.Clienten.map(({ Bsn }) => Bsn));
    for (const bij of voorkomens) if (!ingediend.has(bij.waarde.Bsn)) yield { bij };
  }));
