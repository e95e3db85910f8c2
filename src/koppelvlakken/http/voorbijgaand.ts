/** Which errors of the database pass by themselves. */

/**
 * PostgreSQL errors that pass: lost connections (08), no resources (53), shutting down (57P), no such database or login yet, the disk (58030), a
 * wait that was cut short for others (40001, 40P01, 55P03); the driver's own.
 */
const VOORBIJGAAND = /^(08...|53...|57P0\d|3D000|28...|58030|40001|40P01|55P03|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;
const VOORBIJGAANDE_TEKST = /timeout exceeded when trying to connect|Connection terminated|is not queryable|not currently accepting connections|Cannot use a pool after calling end/;

/** Whether asking again later may help: 503 and not 500. */
export function isVoorbijgaand(fout: Error): boolean {
  const code = (fout as { code?: unknown }).code;
  return (typeof code === 'string' && VOORBIJGAAND.test(code)) || VOORBIJGAANDE_TEKST.test(fout.message);
}
