/** A stored message as the pipeline and the doors see it. */
import type { Berichtsoort } from '../standaard/berichten/berichtsoorten.js';
import type { Bevinding } from '../standaard/regels/bevinding.js';

/** `klaargezet` is for messages made here: nothing is assessed, they wait for their receiver. */
export type Berichtstatus = 'ontvangen' | 'goedgekeurd' | 'deels-goedgekeurd' | 'afgekeurd' | 'mislukt' | 'klaargezet';
export const BERICHTSTATUSSEN: readonly Berichtstatus[] = [
  'ontvangen', 'goedgekeurd', 'deels-goedgekeurd', 'afgekeurd', 'mislukt', 'klaargezet'];

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
  readonly antwoord: { readonly id: string; readonly berichtsoort: Berichtsoort } | undefined;
}

/** Whether assessment is over; `mislukt` is not an outcome, it is tried again. */
export function isBeoordeeld(status: Berichtstatus): boolean {
  return status !== 'ontvangen' && status !== 'mislukt';
}
