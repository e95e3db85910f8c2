/** Every return message can be turned back into what it answers, whatever the message and whatever was found in it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LDT_RetourCode } from '../../../src/standaard/berichten/gegenereerd/basis.js';
import type { Berichten } from '../../../src/standaard/berichten/gegenereerd/index.js';
import type { Beoordeling } from '../../../src/standaard/regels/beoordelen.js';
import type { RetourCode } from '../../../src/standaard/regels/regel.js';
import type { Voorkomen } from '../../../src/standaard/regels/voorkomens.js';
import { stelAntwoordOp } from '../../../src/standaard/retour/retour.js';
import { isSchemaGeldig } from '../../hulp/schema.js';
import { willekeurigBericht } from '../../hulp/willekeurig.js';
import { beoordelingMet, GEGEVENS, KOPPELING, teruggedraaid, voorkomensIn, type Retourheen } from './opstellen.js';

/** Runs of a property per type. More to soak: RETOUR_RUNS=5000 npx vitest run test/standaard/retour/terug. */
const RUNS = Number(process.env['RETOUR_RUNS'] ?? 100);

type Plaats = 'geen' | 'niveau2' | 'Header' | 'inhoud';

interface Geval<B extends Retourheen> {
  readonly bericht: Berichten[B];
  readonly plaats: Plaats;
  readonly beoordeling: Beoordeling;
  readonly voorkomens: readonly Voorkomen[];
  /** What was drawn for each of them. */
  readonly codesBij: (voorkomen: Voorkomen) => readonly RetourCode[];
}

const code = fc.constantFrom(...LDT_RetourCode.waarden ?? []) as fc.Arbitrary<RetourCode>;
const enkeleCodes = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(code, { minLength: 1, maxLength: 4 }) });
const plaatsen = fc.constantFrom<Plaats>('inhoud', 'inhoud', 'inhoud', 'Header', 'niveau2', 'geen');

function opNiveau2({ bevindingen }: Beoordeling): Beoordeling {
  const alsNiveau2 = bevindingen.map((een) => ({ ...een, niveau: 2, retourcode: '0001' } as const));
  return { bevindingen: alsNiveau2, nietBeoordeeld: new Set() };
}

/** A message of any shape with findings at any of its classes, as far as the order of assessment allows. */
function geval<B extends Retourheen>(soort: B): fc.Arbitrary<Geval<B>> {
  return fc.tuple(willekeurigBericht(soort), plaatsen).chain(([bericht, plaats]) => {
    const voorkomens = voorkomensIn(soort, bericht);
    const { length } = voorkomens;
    return fc.array(enkeleCodes, { minLength: length, maxLength: length }).map((getrokken) => {
      const codesBij = (bij: Voorkomen): readonly RetourCode[] => {
        const kan = plaats === 'niveau2' || (plaats !== 'geen' && (bij.klasse === 'Header') === (plaats === 'Header'));
        return kan ? getrokken[voorkomens.indexOf(bij)] ?? [] : [];
      };
      const beoordeling = beoordelingMet(voorkomens, codesBij);
      const eigen = plaats === 'niveau2' ? opNiveau2(beoordeling) : beoordeling;
      return { bericht, plaats, voorkomens, codesBij, beoordeling: eigen };
    });
  });
}

function onderAfgekeurdeClient({ ouder }: Voorkomen, codesBij: Geval<Retourheen>['codesBij']): boolean {
  if (ouder === undefined) return false;
  return (ouder.klasse === 'Client' && codesBij(ouder).length > 0) || onderAfgekeurdeClient(ouder, codesBij);
}

function bevries(waarde: unknown): void {
  if (typeof waarde !== 'object' || waarde === null) return;
  Object.freeze(waarde);
  Object.values(waarde).forEach(bevries);
}

describe.each(KOPPELING)('%s (%s) en %s (%s)', (soort, _heencode, retour) => {
  const gevallen = geval(soort);

  it('het antwoord is geldig, en tweemaal opstellen geeft tweemaal hetzelfde', () => {
    fc.assert(fc.property(gevallen, ({ bericht, beoordeling }) => {
      const antwoord = stelAntwoordOp(soort, bericht, beoordeling, GEGEVENS);
      expect(antwoord.berichtsoort).toBe(retour);
      expect(isSchemaGeldig(antwoord.berichtsoort, antwoord.bericht)).toBe(true);
      expect(stelAntwoordOp(soort, bericht, beoordeling, GEGEVENS)).toStrictEqual(antwoord);
    }), { numRuns: RUNS });
  });

  it('zonder wat het toevoegt blijft het bericht over, of alleen de Header daarvan', () => {
    const gezien = new Set<boolean>();
    fc.assert(fc.property(gevallen, ({ bericht, plaats, beoordeling }) => {
      const metInhoud = plaats === 'inhoud' && beoordeling.bevindingen.length > 0;
      const terug = teruggedraaid(soort, stelAntwoordOp(soort, bericht, beoordeling, GEGEVENS));
      expect(terug).toStrictEqual(metInhoud ? bericht : { Header: bericht.Header });
      gezien.add(metInhoud);
    }), { numRuns: RUNS });
    expect(gezien.size).toBe(2);
  });

  it('elke klasse heeft de codes van haar bevindingen, anders 0233 of 0200', () => {
    const metInhoud = gevallen.filter(({ plaats, beoordeling }) =>
      plaats === 'inhoud' && beoordeling.bevindingen.length > 0);
    fc.assert(fc.property(metInhoud, ({ bericht, beoordeling, voorkomens, codesBij }) => {
      const antwoord = stelAntwoordOp(soort, bericht, beoordeling, GEGEVENS);
      const gekregen = voorkomensIn(antwoord.berichtsoort, antwoord.bericht)
        .map(({ klasse, waarde }) => [klasse, (waarde as { readonly RetourCodes?: unknown }).RetourCodes]);
      const verwacht = voorkomens.map((bij) => {
        if (onderAfgekeurdeClient(bij, codesBij)) return [bij.klasse, ['0233']];
        const codes = [...new Set(codesBij(bij))].sort();
        return [bij.klasse, codes.length > 0 ? codes : ['0200']];
      });
      expect(gekregen).toEqual(verwacht);
    }), { numRuns: RUNS });
  });

  it('het bericht zelf blijft zoals het was', () => {
    fc.assert(fc.property(gevallen, ({ bericht, beoordeling }) => {
      const kopie = structuredClone(bericht);
      bevries(bericht);
      stelAntwoordOp(soort, bericht, beoordeling, GEGEVENS);
      expect(bericht).toStrictEqual(kopie);
    }), { numRuns: RUNS });
  });
});
