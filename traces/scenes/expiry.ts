import { pick } from '../generate/random.ts';
import type { Scene } from './scene.ts';
import { block, updateClients } from './steps.ts';
import { startedConsumers } from '../view/index.ts';

/** So much of the unbonding period no client survives without an update (ICS-07). */
const TOO_LONG = 0.7;

/** Clients expire, and what is relayed over them is refused. Nothing brings them back, so this stays rare. */
export const expiry: Scene = {
  name: 'expiry',
  weight: (world) => (startedConsumers(world).length > 0 ? 0.7 : 0),
  *play(world, random) {
    const consumer = pick(random, startedConsumers(world));
    if (consumer === undefined) return;
    yield block('provider', Math.ceil(world.setup.providerUnbondingSeconds * TOO_LONG));
    yield { kind: 'deliver', consumer, to: 'consumer', channel: 'ccv', count: 1 };
    yield* updateClients(world);
  },
};
