/** Compares the fixture with the reference catalogue where that lies next to the project; skipped where it does not. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  AFRONDING_VECTOREN,
  EURO_VECTOREN,
  LEVERING_VECTOREN,
  PERIODE_VECTOREN,
  TARIEF_VECTOREN,
  TOTAAL_VECTOREN,
  UREN_VECTOREN,
} from './vectoren.js';

const PAD = fileURLToPath(
  new URL('../../../../shared/reference/iwmo-3.2/regels/volumes.yaml', import.meta.url),
);
const aanwezig = existsSync(PAD);
if (!aanwezig) process.stdout.write('volume: naslag niet gevonden, vergelijking met de bron overgeslagen\n');

interface NaslagToewijzing {
  volume: number;
  eenheid: string;
  frequentie: string;
  ingang: string;
  categorie: string;
  eind: string;
}

interface NaslagVector {
  id: string;
  invoer: {
    toewijzing?: NaslagToewijzing;
    productperiode?: { begin: string; eind: string };
    minuten?: number;
    waarde_euro?: string;
    uurtarief_cent?: number;
    uren_per_keer?: number;
    GeleverdVolume?: number;
  };
  verwacht: number | string | { ProductTarief: number | null; Bedrag: number };
  inconsistent?: boolean;
  waarde_in_bron?: number;
}

type Feiten = Record<string, unknown>;

function zonderLege(feiten: Feiten): Feiten {
  return Object.fromEntries(Object.entries(feiten).filter(([, waarde]) => waarde !== undefined));
}

function naslagFeiten(vector: NaslagVector): Feiten {
  const { toewijzing, productperiode, minuten, waarde_euro, uurtarief_cent, uren_per_keer } = vector.invoer;
  return zonderLege({
    toewijzing,
    periode: productperiode,
    minuten,
    euro: waarde_euro,
    uurtarief: uurtarief_cent,
    urenPerKeer: uren_per_keer,
    geleverdVolume: vector.invoer.GeleverdVolume,
    verwacht: vector.verwacht,
    besluitNodig: vector.inconsistent,
    bron: vector.waarde_in_bron,
  });
}

function onzeFeiten(): Map<string, Feiten> {
  const alle = new Map<string, Feiten>();
  for (const vector of [...PERIODE_VECTOREN, ...TOTAAL_VECTOREN.map((totaal) => ({ ...totaal, periode: undefined }))]) {
    const { volume, eenheid, frequentie, ingangsdatum, einddatum, categorie } = vector.toewijzing;
    const { periode } = vector;
    alle.set(vector.id, {
      toewijzing: { volume, eenheid, frequentie, ingang: ingangsdatum, categorie, eind: einddatum },
      periode: periode && { begin: periode.begindatum, eind: periode.einddatum },
      verwacht: vector.verwacht,
      besluitNodig: vector.besluit === undefined ? undefined : true,
      bron: vector.bron,
    });
  }
  for (const vector of LEVERING_VECTOREN) {
    alle.set(vector.id, {
      periode: { begin: vector.periode.begindatum, eind: vector.periode.einddatum },
      urenPerKeer: vector.minutenPerKeer / 60,
      verwacht: vector.verwachteUren,
      besluitNodig: vector.besluit === undefined ? undefined : true,
      bron: vector.bron,
    });
  }
  for (const { id, minuten, uren } of UREN_VECTOREN) alle.set(id, { minuten, verwacht: uren });
  for (const { id, duizendsten, centen } of AFRONDING_VECTOREN) {
    alle.set(id, { euro: (duizendsten / 1000).toFixed(3), verwacht: (centen / 100).toFixed(2) });
  }
  for (const { id, uurtarief, minuten, productTarief, bedrag } of TARIEF_VECTOREN) {
    alle.set(id, { uurtarief, minuten, verwacht: { ProductTarief: productTarief, Bedrag: bedrag } });
  }
  for (const { id, geleverdVolume, bedrag } of EURO_VECTOREN) {
    alle.set(id, { geleverdVolume, verwacht: { Bedrag: bedrag, ProductTarief: null } });
  }
  return alle;
}

describe.skipIf(!aanwezig)('de testgegevens zijn die van de naslag', () => {
  test('dezelfde voorbeelden met dezelfde getallen en datums', () => {
    const document = parse(readFileSync(PAD, 'utf8')) as { testvectoren: { vectoren: NaslagVector[] } };
    const naslag = document.testvectoren.vectoren;
    const onze = onzeFeiten();
    expect([...onze.keys()].sort()).toEqual(naslag.map(({ id }) => id).sort());
    for (const vector of naslag) {
      expect([vector.id, zonderLege(onze.get(vector.id) ?? {})]).toEqual([vector.id, naslagFeiten(vector)]);
    }
  });
});
