export interface Uitvoer {
  readonly zeg?: (regel: string) => void;
  readonly klaag?: (regel: string) => void;
}
export declare function draaien(argumenten: readonly string[], uitvoer?: Uitvoer): Promise<0 | 1 | 2>;
