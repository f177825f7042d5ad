import { beforeEach, describe, expect, test } from 'vitest';
import type { HeaderClaim } from '../../../specs/claim.ts';
import { clientStates, consensusStates } from '../../../specs/tables/ibc/client.ts';
import { evidenceMinHeights } from '../../../specs/tables/provider.ts';
import { signingInfos } from '../../../specs/tables/slashing.ts';
import { validatorsHash } from '../../consensus/validator-set.ts';
import type { Context } from '../../context.ts';
import { tombstone } from '../../sdk/slashing/signing-info.ts';
import { refusalOf } from '../../sdk/testing.ts';
import { addressOf, keyOf, startWithConsumer } from '../testing.ts';
import { checkConsumerMisbehaviour, submitMisbehaviour } from './misbehaviour.ts';

const CLIENT = '07-tendermint-0';
const set = ['v0', 'v1', 'v2'].map((name) => ({ address: addressOf(name), pubKey: keyOf(name), power: 10n }));
const all = set.map(({ address }) => address);
const variant = { data_hash: 'dd', round: 0 };
const height = (revision_height: bigint) => ({ revision_number: 1n, revision_height });

const real: HeaderClaim = {
  '@claim': 'header',
  chain: 'c0',
  chain_id: 'c-1',
  height: height(5n),
  time: 1n,
  app_hash: 'aa',
  next_validators_hash: 'bb',
  validators: set,
  signed: all,
  trusted_height: height(1n),
  trusted_validators: set,
  tampered: '',
};

const message = (a: Partial<HeaderClaim>, b: Partial<HeaderClaim> = {}, client_id = CLIENT) => ({
  '@type': '/interchain_security.ccv.provider.v1.MsgSubmitConsumerMisbehaviour',
  submitter: '',
  misbehaviour: { client_id, header_1: { ...real, ...a }, header_2: { ...real, ...b } },
  consumer_id: '0',
});

describe('MsgSubmitConsumerMisbehaviour (ADR-005)', () => {
  let context: Context;

  beforeEach(() => {
    context = startWithConsumer([10n, 10n, 10n]).context();
    const key = consensusStates.key(CLIENT, 1n, 1n);
    const state = context.draft.get(consensusStates, key);
    if (state === undefined) throw new Error('no client');
    context.draft.set(consensusStates, key, { ...state, next_validators_hash: validatorsHash(set) });
  });

  const submit = (...args: Parameters<typeof message>) =>
    refusalOf(() => submitMisbehaviour(context, message(...args)));
  const barred = () =>
    ['v0', 'v1', 'v2'].filter((name) => context.draft.get(signingInfos, addressOf(name))?.tombstoned);

  test('punishes those who signed both headers of an equivocation', () => {
    expect(submit({ variant, signed: all.slice(0, 2) }, { signed: all.slice(1) })).toBe('ok');
    expect(barred()).toEqual(['v1']);
  });

  test('punishes those who signed both headers of a lunatic attack, whatever the round', () => {
    const lunatic = { app_hash: 'ee', validators: set.slice(0, 2), signed: all.slice(0, 2) };
    expect(submit({ ...lunatic, variant: { data_hash: '', round: 3 } })).toBe('ok');
    expect(barred()).toEqual(['v0', 'v1']);
  });

  test('punishes nobody for amnesia, and is refused', () => {
    expect(submit({ variant: { data_hash: 'dd', round: 1 } })).toBe('undefined/1');
  });

  test('punishes the others when some are already tombstoned, and is refused when all are', () => {
    tombstone(context, addressOf('v0'));
    expect(submit({ variant })).toBe('ok');
    expect(barred()).toEqual(['v0', 'v1', 'v2']);
    expect(submit({ variant })).toBe('undefined/1');
  });

  test('does not ask whether the client is frozen', () => {
    const key = clientStates.key(CLIENT);
    const client = context.draft.get(clientStates, key);
    if (client === undefined || !('frozen_height' in client)) throw new Error('no client');
    context.draft.set(clientStates, key, { ...client, frozen_height: { revision_number: 0n, revision_height: 1n } });
    expect(submit({ variant })).toBe('ok');
  });

  test.each<[string, Partial<HeaderClaim>, Partial<HeaderClaim>, string]>([
    ['of one block', {}, {}, 'client/13'],
    ['of different heights', { variant, height: height(6n) }, {}, 'client/13'],
    ['of another chain', { variant, chain_id: 'c-2' }, { chain_id: 'c-2' }, 'undefined/1'],
    ['that trust an unknown height', { variant, trusted_height: height(2n) }, {}, 'client/7'],
    ['that name other trusted validators', { variant, trusted_validators: set.slice(1) }, {}, '07-tendermint/14'],
    ['that name no trusted validators', { variant, trusted_validators: [] }, {}, 'undefined/1'],
    ['that too few signed of those who are trusted', { variant, signed: all.slice(0, 1) }, {}, 'client/13'],
  ])('refuses headers %s', (_, a, b, expected) => {
    expect(submit(a, b)).toBe(expected);
  });

  test('refuses headers before the first height of the consumer, another client and trust that has expired', () => {
    expect(submit({ variant }, {}, '07-tendermint-1')).toBe('undefined/1');
    context.draft.set(evidenceMinHeights, '0', 6n);
    expect(submit({ variant })).toBe('CCV/16');
    context.draft.delete(evidenceMinHeights, '0');
    const key = consensusStates.key(CLIENT, 1n, 1n);
    const state = context.draft.get(consensusStates, key);
    if (state === undefined) throw new Error('no client');
    context.draft.set(consensusStates, key, { ...state, timestamp: 0n });
    expect(submit({ variant })).toBe('07-tendermint/11');
  });

  test.each<[string, Partial<HeaderClaim>, Partial<HeaderClaim>]>([
    ['that trusts no height', { trusted_height: height(0n) }, {}],
    ['that trusts its own height', { trusted_height: height(5n) }, {}],
    ['whose parts do not fit', { tampered: 'app-hash' }, {}],
    ['with a wrong signature', { tampered: 'signature' }, {}],
    ['that a third signed', { signed: all.slice(0, 1) }, {}],
    ['of another chain than the other', { chain_id: 'c-2' }, {}],
    ['below the other', {}, { height: height(6n) }],
  ])('refuses a header %s without state', (_, a, b) => {
    expect(refusalOf(() => checkConsumerMisbehaviour(message({ variant, ...a }, b), new Set()))).toBe('provider/47');
  });

  test('takes two sound headers, and needs a consumer id', () => {
    expect(refusalOf(() => checkConsumerMisbehaviour(message({ variant }), new Set()))).toBe('ok');
    const nameless = { ...message({ variant }), consumer_id: '' };
    expect(refusalOf(() => checkConsumerMisbehaviour(nameless, new Set()))).toBe('provider/47');
  });
});
