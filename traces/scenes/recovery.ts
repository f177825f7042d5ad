import { rowsOf } from '../../specs/rows.ts';
import type { Random } from 'fast-check';
import type { Action } from '../../specs/generated/trace.ts';
import { clientStates } from '../../specs/tables/ibc/client.ts';
import { SECOND } from '../../specs/value.ts';
import { chance, pick } from '../generate/random.ts';
import type { Scene } from './scene.ts';
import { block, passEpoch } from './steps.ts';
import { startedConsumers, validators } from '../view/index.ts';
import { linkOf } from '../world/consumers.ts';
import type { Chain, World } from '../world/world.ts';
import { decide } from './governance.ts';

/** A voting period up to this long does not expire clients. */
const SHORT_SECONDS = 3_600;

/**
 * The provider's client of a consumer is frozen, or expires while the consumer's client of the provider does not.
 * Governance recovers it with a substitute (ICS-02, `MsgRecoverClient`), and relaying continues.
 */
export const recovery: Scene = {
  name: 'recovery',
  weight: (world) => {
    if (world.setup.votingSeconds > SHORT_SECONDS) return 0;
    if (frozen(world).length > 0) return 8;
    return expirable(world).length > 0 ? 2 : 0;
  },
  *play(world, random) {
    const ofFrozen = pick(random, frozen(world));
    if (ofFrozen !== undefined) {
      yield* bringBack(world, random, ofFrozen);
      yield* relay(ofFrozen);
      return;
    }
    const found = pick(random, expirable(world));
    if (found === undefined) return;
    const { consumer, seconds } = found;
    const isUnderWay = chance(random, 50);
    if (isUnderWay) yield* sendPacket(world, random);
    yield block(consumer);
    yield { kind: 'update-client', consumer, on: 'consumer', back: 0 };
    yield block(consumer);
    // Outstanding packets time out, and the timeouts are relayed after the recovery.
    yield block('provider', isUnderWay ? Math.max(seconds, world.setup.ccvTimeoutSeconds) : seconds);
    yield* sendPacket(world, random);
    yield* bringBack(world, random, consumer);
    if (isUnderWay) yield { kind: 'timeout', consumer, to: 'provider', channel: 'ccv' };
    yield* relay(consumer);
  },
};

/** Governance recovers an inactive client with a substitute. */
function* bringBack(world: World, random: Random, consumer: string): Generator<Action, void, void> {
  yield block(consumer);
  yield { kind: 'create-client', consumer, on: 'provider' };
  yield block('provider');
  yield* decide(world, random, [{ message: 'recover-client', consumer }], chance(random, 85) ? 'yes' : 'no');
  yield* passEpoch(world);
  yield block(consumer);
  yield { kind: 'update-client', consumer, on: 'provider', back: 0 };
}

function* relay(consumer: string): Generator<Action, void, void> {
  yield { kind: 'deliver', consumer, to: 'consumer', channel: 'ccv', count: 3 };
  yield { kind: 'acknowledge', consumer, to: 'provider', channel: 'ccv', count: 3 };
}

/** The running consumers whose client on the provider is frozen. */
function frozen(world: World): string[] {
  return startedConsumers(world).filter((consumer) => {
    const link = linkOf(world, consumer);
    const row = link && clientOf(link.provider.chain, link.provider.client);
    return row !== undefined && 'frozen_height' in row && row.frozen_height.revision_height > 0n;
  });
}

/** A change of stake, which consumers receive after the end of the epoch. */
function* sendPacket(world: World, random: Random): Generator<Action, void, void> {
  const validator = pick(random, validators(world))?.name ?? 'v0';
  yield { kind: 'delegate', by: 'relayer', validator, amount: '4000000' };
  yield* passEpoch(world);
}

interface Expirable {
  readonly consumer: string;
  /** After this many seconds only the provider's client has expired. */
  readonly seconds: number;
}

function expirable(world: World): Expirable[] {
  return startedConsumers(world).flatMap((consumer) => {
    const link = linkOf(world, consumer);
    if (link === undefined) return [];
    const [own, other] = [
      trust(link.provider.chain, link.provider.client),
      trust(link.consumer.chain, link.consumer.client),
    ];
    return own > 0 && own + SHORT_SECONDS < other ? [{ consumer, seconds: own }] : [];
  });
}

/** The trusting period of a client, in seconds. */
function trust(chain: Chain, client: string): number {
  const row = clientOf(chain, client);
  return row !== undefined && 'trusting_period' in row ? Number(row.trusting_period / SECOND) : 0;
}

function clientOf({ model }: Chain, client: string) {
  return rowsOf(model.state, clientStates).get(clientStates.key(client));
}
