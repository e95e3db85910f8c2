/** What lists of the API and the pages that show them have in common. */
export interface Lijst<T> { readonly items: readonly T[]; readonly volgende?: string }

/** How many there are, as far as this page of a list tells: `3`, or `meer dan 25`. */
export const hoeveel = ({ items, volgende }: Lijst<unknown>): string => (volgende === undefined ? String(items.length) : `meer dan ${items.length}`);

/** Months beside each other under a picture: the month under each, the year where it changes. */
const MAAND = new Intl.DateTimeFormat('nl-NL', { month: 'short', timeZone: 'UTC' });
export const maandgroep = (maand: string): { naam: string; onder: string } =>
  ({ naam: MAAND.format(new Date(`${maand}-01T00:00:00Z`)), onder: maand.slice(0, 4) });

/** The month (JJJJ-MM) so many months after one, or before it when negative. */
export function plusMaanden(maand: string, aantal: number): string {
  const [jaar = 0, nummer = 1] = maand.split('-').map(Number);
  const sinds = jaar * 12 + nummer - 1 + aantal;
  return `${String(Math.floor(sinds / 12)).padStart(4, '0')}-${String((sinds % 12) + 1).padStart(2, '0')}`;
}

/** Months from the first up to and including the last. */
export function maandenTussen(eerste: string, laatste: string): string[] {
  const alle: string[] = [];
  for (let maand = eerste; maand <= laatste; maand = plusMaanden(maand, 1)) alle.push(maand);
  return alle;
}
