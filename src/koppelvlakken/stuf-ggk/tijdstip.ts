/** Instants as StUF writes them: digits from year to millisecond, local time in the Netherlands. */
import { Temporal } from 'temporal-polyfill';

export function alsTijdstip(op: Date): string {
  const lokaal = Temporal.Instant.fromEpochMilliseconds(op.getTime()).toZonedDateTimeISO('Europe/Amsterdam').toPlainDateTime();
  return lokaal.toString({ fractionalSecondDigits: 3 }).replace(/\D/g, '');
}
