const GEWICHTEN = [9, 8, 7, 6, 5, 4, 3, 2, -1];

/** Whether nine digits satisfy the check of a burgerservicenummer (CS002). Other lengths do not. */
export function voldoetAanElfproef(bsn: string): boolean {
  if (!/^\d{9}$/.test(bsn)) return false;
  return GEWICHTEN.reduce((som, gewicht, i) => som + gewicht * Number(bsn[i]), 0) % 11 === 0;
}
