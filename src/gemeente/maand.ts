/** Months in SQL. Never by way of a timestamp: dates reach further than those. */

/** First day of the month of a date column. */
export function maandVan(kolom: string): string {
  return `(${kolom} - (extract(day from ${kolom})::int - 1))`;
}
