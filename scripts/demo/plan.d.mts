import type { Wat } from './maken.mjs';

export interface Event { readonly dag: string; readonly soort: string; readonly client?: { readonly nummer: number } }
export declare const VANDAAG: string;
export declare function maakPlan(wat: Wat): { readonly gemeente: string; readonly vandaag: string; readonly events: readonly Event[] };
