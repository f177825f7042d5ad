import { describe, expect, test } from 'vitest';
import type { Action, Trace } from '../../specs/generated/trace.ts';
import { consumerProgram, providerProgram } from '../../model/programs.ts';
import { corpus } from '../corpus.ts';
import { leftOutOf } from './model-run.ts';
import { REFUSING_MODEL } from '../testing/refusing-model.ts';
import { withActions } from '../format/trace.ts';
import type { WorldModel } from '../world/model.ts';

const model: WorldModel = {
  programs: { provider: providerProgram(), consumer: consumerProgram() },
  features: { provider: new Set(), consumer: new Set() },
};
const block: Action = { kind: 'block', chain: 'provider', seconds: 1 };
const unjail: Action = { kind: 'unjail', validator: 'v0' };

/** Which actions do nothing on a model that refuses every transaction, and why. */
function leftOut(...actions: Action[]): string[] {
  return textOf({ lockstep: 1, actions }, REFUSING_MODEL);
}

function textOf(trace: Trace, model: WorldModel): string[] {
  return leftOutOf(trace, model).map(({ index, kind, reason }) => `${index} ${kind}: ${reason}`);
}

function opening(): Trace {
  const found = corpus().find(({ trace }) => trace.name === 'opening');
  if (found === undefined) throw new Error('there is no trace opening');
  return found.trace;
}

describe('an action has done something', () => {
  test('when its chain makes a block', () => {
    expect(leftOut(block)).toEqual([]);
  });

  test('when its transaction is refused', () => {
    expect(leftOut(block, unjail, block)).toEqual([]);
  });

  test('when it changes the transaction of another', () => {
    expect(leftOut(unjail, { kind: 'tamper', chain: 'provider', by: 'a0', how: 'signature' }, block)).toEqual([]);
  });

  test('in every step of the shortest way to an open channel', () => {
    expect(textOf(opening(), model)).toEqual([]);
  });

  test('when it takes a chain over', () => {
    const forge: Action = { kind: 'forge', consumer: 'c0', packets: [{ what: 'no-data' }] };
    expect(textOf(withActions(opening(), [...opening().actions, forge]), model)).toEqual([]);
  });
});

describe('an action is left out', () => {
  test('when the chain that it names has not started, whichever kind it is', () => {
    expect(
      leftOut(
        block,
        { kind: 'block', chain: 'c9', seconds: 1 },
        { kind: 'update-client', consumer: 'c9', on: 'provider', back: 0 },
        { kind: 'deliver', consumer: 'c9', to: 'consumer', channel: 'ccv', count: 1 },
        { kind: 'restart', chain: 'c9' },
      ),
    ).toEqual([
      '1 block: c9 has not started',
      '2 update-client: c9 has not started',
      '3 deliver: c9 has not started',
      '4 restart: c9 has not started',
    ]);
  });

  test('when it starts a consumer for which the provider has no genesis', () => {
    expect(textOf(withActions(opening(), [block, { kind: 'start-consumer', consumer: 'c9' }]), model)).toEqual([
      '1 start-consumer: the provider has no genesis for c9',
    ]);
  });

  test('when it starts a consumer a second time', () => {
    const again: Action = { kind: 'start-consumer', consumer: 'c0' };
    const trace = opening();
    expect(textOf(withActions(trace, [...trace.actions, again]), model)).toEqual([
      `${trace.actions.length} start-consumer: c0 has started before`,
    ]);
  });

  test('when it starts a consumer after the trusting period, and so is all that follows', () => {
    const trace = opening();
    const at = trace.actions.findIndex(({ kind }) => kind === 'start-consumer');
    const late: Action = { kind: 'block', chain: 'provider', seconds: 2_000_000 };
    const texts = textOf(withActions(trace, trace.actions.toSpliced(at, 0, late)), model);
    expect(texts).toHaveLength(trace.actions.length - at);
    expect(texts[0]).toBe(`${at + 1} start-consumer: the trusting period of the client in the genesis of c0 is over`);
    expect(texts[1]).toBe(`${at + 2} connect: c0 has not started`);
  });

  test('when nothing is due', () => {
    const trace = opening();
    const none: Action[] = [
      { kind: 'deliver', consumer: 'c0', to: 'consumer', channel: 'transfer', count: 1 },
      { kind: 'acknowledge', consumer: 'c0', to: 'consumer', channel: 'transfer', count: 1 },
      { kind: 'timeout', consumer: 'c0', to: 'consumer', channel: 'transfer' },
    ];
    expect(textOf(withActions(trace, [...trace.actions, ...none]), model)).toEqual([
      '16 deliver: nothing is due',
      '17 acknowledge: nothing is due',
      '18 timeout: no packet is due',
    ]);
  });

  test('when no block takes its transaction before the trace ends', () => {
    expect(leftOut(block, unjail)).toEqual(['1 unjail: no block of provider took its transaction']);
  });

  test('when there is no transaction to change', () => {
    expect(leftOut({ kind: 'tamper', chain: 'provider', by: 'a0', how: 'signature' })).toEqual([
      '0 tamper: there was nothing that it could act on',
    ]);
  });

  test('when its chain was taken over before', () => {
    const forge: Action = { kind: 'forge', consumer: 'c0', packets: [{ what: 'no-data' }] };
    const after: Action[] = [
      { kind: 'block', chain: 'c0', seconds: 1 },
      { kind: 'send', chain: 'c0', by: 'a0', to: 'a1', amount: '1' },
    ];
    expect(textOf(withActions(opening(), [...opening().actions, forge, ...after]), model)).toEqual([
      '17 block: c0 makes no more blocks',
      '18 send: c0 makes no more blocks',
    ]);
  });
});
