import { readFileSync } from 'node:fs';

/** The pages for readers of the repository. */
export const PAGES = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'docs/architecture.md',
  'docs/block-logs.md',
  'docs/concepts.md',
  'docs/engines-and-runtimes.md',
  'docs/extending.md',
  'docs/what-is-compared.md',
];

export function pageText(page: string): string {
  return readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8');
}

/** The commands of a page: the lines of the blocks that are marked `sh`, and the steps of a workflow. */
export function commandsIn(text: string): string[] {
  const blocks = [...text.matchAll(/^```sh\n(.*?)^```$/gms)].flatMap(([, block = '']) => block.trim().split('\n'));
  return [...blocks, ...[...text.matchAll(/^- run: (.*)$/gm)].map(([, step = '']) => step)];
}

/** How a command is tested that takes too long, or that needs something of the reader's. */
export type Covered =
  /** A cheaper command of the same form runs. */
  | { readonly runs: string; readonly needs?: 'container engine' }
  /** A test file runs the same command, or CI does. */
  | { readonly testedBy: string };

const LOCKSTEP = 'npm run -s lockstep --';
/** Few random traces in place of a long campaign. */
const SHORT = '--traces 1 --steps 20 --no-corpus --out "$OUT"';

/** The commands that do not run as they are written. All others do. */
export const COVERED: Readonly<Record<string, Covered>> = {
  'npm start': { runs: `npm start -- ${SHORT}` },
  'npm test': { testedBy: '.ci/run' },
  '.ci/run': { testedBy: '.github/workflows/ci.yml' },
  [`${LOCKSTEP} run --traces 40 --seed 7`]: { runs: `${LOCKSTEP} run --seed 7 ${SHORT}` },
  [`${LOCKSTEP} run --provider v6.4.1 --consumer v7.0.1 --time 300`]: {
    runs: `${LOCKSTEP} run --provider v6.4.1 --consumer v7.0.1 ${SHORT}`,
  },
  [`${LOCKSTEP} run --traces 3 --provider v6.4.1 --consumer v7.0.1`]: {
    runs: `${LOCKSTEP} run --provider v6.4.1 --consumer v7.0.1 ${SHORT}`,
  },
  [`${LOCKSTEP} run --provider-bin ./build/interchain-security-pd`]: {
    runs: `${LOCKSTEP} run --provider-bin "$PROVIDER" ${SHORT}`,
  },
  [`${LOCKSTEP} run --release v6.4.1 --consumer-bin ./build/interchain-security-cd`]: {
    runs: `${LOCKSTEP} run --provider v6.4.1 --consumer v7.0.1 --consumer-bin "$CONSUMER" ${SHORT}`,
  },
  'npm start -- --provider-bin "$PWD/../build/interchain-security-pd" --time 300': {
    runs: `npm start -- --provider-bin "$PROVIDER" ${SHORT}`,
  },
  [`${LOCKSTEP} shrink lockstep-results/v7.0.1-v7.0.1-1/traces/1-12.json --out stale-power.json`]: {
    testedBy: 'harness/promises/replay-failures.conformance.test.ts',
  },
  [`${LOCKSTEP} replay traces/corpus/opening.json --engine cometbft`]: {
    testedBy: 'harness/promises/checking-logs.conformance.test.ts',
  },
  [`${LOCKSTEP} run --engine cometbft --traces 5 --workers 1`]: {
    runs: `${LOCKSTEP} run --engine cometbft --workers 1 ${SHORT}`,
  },
  [`${LOCKSTEP} agree --workers 2`]: { runs: `${LOCKSTEP} agree traces/corpus/opening.json --workers 2` },
  [`${LOCKSTEP} run --runtime container --time 60`]: {
    runs: `${LOCKSTEP} run --runtime container ${SHORT}`,
    needs: 'container engine',
  },
  [`${LOCKSTEP} run --runtime container --provider-image my/provider:rc1`]: {
    runs: `${LOCKSTEP} run --runtime container --provider-image "$PROVIDER_IMAGE" ${SHORT}`,
    needs: 'container engine',
  },
  'docker image prune --all --filter label=lockstep.program': {
    runs: 'docker image prune --all --force --filter label=lockstep.program=none',
    needs: 'container engine',
  },
  [`${LOCKSTEP} run --traces 10 --log blocks`]: { runs: `${LOCKSTEP} run --log "$OUT/blocks" ${SHORT}` },
  [`${LOCKSTEP} check somebody-elses.jsonl --provider v7.0.1 --consumer v6.4.1 --json`]: {
    runs: `${LOCKSTEP} check lockstep-results/opening.jsonl.gz --provider v7.0.1 --consumer v7.0.1 --json`,
  },
  [`${LOCKSTEP} coverage --time 300`]: { testedBy: 'harness/coverage/coverage.conformance.test.ts' },
  [`${LOCKSTEP} build <name>`]: { runs: `${LOCKSTEP} build v6.4.1` },
  [`${LOCKSTEP} run --release <name>`]: { runs: `${LOCKSTEP} run --release v6.4.1 ${SHORT}` },
};
