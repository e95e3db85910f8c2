/** The Redis that tests may use, when there is one. */

const basis = process.env['TEST_REDIS_URL'] ?? '';

/**
 * The address of one numbered database in it; empty when there is no Redis for tests. Files that flush theirs or run a queue in it have
 * a number of their own, because files run side by side.
 */
export function redisDb(nummer: number): string {
  if (basis === '') return '';
  const url = new URL(basis);
  url.pathname = `/${nummer}`;
  return url.href;
}
