/** The one clock. Dates are calendar dates in the Netherlands; instants are only for logging and storage. */
export interface Klok {
  nu(): Date;
  /** Today's date in Europe/Amsterdam, YYYY-MM-DD. */
  vandaag(): string;
}

const datumOpmaak = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The system clock; with `vast` (YYYY-MM-DD) the date stands still while instants go on. */
export function systeemklok(vast?: string): Klok {
  return {
    nu: () => new Date(),
    vandaag: () => vast ?? datumOpmaak.format(new Date()),
  };
}
