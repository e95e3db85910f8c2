/**
 * Which approved claim lines are paid. Policy adds no return codes: what it objects to is a line that is not payable yet, with the reason.
 */
import { dagnummer, maandnummer, opOfVoor, overlapt, type Datum, type Periode } from '../standaard/datum.js';
import type { Eenheid } from '../standaard/volume/omvang.js';
import { geldtOp, type Beleid, type Regiobeleid } from './beleid.js';

/** A claim line, as far as payment depends on it. */
export interface Betaalregel {
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly code: string;
  /** First and last day of the ProductPeriode, both included. */
  readonly begindatum: Datum;
  readonly einddatum: Datum;
  /** In `eenheid`. */
  readonly volume: number;
  readonly eenheid: Eenheid;
  /** Day on which the claim was sent (Dagtekening). */
  readonly dagtekening: Datum;
}

/** A claim line of the same client that was approved and not credited; of any aanbieder. */
export type AndereRegel = Pick<Betaalregel, 'code' | 'begindatum' | 'einddatum' | 'volume' | 'eenheid'>;

/** What is known besides the line. What is left out is not known, and holds nothing up. */
export interface Betaalfeiten {
  readonly goedgekeurd: boolean;
  /** First day of delivery on the allocation by a start that was not taken back; null when there is none. */
  readonly startdatum?: Datum | null | undefined;
  /** What was left of the total of the allocation before this line, in `eenheid` of the line. */
  readonly resterend?: number | undefined;
  readonly andereRegels?: readonly AndereRegel[] | undefined;
}

export interface Betaalreden {
  /** Name of the rule in the policy file, or `niet-goedgekeurd`. */
  readonly regel: string;
  readonly melding: string;
}

export interface Betaalbaarheid {
  readonly betaalbaar: boolean;
  /** Empty if and only if the line is payable. */
  readonly redenen: readonly Betaalreden[];
}

const ETMAAL: Eenheid = '14';

function dagen({ begindatum, einddatum }: { readonly begindatum: Datum; readonly einddatum: Datum }): number {
  return dagnummer(einddatum) - dagnummer(begindatum) + 1;
}

/** Days that lie in one of the lines. The lines all touch the first, so together they make one stretch. */
function dagenSamen(regels: readonly AndereRegel[]): number {
  let [van, tot] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { begindatum, einddatum } of regels) {
    van = Math.min(van, dagnummer(begindatum));
    tot = Math.max(tot, dagnummer(einddatum));
  }
  return tot - van + 1;
}

/**
 * Whether lines must have days in common. Periods that overlap need not: a month of twenty days at home and ten days away is claimed as two
 * lines for that month. With days as unit on both sides they clash only when there are more claimed days than days.
 */
function zelfdeDagen(regel: Betaalregel, andere: readonly AndereRegel[]): boolean {
  const raakt = andere.filter((een) => overlapt(een, regel));
  if (raakt.length === 0) return false;
  const alle: readonly AndereRegel[] = [regel, ...raakt];
  if (alle.some(({ eenheid }) => eenheid !== ETMAAL)) return true;
  return alle.some((een) => een.volume > dagen(een)) || alle.reduce((som, { volume }) => som + volume, 0) > dagenSamen(alle);
}

function uitsluitingen(regio: Regiobeleid, regel: Betaalregel, andere: readonly AndereRegel[]): readonly Betaalreden[] {
  const genoemd = [...regio.voorwaarden.get(regel.code) ?? [], ...regio.uitsluitingen.get(regel.code) ?? []];
  return genoemd.flatMap(({ regel: uitsluiting, producten }) => {
    if (uitsluiting.soort !== 'nietSamen' || uitsluiting.toets?.includes('declaratie') !== true) return [];
    if (!geldtOp(uitsluiting, regel.begindatum)) return [];
    if (!zelfdeDagen(regel, andere.filter(({ code }) => producten.has(code)))) return [];
    return [{
      regel: uitsluiting.regel, melding: 'Op dezelfde dagen is een product gedeclareerd dat niet met dit product samengaat. Crediteer een van beide.',
    }];
  });
}

/** Whether a claim line is paid, and if not, every reason why. Without a policy for the gemeente an approved line is payable. */
export function betaalbaarheid(beleid: Beleid, regel: Betaalregel, feiten: Betaalfeiten): Betaalbaarheid {
  const redenen: Betaalreden[] = [];
  if (!feiten.goedgekeurd) redenen.push({ regel: 'niet-goedgekeurd', melding: 'De declaratieregel is niet goedgekeurd.' });
  const regio = beleid.voor(regel.gemeente);
  for (const eis of regio?.betaling.get(regel.code) ?? regio?.betalingOverig ?? []) {
    const meld = (melding: string): void => { redenen.push({ regel: eis.regel, melding }); };
    if (eis.startVereist === true && !isGestart(feiten.startdatum, regel)) {
      meld('Er is geen startbericht voor deze levering. Na ontvangst van een WMO305 kan de regel worden betaald.');
    }
    if (eis.indienenBinnenMaanden !== undefined && !isOpTijd(regel, eis.indienenBinnenMaanden)) {
      meld('De declaratie is later ingediend dan de termijn na de maand van levering. Overleg met de gemeente.');
    }
    if (eis.totaalbudget === true && feiten.resterend !== undefined && regel.volume > feiten.resterend) {
      meld('De regel gaat over wat er van de hele toewijzing nog over is.');
    }
  }
  if (regio !== undefined) redenen.push(...uitsluitingen(regio, regel, feiten.andereRegels ?? []));
  return { betaalbaar: redenen.length === 0, redenen };
}

/** Unknown counts as started; a start after the last day of the line is no start of what was delivered. */
function isGestart(startdatum: Datum | null | undefined, { einddatum }: Periode): boolean {
  return startdatum === undefined || (startdatum !== null && (einddatum === undefined || opOfVoor(startdatum, einddatum)));
}

/** Sent no later than the last day of the last month of the window; the month of delivery is that of the last day of the line. */
function isOpTijd({ einddatum, dagtekening }: Betaalregel, maanden: number): boolean {
  return maandnummer(dagtekening) - maandnummer(einddatum) <= maanden;
}
