import type { Random } from 'fast-check';
import type { Action, Infractions } from '../../specs/generated/trace.ts';
import { fairInfractions, someChainId, somePowerShaping, someRewardDenoms, someRewardSettings } from '../draw/index.ts';
import { isLifted } from '../generate/lifted.ts';
import { accountNames } from '../setup/setup.ts';
import { chance, drawn, pick } from '../generate/random.ts';
import { block, passEpoch } from './steps.ts';
import { validators } from '../view/index.ts';
import type { World } from '../world/world.ts';

const STEPS = ['init', 'try', 'ack', 'confirm'] as const;
const WRONG = ['order', 'version', 'port', 'client', 'side'] as const;

/**
 * Brings a consumer from its creation to its first VSC packet: create it, opt in, pass the spawn time, start it, open the
 * connection and channels, change a power, relay. Some runs stop halfway; some need two attempts to launch.
 */
export function* openConsumer(world: World, consumer: string, random: Random): Generator<Action, void, void> {
  yield* launch(world, [consumer], random);
  yield* connectConsumer(world, consumer, random);
}

/** Like `openConsumer`, for several consumers that launch in one block and connect one after another. */
export function* openTogether(
  world: World,
  consumers: readonly string[],
  random: Random,
): Generator<Action, void, void> {
  yield* launch(world, consumers, random);
  for (const consumer of consumers) yield* connectConsumer(world, consumer, random);
}

function* connectConsumer(world: World, consumer: string, random: Random): Generator<Action, void, void> {
  yield { kind: 'start-consumer', consumer, ...drawn(someRewardDenoms(world), random) };
  yield* openChannels(world, consumer, random);
}

/** Opens connection and channels of a running consumer, and relays its first VSC packet. */
export function* openChannels(world: World, consumer: string, random: Random): Generator<Action, void, void> {
  if (chance(random, 4)) return;
  if (chance(random, 8)) yield* tryOtherClient(consumer);
  for (const step of STEPS) yield { kind: 'connect', consumer, step };
  if (chance(random, 3)) return;
  if (chance(random, 10)) yield { kind: 'send', chain: consumer, by: 'relayer', to: 'a0', amount: '1' };
  for (const step of STEPS) {
    // The chain rejects the mistake, and the correct step follows.
    if (chance(random, step === 'init' ? 30 : 5)) {
      const wrong = pick(random, WRONG) ?? 'order';
      yield { kind: 'open-channel', consumer, channel: 'ccv', step, wrong };
    }
    yield { kind: 'open-channel', consumer, channel: 'ccv', step };
  }
  if (chance(random, 75)) {
    for (const step of STEPS.slice(1)) yield { kind: 'open-channel', consumer, channel: 'transfer', step };
  }
  yield* firstPacket(world, consumer, random);
}

/** A connection over a client other than that of the CCV module, and a CCV channel over it, which is rejected. */
function* tryOtherClient(consumer: string): Generator<Action, void, void> {
  yield { kind: 'create-client', consumer, on: 'consumer' };
  yield block(consumer);
  yield { kind: 'connect', consumer, step: 'init', client: 'newest' };
  for (const step of STEPS.slice(1)) yield { kind: 'connect', consumer, step };
  yield { kind: 'open-channel', consumer, channel: 'ccv', step: 'init', wrong: 'client' };
}

function* launch(world: World, consumers: readonly string[], random: Random): Generator<Action, void, void> {
  const by = pick(random, accountNames(world.setup)) ?? 'a0';
  const spawn = random.nextInt(2, 12);
  const rewards = drawn(someRewardSettings, random);
  const shaping = chance(random, 30) ? drawn(somePowerShaping(world, 0), random) : undefined;
  const infractions = launchInfractions(world, random);
  const atOnce = chance(random, 80);
  const historical = chance(random, 12) ? { historical: random.nextInt(1, 4) } : {};
  const initialization = { spawn, ...rewards, ...historical };
  for (const consumer of consumers) {
    yield {
      kind: 'create-consumer',
      consumer,
      by,
      ...(atOnce && { initialization }),
      ...(shaping !== undefined && { shaping }),
      ...(infractions !== undefined && { infractions }),
    };
  }
  yield block('provider');
  if (isLifted(world, 'consumer-renamed') && chance(random, 6)) {
    for (const consumer of consumers) {
      yield { kind: 'update-consumer', consumer, by, newChainId: drawn(someChainId(world), random) };
    }
  }
  if (!atOnce) {
    for (const consumer of consumers) yield { kind: 'update-consumer', consumer, by, initialization };
  }
  // The launch fails without validators, and the owner tries again.
  const fails = chance(random, 8);
  if (!fails) for (const consumer of consumers) yield* optIns(world, consumer, random);
  // Launches come before the transactions of a block, so validators must opt in in an earlier block.
  yield block('provider');
  yield block('provider', spawn + 1);
  if (!fails) return;
  for (const consumer of consumers) {
    yield* optIns(world, consumer, random);
    yield { kind: 'update-consumer', consumer, by, initialization };
  }
  yield block('provider');
  yield block('provider', spawn + 1);
}

function launchInfractions(world: World, random: Random): Infractions | undefined {
  if (isLifted(world, 'evidence-again') && chance(random, 30)) return UNTOMBSTONED;
  return chance(random, 60) ? drawn(fairInfractions, random) : undefined;
}

/** A consumer that jails and does not tombstone validators that equivocate. */
const UNTOMBSTONED: Infractions = { doubleSign: { fraction: '0.05', jail: 60, tombstone: false } };

/** At most this many validators opt in, so that a trace has other actions, too. */
const MANY = 20;

/** Most validators opt in, some with a consumer key; at least one does. */
export function* optIns(world: World, consumer: string, random: Random): Generator<Action, void, void> {
  const names = validators(world).map(({ name }) => name);
  const sure = pick(random, names);
  const stays = names.length <= MANY ? 15 : 100 - Math.round((100 * MANY) / names.length);
  for (const validator of names) {
    if (validator !== sure && chance(random, stays)) continue;
    const key = chance(random, 30) ? { key: `k${random.nextInt(0, 5)}` } : {};
    yield { kind: 'opt-in', consumer, validator, ...key };
  }
}

/** The first VSC packet establishes the channel on the consumer. It needs a change of power. */
function* firstPacket(world: World, consumer: string, random: Random): Generator<Action, void, void> {
  const validator = pick(random, validators(world))?.name ?? 'v0';
  const by = pick(random, accountNames(world.setup)) ?? 'a0';
  yield { kind: 'delegate', by, validator, amount: `${random.nextInt(1, 50)}000000` };
  yield* passEpoch(world);
  yield { kind: 'deliver', consumer, to: 'consumer', channel: 'ccv', count: 1 };
  yield { kind: 'acknowledge', consumer, to: 'provider', channel: 'ccv', count: 1 };
  yield block(consumer);
}
