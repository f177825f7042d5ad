import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Trace } from '../../../specs/generated/trace.ts';
import { storedTrace } from '../../../traces/corpus.ts';
import { agree, type Engines } from '../../agreement/agree.ts';
import { lockstepRigs } from '../../campaign/lockstep-rigs.ts';
import { nodeRigs } from '../../campaign/node-rigs.ts';
import type { Outcome } from '../../follow/outcome.ts';
import type { RigMaker } from '../../campaign/rig.ts';
import { runTrace } from '../../campaign/run-trace.ts';
import { worldModelOf } from '../../follow/world-model.ts';
import { loadRelease } from '../../releases/load-release.ts';
import { describeOutcome } from '../../report/describe-finding.ts';

/** Milliseconds for the longest trace, on a loaded machine. */
const LIMIT = 300_000;

const makers: RigMaker[] = [];
afterAll(() => Promise.all(makers.map((maker) => maker.stop())));

async function enginesOf(release: string): Promise<Engines> {
  const programs = await loadRelease(release);
  const { signal } = new AbortController();
  const engines = { lockstep: lockstepRigs(programs), cometbft: nodeRigs(programs, signal) };
  makers.push(engines.lockstep, engines.cometbft);
  return { ...engines, model: worldModelOf(programs), signal };
}

async function follow({ cometbft, model }: Engines, trace: Trace): Promise<Outcome> {
  const outcome = await runTrace(trace, cometbft.rig(trace), { model });
  expect(describeOutcome(outcome)).toBeUndefined();
  expect(outcome.verdict).toBe('conforms');
  expect(outcome.steps).toBe(trace.actions.length);
  return outcome;
}

/** Runs a trace on both engines, which have to agree: as far as it goes the same way, where it depends on real time. */
async function onBoth(engines: Engines, trace: Trace, course: 'same' | 'timed' = 'timed'): Promise<Outcome> {
  const { onNodes, ...agreement } = await agree(trace, engines);
  expect(agreement).toMatchObject({
    kind: expect.stringMatching(course === 'same' ? /^agrees$/u : /^(agrees|parted)$/u),
  });
  expect(onNodes.steps).toBeGreaterThan(trace.actions.length);
  return onNodes;
}

describe.concurrent('the model follows real nodes, which agree with the lockstep engine,', () => {
  let engines: Engines;
  beforeAll(async () => void (engines = await enginesOf('v7.0.1')));

  test(
    'while a channel opens, a delegation reaches the consumer, a node dies and is jailed, and a packet times out',
    async () => {
      const { witnesses } = await onBoth(engines, storedTrace('node-dies'));
      expect(witnesses).toEqual(
        expect.arrayContaining([
          'ccv-channel-opened',
          'channel-established',
          'vsc-received',
          'jailed-for-downtime',
          'vsc-with-removal',
          'packet-timed-out',
          'stopped-by-timeout',
        ]),
      );
    },
    LIMIT,
  );

  test(
    'while nodes are paused, killed and cut off, and the chain halts and goes on',
    async () => {
      const { witnesses, blocks } = await onBoth(engines, storedTrace('nodes-fail'), 'same');
      expect(witnesses).toEqual(expect.arrayContaining(['block-missed', 'delegated']));
      expect(blocks).toBeGreaterThan(20);
    },
    LIMIT,
  );

  test(
    'when two of them vote with one key, which is found out and punished',
    async () => {
      const { witnesses } = await follow(engines, {
        lockstep: 1,
        actions: [
          { kind: 'block', chain: 'provider', seconds: 2 },
          { kind: 'fault', chain: 'provider', node: 'v3', fault: 'twin' },
          { kind: 'block', chain: 'provider', seconds: 60 },
        ],
      });
      expect(witnesses).toContain('double-sign-punished');
    },
    LIMIT,
  );

  test(
    'until nobody is left to validate, and consensus fails',
    async () => {
      const { witnesses } = await follow(engines, {
        lockstep: 1,
        setup: { validators: ['1000000000'] },
        actions: [
          { kind: 'block', chain: 'provider', seconds: 1 },
          { kind: 'undelegate', by: 'v0', validator: 'v0', amount: '1000000000' },
          { kind: 'block', chain: 'provider', seconds: 1 },
          { kind: 'block', chain: 'provider', seconds: 5 },
        ],
      });
      // No program has committed the block in which that was decided.
      expect(witnesses).not.toContain('undelegated');
    },
    LIMIT,
  );

  test(
    'whose relayer is away for longer than a client trusts a header',
    async () => {
      const { witnesses } = await onBoth(engines, storedTrace('relayer-away'));
      expect(witnesses).toContain('consumer-launched');
      expect(witnesses).not.toContain('connection-opened');
    },
    LIMIT,
  );

  test(
    'while packets go back and forth and nodes die that the relayer asks, on v6.4.1',
    async () => {
      const { witnesses } = await onBoth(await enginesOf('v6.4.1'), storedTrace('relays-go-on'));
      expect(witnesses).toEqual(expect.arrayContaining(['ccv-channel-opened', 'channel-established', 'vsc-received']));
    },
    LIMIT,
  );
});
