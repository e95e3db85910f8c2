export interface Wat { readonly seed: string; readonly clienten: number; readonly maanden: number }
export declare function demoOmgeving(env: NodeJS.ProcessEnv, dataDir: string): NodeJS.ProcessEnv;
export declare function maakDemo(env: NodeJS.ProcessEnv, wat: Wat, zeg?: (regel: string) => void): Promise<{ readonly events: readonly unknown[] }>;
