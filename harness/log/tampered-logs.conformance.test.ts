import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LogAnswer, LogBlock, LogEntry, LogStart, LogWrite } from '../../specs/generated/log.ts';
import { storedTrace } from '../../traces/corpus.ts';
import type { WorldModel } from '../../traces/world/model.ts';
import { lockstepRigs } from '../campaign/lockstep-rigs.ts';
import type { Programs } from '../releases/programs.ts';
import { runTrace } from '../campaign/run-trace.ts';
import { worldModelOf } from '../follow/world-model.ts';
import { temporaryFolder } from '../promises/testing/temporary-folder.ts';
import { loadRelease } from '../releases/load-release.ts';
import { checkLog, type Checked } from './check-log.ts';
import { readLog } from './read-log.ts';
import { entriesOf, inBlock, writeEdited } from './testing/edited-log.ts';
import { openLog } from './writer.ts';
import { describeFinding, describeOutcome } from '../report/describe-finding.ts';

const folder = temporaryFolder();
let programs: Programs;
let model: WorldModel;
let entries: readonly LogEntry[];
/** A block of the provider in which a transaction succeeded, and one of a consumer that received a packet. */
let delegated: LogBlock;
let received: LogBlock;

beforeAll(async () => {
  programs = await loadRelease('v7.0.1');
  model = worldModelOf(programs);
  const rigs = lockstepRigs(programs);
  const path = join(folder, 'recorded.jsonl');
  const record = openLog(path);
  const { verdict } = await runTrace(storedTrace('delegation-reaches-consumer'), rigs.rig(), { model, record });
  record.close();
  await rigs.stop();
  if (verdict !== 'conforms') throw new Error('the trace diverges');
  entries = entriesOf(path);
  delegated = someBlock((block) => block.chain === 'provider' && (block.answer?.tx_results?.length ?? 0) > 0);
  received = someBlock(({ answer }) => answer?.tx_results?.some(({ events = [] }) => acksIn(events) > 0) === true);
});

function acksIn(events: readonly { readonly type: string }[]): number {
  return events.filter(({ type }) => type === 'write_acknowledgement').length;
}

function someBlock(fits: (block: LogBlock) => boolean): LogBlock {
  const found = entries.findLast((entry): entry is LogBlock => entry.entry === 'block' && fits(entry));
  if (found === undefined) throw new Error('the log has no such block');
  return found;
}

function leaveOut<Part extends object>(part: Part, ...names: readonly (keyof Part)[]): Partial<Part> {
  const kept = Object.entries(part).filter(([name]) => !(names as readonly string[]).includes(name));
  return Object.fromEntries(kept) as Partial<Part>;
}

/** A log whose answers have none of these fields. */
function without(...fields: readonly (keyof LogAnswer)[]): (entry: LogEntry) => unknown {
  return (entry) => (entry.entry === 'block' ? { ...entry, answer: leaveOut(entry.answer ?? {}, ...fields) } : entry);
}

function all(): number {
  return entries.filter(({ entry }) => entry === 'block').length;
}

function isBlock(height: string): (entry: LogEntry) => boolean {
  return (entry) => entry.entry === 'block' && entry.chain === 'provider' && entry.height === height;
}

/** The balances that a block wrote. */
function tokensIn(answer: LogAnswer = {}): readonly LogWrite[] {
  const writes = answer.writes?.['bank'] ?? [];
  return writes.filter(({ key, value }) => Buffer.from(key, 'base64')[0] === 2 && value !== undefined);
}

function other({ key, value = '' }: LogWrite): LogWrite {
  const bytes = Buffer.from(value, 'base64');
  // The last digit of an amount, which is written in digits.
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) === 0x37 ? 0x38 : 0x37, bytes.length - 1);
  return { key, value: bytes.toString('base64') };
}

async function check(edit: (entry: LogEntry, line: number) => unknown): Promise<Checked> {
  const path = writeEdited(join(folder, 'edited.jsonl'), entries, edit);
  return checkLog(await readLog(path), { source: 'edited.jsonl', programs, model });
}

/** Changes what the program answered to a block. */
function answering({ chain, height }: LogBlock, change: (answer: LogAnswer) => LogAnswer) {
  return inBlock(chain, Number(height), (block) => ({ ...block, answer: change(block.answer ?? {}) }));
}

describe('a log in which something is changed diverges:', () => {
  test('the code of a transaction', async () => {
    const { outcome } = await check(
      answering(delegated, (answer) => ({
        ...answer,
        tx_results: answer.tx_results?.map((result) => ({ ...result, code: 5, codespace: 'sdk' })) ?? [],
      })),
    );
    expect(outcome).toMatchObject({ verdict: 'diverges', finding: { place: { chain: 'provider' } } });
    expect(describeOutcome(outcome)).toContain('to succeed; however the chain lets it fail with code 5 of sdk');
  });

  test('the power of a validator update', async () => {
    const { outcome } = await check(
      answering(received, (answer) => ({ ...answer, validator_updates: [{ pub_key: 'ab'.repeat(32), power: '7' }] })),
    );
    expect(outcome).toMatchObject({ verdict: 'diverges', finding: { kind: 'difference' } });
    expect(describeOutcome(outcome)).toContain('power 7');
  });

  test('a byte of a row', async () => {
    const block = someBlock(({ chain, answer }) => chain === 'provider' && tokensIn(answer).length > 0);
    const [changed] = tokensIn(block.answer);
    const { outcome } = await check(
      answering(block, (answer) => ({
        ...answer,
        writes: {
          ...answer.writes,
          bank: answer.writes?.['bank']?.map((write) => (write.key === changed?.key ? other(write) : write)) ?? [],
        },
      })),
    );
    expect(outcome).toMatchObject({ verdict: 'diverges', finding: { kind: 'difference' } });
    expect(describeOutcome(outcome)).toContain('bank/balances');
  });

  test('a packet that was not sent', async () => {
    const block = someBlock(({ answer }) => (answer?.events ?? []).some(({ type }) => type === 'send_packet'));
    const { outcome } = await check(answering(block, (answer) => ({ ...answer, events: [] })));
    expect(outcome.verdict).toBe('diverges');
    expect(describeOutcome(outcome)).toContain('to be sent');
  });

  test('who voted', async () => {
    const { outcome } = await check(
      inBlock('provider', 5, (block) => ({
        ...block,
        votes: block.votes.map((vote) => ({ ...vote, power: `${BigInt(vote.power) + 1n}` })),
      })),
    );
    expect(describeOutcome(outcome)).toContain('the votes of the header');
  });

  test('the set that a header names', async () => {
    const edit = inBlock('provider', 5, (block) => ({ ...block, validators_hash: 'ab'.repeat(32) }));
    expect(describeOutcome((await check(edit)).outcome)).toContain('the validators hash of the header');
  });

  test('a byte of a transaction, whose signature is then wrong', async () => {
    const edit = inBlock('provider', Number(delegated.height), (block) => ({
      ...block,
      txs: block.txs.map((tx) => {
        const bytes = Buffer.from(tx, 'base64');
        bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
        return bytes.toString('base64');
      }),
    }));
    expect(describeOutcome((await check(edit)).outcome)).toContain('to fail with code 4 of sdk');
  });

  test('a halt that did not happen', async () => {
    const { outcome } = await check(
      inBlock('provider', 5, (block) => ({ ...leaveOut(block, 'answer'), halt: 'out of luck' })),
    );
    expect(describeOutcome(outcome)).toContain('the program stops itself: out of luck');
  });
});

describe('a log in which a program starts from its own export diverges', () => {
  let refused: readonly LogEntry[];
  beforeAll(async () => {
    const rigs = lockstepRigs(programs);
    const trace = storedTrace('exported-with-inactive');
    const path = join(folder, 'refused.jsonl');
    const record = openLog(path);
    await runTrace(trace, rigs.rig(trace), { model, record });
    record.close();
    await rigs.stop();
    refused = entriesOf(path);
  });

  async function startedAgain(again: Partial<LogStart>): Promise<Checked> {
    const start = refused.find((entry) => entry.entry === 'start');
    const end = refused.findLast((entry) => entry.entry === 'block');
    if (start === undefined || end === undefined) throw new Error('the log has no start or no block');
    const path = writeEdited(
      join(folder, 'again.jsonl'),
      [...refused, { ...start, ...again, time: end.time }],
      (entry) => (entry.entry === 'end' ? undefined : entry),
    );
    return checkLog(await readLog(path), { source: 'again.jsonl', programs, model });
  }

  test('when consensus must refuse that', async () => {
    const { outcome } = await startedAgain({ initial_height: '3' });
    expect(outcome).toMatchObject({ verdict: 'diverges', finding: { place: { chain: 'provider', height: 2n } } });
    expect(describeOutcome(outcome)).toContain('The model expects the program to stop itself');
  });

  test('unless it is not the next height, which is an error of the log', async () => {
    await expect(startedAgain({ initial_height: '9' })).rejects.toThrow(
      'provider has started already, and can start again only from its own export, as provider with the initial height 3',
    );
  });
});

describe('a log of which nobody can tell is inconclusive:', () => {
  test('its header and its answers have different app hashes', async () => {
    const { outcome, line } = await check(inBlock('provider', 5, (block) => ({ ...block, app_hash: 'ab' })));
    expect(outcome.verdict).toBe('inconclusive');
    expect(describeOutcome(outcome)).toContain('The log contradicts itself: the header of block 5 of provider');
    expect(line).toBe(entries.findIndex((entry) => entry.entry === 'block' && entry.height === '5') + 1);
  });

  test('a genesis that the model has no word for, with the place', async () => {
    const { outcome } = await check((entry) =>
      entry.entry === 'start'
        ? {
            ...entry,
            app_state: {
              ...entry.app_state,
              transfer: { ...(entry.app_state['transfer'] as object), port_id: 'other' },
            },
          }
        : entry,
    );
    expect(outcome.verdict).toBe('inconclusive');
    expect(describeOutcome(outcome)).toBe(
      'The model cannot follow a genesis whose /transfer/port_id is "other": it knows "transfer" there.',
    );
  });

  test.each<[string, unknown, string]>([
    ['another text than a number', 'many', '"many" is not an integer'],
    ['another thing than text', ['1'], '["1"] stands where text belongs'],
  ])('a genesis that no program starts from, with %s', async (_, account_number, words) => {
    const { outcome } = await check((entry) =>
      entry.entry === 'start'
        ? { ...entry, app_state: { ...entry.app_state, auth: { accounts: [{ account_number }] } } }
        : entry,
    );
    expect(describeOutcome(outcome)).toBe(`The model cannot follow the genesis: ${words}.`);
  });

  test('consensus parameters that the model does not know, with the place', async () => {
    const { outcome } = await check((entry) =>
      entry.entry === 'start'
        ? {
            ...entry,
            consensus_params: { ...entry.consensus_params, block: { max_bytes: '22020096', max_gas: '100' } },
          }
        : entry,
    );
    expect(describeOutcome(outcome)).toBe(
      'The model cannot follow consensus parameters whose /block/max_gas is "100": it knows "-1" there.',
    );
  });

  test('a transaction that ran out of gas', async () => {
    const edit = answering(delegated, (answer) => ({
      ...answer,
      tx_results: answer.tx_results?.map((result) => ({ ...result, code: 11, codespace: 'sdk' })) ?? [],
    }));
    const { finding } = (await check(edit)).outcome;
    expect(finding).toMatchObject({ kind: 'inconclusive', log: expect.stringMatching(/^[0-9a-f]{200,}$/u) });
    expect(finding && describeFinding(finding)).toBe('The model cannot follow transaction 0, which ran out of gas.');
  });

  test('no block', async () => {
    const { outcome } = await check((entry) => (entry.entry === 'block' ? undefined : entry));
    expect(describeOutcome(outcome)).toBe('There is no block in the log.');
  });
});

describe('a log that tells less conforms, and what it does not tell is counted:', () => {
  test('no consensus parameters', async () => {
    const { outcome, missing } = await check((entry) =>
      entry.entry === 'start' ? leaveOut(entry, 'consensus_params') : entry,
    );
    expect(describeOutcome(outcome)).toBeUndefined();
    expect(missing).toEqual({ 'consensus parameters': 2 });
  });

  test('no writes', async () => {
    const { outcome, missing } = await check(without('writes'));
    expect(describeOutcome(outcome)).toBeUndefined();
    expect(missing).toEqual({ state: all() });
    // Without writes the state is the model's, which must not be judged by it.
    expect(outcome.notJudged).toMatchObject({ 'supply-is-held': 'depends-on-model', throttling: 'depends-on-model' });
    expect(outcome.notJudged).not.toHaveProperty('consensus-takes-updates');
    expect(outcome.notJudged).not.toHaveProperty('channel-order');
  });

  test('only who decided what', async () => {
    const { outcome, missing } = await check((entry) => (entry.entry === 'block' ? leaveOut(entry, 'answer') : entry));
    expect(describeOutcome(outcome)).toBeUndefined();
    expect(missing).toEqual({ answers: all() });
    expect(outcome.notJudged).toMatchObject({ 'consensus-takes-updates': 'depends-on-model' });
  });

  test('no events and no codes', async () => {
    const { outcome, missing } = await check(without('events', 'tx_results', 'validator_updates'));
    expect(describeOutcome(outcome)).toBeUndefined();
    expect(missing).toEqual({ packets: all(), 'transaction codes': all(), 'validator updates': all() });
  });

  test.each([
    ['provider', ['channel-liveness']],
    ['c0', ['channel-validity', 'validator-set-replication', 'apply-vsc-validity']],
  ])('%s alone', async (chain, notJudged) => {
    const { outcome, ...checked } = await check((entry) =>
      'chain' in entry && entry.chain !== chain ? undefined : entry,
    );
    expect(describeOutcome(outcome)).toBeUndefined();
    expect(checked).toMatchObject({ missing: {} });
    const excused = Object.entries(outcome.notJudged).filter(([, reason]) => reason === 'chain-missing');
    expect(excused.map(([name]) => name)).toEqual(notJudged);
    expect(outcome.blocks).toBeGreaterThan(5);
  });

  test('accounts without numbers of their own', async () => {
    const { outcome } = await check((entry) => {
      if (entry.entry !== 'start') return entry;
      const auth = entry.app_state['auth'] as { readonly accounts: readonly object[] };
      const accounts = auth.accounts.map((account) => ({ ...account, account_number: '0' }));
      return { ...entry, app_state: { ...entry.app_state, auth: { ...auth, accounts } } };
    });
    expect(describeOutcome(outcome)).toBeUndefined();
  });
});

describe('a log that is none is refused with the line:', () => {
  test.each<[string, (entry: LogEntry, line: number) => unknown, string]>([
    [
      'a block is missing',
      (entry) => (isBlock('4')(entry) ? undefined : entry),
      '/height: must be 4, the next of provider',
    ],
    [
      'a chain never started',
      (entry) => (entry.entry === 'start' ? undefined : entry),
      'line 2 at /chain: provider has not started',
    ],
    [
      'a field is missing',
      inBlock('provider', 2, (block) => leaveOut(block, 'time')),
      'line 4: the field time is missing',
    ],
    [
      'a field is unknown',
      inBlock('provider', 2, (block) => ({ ...block, gas: 1 })),
      'line 4 at /gas: there is no such field',
    ],
    [
      'a number is none',
      inBlock('provider', 2, (block) => ({ ...block, height: 'two' })),
      'line 4 at /height: must match pattern',
    ],
    [
      'a day is in no calendar',
      inBlock('provider', 2, (block) => ({ ...block, time: '2026-02-31T00:00:00Z' })),
      'line 4: "2026-02-31T00:00:00Z" is not a time',
    ],
    [
      'an entry is unknown',
      inBlock('provider', 2, () => ({ entry: 'vote' })),
      'line 4 at /entry: there is no entry "vote"',
    ],
    [
      'its version is another',
      (entry) => (entry.entry === 'log' ? { ...entry, lockstep: 2 } : entry),
      'line 1 at /lockstep: the format has version 2, and this program reads version 1',
    ],
    [
      'it has no head',
      (entry) => (entry.entry === 'log' ? undefined : entry),
      'line 1: is not the beginning of a block log',
    ],
    [
      'it has two heads',
      inBlock('provider', 2, () => ({ entry: 'log', lockstep: 1 })),
      'line 4 at /entry: only the first entry is "log"',
    ],
  ])('%s', async (_, edit, words) => {
    await expect(check(edit)).rejects.toThrow(words);
  });
});
