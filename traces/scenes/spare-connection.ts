import type { Action } from '../../specs/generated/trace.ts';
import { accountNames } from '../setup/setup.ts';
import { isLifted } from '../generate/lifted.ts';
import { chance, pick } from '../generate/random.ts';
import type { Scene } from './scene.ts';
import { block } from './steps.ts';
import { startedConsumers, validators } from '../view/index.ts';

const STEPS = ['init', 'try', 'ack', 'confirm'] as const;

/**
 * A chain gets a second connection, over a client that no consumer uses, and a second consumer with its chain id launches
 * over this connection, as a standalone chain does.
 */
export const spareConnectionScene: Scene = {
  name: 'spare-connection',
  weight: (world) => {
    if (startedConsumers(world).length === 0) return 0;
    return isLifted(world, 'client-of-another-consumer') ? 2 : 0.5;
  },
  *play(world, random) {
    const consumer = pick(random, startedConsumers(world));
    const by = pick(random, accountNames(world.setup)) ?? 'a0';
    const validator = pick(random, validators(world))?.name ?? 'v0';
    if (consumer === undefined) return;
    const isTaken = isLifted(world, 'client-of-another-consumer') && chance(random, 50);
    if (!isTaken) yield* connectAgain(consumer);
    const connection = isTaken ? 'taken' : 'spare';
    yield { kind: 'create-consumer', consumer, by, initialization: { spawn: 3, connection } };
    yield block('provider');
    yield { kind: 'opt-in', consumer, validator };
    yield block('provider');
    yield block('provider', 4);
  },
};

/** Creates another client of the consumer on the provider, and a connection over it. */
function* connectAgain(consumer: string): Generator<Action, void, void> {
  yield block(consumer);
  yield { kind: 'create-client', consumer, on: 'provider' };
  yield block('provider');
  for (const step of STEPS) yield { kind: 'connect', consumer, step, client: 'provider-newest' };
}
