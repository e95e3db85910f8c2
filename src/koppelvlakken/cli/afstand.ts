/** How many characters have to be added, left out or replaced to turn one text into the other (Levenshtein). */
export function afstand(a: string, b: string): number {
  let vorige = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const rij = [i];
    for (let j = 1; j <= b.length; j++) {
      const vervangen = (vorige[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      rij.push(Math.min(vervangen, (vorige[j] ?? 0) + 1, (rij[j - 1] ?? 0) + 1));
    }
    vorige = rij;
  }
  return vorige[b.length] ?? 0;
}
