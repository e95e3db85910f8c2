/** The Prestaties of the claim that a WMO325 answers, found by reference once for all rules that compare them. */
import type { basis, WMO323, WMO325 } from '../berichten/gegenereerd/index.js';
import type { DossierContext } from './regel.js';
import type { Voorkomen } from './voorkomens.js';

export type Antwoordcontext = DossierContext<'WMO325'>;

/** A reference is never empty (XSD): with the length in front the two stay apart and absent differs from every value. */
function referentie({ ReferentieNummer, VorigReferentieNummer }: basis.CDT_Referentie): string {
  return `${ReferentieNummer.length}:${ReferentieNummer}${VorigReferentieNummer ?? ''}`;
}

/**
 * One ProductReferentie can stand in a claim under several clients: then the one of the same client is meant. Only
 * where the client has none, the first of any client is.
 */
function zoekOp(
  voorkomens: readonly Voorkomen<WMO325.Prestatie>[], { dossier }: Antwoordcontext,
): (WMO323.Prestatie | undefined)[] {
  const vanClient = new Map<string, WMO323.Prestatie>();
  const eerste = new Map<string, WMO323.Prestatie>();
  for (const { Bsn, Prestaties } of dossier.declaratie?.Declaratie.Clienten ?? []) {
    for (const prestatie of Prestaties) {
      const sleutel = referentie(prestatie.ProductReferentie);
      // A Bsn always has nine digits.
      vanClient.set(Bsn + sleutel, prestatie);
      if (!eerste.has(sleutel)) eerste.set(sleutel, prestatie);
    }
  }
  return voorkomens.map(({ waarde, ouder }) => {
    const sleutel = referentie(waarde.ProductReferentie);
    return vanClient.get((ouder?.waarde as WMO325.Client).Bsn + sleutel) ?? eerste.get(sleutel);
  });
}

/** Per assessment; all rules on Prestatie get the same occurrences in it. */
const OPGEZOCHT = new WeakMap<Antwoordcontext, readonly (WMO323.Prestatie | undefined)[]>();

/** For each occurrence, at the same place, the Prestatie of the claim with its ProductReferentie; else TR366 fails. */
export function ingediendePrestaties(
  voorkomens: readonly Voorkomen<WMO325.Prestatie>[], context: Antwoordcontext,
): readonly (WMO323.Prestatie | undefined)[] {
  let ingediend = OPGEZOCHT.get(context);
  if (ingediend === undefined) OPGEZOCHT.set(context, ingediend = zoekOp(voorkomens, context));
  return ingediend;
}
