export interface Tijden {
  readonly api: number; readonly databaseOpslaan: number; readonly commit: number; readonly wachtrij: number;
  readonly worker: number; readonly databaseBeoordelen: number; readonly vertraging: number;
  readonly pogingWorker: number; readonly pogingDatabase: number; readonly afzender?: number;
}
export interface Opzet {
  readonly zaad: number;
  readonly processen: { readonly apis: number; readonly workers: number; readonly gelijktijdig: number };
  readonly kernen: { readonly gedeeld: number } | { readonly api: number; readonly worker: number; readonly database: number };
  readonly tijden: Tijden;
  readonly berichten: readonly { readonly op?: number; readonly paar: number; readonly zwaarte?: number }[];
  readonly gesloten?: number;
}
export interface Uitkomst {
  readonly berichten: readonly { aangekomen: number; opgeslagen: number; begonnen: number; klaar: number; keren: number }[];
  readonly duur: number;
  readonly loos: number;
  readonly wachtOpslag: number;
  readonly bezetting: { readonly api: number; readonly worker: number; readonly database: number; readonly drukstePaar: number };
}
export function maakToeval(zaad: number): () => number;
export function zipf(n: number, scheefheid: number): number[];
export function maakKiezer(aandelen: readonly number[], toeval: () => number): () => number;
export function simuleer(opzet: Opzet): Uitkomst;
export function percentiel(getallen: number[], aandeel: number): number;
export function verdeel(aandelen: readonly number[], shards: number): number[];
