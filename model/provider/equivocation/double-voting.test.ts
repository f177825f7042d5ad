import { beforeEach, describe, expect, test } from 'vitest';
import type { HeaderClaim, VoteClaim } from '../../../specs/claim.ts';
import {
  consumerChainIds,
  evidenceMinHeights,
  infractionParameters,
  validatorsByConsumerAddress,
} from '../../../specs/tables/provider.ts';
import { signingInfos } from '../../../specs/tables/slashing.ts';
import { lastValidatorPowers, validators } from '../../../specs/tables/staking/validator.ts';
import type { Context } from '../../context.ts';
import { account, refusalOf, stake, stakingMessage } from '../../sdk/testing.ts';
import { unbondingOf } from '../../sdk/staking/undelegate.ts';
import { bech32 } from '../../bech32.ts';
import { accountOf, addressOf, delegation, keyOf, startWithConsumer, type TestProvider } from '../testing.ts';
import { Draft } from '../../draft.ts';
import { checkDoubleVoting, submitDoubleVoting } from './double-voting.ts';
import { punishedEquivocations } from './punished.ts';

const PERCENT = 10n ** 16n;
const V0 = addressOf('v0');

const vote = (block: string, changes: Partial<VoteClaim> = {}): VoteClaim => ({
  '@claim': 'vote',
  chain: 'c0',
  type: 'precommit',
  height: 5n,
  round: 0,
  block,
  time: 0n,
  validator: V0,
  signer: V0,
  chain_id: 'c-1',
  tampered: false,
  ...changes,
});

const header = {
  validators: ['v0', 'v1'].map((name) => ({ address: addressOf(name), pubKey: keyOf(name), power: 1n })),
};

const message = (a: Partial<VoteClaim> = {}, b: Partial<VoteClaim> = a) => ({
  '@type': '/interchain_security.ccv.provider.v1.MsgSubmitConsumerDoubleVoting',
  submitter: account(accountOf('alice')),
  duplicate_vote_evidence: {
    vote_a: vote('aa', a),
    vote_b: vote('bb', b),
    total_voting_power: 0n,
    validator_power: 0n,
    timestamp: 0n,
  },
  infraction_block_header: header as unknown as HeaderClaim,
  consumer_id: '0',
});

/** V0 has 8 units of power, and 2.5 million tokens that began to unbond long before the vote. */
function providerWithUnbonding(): TestProvider {
  const provider = startWithConsumer([8n, 100n]);
  provider.block([delegation('alice', 'v0', 2_500_000n)]);
  const pair = {
    delegator_address: bech32('cosmos', accountOf('alice')),
    validator_address: bech32('cosmosvaloper', accountOf('v0')),
  };
  provider.block([stakingMessage('MsgUndelegate', { ...pair, amount: stake(2_500_000n) })]);
  return provider;
}

describe('MsgSubmitConsumerDoubleVoting (ADR-005, ADR-013)', () => {
  let context: Context;

  beforeEach(() => {
    context = providerWithUnbonding().context();
  });

  const submit = (...votes: Parameters<typeof message>) =>
    refusalOf(() => submitDoubleVoting(context, message(...votes)));
  const tokens = () => context.draft.get(validators, accountOf('v0'))?.tokens;
  const unbonding = () => unbondingOf(context, accountOf('alice'), accountOf('v0'))?.entries[0]?.balance;

  test('slashes the current power and all unbonding stake, whenever it began to unbond', () => {
    expect(submit()).toBe('ok');
    expect(tokens()).toBe(8_000_000n - 375_000n);
    expect(unbonding()).toBe(2_500_000n - 125_000n);
  });

  test('jails and tombstones the validator, so that it is punished once', () => {
    expect(submit()).toBe('ok');
    expect(context.draft.get(validators, accountOf('v0'))?.jailed).toBe(true);
    expect(context.draft.get(signingInfos, V0)).toMatchObject({
      tombstoned: true,
      jailed_until: context.block.time + 2n ** 63n - 1n,
    });
    expect(submit({ height: 6n })).toBe('undefined/1');
    expect(unbonding()).toBe(2_375_000n);
  });

  test('punishes by the infraction parameters of the consumer (ADR-020)', () => {
    const parameters = context.draft.get(infractionParameters, '0');
    if (parameters === undefined) throw new Error('no parameters');
    const double_sign = { slash_fraction: 10n * PERCENT, jail_duration: 7n, tombstone: true };
    context.draft.set(infractionParameters, '0', { ...parameters, double_sign });
    expect(submit()).toBe('ok');
    // A tenth of 8 and the whole 2 that unbond, without the 250 000 that were taken from there.
    expect(tokens()).toBe(8_000_000n - 750_000n);
    expect(context.draft.get(signingInfos, V0)?.jailed_until).toBe(context.block.time + 7n);
  });

  test('finds the validator by the key that it has on the consumer', () => {
    context.draft.set(validatorsByConsumerAddress, validatorsByConsumerAddress.key('0', addressOf('v1')), V0);
    expect(submit({ validator: addressOf('v1'), signer: addressOf('v1') })).toBe('ok');
    expect(context.draft.get(signingInfos, V0)?.tombstoned).toBe(true);
  });

  test.each<[string, Partial<VoteClaim>, Partial<VoteClaim>, string]>([
    ['of different heights', {}, { height: 6n }, 'CCV/16'],
    ['of different rounds', {}, { round: 1 }, 'CCV/16'],
    ['of different types', {}, { type: 'prevote' }, 'CCV/16'],
    ['of different validators', {}, { validator: addressOf('v1') }, 'CCV/16'],
    ['of one who is not in the header', { validator: 'ff' }, { validator: 'ff' }, 'CCV/16'],
    ['with a broken signature', {}, { tampered: true }, 'undefined/1'],
    ['for another chain', { chain_id: 'provider' }, {}, 'undefined/1'],
    ['of another key', { signer: 'ff' }, { signer: 'ff' }, 'undefined/1'],
  ])('refuses votes %s', (_, a, b, expected) => {
    expect(submit(a, b)).toBe(expected);
  });

  test('refuses votes before the first height of the consumer, and of an unknown consumer', () => {
    context.draft.set(evidenceMinHeights, '0', 6n);
    expect(submit()).toBe('CCV/16');
    context.draft.delete(consumerChainIds, '0');
    expect(refusalOf(() => submitDoubleVoting(context, { ...message(), consumer_id: '7' }))).toBe('CCV/16');
  });

  test('also slashes the tokens of a validator that is unbonding', () => {
    const row = context.draft.get(validators, accountOf('v0'));
    if (row === undefined) throw new Error('no validator');
    context.draft.set(validators, accountOf('v0'), { ...row, status: 'BOND_STATUS_UNBONDING', jailed: true });
    context.draft.delete(lastValidatorPowers, lastValidatorPowers.key(accountOf('v0')));
    expect(submit()).toBe('ok');
    expect(tokens()).toBe(8_000_000n - 375_000n);
  });

  test('punishes an equivocation once, ever, also where the owner of the consumer does not tombstone', () => {
    const parameters = context.draft.get(infractionParameters, '0');
    if (parameters === undefined) throw new Error('no parameters');
    const double_sign = { slash_fraction: 10n * PERCENT, jail_duration: 7n, tombstone: false };
    context.draft.set(infractionParameters, '0', { ...parameters, double_sign });
    expect(submit()).toBe('ok');
    const left = tokens();
    expect(submit()).toBe('undefined/1');
    expect(tokens()).toBe(left);
    const state = context.draft.commit();
    context = { ...context, draft: new Draft(state) };
    expect(submit()).toBe('undefined/1');
    expect(submit({ height: 6n })).toBe('ok');
    expect(tokens()).toBeLessThan(left ?? 0n);
  });

  test('shows nothing of the equivocations that the model remembers', () => {
    expect(submit()).toBe('ok');
    expect(context.draft.changes().map(({ table }) => table)).not.toContain(punishedEquivocations.name);
    expect(context.draft.size(punishedEquivocations)).toBe(1);
  });

  test('refuses evidence against a validator that is unbonded or removed', () => {
    const row = context.draft.get(validators, accountOf('v0'));
    if (row === undefined) throw new Error('no validator');
    context.draft.set(validators, accountOf('v0'), { ...row, status: 'BOND_STATUS_UNBONDED' });
    expect(submit()).toBe('undefined/1');
    context.draft.delete(validators, accountOf('v0'));
    expect(submit()).toBe('slashing/2');
  });

  test.each<[string, object, string]>([
    ['in the wrong order', { vote_a: vote('bb'), vote_b: vote('aa') }, 'provider/48'],
    ['for one block', { vote_a: vote('aa'), vote_b: vote('aa') }, 'provider/48'],
    ['for no height', { vote_a: vote('aa', { height: 0n }) }, 'provider/48'],
    ['for no block and for one', { vote_a: vote('') }, 'ok'],
  ])('checks votes %s without state', (_, votes, expected) => {
    const whole = message();
    const evidence = { ...whole.duplicate_vote_evidence, ...votes };
    expect(refusalOf(() => checkDoubleVoting({ ...whole, duplicate_vote_evidence: evidence }))).toBe(expected);
  });

  test('needs a consumer id', () => {
    expect(refusalOf(() => checkDoubleVoting({ ...message(), consumer_id: 'c0' }))).toBe('provider/48');
  });

  test('needs a header', () => {
    expect(refusalOf(() => checkDoubleVoting({ ...message(), infraction_block_header: null }))).toBe('provider/48');
  });
});
