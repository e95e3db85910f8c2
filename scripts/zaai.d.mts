/** Fills a migrated, empty database with invented allocations and claim lines. */
export function zaai(
  databaseUrl: string, aantallen: { readonly toewijzingen: number; readonly prestaties: number }, zeg?: (regel: string) => void,
): Promise<void>;
