/** The same server, another database. */
export function metDatabase(url: string, database: string): string {
  const resultaat = new URL(url);
  resultaat.pathname = `/${database}`;
  return resultaat.toString();
}
