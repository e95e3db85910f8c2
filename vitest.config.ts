import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What waits for servers and databases goes first, so that the short files fill the processors beside it and nothing long remains at the end. */
const VOLGORDE = ['test/e2e/', 'test/schermen/', 'test/integratie/', 'test/platform/postgres/', 'test/koppelvlakken/cli/'];

class LangsteEerst extends BaseSequencer {
  override async sort(bestanden: TestSpecification[]): Promise<TestSpecification[]> {
    const rang = ({ moduleId }: TestSpecification): number => {
      const plaats = VOLGORDE.findIndex((map) => moduleId.includes(`/${map}`));
      return plaats < 0 ? VOLGORDE.length : plaats;
    };
    return (await super.sort(bestanden)).sort((a, b) => rang(a) - rang(b));
  }
}

// Files of one process share what they load: no test replaces a module or leaves a setting behind. One worker more than the two
// processors of the smallest machine, because the tests that start servers mostly wait.
const gedeeld = { testTimeout: 60_000, hookTimeout: 120_000, pool: 'forks' as const, maxWorkers: 3, isolate: false };

export default defineConfig({
  test: {
    sequence: { sequencer: LangsteEerst },
    projects: [
      {
        test: {
          ...gedeeld, name: 'eenheid', include: ['test/**/*.test.ts'],
          exclude: ['test/integratie/**', 'test/e2e/**', 'test/schermen/**'],
        },
      },
      {
        // On a real PostgreSQL: DATABASE_URL where it is set, else one embedded server for the whole run.
        test: {
          ...gedeeld, name: 'integratie', include: ['test/integratie/**/*.test.ts', 'test/e2e/**/*.test.ts', 'test/schermen/**/*.test.ts'],
          globalSetup: ['test/hulp/globaal.ts'],
        },
      },
    ],
  },
});
