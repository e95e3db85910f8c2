/** A small policy, and requests and allocations to try it on. */
import type { Beleidsbestand } from '../../src/regio/beleidsbestand.js';
import { maakBeleid, maakRegiobeleid, type Beleid } from '../../src/regio/beleid.js';
import type { Aanvraag, Clienttoewijzing, Situatie } from '../../src/regio/besluit.js';
import { controleerVerbanden } from '../../src/regio/controle.js';
import { laadBeleid } from '../../src/regio/laden.js';
import { controleerVorm } from '../../src/regio/vorm.js';
import type { Toewijzing } from '../../src/standaard/regels/dossier.js';

export const GEMEENTE = '0268';
export const AANBIEDER = '65656055';
export const ANDERE = '65656056';

/** The shipped policy files. */
export const meegeleverd = (): Beleid => laadBeleid(new URL('../../regio/', import.meta.url).pathname);

/** A file with one product and nothing else said about it than that it may be asked for. */
export const KLEIN: Beleidsbestand = {
  regio: 'Proef', gemeenten: [GEMEENTE],
  producten: [{ code: 'A', categorie: '02' }, { code: 'B', categorie: '02' }, { code: 'C', categorie: '02' }],
  aanvraagroutes: [{ voor: ['A', 'B', 'C'], via: ['WMO315', 'WMO317', 'toegang'], dan: 'toewijzen' }],
};

/** The policy of one file, after the same checks as when it is loaded. */
export function beleidVan(inhoud: Beleidsbestand): Beleid {
  const vorm = controleerVorm(inhoud);
  const fouten = 'fouten' in vorm ? vorm.fouten : controleerVerbanden(inhoud);
  if (fouten.length > 0) throw new Error(JSON.stringify(fouten));
  return maakBeleid([maakRegiobeleid('proef.yaml', inhoud)]);
}

export function aanvraag(code: string, delen: Partial<Aanvraag> = {}): Aanvraag {
  return {
    gemeente: GEMEENTE, aanbieder: AANBIEDER, route: 'WMO315', product: { categorie: '02', code },
    ingangsdatum: '2026-03-01', einddatum: '2026-03-31', dagtekening: '2026-02-20', ...delen,
  };
}

let nummer = 1000;

/** An allocation of the client; delivery began, unless it is said not to. */
export function bestaand(code: string, delen: Partial<Toewijzing> = {}, stand: Partial<Clienttoewijzing> = {}): Clienttoewijzing {
  return {
    toewijzing: {
      nummer: nummer++, aanbieder: AANBIEDER, bsn: '999900006', categorie: '02', code, toewijzingsdatum: '2025-12-01', toewijzingstijd: '10:00:00',
      ingangsdatum: '2026-01-01', einddatum: '2026-12-31', redenWijziging: undefined, volume: undefined, eenheid: undefined, frequentie: undefined,
      budget: undefined, referentieAanbieder: undefined, ...delen,
    },
    gestart: true, gestopt: false, ...stand,
  };
}

export function situatie(...toewijzingen: readonly Clienttoewijzing[]): Situatie {
  return { toewijzingen, vandaag: '2026-02-20' };
}
