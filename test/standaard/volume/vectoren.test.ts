import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  bedragMinuten,
  bedragVolgensTarief,
  minutenbedragMogelijk,
  tariefPerMinuut,
} from '../../../src/standaard/volume/bedragen.js';
import { afrondenUren, inVergelijkingseenheid } from '../../../src/standaard/volume/eenheden.js';
import { productGedeeld } from '../../../src/standaard/volume/geheel.js';
import { periodeMaximum, totaalMaximum } from '../../../src/standaard/volume/maximum.js';
import {
  AFRONDING_VECTOREN,
  EURO_VECTOREN,
  LEVERING_VECTOREN,
  type LeveringVector,
  PERIODE_VECTOREN,
  type PeriodeVector,
  TARIEF_VECTOREN,
  TOTAAL_VECTOREN,
  UREN_VECTOREN,
} from './vectoren.js';

function naam({ id, besluit }: { id: string; besluit?: string }): string {
  return besluit === undefined ? id : `${id}: besluit ${besluit}`;
}

function maximumVan({ toewijzing, periode, prestatieEenheid }: PeriodeVector): number | undefined {
  const maximum = periodeMaximum(toewijzing, periode);
  return prestatieEenheid === undefined
    ? maximum
    : inVergelijkingseenheid(maximum, toewijzing.eenheid, toewijzing.eenheid);
}

function geleverdeMinuten({ weekdag, minutenPerKeer, periode }: LeveringVector): number {
  const einde = Temporal.PlainDate.from(periode.einddatum);
  let minuten = 0;
  for (
    let dag = Temporal.PlainDate.from(periode.begindatum);
    Temporal.PlainDate.compare(dag, einde) <= 0;
    dag = dag.add({ days: 1 })
  ) {
    if (dag.dayOfWeek === weekdag) minuten += minutenPerKeer;
  }
  return minuten;
}

describe('rekenvoorbeelden van de standaard', () => {
  test.each(PERIODE_VECTOREN.map((vector) => [naam(vector), vector] as const))('%s', (_, vector) => {
    expect(maximumVan(vector)).toBe(vector.verwacht);
  });

  test.each(TOTAAL_VECTOREN.map((vector) => [naam(vector), vector] as const))('%s', (_, vector) => {
    expect(totaalMaximum(vector.toewijzing)).toBe(vector.verwacht);
  });

  test.each(LEVERING_VECTOREN.map((vector) => [naam(vector), vector] as const))('%s', (_, vector) => {
    expect(afrondenUren(geleverdeMinuten(vector))).toBe(vector.verwachteUren);
  });

  test.each(UREN_VECTOREN)('$id', ({ minuten, uren }) => {
    expect(afrondenUren(minuten)).toBe(uren);
  });

  test.each(AFRONDING_VECTOREN)('$id', ({ duizendsten, centen }) => {
    expect(productGedeeld(duizendsten, 1, 10)).toBe(centen);
  });

  test.each(TARIEF_VECTOREN)('$id', ({ uurtarief, minuten, productTarief, bedrag }) => {
    expect(tariefPerMinuut(uurtarief)).toBe(productTarief);
    expect(bedragMinuten(uurtarief, minuten)).toBe(bedrag);
    expect(minutenbedragMogelijk(minuten, productTarief, bedrag)).toBe(true);
  });

  test.each(EURO_VECTOREN)('$id', ({ geleverdVolume, bedrag }) => {
    expect(bedragVolgensTarief(geleverdVolume)).toBe(bedrag);
  });
});

describe('besluiten bij voorbeelden die zichzelf tegenspreken', () => {
  const maxima = PERIODE_VECTOREN.filter(({ besluit }) => besluit !== undefined);

  test.each(maxima.filter(({ besluit }) => besluit === 'kalender-gaat-voor'))(
    'kalender-gaat-voor: $id geeft niet het gedrukte getal',
    (vector) => {
      expect(vector.bron).toBeDefined();
      expect(maximumVan(vector)).not.toBe(vector.bron);
    },
  );

  test.each(maxima.filter(({ besluit }) => besluit === 'alleen-het-bijschrift'))(
    'alleen-het-bijschrift: $id houdt het gedrukte getal',
    (vector) => {
      expect(maximumVan(vector)).toBe(vector.bron);
    },
  );

  test('kalender-gaat-voor: het gedrukte getal van IV077-O1-okt hoort bij een begin na de eerste zondag', () => {
    const vector = PERIODE_VECTOREN.find(({ id }) => id === 'IV077-O1-okt');
    if (vector === undefined) throw new Error('IV077-O1-okt ontbreekt');
    const vanaf = (ingangsdatum: string): number =>
      periodeMaximum({ ...vector.toewijzing, ingangsdatum }, vector.periode);
    expect(vanaf('2025-10-05')).toBe(vector.verwacht);
    expect(vanaf('2025-10-06')).toBe(vector.bron);
    expect(vanaf('2025-10-07')).toBe(vector.bron);
  });

  test.each(LEVERING_VECTOREN.filter(({ bron }) => bron !== undefined))(
    '$besluit: $id meldt een ander, heel getal',
    (vector) => {
      const uren = afrondenUren(geleverdeMinuten(vector));
      expect(Number.isInteger(uren)).toBe(true);
      expect(uren).not.toBe(vector.bron);
    },
  );
});
