import { pick } from '../generate/random.ts';
import type { Scene } from './scene.ts';
import { block, updateClients } from './steps.ts';
import { startedConsumers } from '../view/index.ts';

/** Without an update, every client expires after this fraction of the unbonding period (ICS-07). */
const TOO_LONG = 0.7;

/** Clients expire, and messages over them are rejected. Rare, because a trace does not recover from it. */
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
