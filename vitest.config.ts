import { defineConfig } from 'vitest/config';

const gedeeld = { testTimeout: 60_000, hookTimeout: 120_000, pool: 'forks' as const, maxWorkers: 2 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...gedeeld, name: 'eenheid', include: ['test/**/*.test.ts'],
          exclude: ['test/integratie/**', 'test/e2e/**'],
        },
      },
      {
        // On a real PostgreSQL: DATABASE_URL where it is set, else one embedded server for the whole run.
        test: {
          ...gedeeld, name: 'integratie', include: ['test/integratie/**/*.test.ts', 'test/e2e/**/*.test.ts'],
          globalSetup: ['test/hulp/globaal.ts'],
        },
      },
    ],
  },
});
