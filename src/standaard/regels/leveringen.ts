/** Reads StartProduct and StopProduct as deliveries, so that those of a message and of the register compare alike. */
import type { WMO305, WMO307 } from '../berichten/gegenereerd/index.js';
import { alsInRegister, type Start, type Stop } from './dossier.js';

export function alsStart(product: WMO305.StartProduct | WMO307.StopProduct): Start {
  return {
    toewijzingNummer: product.ToewijzingNummer,
    categorie: product.Product?.Categorie,
    code: product.Product?.Code,
    begindatum: alsInRegister(product.Begindatum),
  };
}

export function alsStop(product: WMO307.StopProduct): Stop {
  return { ...alsStart(product), redenBeeindiging: product.RedenBeeindiging, einddatum: alsInRegister(product.Einddatum) };
}
