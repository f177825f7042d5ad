import { SINGLETON } from '../../specs/key.ts';
import { rowsOf } from '../../specs/rows.ts';
import type { Random } from 'fast-check';
import { consumerParams } from '../../specs/tables/consumer.ts';
import type { Action } from '../../specs/generated/trace.ts';
import { SECOND } from '../../specs/value.ts';
import { chance, drawn, pick } from '../generate/random.ts';
import type { Scene } from './scene.ts';
import { block, passUnbonding } from './steps.ts';
import { optedIn, ownerOf, transferConsumers } from '../view/index.ts';
import { someFeeAmount } from '../draw/fee-amount.ts';
import { BOND_DENOM } from '../setup/setup.ts';
import type { World } from '../world/world.ts';
import { decide, hasShortVotingPeriod } from './governance.ts';

/** Skip consumers that wait more blocks than this between two transmissions of rewards. */
const PATIENCE = 8n;
/** Only packets with rewards whose timeout is at most this long are left to time out. */
const SHORT_SECONDS = 600n;

/** Accounts pay fees on consumers. The provider's share is transferred, then distributed, kept, or returned by a timeout. */
export const rewards: Scene = {
  name: 'rewards',
  weight: (world) => (patient(world).length > 0 ? 14 : 0),
  *play(world, random) {
    const consumers = patient(world);
    const consumer = pick(random, consumers);
    if (consumer === undefined) return;
    const both = consumers.length > 1 && chance(random, 50) ? consumers : [consumer];
    const late = chance(random, 50);
    if (!late) for (const one of both) yield* allow(world, one, random);
    if (chance(random, 30)) yield* setCommission(world, consumer, random);
    for (const one of both) yield* earnFees(world, one, random);
    if (chance(random, 25)) yield* loseRewards(world, consumer);
    for (const one of both) yield { kind: 'deliver', consumer: one, to: 'provider', channel: 'transfer', count: 5 };
    yield block('provider');
    if (chance(random, 12)) yield* removeWithRewards(world, consumer);
    else if (late) for (const one of both) yield* allow(world, one, random);
    yield block('provider');
    yield block('provider');
    for (const one of both) {
      yield { kind: 'acknowledge', consumer: one, to: 'consumer', channel: 'transfer', count: 5 };
    }
  },
};

function patient(world: World): string[] {
  return transferConsumers(world).filter(
    (consumer) => (paramsOf(world, consumer)?.blocks_per_distribution_transmission ?? PATIENCE + 1n) <= PATIENCE,
  );
}

function paramsOf(world: World, consumer: string) {
  const state = world.chains.get(consumer)?.model.state;
  return state === undefined ? undefined : rowsOf(state, consumerParams).get(SINGLETON);
}

/** The owner allows the reward denominations of one consumer, or governance those of all; sometimes it disallows them. */
function* allow(world: World, consumer: string, random: Random): Generator<Action, void, void> {
  const by = ownerOf(world, consumer);
  const own = paramsOf(world, consumer)?.reward_denoms ?? [];
  const theirs = paramsOf(world, consumer)?.provider_reward_denoms ?? [];
  const denoms = [...own.map((denom) => `${denom}@${consumer}`), ...theirs];
  if (by === undefined || denoms.length === 0) return;
  if (hasShortVotingPeriod(world) && chance(random, 20)) {
    const [add, remove] = chance(random, 75) ? [denoms, []] : [[], denoms];
    yield* decide(world, random, [{ message: 'change-reward-denoms', add, remove }], 'yes');
    return;
  }
  const rewardDenoms = chance(random, 85) ? denoms.slice(0, 3) : [...denoms, 'one', 'two', 'three'];
  yield { kind: 'update-consumer', consumer, by, rewardDenoms };
}

function* setCommission(world: World, consumer: string, random: Random): Generator<Action, void, void> {
  const validator = pick(random, [...optedIn(world, consumer)]);
  if (validator === undefined) return;
  yield { kind: 'set-consumer-commission', consumer, validator, rate: pick(random, ['0', '1', '0.5', '0.123']) ?? '0' };
}

/** Pays fees in existing denominations, then makes blocks until rewards are due. */
function* earnFees(world: World, consumer: string, random: Random): Generator<Action, void, void> {
  const [other] = world.setup.otherDenoms;
  const theirs = paramsOf(world, consumer)?.provider_reward_denoms ?? [];
  if (theirs.length > 0 && chance(random, 60)) {
    yield { kind: 'transfer', consumer, from: 'provider', by: 'relayer', to: 'relayer', amount: '1000000' };
    yield block('provider');
    yield { kind: 'deliver', consumer, to: 'consumer', channel: 'transfer', count: 5 };
    yield { kind: 'pay-fees', chain: consumer, by: 'relayer', amount: '1003', denom: `${BOND_DENOM}@provider` };
  }
  const amount = drawn(someFeeAmount, random);
  const more = other !== undefined && chance(random, 50) ? { more: other } : {};
  yield { kind: 'pay-fees', chain: consumer, by: 'relayer', amount, ...more };
  const wait = paramsOf(world, consumer)?.blocks_per_distribution_transmission ?? 1n;
  for (let i = 0n; i < wait; i++) yield block(consumer);
}

/** The packets time out, so that the rewards return and are sent with the next packet. */
function* loseRewards(world: World, consumer: string): Generator<Action, void, void> {
  const timeout = paramsOf(world, consumer)?.transfer_timeout_period ?? 0n;
  if (timeout > SHORT_SECONDS * SECOND) return;
  yield block('provider', Number(timeout / SECOND) + 1);
  yield { kind: 'timeout', consumer, to: 'consumer', channel: 'transfer' };
  yield block(consumer);
}

/** The owner stops the consumer while rewards are outstanding. Later the consumer is deleted. */
function* removeWithRewards(world: World, consumer: string): Generator<Action, void, void> {
  const by = ownerOf(world, consumer);
  if (by === undefined) return;
  yield { kind: 'remove-consumer', consumer, by };
  yield block('provider');
  yield { kind: 'pay-fees', chain: consumer, by: 'relayer', amount: '2000003' };
  const wait = paramsOf(world, consumer)?.blocks_per_distribution_transmission ?? 1n;
  for (let i = 0n; i < wait; i++) yield block(consumer);
  yield { kind: 'deliver', consumer, to: 'provider', channel: 'transfer', count: 5 };
  yield block('provider');
  yield* passUnbonding(world);
}
