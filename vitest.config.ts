import { defineConfig } from 'vitest/config';

const ROOMS = '{specs,model,traces,harness}';
const UNIT = `${ROOMS}/**/*.test.ts`;
const CONFORMANCE = `${ROOMS}/**/*.conformance.test.ts`;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [UNIT],
          exclude: [CONFORMANCE],
          testTimeout: 20_000,
          maxWorkers: '100%',
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Against the real programs, which are built first if need be: one file after the other, so that nothing is
        // built twice and the programs have the processors for themselves.
        test: {
          name: 'conformance',
          include: [CONFORMANCE],
          testTimeout: 120_000,
          hookTimeout: 30 * 60_000,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
