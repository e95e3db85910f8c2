import type { basis, WMO323 } from '../../berichten/gegenereerd/index.js';
import { prestatiesleutel } from '../dossier.js';
import { geslaagdeCredits, isCredit } from '../prestaties.js';
import { plek34, regel34 } from '../regel.js';

function sleutel({ ToewijzingNummer, ProductCategorie, ProductCode, ProductPeriode }: WMO323.Prestatie): string {
  const { Begindatum, Einddatum } = ProductPeriode;
  return prestatiesleutel(ToewijzingNummer, ProductCategorie, ProductCode, Begindatum, Einddatum);
}

function isGelijk(a: basis.CDT_GeslotenPeriode | undefined, b: basis.CDT_GeslotenPeriode): boolean {
  return a?.Begindatum === b.Begindatum && a.Einddatum === b.Einddatum;
}

/**
 * A debit does not repeat an approved debit of an earlier message for the same allocation, product and period, unless
 * that one was credited for the same period. Credits of this message that broke no rule go first, so the list of the
 * message has this rule behind every rule on credits.
 */
export const TR389 = regel34('TR389', 3, '9389',
  plek34('WMO323', 'Prestatie', undefined, function* (voorkomens, context) {
    const { openDebetten } = context.dossier;
    if (openDebetten.size === 0) return;
    const gecrediteerd = new Map<string, basis.CDT_GeslotenPeriode>();
    for (const [credit, debet] of geslaagdeCredits(voorkomens, context)) {
      gecrediteerd.set(debet.referentieNummer, credit.ProductPeriode);
    }
    for (const bij of voorkomens) {
      if (isCredit(bij.waarde)) continue;
      const eerder = openDebetten.get(sleutel(bij.waarde));
      if (eerder !== undefined && !isGelijk(gecrediteerd.get(eerder), bij.waarde.ProductPeriode)) yield { bij };
    }
  }));
