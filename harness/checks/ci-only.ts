/** Whether this is CI, or somebody who asks for the tests of CI. */
export const IN_CI = process.env['CI'] === 'true';

/** Tests that only CI runs. */
export interface CiOnly {
  /** The file of the tests. */
  readonly file: string;
  /** Which tests of the file, if not all. */
  readonly part?: string;
  readonly why: string;
}

/**
 * All tests that `npm test` leaves out on a developer's machine. They repeat on more releases, engines or faults what
 * other tests check once, or they need a machine that not everybody has.
 */
export const CI_ONLY: readonly CiOnly[] = [
  {
    file: 'harness/promises/same-verdict-anywhere.conformance.test.ts',
    why: 'runs the corpus on five more pairs of releases; the default release runs it always',
  },
  {
    file: 'harness/promises/corpus.conformance.test.ts',
    part: 'in containers',
    why: 'needs a container engine; the same traces run as processes',
  },
  {
    file: 'harness/runtimes/container/container.conformance.test.ts',
    why: 'needs a container engine',
  },
  {
    file: 'harness/engines/cometbft/nodes.conformance.test.ts',
    why: 'real nodes take minutes of real time; one trace on real nodes runs always, in checking-logs',
  },
  {
    file: 'harness/campaign/model-faults.conformance.test.ts',
    why: 'runs one campaign for each planted fault; the unit tests find each fault without programs',
  },
  {
    file: 'harness/coverage/coverage.conformance.test.ts',
    why: 'builds the programs once more, with counters',
  },
  {
    file: 'harness/docs.conformance.test.ts',
    why: 'runs every documented command, some of them in containers',
  },
  {
    file: 'harness/promises/determinism.conformance.test.ts',
    why: 'runs the same traces again and again; that a command repeats its digest is tested always',
  },
  {
    file: 'harness/promises/shrinking.conformance.test.ts',
    why: 'measures that a trace of 200 actions is minimized in a minute; minimizing itself is tested always',
  },
  {
    file: 'harness/promises/nothing-left-behind.conformance.test.ts',
    why: 'measures that an interrupted campaign ends within a second, on a machine that does nothing else',
  },
];

/** The files to leave out: none in CI, and none that an argument of the command names. */
export function leftOut(inCi: boolean, args: readonly string[] = []): string[] {
  if (inCi) return [];
  const paths = args.filter((arg) => arg.includes('/'));
  return CI_ONLY.flatMap(({ file, part }) =>
    part !== undefined || paths.some((path) => file.includes(path)) ? [] : [file],
  );
}

/** What was left out, why, and how to run it. */
export function leftOutText(): string {
  const lines = CI_ONLY.map(({ file, part, why }) => `  ${file}${part === undefined ? '' : ` (${part})`}: ${why}`);
  return ['Left out here, and run in CI:', ...lines, 'Run one with npm test FILE, all with CI=true npm test.'].join(
    '\n',
  );
}
