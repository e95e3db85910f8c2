/** A stored message as the pipeline and the doors see it. */
import type { Berichtsoort } from '../standaard/berichten/berichtsoorten.js';
import type { Bevinding } from '../standaard/regels/bevinding.js';

/**
 * `klaargezet` is for answers: they are not assessed and wait for their receiver. `doorgestuurd`: the receiver assesses it with its own
 * software and has not answered yet.
 */
export type Berichtstatus = 'ontvangen' | 'goedgekeurd' | 'deels-goedgekeurd' | 'afgekeurd' | 'mislukt' | 'klaargezet' | 'doorgestuurd';
export const BERICHTSTATUSSEN: readonly Berichtstatus[] = [
  'ontvangen', 'goedgekeurd', 'deels-goedgekeurd', 'afgekeurd', 'mislukt', 'klaargezet', 'doorgestuurd'];

export interface Bericht {
  readonly id: string;
  readonly volgnummer: number;
  readonly berichtsoort: Berichtsoort;
  readonly richting: 'inkomend' | 'uitgaand';
  readonly afzender: string;
  readonly ontvanger: string;
  readonly identificatie: string;
  readonly dagtekening: string;
  readonly status: Berichtstatus;
  readonly bevindingen: readonly Bevinding[];
  readonly ontvangenOp: Date;
  readonly beoordeeldOp: Date | undefined;
  /** Set aside after its last attempt: no longer tried by itself. */
  readonly terzijdeOp: Date | undefined;
  readonly antwoord: { readonly id: string; readonly berichtsoort: Berichtsoort } | undefined;
}

/** Whether assessment is over; `mislukt` is not an outcome, it is tried again, and `doorgestuurd` waits for one. */
export function isBeoordeeld(status: Berichtstatus): boolean {
  return status !== 'ontvangen' && status !== 'mislukt' && status !== 'doorgestuurd';
}
