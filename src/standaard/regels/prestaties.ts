/** The Prestaties of a claim with the allocations they name, looked up once for all rules of level 3 and 4. */
import type { WMO323 } from '../berichten/gegenereerd/index.js';
import type { ToegewezenOmvang } from '../volume/omvang.js';
import { isVerwijderd, type Dossier, type EerderDebet, type Toewijzing } from './dossier.js';
import type { DossierContext, Toets } from './regel.js';
import type { Voorkomen } from './voorkomens.js';

export type Declaratiecontext = DossierContext<'WMO323'>;
export type Prestatietoets = Toets<WMO323.Prestatie, Declaratiecontext>;

export interface PrestatieMetToewijzing {
  readonly bij: Voorkomen<WMO323.Prestatie>;
  /** The allocation with this ToewijzingNummer between these parties, of any client; absent when TR338 fails. */
  readonly toewijzing: Toewijzing | undefined;
  /** The same allocation when it is that of the client; absent when TR338 or TR304 fails. */
  readonly eigen: Toewijzing | undefined;
}

export type MetOmvang = Toewijzing & ToegewezenOmvang;

export function heeftOmvang(toewijzing: Toewijzing): toewijzing is MetOmvang {
  return toewijzing.volume !== undefined && toewijzing.eenheid !== undefined && toewijzing.frequentie !== undefined;
}

export function isCredit({ IngediendBedrag }: WMO323.Prestatie): boolean {
  return IngediendBedrag.DebetCredit === 'C';
}

/** Removed with the legacy reason 01 is as good as never sent; one removed with 13 is left to TR384. */
function bestaat(toewijzing: Toewijzing): boolean {
  return !(isVerwijderd(toewijzing) && toewijzing.redenWijziging === '01');
}

function zoekOp(
  voorkomens: readonly Voorkomen<WMO323.Prestatie>[], { bericht, dossier }: Declaratiecontext,
): PrestatieMetToewijzing[] {
  const { Afzender } = bericht.Header;
  return voorkomens.map((bij) => {
    const gevonden = dossier.toewijzingen.get(bij.waarde.ToewijzingNummer);
    const toewijzing = gevonden?.aanbieder === Afzender && bestaat(gevonden) ? gevonden : undefined;
    const vanClient = toewijzing?.bsn === (bij.ouder?.waarde as WMO323.Client).Bsn;
    return { bij, toewijzing, eigen: vanClient ? toewijzing : undefined };
  });
}

/** Per assessment; all rules on Prestatie get the same occurrences in it. */
const OPGEZOCHT = new WeakMap<Declaratiecontext, readonly PrestatieMetToewijzing[]>();

/** The Prestaties that are assessed, in document order, each with its allocation. */
export function prestatiesVan(
  voorkomens: readonly Voorkomen<WMO323.Prestatie>[], context: Declaratiecontext,
): readonly PrestatieMetToewijzing[] {
  let prestaties = OPGEZOCHT.get(context);
  if (prestaties === undefined) OPGEZOCHT.set(context, prestaties = zoekOp(voorkomens, context));
  return prestaties;
}

/**
 * A predicate on each Prestatie and the allocation of its client that it names. Skipped where there is none: that is
 * reported by TR338 and TR304.
 */
export function opEigenToewijzing(
  voldoet: (prestatie: WMO323.Prestatie, toewijzing: Toewijzing, dossier: Dossier) => boolean,
): Prestatietoets {
  return function* (voorkomens, context) {
    for (const { bij, eigen } of prestatiesVan(voorkomens, context)) {
      if (eigen !== undefined && !voldoet(bij.waarde, eigen, context.dossier)) yield { bij };
    }
  };
}

/** The credits that broke no rule so far, each with the earlier debit that it takes back, in document order. */
export function* geslaagdeCredits(
  voorkomens: readonly Voorkomen<WMO323.Prestatie>[], context: Declaratiecontext,
): Generator<readonly [credit: WMO323.Prestatie, debet: EerderDebet], void> {
  for (const bij of voorkomens) {
    if (!isCredit(bij.waarde) || context.faaltIets(bij)) continue;
    const vorig = bij.waarde.ProductReferentie.VorigReferentieNummer;
    const debet = vorig === undefined ? undefined : context.dossier.debetten.get(vorig);
    if (debet !== undefined) yield [bij.waarde, debet];
  }
}
