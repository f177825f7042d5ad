import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadRelease } from '../releases/load-release.ts';
import { lockstep, ROOT } from './testing/command.ts';
import { reportFile, reportIn } from './testing/json-report.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const TRACE = join(ROOT, 'traces/corpus/downtime.json');

const folder = temporaryFolder();
const recorded = join(folder, 'recorded.jsonl.gz');
let text: string;
beforeAll(async () => {
  await loadRelease('v7.0.1');
  const { status, err } = await lockstep(['replay', TRACE, '--out', join(folder, 'results'), '--log', recorded]);
  if (status !== 0) throw new Error(err);
  text = gunzipSync(readFileSync(recorded)).toString();
});

function logFile(content: string | Uint8Array): string {
  const file = join(folder, 'edited.jsonl');
  writeFileSync(file, content);
  return file;
}

describe('a recorded log is checked again without a node', () => {
  test('and conforms', async () => {
    const ended = await lockstep(['check', recorded, '--json', '--out', join(folder, 'report')]);
    const report = reportIn(ended);
    expect(report).toMatchObject({
      verdict: 'conforms',
      release: { provider: 'v7.0.1', consumer: 'v7.0.1' },
      log: { file: recorded, cutOff: null, missing: {}, notJudged: [] },
      findings: [],
    });
    expect(Object.keys(report.witnesses)).toContain('jailed-for-downtime');
    expect(ended.status).toBe(0);
    expect(reportFile(join(folder, 'report'))).toEqual(report);
  });

  test('and diverges when a power in it is another, with the line and the block', async () => {
    const lines = text.split('\n');
    const at = lines.findIndex((line) => /"validator_updates":\[\{/u.test(line));
    const edited = lines.map((line, i) =>
      i === at ? line.replace(/("validator_updates":\[\{"pub_key":"[0-9a-f]+","power":")\d+/u, '$177') : line,
    );
    const ended = await lockstep(['check', logFile(edited.join('\n')), '--json']);
    const [finding] = reportIn(ended).findings;
    expect(finding).toMatchObject({ kind: 'difference', chain: 'provider', line: at + 1, file: '' });
    expect(finding?.touches).toContain('provider-consensus-set');
    expect(ended.err).toContain(`line     ${at + 1}`);
    expect(ended.status).toBe(1);
  });

  test('and conforms where a chain goes on from its own export', async () => {
    const log = join(folder, 'exported.jsonl');
    const trace = join(ROOT, 'traces/corpus/consumer-exported.json');
    const replayed = await lockstep(['replay', trace, '--out', join(folder, 'results'), '--log', log]);
    expect(replayed.status).toBe(0);
    const report = reportIn(await lockstep(['check', log, '--json']));
    expect(report).toMatchObject({ verdict: 'conforms', log: { missing: {} } });
    expect(Object.keys(report.witnesses)).toContain('consumer-resumed');
  });

  test('and says so when it was recorded from another release', async () => {
    const ended = await lockstep(['check', recorded, '--release', 'v6.4.1', '--json']);
    expect(reportIn(ended).release).toEqual({ provider: 'v6.4.1', consumer: 'v6.4.1' });
    expect(ended.status).not.toBe(0);
  });
});

describe('a log that breaks off is checked as far as it goes', () => {
  test('in the middle of a line', async () => {
    const ended = await lockstep(['check', logFile(text.slice(0, -100)), '--json']);
    const lines = text.slice(0, -100).split('\n').length;
    expect(reportIn(ended)).toMatchObject({ verdict: 'conforms', log: { cutOff: `it breaks off in line ${lines}` } });
    expect(ended.err).toContain(`cut off        it breaks off in line ${lines}; everything before that was checked`);
    expect(ended.status).toBe(0);
  });

  test('between two lines', async () => {
    const lines = text.trimEnd().split('\n').slice(0, -2);
    const ended = await lockstep(['check', logFile(`${lines.join('\n')}\n`), '--json']);
    const cutOff = `the entry "end" is missing after line ${lines.length}`;
    expect(reportIn(ended)).toMatchObject({ verdict: 'conforms', log: { cutOff } });
    expect(ended.status).toBe(0);
  });

  test('in the middle of what is compressed', async () => {
    const bytes = readFileSync(recorded);
    const { log, blocks } = reportIn(await lockstep(['check', logFile(bytes.subarray(0, -100)), '--json']));
    expect(log?.cutOff).toMatch(/^the compressed file breaks off after line \d+$/u);
    expect(blocks).toBeGreaterThan(0);
  });
});

describe('a log that cannot be used is refused with file, place and rule', () => {
  test.each([
    [
      'it is not there',
      () => join(folder, 'absent.jsonl'),
      /absent\.jsonl: cannot be read \(ENOENT\)\n {2}Give the path/u,
    ],
    ['it is empty', () => logFile(''), /edited\.jsonl: is empty/u],
    ['it is something else', () => TRACE, /downtime\.json line 1: is not JSON/u],
    ['a line of it is not JSON', () => logFile(text.replace('\n', '\n{"entry":\n')), /line 2: is not JSON/u],
    [
      'a field is wrong',
      () => logFile(text.replace('"height":"3"', '"height":3')),
      /line \d+ at \/height: must be string/u,
    ],
  ])('%s', async (_, file, words) => {
    const { status, out, err } = await lockstep(['check', file()]);
    expect(err).toMatch(words);
    expect(err).not.toMatch(/^\s+at /mu);
    expect({ status, out }).toEqual({ status: 3, out: '' });
  });

  test('it cannot be written', async () => {
    const { status, err } = await lockstep(['replay', TRACE, '--out', join(folder, 'results'), '--log', '/proc/log']);
    expect(err).toContain('Cannot write to /proc/log');
    expect(status).toBe(3);
  });
});

test('what real nodes made is recorded and checked again without them', async () => {
  const log = join(folder, 'nodes.jsonl.gz');
  const opening = join(ROOT, 'traces/corpus/opening.json');
  const out = join(folder, 'nodes');
  const ran = await lockstep(['replay', opening, '--engine', 'cometbft', '--out', out, '--log', log]);
  expect(ran).toMatchObject({ status: 0 });
  const report = reportIn(await lockstep(['check', log, '--json']));
  expect(report).toMatchObject({ verdict: 'conforms', log: { cutOff: null, missing: {} } });
  expect(Object.keys(report.witnesses)).toContain('ccv-channel-opened');
});

test('a campaign records each of its traces', async () => {
  const logs = join(folder, 'logs');
  const run = ['run', '--traces', '2', '--workers', '1', '--out', join(folder, 'campaign'), '--log', logs];
  expect((await lockstep(run)).status).not.toBe(3);
  const files = readdirSync(logs);
  expect(files).toHaveLength(2);
  for (const file of files) expect((await lockstep(['check', join(logs, file)])).out).toContain('conforms');
});
