import { describe, expect, test } from 'vitest';
import type { ValidatorUpdate } from '../../specs/block.ts';
import { Network } from '../../traces/world/network.ts';
import type { Answered, BlockFact } from '../facts/block-fact.ts';
import { pathText } from '../compare/difference.ts';
import { ProgramDied } from '../facts/program-error.ts';
import { runDigest } from './digest.ts';
import { NO_NAMES } from '../compare/name-book.ts';
import { Follower, type Followed } from './follower.ts';
import {
  appHashAt,
  GIVES_POWER_AT,
  rowWrite,
  SENDING,
  SMALL_MODEL,
  SmallChain,
  STOPS_AT,
} from './testing/small-chain.ts';

const NEW_VALIDATOR: ValidatorUpdate = { pubKey: 'ee'.repeat(32), power: 1n };

/** A follower of a small chain, with as many blocks followed as wanted. */
function following(blocks = 0) {
  const chain = new SmallChain();
  const follower = new Follower({ network: chain.world, names: NO_NAMES, digest: runDigest('') });
  follower.start(chain.start());
  for (let n = 0; n < blocks; n++) follower.block(chain.block());
  return { chain, follower };
}

/** What is found when a follower is fed; how it went on if nothing is. */
function found(follower: Follower, feed: () => unknown): Followed {
  try {
    feed();
  } catch (error) {
    return follower.result(error);
  }
  return follower.result();
}

/** Where the first difference is, or what else was found. */
function place({ finding }: Followed): string | undefined {
  if (finding === undefined) return undefined;
  return finding.kind === 'difference' && finding.differences[0] !== undefined
    ? pathText(finding.differences[0])
    : finding.kind;
}

function changed(fact: BlockFact & { readonly answer: Answered }, change: Partial<Answered>): BlockFact {
  return { ...fact, answer: { ...fact.answer, ...change } };
}

function response(fact: { readonly answer: Answered }, change: Partial<Answered['response']>): Partial<Answered> {
  return { response: { ...fact.answer.response, ...change } };
}

test('a chain that answers as the model expects conforms, and is counted and digested', () => {
  const { chain, follower } = following(4);
  expect(follower.block(chain.block({ txs: [SENDING] }))).toBe('made');
  expect(follower.state('provider')).toBe(true);
  const digest = runDigest('');
  for (let height = 0n; height <= 5n; height++) digest.add('provider', height, appHashAt(height));
  expect(follower.result()).toMatchObject({ verdict: 'conforms', blocks: 5, digest: digest.hex(), ignored: 0 });
  expect(chain.world.provider).toMatchObject({ height: 5n, appHash: appHashAt(5n) });
  expect(follower.missing).toEqual({});
});

describe('a difference is found', () => {
  const third = 'provider/valset-update-id';
  test.each<[what: string, change: (fact: BlockFact & { answer: Answered }) => Partial<Answered>, where: string]>([
    [
      'in the code of a transaction',
      (fact) => response(fact, { txResults: [{ codespace: 'sdk', code: 5, log: '', events: [] }] }),
      `txs/MsgSend/0/${SENDING.signer}`,
    ],
    ['in the number of answers', (fact) => response(fact, { txResults: [] }), `txs/MsgSend/0/${SENDING.signer}`],
    [
      'in the validator updates',
      (fact) => response(fact, { validatorUpdates: [NEW_VALIDATOR] }),
      `validator-updates/${NEW_VALIDATOR.pubKey}`,
    ],
    [
      'in the packets sent',
      (fact) => response(fact, { events: fact.answer.response.events.slice(1) }),
      'sent-packets/a/channel-0/1',
    ],
    [
      'in the acknowledgements',
      (fact) => response(fact, { events: fact.answer.response.events.slice(0, 1) }),
      'written-acks/b/channel-1/1',
    ],
    ['in a row', () => ({ writes: [rowWrite(7n)] }), third],
    ['in a row that was not written', () => ({ writes: [] }), third],
    ['in a row that is gone', () => ({ writes: [{ ...rowWrite(0n), value: undefined }] }), third],
    [
      'in an entry that nobody knows',
      (fact) => ({
        writes: [...fact.answer.writes, { store: 'none', key: Buffer.from('01'), value: Buffer.from('02') }],
      }),
      'unknown-write',
    ],
  ])('%s', (_, change, where) => {
    const { chain, follower } = following(1);
    const fact = chain.block({ txs: [SENDING] });
    const result = found(follower, () => follower.block(changed(fact, change(fact))));
    expect(result).toMatchObject({ verdict: 'diverges', finding: { place: { chain: 'provider', height: 2n } } });
    expect(place(result)).toBe(where);
  });

  test('with the blocks of the chain that led to it, its own included', () => {
    const { chain, follower } = following(1);
    const fact = chain.block({ txs: [SENDING] });
    const { finding } = found(follower, () => follower.block(changed(fact, { writes: [] })));
    const [provider] = finding?.timeline ?? [];
    expect(provider?.chain).toBe('provider');
    expect(provider?.blocks.map(({ block, order }) => [block.height, order])).toEqual([
      [1n, 0],
      [2n, 1],
    ]);
    expect(provider?.blocks.at(-1)?.block.txs).toEqual([SENDING]);
  });

  test('in validators that a genesis gives power to', () => {
    const chain = new SmallChain();
    const follower = new Follower({ network: chain.world, names: NO_NAMES, digest: runDigest('') });
    const fact = chain.start();
    const answer = { ...fact.answer, validatorUpdates: [NEW_VALIDATOR] };
    expect(place(found(follower, () => follower.start({ ...fact, answer })))).toMatch(/^validator-updates\//u);
  });

  test('in the state with which the first block commits the genesis', () => {
    const { chain, follower } = following();
    const fact = chain.block();
    expect(place(found(follower, () => follower.block(changed(fact, { writes: [] }))))).toBe(third);
  });

  test('in the state at the end, when the model has forgotten a row by then', () => {
    const { chain, follower } = following(1);
    const { model } = chain.world.provider;
    Object.assign(chain.world.provider, { model: { ...model, state: new Map() } });
    expect(place(found(follower, () => follower.state('provider')))).toBe(third);
  });

  test('in the genesis that the provider answers for a consumer', () => {
    const { follower } = following();
    const feed = (): void => follower.consumerGenesis({ ccv: { a: 1n } }, { a: 2n });
    expect(place(found(follower, feed))).toBe('query/QueryConsumerGenesis/a');
  });

  test('in the state of a program that comes back', () => {
    const { follower } = following(1);
    expect(place(found(follower, () => follower.restart('provider', [{ first: 'aa', again: 'aa' }])))).toBeUndefined();
    const feed = (): void => follower.restart('provider', [{ first: 'aa', again: 'bb' }]);
    expect(place(found(follower, feed))).toBe('the state after a restart/app hash');
  });
});

describe('a block that others decided', () => {
  test('conforms without anything but its bytes', () => {
    const { chain, follower } = following(1);
    const { answer } = chain.block();
    expect(follower.block({ chain: 'provider', decided: chain.blockOfOthers(), answer })).toBe('made');
    expect(follower.result().verdict).toBe('conforms');
  });

  test.each([
    ['app hash', { appHash: 'ff' }],
    ['validators hash', { validatorsHash: 'ff' }],
    ['next validators hash', { nextValidatorsHash: 'ff' }],
    ['votes', { votes: [] }],
  ])('differs in the %s of its header', (what, change) => {
    const { chain, follower } = following(1);
    const { answer } = chain.block();
    const decided = chain.blockOfOthers();
    const fact = { chain: 'provider', decided: { ...decided, raw: { ...decided.raw, ...change } }, answer };
    expect(place(found(follower, () => follower.block(fact)))).toBe(`header/${what}`);
  });

  test('may have been decided before too few nodes were left, two may', () => {
    const { chain, follower } = following(1);
    const fact = (): BlockFact => ({ chain: 'provider', decided: chain.blockOfOthers(), answer: chain.block().answer });
    expect(follower.block({ ...fact(), withoutQuorum: 2 })).toBe('made');
    expect(place(found(follower, () => follower.block({ ...fact(), withoutQuorum: 3 })))).toBe('too-few-nodes');
  });
});

describe('a program that stops itself', () => {
  const died = new ProgramDied('it ended', 'the log', 'out of order');

  test('as the model predicts conforms, and ends its chain', () => {
    const { chain, follower } = following(Number(STOPS_AT) - 1);
    const { decided } = chain.block();
    const reason = `UPGRADE "next" NEEDED at height: ${STOPS_AT}: `;
    const answer = { kind: 'halted', by: 'program', reason, died } as const;
    expect(follower.block({ chain: 'provider', decided, answer })).toBe('halted');
    expect(chain.world.provider).toMatchObject({ over: true, height: STOPS_AT - 1n });
    expect(follower.result()).toMatchObject({ verdict: 'conforms', blocks: Number(STOPS_AT) - 1 });
  });

  test('is found where the model predicts it for another cause, whoever notices', () => {
    for (const by of ['program', 'consensus'] as const) {
      const { chain, follower } = following(Number(STOPS_AT) - 1);
      const { decided } = chain.block();
      const answer = { kind: 'halted', by, reason: 'out of order', died } as const;
      expect(place(found(follower, () => follower.block({ chain: 'provider', decided, answer })))).toBe('halt');
    }
  });

  test('is found where the model predicts no such thing', () => {
    const { chain, follower } = following(1);
    const { decided } = chain.block();
    const halted = { kind: 'halted', by: 'program', reason: 'out of order' } as const;
    const seen = found(follower, () => follower.block({ chain: 'provider', decided, answer: { ...halted, died } }));
    expect(seen).toMatchObject({ verdict: 'diverges', finding: { kind: 'halt', log: 'the log' } });
    const told = found(follower, () => follower.block({ chain: 'provider', decided, answer: halted }));
    expect(place(told)).toBe('halt');
  });

  test('is missed where the model predicts it and the program goes on', () => {
    const { chain, follower } = following(Number(STOPS_AT) - 1);
    expect(place(found(follower, () => follower.block(chain.block())))).toBe('halt');
  });

  test('is found when only consensus failed, and validators are left', () => {
    const { chain, follower } = following(1);
    const answer = { kind: 'halted', by: 'consensus', reason: 'wrong update', died } as const;
    const fact = { chain: 'provider', decided: chain.blockOfOthers(), answer };
    expect(place(found(follower, () => follower.block(fact)))).toBe('consensus');
  });
});

describe('a chain that starts from its own export', () => {
  const began = { chainId: 'provider', height: 2n, time: 9_000_000_000_000_000_000n };
  const validator = { pubKey: 'ab'.repeat(32), power: 3n };

  test('goes on with the validators of the export', () => {
    const { chain, follower } = following(1);
    const answer = { kind: 'started', appHash: 'aa', validatorUpdates: [validator] } as const;
    follower.export({ chain: 'provider', began, answer });
    expect(chain.world.provider).toMatchObject({ began, appHash: 'aa', set: [validator] });
    expect(follower.block(chain.block())).toBe('made');
  });

  test('differs in what it exports and in what it answers', () => {
    const answer = { kind: 'started', appHash: 'aa', validatorUpdates: [validator] } as const;
    const exported = { chainId: 'another', initialHeight: 2n, validators: [] };
    const one = following(1);
    const named = { chain: 'provider', began, answer: { ...answer, exported } };
    expect(place(found(one.follower, () => one.follower.export(named)))).toBe('exported genesis/chainId');
    const other = following(1);
    const updated = { chain: 'provider', began, answer: { ...answer, validatorUpdates: [NEW_VALIDATOR] } };
    expect(place(found(other.follower, () => other.follower.export(updated)))).toMatch(/^validator-updates\//u);
    const led = following(1);
    const replayed = { chain: 'provider', began, answer: { ...answer, replayed: [{ first: 'aa', again: 'bb' }] } };
    expect(place(found(led.follower, () => led.follower.export(replayed)))).toContain('after a restart');
  });

  test('is found when its program stops itself and the model predicts a start', () => {
    const { follower } = following(1);
    const answer = { kind: 'halted', died: new ProgramDied('it ended', 'the log', 'no validator') } as const;
    expect(place(found(follower, () => follower.export({ chain: 'provider', began, answer })))).toBe('halt');
  });
});

describe('where a source lacks something', () => {
  test('it is counted, and the rest is compared', () => {
    const { chain, follower } = following(1);
    const fact = chain.block({ txs: [SENDING] });
    follower.block(changed(fact, { ...response(fact, { txResults: [] }), missing: ['transaction codes'] }));
    const next = chain.block();
    const update = response(next, { validatorUpdates: [NEW_VALIDATOR] });
    expect(place(found(follower, () => follower.block(changed(next, update))))).toMatch(/^validator-updates\//u);
    expect(follower.missing).toEqual({ 'transaction codes': 1 });
  });

  test('a whole answer may be lacking', () => {
    const { chain, follower } = following(1);
    expect(follower.block({ ...chain.block(), answer: { kind: 'unrecorded' } })).toBe('made');
    expect(follower.missing).toEqual({ answers: 1 });
    expect(chain.world.provider).toMatchObject({ height: 2n, appHash: undefined });
  });

  test('rows are those of the model from there on, and no property judges them', () => {
    const { chain, follower } = following(1);
    follower.block(changed(chain.block(), { writes: [], missing: ['state'] }));
    // Nobody can compare this row any more.
    follower.block(changed(chain.block(), { writes: [rowWrite(77n)] }));
    expect(follower.missing).toEqual({ state: 2 });
    const { verdict, notJudged } = follower.result();
    expect(verdict).toBe('conforms');
    expect(Object.values(notJudged)).toContain('depends-on-model');
  });

  test('the updates of a genesis are the expected ones', () => {
    const chain = new SmallChain();
    const follower = new Follower({ network: chain.world, names: NO_NAMES, digest: runDigest('') });
    follower.start({ ...chain.start(), answer: {} });
    expect(follower.missing).toEqual({ 'validator updates': 1 });
    expect(chain.world.provider.set.length).toBeGreaterThan(0);
  });
});

test('the chains of others go on in a network of their own, as far as their validators', () => {
  const { chain, follower: driver } = following();
  const network = Network.of(SMALL_MODEL);
  const follower = new Follower({ network, names: NO_NAMES, digest: runDigest(''), ofOthers: true });
  follower.start(chain.start());
  for (let height = 1n; height <= GIVES_POWER_AT + 2n; height++) {
    const fact = chain.block();
    follower.block({ ...fact, decided: chain.blockOfOthers() });
    driver.block(fact);
  }
  const { height, set, lastSet, appHash } = network.chain('provider');
  expect({ height, set, lastSet, appHash }).toMatchObject({
    height: GIVES_POWER_AT + 2n,
    appHash: chain.world.provider.appHash,
  });
  expect([set, lastSet]).toEqual([chain.world.provider.set, chain.world.provider.lastSet]);
  expect(follower.result()).toMatchObject({ verdict: 'conforms', digest: driver.result().digest });
});
