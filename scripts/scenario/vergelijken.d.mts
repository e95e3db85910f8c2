import type { Antwoordbericht } from '../../src/standaard/berichten/berichtsoorten.js';
import type { Berichten } from '../../src/standaard/berichten/gegenereerd/index.js';
import type { VerwachteBevinding } from './lezen.mjs';

export interface Verschil { readonly pad: string; readonly verwacht: unknown; readonly gekregen: unknown }

export declare function zonderEigen<B extends Antwoordbericht>(antwoordsoort: B, antwoord: Berichten[B]): Record<string, unknown>;
export declare function opVolgorde(bevindingen: readonly VerwachteBevinding[]): VerwachteBevinding[];
export declare function verschillen(verwacht: unknown, gekregen: unknown, pad?: string): Verschil[];
export declare function codesPerKlasse(waarde: unknown, klasse?: string): [klasse: string, codes: readonly string[]][];
