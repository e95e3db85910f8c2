import type { Antwoordbericht, Heenbericht } from '../../src/standaard/berichten/berichtsoorten.js';

export interface VerwachteBevinding {
  readonly regel: string; readonly retourcode?: string; readonly niveau: number; readonly klasse: string; readonly pad: string;
}
export interface Scenariostap {
  readonly nummer: number;
  readonly bestand: string;
  readonly berichtsoort: Heenbericht;
  readonly wat: string;
  readonly bytes: Buffer;
  readonly verwacht: {
    readonly status: string; readonly bevindingen: readonly VerwachteBevinding[];
    readonly antwoordsoort: Antwoordbericht; readonly antwoord: Buffer;
  };
}
export interface Scenario {
  readonly naam: string; readonly titel: string; readonly toont: string; readonly vandaag: string;
  readonly stappen: readonly Scenariostap[];
}
export declare class ScenarioFout extends Error {}
export declare function scenarionamen(map: string): string[];
export declare function leesScenario(map: string, naam: string): Scenario;
export declare function perDatum(scenarios: readonly Scenario[]): Map<string, Scenario[]>;
