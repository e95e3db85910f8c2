import { fileURLToPath } from 'node:url';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { basis } from '../../../src/standaard/berichten/gegenereerd/index.js';
import { GEMEENTELIJSTEN, gemeentenaam, isGemeente, lijstOp, type Gemeentelijst } from '../../../src/standaard/codelijsten/gemeenten.js';

function lijst(jaar: number, ...regels: string[]): Gemeentelijst {
  return { jaar, bron: 'test', geldigVanaf: `${jaar}-01-01`, geldigTotEnMet: `${jaar}-12-31`, provincies: { Utrecht: regels } };
}
const OUD = lijst(2022, '0001 Oudstad', '0002 Blijfstad');
const NIEUW = lijst(2025, '0002 Nieuwe Blijfstad', '0003 Nieuwstad');
const LIJSTEN = [OUD, NIEUW];

describe('gemeenten', () => {
  it('elke regel is een code die het schema toelaat en een naam, en elke code komt een keer voor', () => {
    const [patroon] = basis.LDT_Gemeente.patronen ?? [];
    for (const { provincies } of GEMEENTELIJSTEN) {
      const regels = Object.values(provincies).flat();
      expect(regels.filter((regel) => !new RegExp(`^${patroon ?? ''} \\S.*$`).test(regel))).toEqual([]);
      expect(new Set(regels.map((regel) => regel.slice(0, 4))).size).toBe(regels.length);
      expect(Object.keys(provincies)).toHaveLength(12);
    }
  });

  it('de lijsten staan op volgorde en overlappen niet', () => {
    GEMEENTELIJSTEN.slice(1).forEach((volgende, i) => {
      expect((GEMEENTELIJSTEN[i]?.geldigTotEnMet ?? '') < volgende.geldigVanaf).toBe(true);
    });
  });

  it('oordeelt over een datum met de lijst van dat jaar', () => {
    expect(isGemeente('0001', '2022-06-30', LIJSTEN)).toBe(true);
    expect(isGemeente('0001', '2025-06-30', LIJSTEN)).toBe(false);
    expect(isGemeente('0003', '2025-01-01', LIJSTEN)).toBe(true);
  });

  it('neemt zonder lijst de dichtstbijzijnde, en bij gelijke afstand de oudste', () => {
    expect(lijstOp('1999-01-01', LIJSTEN)).toBe(OUD);
    expect(lijstOp('2031-01-01', LIJSTEN)).toBe(NIEUW);
    // 2023 and 2024 lie between: 731 days, of which the middle one is equally far from both lists.
    expect(lijstOp('2023-12-31', LIJSTEN)).toBe(OUD);
    expect(lijstOp('2024-01-01', LIJSTEN)).toBe(OUD);
    expect(lijstOp('2024-01-02', LIJSTEN)).toBe(NIEUW);
    expect(() => lijstOp('2024-01-02', [])).toThrow(/geen lijst/);
  });

  it('gebruikt de lijst van 2026 ook voor andere jaren, zolang er geen andere is', () => {
    expect(isGemeente('0363', '2026-05-01')).toBe(true);
    expect(isGemeente('0363', '2019-05-01')).toBe(true);
    expect(isGemeente('9999', '2026-05-01')).toBe(false);
  });

  it('geeft de naam uit de jongste lijst die de code kent', () => {
    expect(gemeentenaam('0002', LIJSTEN)).toBe('Nieuwe Blijfstad');
    expect(gemeentenaam('0001', LIJSTEN)).toBe('Oudstad');
    expect(gemeentenaam('0009', LIJSTEN)).toBeUndefined();
  });
});

const NASLAG = fileURLToPath(new URL('../../../../shared/reference/cbs-gemeenten-2026.csv', import.meta.url));

describe.skipIf(!existsSync(NASLAG))(`naslag ${NASLAG} (overgeslagen als het bestand er niet is)`, () => {
  it('bevat dezelfde gemeenten in dezelfde provincies', () => {
    const rijen = readFileSync(NASLAG, 'utf8').trim().split(/\r?\n/).slice(1).map((rij) => {
      const [, code = '', naam = '', provincie = ''] = /^(\d{4}),(.*),([^,]+)$/.exec(rij) ?? [];
      return [provincie, `${code} ${naam.replaceAll('"', '')}`];
    });
    const bij2026 = GEMEENTELIJSTEN.find(({ jaar }) => jaar === 2026)?.provincies ?? {};
    const gevonden = Object.entries(bij2026).flatMap(([provincie, regels]) => regels.map((regel) => [provincie, regel]));
    expect(gevonden.sort()).toEqual(rijen.sort());
  });
});
