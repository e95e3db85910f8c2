/**
 * Product of two whole numbers of 0 or more. A product that is no safe integer any more becomes the largest safe
 * integer: no value in a message exceeds 99999999 and no sum of such values comes near, so every comparison with it
 * gives the same answer as with the exact product.
 */
export function product(a: number, b: number): number {
  const uitkomst = a * b;
  return Number.isSafeInteger(uitkomst) ? uitkomst : Number.MAX_SAFE_INTEGER;
}

/**
 * `a * b / deler`, rounded to a whole number, halves up. For whole numbers, `a` and `b` of 0 or more and `deler` of 1
 * or more. The product may exceed the safe integers; the quotient is cut off there as `product` does.
 */
export function productGedeeld(a: number, b: number, deler: number): number {
  const dubbel = 2 * a * b + deler;
  if (Number.isSafeInteger(dubbel)) return Math.floor(dubbel / (2 * deler));
  const exact = (2n * BigInt(a) * BigInt(b) + BigInt(deler)) / (2n * BigInt(deler));
  return exact > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(exact);
}
