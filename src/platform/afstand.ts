/**
 * How many characters have to be added, left out, replaced or swapped with their neighbour to turn one text into the other
 * (optimal string alignment).
 */
export function afstand(a: string, b: string): number {
  let voorvorige: number[] = [];
  let vorige = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const rij = [i];
    for (let j = 1; j <= b.length; j++) {
      const gelijk = a[i - 1] === b[j - 1];
      const verwisseld = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      rij.push(Math.min(
        (vorige[j - 1] ?? 0) + (gelijk ? 0 : 1),
        (vorige[j] ?? 0) + 1,
        (rij[j - 1] ?? 0) + 1,
        verwisseld ? (voorvorige[j - 2] ?? 0) + 1 : Infinity,
      ));
    }
    voorvorige = vorige;
    vorige = rij;
  }
  return vorige[b.length] ?? 0;
}
