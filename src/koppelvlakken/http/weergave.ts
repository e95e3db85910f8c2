/** How a stored message is shown to clients (api.md, bericht resource), and the cursor of a list. */
import type { Bericht } from '../../verwerking/bericht.js';
import type { Plaats } from '../../verwerking/berichtenlijst.js';

export function toonBericht(bericht: Bericht): Record<string, unknown> {
  return {
    id: bericht.id, standaard: 'iwmo', release: '3.2', berichtsoort: bericht.berichtsoort, identificatie: bericht.identificatie,
    dagtekening: bericht.dagtekening, afzender: bericht.afzender, ontvanger: bericht.ontvanger, richting: bericht.richting,
    ontvangenOp: bericht.ontvangenOp.toISOString(),
    ...(bericht.beoordeeldOp === undefined ? {} : { beoordeeldOp: bericht.beoordeeldOp.toISOString() }),
    status: bericht.status,
    ...(bericht.terzijdeOp === undefined ? {} : { terzijdeOp: bericht.terzijdeOp.toISOString() }),
    bevindingen: bericht.bevindingen,
    ...(bericht.antwoord === undefined ? {}
      : { antwoord: { ...bericht.antwoord, href: `/v1/berichten/${bericht.id}/antwoord` } }),
  };
}

export function alsCursor({ op, volgnummer }: Plaats): string {
  return Buffer.from(`${op}.${volgnummer}`).toString('base64url');
}

/** The place that a cursor stands for, or undefined when it is no cursor of ours. */
export function leesCursor(cursor: string): Plaats | undefined {
  const [, op, volgnummer] = /^(\d{1,18})\.(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  return op === undefined || volgnummer === undefined ? undefined : { op, volgnummer: Number(volgnummer) };
}
