import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Melding } from '../../../src/standaard/oordeel.js';
import { jsonverslag } from '../../../src/koppelvlakken/cli/verslag/json.js';
import { junitverslag } from '../../../src/koppelvlakken/cli/verslag/junit.js';
import { mensverslag } from '../../../src/koppelvlakken/cli/verslag/mens.js';
import { sarifverslag } from '../../../src/koppelvlakken/cli/verslag/sarif.js';
import type { Telling, Uitslag, Verslag } from '../../../src/koppelvlakken/cli/verslag/verslag.js';

const tekst = fc.string({ unit: 'binary' });
const melding: fc.Arbitrary<Melding> = fc.record({
  niveau: fc.constantFrom(1 as const, 2 as const), regel: fc.constantFrom('CS002', 'xsd-ongeldig', 'niet-welgevormd'),
  regelnummer: fc.integer({ min: 1, max: 99999 }), kolom: fc.integer({ min: 1, max: 999 }), pad: tekst, melding: tekst,
}, { requiredKeys: ['niveau', 'regel', 'regelnummer', 'melding'] });
const uitslag: fc.Arbitrary<Uitslag> = fc.oneof(
  fc.record({ naam: tekst, uri: fc.webPath(), oordeel: fc.record({ meldingen: fc.array(melding, { maxLength: 3 }) }) }),
  fc.record({ naam: tekst, uri: fc.webPath(), onbruikbaar: fc.constant('bestaat niet') }),
);
const uitslagen = fc.array(uitslag, { maxLength: 4 });

const meldingenVan = (een: Uitslag): readonly Melding[] => ('oordeel' in een ? een.oordeel.meldingen : []);

function tellingVan(alle: readonly Uitslag[]): Telling {
  return {
    bestanden: alle.length, meldingen: alle.flatMap(meldingenVan).length,
    geldig: alle.filter((een) => 'oordeel' in een && een.oordeel.meldingen.length === 0).length,
    onbruikbaar: alle.filter((een) => 'onbruikbaar' in een).length,
  };
}

function maak(verslag: Verslag, alle: readonly Uitslag[]): string {
  return verslag.begin() + alle.map((een) => verslag.bestand(een)).join('') + verslag.einde(tellingVan(alle));
}

describe('json', () => {
  it('is een geldig document met elk bestand en elke bevinding, welke namen er ook in staan', () => {
    fc.assert(fc.property(uitslagen, (alle) => {
      const document = JSON.parse(maak(jsonverslag('1.2.3'), alle)) as Record<string, unknown>;
      expect(document).toMatchObject({ iwmo: '1.2.3', release: '3.2', samenvatting: tellingVan(alle) });
      expect(document['bestanden']).toEqual(alle.map((een) => ('oordeel' in een
        ? { bestand: een.naam, berichtsoort: null, geldig: een.oordeel.meldingen.length === 0, bevindingen: een.oordeel.meldingen }
        : { bestand: een.naam, onbruikbaar: een.onbruikbaar })));
    }));
  });

  it('zet elk bestand op een eigen regel, zodat het te volgen is terwijl het groeit', () => {
    fc.assert(fc.property(uitslagen, (alle) => {
      const regels = maak(jsonverslag('1'), alle).split('\n').slice(1, 1 + alle.length);
      expect(regels.map((regel) => (JSON.parse(regel.replace(/,$/, '')) as { bestand: string }).bestand))
        .toEqual(alle.map(({ naam }) => naam));
    }));
  });
});

describe('junit', () => {
  interface Telbaar { suites: { tests: string; failures: string; errors: string }[]; gevallen: number; mislukt: number; fouten: number }
  function lees(xml: string): Telbaar {
    const gelezen: Telbaar = { suites: [], gevallen: 0, mislukt: 0, fouten: 0 };
    const parser = new SaxesParser();
    parser.on('error', (fout) => { throw fout; });
    parser.on('opentag', ({ name, attributes }) => {
      if (name === 'testsuite') gelezen.suites.push(attributes as unknown as Telbaar['suites'][0]);
      if (name === 'testcase') gelezen.gevallen++;
      if (name === 'failure') gelezen.mislukt++;
      if (name === 'error') gelezen.fouten++;
    });
    parser.write(xml).close();
    return gelezen;
  }

  it('is welgevormde XML met een suite per bestand en een mislukt geval per bevinding', () => {
    fc.assert(fc.property(uitslagen, (alle) => {
      const { suites, gevallen, mislukt, fouten } = lees(maak(junitverslag(), alle));
      const telling = tellingVan(alle);
      expect({ suites: suites.length, mislukt, fouten })
        .toEqual({ suites: telling.bestanden, mislukt: telling.meldingen, fouten: telling.onbruikbaar });
      const som = (veld: keyof Telbaar['suites'][0]) => suites.reduce((totaal, suite) => totaal + Number(suite[veld]), 0);
      expect([som('tests'), som('failures'), som('errors')]).toEqual([gevallen, mislukt, fouten]);
      expect(gevallen).toBe(telling.meldingen + telling.geldig + telling.onbruikbaar);
    }));
  });

  it('bewaart namen die XML kan bevatten letterlijk, ook regeleinden en tabs', () => {
    const namen: string[] = [];
    const parser = new SaxesParser();
    parser.on('opentag', ({ name, attributes }) => { if (name === 'testsuite') namen.push(String(attributes['name'])); });
    parser.write(maak(junitverslag(), [{ naam: 'a\n\t"<&>\'é💥.xml', uri: 'a', oordeel: { meldingen: [] } }])).close();
    expect(namen).toEqual(['a\n\t"<&>\'é💥.xml']);
  });
});

interface Sarif {
  version: string;
  runs: {
    tool: { driver: { name: string; rules: { id: string }[] } };
    results: { ruleId: string; ruleIndex: number; message: { text: string }; locations: { physicalLocation: unknown }[] }[];
    invocations: { executionSuccessful: boolean; toolExecutionNotifications: { message: { text: string } }[] }[];
  }[];
}

describe('sarif', () => {
  it('is een geldig document: elke bevinding wijst een regel, een bestand en een plaats aan', () => {
    fc.assert(fc.property(uitslagen, (alle) => {
      const { version, runs } = JSON.parse(maak(sarifverslag('1.2.3'), alle)) as Sarif;
      expect([version, runs.length]).toEqual(['2.1.0', 1]);
      const [run] = runs;
      expect(run?.results.map(({ ruleId, ruleIndex, message, locations }) => ({
        ruleId, regel: run.tool.driver.rules[ruleIndex]?.id, text: message.text, plaats: locations[0]?.physicalLocation,
      }))).toEqual(alle.flatMap((een) => meldingenVan(een).map((m) => ({
        ruleId: m.regel, regel: m.regel, text: m.melding,
        plaats: {
          artifactLocation: { uri: een.uri },
          region: { startLine: m.regelnummer, ...(m.kolom === undefined ? {} : { startColumn: m.kolom }) },
        },
      }))));
      expect(run?.invocations).toMatchObject([{ executionSuccessful: tellingVan(alle).onbruikbaar === 0 }]);
    }));
  });

  it('noemt elke regel een keer', () => {
    const { runs } = JSON.parse(maak(sarifverslag('1'), [])) as Sarif;
    const ids = runs[0]?.tool.driver.rules.map(({ id }) => id) ?? [];
    expect(ids).toContain('TR101');
    expect(ids).toContain('bericht-te-groot');
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('houdt niet meer berichten over onbruikbare bestanden vast dan honderd, en telt de rest', () => {
    const alle = Array.from({ length: 250 }, (_, i) => ({ naam: `${i}.xml`, uri: `${i}.xml`, onbruikbaar: 'bestaat niet' }));
    const { runs } = JSON.parse(maak(sarifverslag('1'), alle)) as Sarif;
    const notities = runs[0]?.invocations[0]?.toolExecutionNotifications ?? [];
    expect(notities).toHaveLength(101);
    expect(notities[100]?.message.text).toContain('150');
  });
});

describe('mens', () => {
  it('zet nooit een teken op het scherm dat een terminal gehoorzaamt', () => {
    fc.assert(fc.property(uitslagen, (alle) => {
      expect(maak(mensverslag((_kleur, t) => t), alle)).not.toMatch(/(?!\n)\p{Cc}/u);
    }));
  });

  it('noemt bestand, regel, regelcode, pad en melding', () => {
    const verslag = mensverslag((_kleur, t) => t);
    expect(verslag.bestand({ naam: 'a.xml', uri: 'a.xml', oordeel: { meldingen: [
      { niveau: 2, regel: 'CS002', pad: '/Bericht/Client/Bsn', regelnummer: 12, melding: 'Wat er is.' },
      { niveau: 1, regel: 'niet-welgevormd', regelnummer: 3, kolom: 7, melding: 'Anders.' },
    ] } })).toBe('a.xml:12: CS002 /Bericht/Client/Bsn\n    Wat er is.\na.xml:3:7: niet-welgevormd\n    Anders.\n');
  });

  it('vat samen in enkelvoud en meervoud', () => {
    const einde = (telling: Telling) => mensverslag((_kleur, t) => t).einde(telling);
    expect(einde({ bestanden: 1, geldig: 1, meldingen: 0, onbruikbaar: 0 })).toBe('1 bestand gecontroleerd: 1 geldig.\n');
    expect(einde({ bestanden: 4, geldig: 1, meldingen: 5, onbruikbaar: 1 }))
      .toBe('4 bestanden gecontroleerd: 1 geldig, 2 met 5 bevindingen, 1 niet te beoordelen.\n');
  });
});
