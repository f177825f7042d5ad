import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { IN_CI, leftOut } from './harness/checks/ci-only.ts';

const ROOMS = '{specs,model,traces,harness}';
const UNIT = `${ROOMS}/**/*.test.ts`;
const ALONE = 'harness/promises/nothing-left-behind.conformance.test.ts';
const AFTER_EACH_FILE = 'harness/promises/testing/after-each-file.ts';
const CONFORMANCE = `${ROOMS}/**/*.conformance.test.ts`;

/** Left out here. */
const CI_FILES = leftOut(IN_CI, process.argv.slice(2));

/** The files that take longest, the longest first: whoever begins with them has both cores busy to the end. */
const LONGEST = ['same-verdict-anywhere', 'corpus', 'nodes', 'docs', 'model-faults', 'checking-logs'];

class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files.toSorted((a, b) => placeOf(a) - placeOf(b)));
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const at = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.conformance.test.ts`));
  return at < 0 ? LONGEST.length : at;
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // Of each worker: more programs at once than that only take the processor from each other.
    maxConcurrency: 2,
    projects: [
      {
        // No test leaves a trace in a module, so that files share what they import and what has become fast.
        test: {
          name: 'unit',
          isolate: false,
          include: [UNIT],
          exclude: [CONFORMANCE],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: '100%',
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Against the real programs, which are built first if need be, so that nothing is built twice.
        test: {
          name: 'conformance',
          isolate: false,
          include: [CONFORMANCE],
          exclude: [ALONE, ...CI_FILES],
          setupFiles: AFTER_EACH_FILE,
          globalSetup: 'harness/checks/build-releases.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: '100%',
          sequence: { groupOrder: 2 },
        },
      },
      {
        // What promises a time to people is tested while nothing else runs.
        test: {
          name: 'alone',
          include: [ALONE],
          exclude: CI_FILES,
          setupFiles: AFTER_EACH_FILE,
          testTimeout: 120_000,
          hookTimeout: 30 * 60_000,
          maxWorkers: 1,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
