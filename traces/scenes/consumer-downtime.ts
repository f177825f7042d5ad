import type { Random } from 'fast-check';
import type { Action } from '../../specs/generated/trace.ts';
import { hasShortWindow } from '../draw/absent.ts';
import { someOtherValidator } from '../draw/index.ts';
import { chance, pick } from '../generate/random.ts';
import type { Scene } from './scene.ts';
import { block, passEpoch } from './steps.ts';
import {
  assignedKeys,
  canSpare,
  delegations,
  isRunByProvider,
  ownerOf,
  providerNameOf,
  sparedSigners,
  stakeOf,
  startedConsumers,
} from '../view/index.ts';
import type { World } from '../world/world.ts';
import { missBlocks } from './downtime.ts';

/** An epoch of this many blocks is long enough for everything that must happen before its end. */
const ROOMY = 4;
const ROOMY_FOR_PERIOD = 6;
/** An unbonding period up to this long can pass without expiring the provider's clients. */
const SHORT_PERIOD = 604_800;

/** The default jail time for downtime on a consumer. */
const JAIL_SECONDS = 600;

/** Keys that no genesis validator uses. */
const KEYS = Array.from({ length: 9 }, (_, i) => `k${i}`);

/**
 * One or several validators are down on a consumer. Before the provider receives the slash packet, something happens to
 * them. Then the packet and its acknowledgement arrive, and the next VSC packet acknowledges the slash to the consumer.
 */
export const consumerDowntime: Scene = {
  name: 'consumer-downtime',
  weight: (world) => (vulnerable(world).length > 0 ? 8 : 0),
  *play(world, random) {
    const consumer = pick(random, vulnerable(world));
    if (consumer === undefined) return;
    const keys = someSpared(world, consumer, random);
    const [key] = keys;
    const validator = key === undefined ? undefined : providerNameOf(world, consumer, key);
    if (key === undefined || validator === undefined) return;
    if (chance(random, 30)) yield* stakeMoves(world, validator, random);
    yield* missBlocks(world, consumer, keys);
    yield block(consumer);
    // It stays down until it is punished.
    if (chance(random, 40) && canSpare(world, consumer, keys)) yield block(consumer, 1, keys);
    const meanwhile = pick(random, MEANWHILE, (candidate) => candidate.often(world, key));
    if (meanwhile !== undefined) yield* meanwhile.play(world, random, { consumer, validator });
    for (const _ of keys) {
      yield { kind: 'deliver', consumer, to: 'provider', channel: 'ccv', count: 1 };
      yield { kind: 'acknowledge', consumer, to: 'consumer', channel: 'ccv', count: 1 };
      if (keys.length > 1) yield block(consumer);
    }
    if (meanwhile !== nothing || chance(random, 25)) return;
    yield* comeBack(world, consumer, validator);
  },
};

interface Reported {
  readonly consumer: string;
  readonly validator: string;
}

interface Meanwhile {
  /** The weight for a validator that was down with this key. */
  often(world: World, key: string): number;
  play(world: World, random: Random, reported: Reported): Generator<Action, void, void>;
}

const nothing: Meanwhile = { often: () => 4, *play() {} };

/** Events between an infraction and its punishment. */
const MEANWHILE: readonly Meanwhile[] = [
  nothing,
  { often: () => 4, play: (world, random, { validator }) => stakeMoves(world, validator, random) },
  { often: () => 2, play: setsChange },
  { often: () => 1, play: leaves },
  { often: (_world, key) => (key.startsWith('k') ? 4 : 1), play: changesKey },
  { often: ({ setup }) => (setup.blocksPerEpoch >= ROOMY ? 8 : 1), play: leavesStake },
  { often: () => 1, play: isStopped },
];

function vulnerable(world: World): string[] {
  return startedConsumers(world).filter(
    (consumer) => hasShortWindow(world, consumer) && sparedSigners(world, consumer).length > 0,
  );
}

/** One or two keys that the consumer does not need for a block, often of an inactive validator of the provider. */
function someSpared(world: World, consumer: string, random: Random): string[] {
  const spared = sparedSigners(world, consumer);
  const two = spared.slice(0, 2);
  if (chance(random, 35) && two.length > 1 && canSpare(world, consumer, two)) return two;
  const inactive = spared.filter((key) => !isRunByProvider(world, providerNameOf(world, consumer, key) ?? key));
  const one = pick(random, inactive.length > 0 && chance(random, 50) ? inactive : spared);
  return one === undefined ? [] : [one];
}

/** Delegations to the validator grow and shrink by undelegations and redelegations; some unbondings are cancelled. */
function* stakeMoves(world: World, validator: string, random: Random): Generator<Action, void, void> {
  const pair = pick(
    random,
    delegations(world).filter((pair) => pair.validator === validator),
  );
  if (pair === undefined) return;
  const { by } = pair;
  const amount = String(stakeOf(world, pair) / 40n + 1n);
  const to = someOtherValidator(world, validator).generate(random, undefined).value;
  yield { kind: 'delegate', by: 'relayer', validator, amount: '5000000' };
  yield { kind: 'undelegate', by, validator, amount };
  yield { kind: 'redelegate', by, from: validator, to, amount };
  yield block('provider');
  if (chance(random, 50)) yield { kind: 'cancel-unbonding', by, validator, entry: 1, amount: '1' };
  // The redelegated tokens are undelegated from the other validator, too.
  if (chance(random, 40)) yield { kind: 'undelegate', by, validator: to, amount: '1000' };
  yield block('provider');
}

/** The validator set changes several times before the packet is relayed. */
function* setsChange(world: World, _random: Random, { consumer, validator }: Reported): Generator<Action, void, void> {
  for (let i = 0; i < 3; i++) {
    yield { kind: 'delegate', by: 'relayer', validator, amount: '3000000' };
    yield* passEpoch(world);
    yield { kind: 'deliver', consumer, to: 'consumer', channel: 'ccv', count: 5 };
  }
}

/** The validator opts out of the consumer. */
function* leaves(world: World, _random: Random, { consumer, validator }: Reported): Generator<Action, void, void> {
  yield { kind: 'opt-out', consumer, validator };
  yield* passEpoch(world);
  yield { kind: 'deliver', consumer, to: 'consumer', channel: 'ccv', count: 5 };
}

/** The validator assigns another consumer key (ADR-001). */
function* changesKey(world: World, random: Random, { consumer, validator }: Reported): Generator<Action, void, void> {
  const taken = assignedKeys(world);
  const free = KEYS.filter((key) => !taken.includes(key));
  yield { kind: 'assign-key', consumer, validator, key: pick(random, free) ?? 'k0' };
  yield* passEpoch(world);
}

/**
 * Its delegators undelegate everything, or enough to remove its power: it is jailed, unbonding, unbonded or removed.
 * It remains a validator of the consumer until the end of the epoch.
 */
function* leavesStake(world: World, random: Random, { validator }: Reported): Generator<Action, void, void> {
  while (world.provider.height % BigInt(world.setup.blocksPerEpoch) !== 0n) yield block('provider');
  const rest = chance(random, 40) ? 0n : 500_000n;
  for (const pair of delegations(world)) {
    if (pair.validator !== validator) continue;
    const amount = stakeOf(world, pair) - (pair.by === validator ? rest : 0n);
    if (amount > 0n) yield { kind: 'undelegate', by: pair.by, validator, amount: String(amount) };
  }
  yield block('provider');
  const { providerUnbondingSeconds: period, blocksPerEpoch } = world.setup;
  if (period > SHORT_PERIOD || blocksPerEpoch < ROOMY_FOR_PERIOD || chance(random, 30)) return;
  // It must leave the consensus set before it is removed.
  yield block('provider');
  yield block('provider');
  yield block('provider', period + 1);
}

/** The consumer is stopped. */
function* isStopped(world: World, _random: Random, { consumer }: Reported): Generator<Action, void, void> {
  const by = ownerOf(world, consumer);
  if (by === undefined) return;
  yield { kind: 'remove-consumer', consumer, by };
  yield block('provider');
}

/** The validator unjails, validates the consumer again, and is down again. */
function* comeBack(world: World, consumer: string, validator: string): Generator<Action, void, void> {
  yield block('provider', JAIL_SECONDS + 1);
  yield { kind: 'unjail', validator };
  yield* passEpoch(world);
  yield { kind: 'deliver', consumer, to: 'consumer', channel: 'ccv', count: 5 };
  // A set that is received in a block signs the block after the next one.
  for (let i = 0; i < 3; i++) yield block(consumer);
  const key = sparedSigners(world, consumer).find((name) => providerNameOf(world, consumer, name) === validator);
  if (key === undefined) return;
  yield* missBlocks(world, consumer, [key]);
  yield block(consumer);
  yield { kind: 'deliver', consumer, to: 'provider', channel: 'ccv', count: 1 };
}
