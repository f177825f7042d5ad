import { SINGLETON } from '../../specs/key.ts';
import { rowsOf } from '../../specs/rows.ts';
import type { Random } from 'fast-check';
import { consumerGenesis } from '../../specs/tables/provider/consumers.ts';
import { upgradePlan } from '../../specs/tables/upgrade.ts';
import type { Action, Initialization } from '../../specs/generated/trace.ts';
import { nextName } from '../actions/submit-proposal.ts';
import { hasShortWindow } from '../draw/absent.ts';
import { somePowerShaping, someRewardDenoms, someRewardSettings } from '../draw/index.ts';
import { openChannels, optIns } from './open-consumer.ts';
import { isLifted } from '../generate/lifted.ts';
import { chance, drawn, pick } from '../generate/random.ts';
import { accountNames } from '../setup/setup.ts';
import { JAIL_SECONDS, missBlocks } from './downtime.ts';
import { block } from './steps.ts';
import { validators } from '../view/index.ts';
import { spareConnection } from '../world/handshakes.ts';
import { waitsForChangeover, type World } from '../world/world.ts';

const STEPS = ['init', 'try', 'ack', 'confirm'] as const;

/**
 * Turns a standalone chain into a consumer (ADR-010): it makes blocks for a while, perhaps connected to the provider; its
 * governance plans the upgrade; the provider launches the consumer; and the program of a consumer takes over.
 */
export function* becomeConsumer(world: World, consumer: string, random: Random): Generator<Action, void, void> {
  yield { kind: 'start-sovereign', consumer };
  yield* live(world, consumer, random);
  if (chance(random, 50)) yield* connectBefore(consumer, random);
  yield* live(world, consumer, random);
  const isChanging = isLifted(world, 'changing-set-at-changeover') && chance(random, 60);
  const blocks = random.nextInt(4, 7) + (isChanging ? 3 : 0);
  yield* plan(world, consumer, random, blocks);
  if (isChanging) yield* decideLater(world, consumer);
  // The provider may make the genesis after the chain has stopped.
  const early = chance(random, 70);
  if (early) yield* launch(world, consumer, random);
  for (let i = 0; i <= blocks; i++) if (world.chains.get(consumer)?.over === false) yield block(consumer);
  if (!early) yield* launch(world, consumer, random);
  const chain = world.chains.get(consumer);
  if (chain === undefined || !waitsForChangeover(chain)) return;
  if (isChanging) yield block('provider', world.setup.votingSeconds + 1);
  yield { kind: 'change-over', consumer, ...drawn(someRewardDenoms(world), random) };
  yield* takeOver(world, consumer, random);
}

/** Makes blocks: some validators are absent, and delegations change. */
function* live(world: World, consumer: string, random: Random): Generator<Action, void, void> {
  for (let i = random.nextInt(1, 4); i > 0; i--) {
    const amount = `${random.nextInt(1, 50)}000001`;
    const validator = pick(random, ['v0', 'v1', 'v2']) ?? 'v0';
    if (chance(random, 40)) yield { kind: 'delegate', by: 'a0', validator, amount, chain: consumer };
    if (chance(random, 20)) yield { kind: 'undelegate', by: 'a0', validator, amount: '1000000', chain: consumer };
    yield block(consumer, 1, chance(random, 15) ? ['k1'] : []);
  }
  if (chance(random, 10)) yield { kind: 'report-misbehavior', chain: consumer, key: 'k2', back: 1 };
  if (chance(random, 15) && hasShortWindow(world, consumer)) yield* leaveJail(world, consumer);
}

/** A validator of the chain is down until it is jailed, and then unjails. */
function* leaveJail(world: World, consumer: string): Generator<Action, void, void> {
  for (const action of missBlocks(world, consumer, ['k1'])) yield action;
  yield block(consumer);
  yield { kind: 'unjail', validator: 'v1', chain: consumer };
  yield block(consumer);
  yield block(consumer, JAIL_SECONDS + 1);
  yield { kind: 'unjail', validator: 'v1', chain: consumer };
  yield block(consumer);
}

/** Opens clients, a connection and a transfer channel, as between any two chains. */
function* connectBefore(consumer: string, random: Random): Generator<Action, void, void> {
  for (let i = 0; i < 2; i++) {
    yield block('provider');
    yield block(consumer);
  }
  yield { kind: 'create-client', consumer, on: 'provider' };
  yield block('provider');
  yield { kind: 'create-client', consumer, on: 'consumer' };
  yield block(consumer);
  for (const step of STEPS) yield { kind: 'connect', consumer, step };
  if (chance(random, 30)) return;
  for (const step of STEPS) yield { kind: 'open-channel', consumer, channel: 'transfer', step };
}

/** The provider makes the genesis, with the existing connection or with a new client. */
function* launch(world: World, consumer: string, random: Random): Generator<Action, void, void> {
  const chain = world.chains.get(consumer);
  const planned = chain && rowsOf(chain.model.state, upgradePlan).get(SINGLETON)?.height;
  if (planned === undefined) return;
  const by = pick(random, accountNames(world.setup)) ?? 'a0';
  const spawn = random.nextInt(2, 8);
  const isConnected = spareConnection(world, world.chainIdOf(consumer)) !== undefined && chance(random, 80);
  const initialization: Initialization = {
    spawn,
    ...drawn(someRewardSettings, random),
    ...(isConnected
      ? { connection: 'spare' as const, transmissionChannel: 'channel-0' }
      : { height: Number(planned) + 1 }),
  };
  const shaping = chance(random, 20) ? drawn(somePowerShaping(world, 0), random) : undefined;
  yield { kind: 'create-consumer', consumer, by, initialization, ...(shaping !== undefined && { shaping }) };
  yield block('provider');
  yield* optIns(world, consumer, random);
  yield block('provider');
  yield block('provider', spawn + 1);
}

/** The governance of the chain passes the upgrade proposal. */
function* plan(world: World, consumer: string, random: Random, blocks: number): Generator<Action, void, void> {
  const proposal = nextName(world, consumer);
  const contents = [{ message: 'upgrade' as const, chain: consumer, blocks }];
  yield { kind: 'submit-proposal', proposal, by: 'v0', contents, deposit: '10000000', chain: consumer };
  yield block(consumer);
  for (const { name: by } of validators(world)) {
    if (chance(random, 90)) yield { kind: 'vote', proposal, by, option: 'yes', chain: consumer };
  }
  yield block(consumer);
  yield block(consumer, world.setup.votingSeconds + 1);
}

/** A proposal changes the maximum number of validators; its voting period ends with the block of the changeover. */
function* decideLater(world: World, consumer: string): Generator<Action, void, void> {
  const proposal = nextName(world, consumer);
  const maxValidators = Math.max(1, world.setup.validators.length - 1);
  const contents = [{ message: 'staking-params' as const, maxValidators }];
  yield { kind: 'submit-proposal', proposal, by: 'v0', contents, deposit: '10000000', chain: consumer };
  yield block(consumer);
  for (const { name: by } of validators(world)) yield { kind: 'vote', proposal, by, option: 'yes', chain: consumer };
  yield block(consumer);
}

/** Updates the provider's client from the old validator set to the new one, then opens connection and channels. */
function* takeOver(world: World, consumer: string, random: Random): Generator<Action, void, void> {
  const genesis = rowsOf(world.provider.model.state, consumerGenesis).get(world.consumerId(consumer));
  const isConnected = genesis?.preCCV === true;
  for (let i = 0; i < 2; i++) {
    yield block(consumer);
    if (isConnected) yield { kind: 'update-client', consumer, on: 'provider', back: 0 };
    yield block('provider');
  }
  if (chance(random, 15)) {
    const key = pick(random, ['v0', 'k1', 'k2']) ?? 'v0';
    yield { kind: 'report-misbehavior', chain: consumer, key, back: random.nextInt(0, 4) };
  }
  yield block(consumer);
  yield* openChannels(world, consumer, random);
}
