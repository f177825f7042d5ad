import { accountNames } from '../setup/setup.ts';
import { chance, pick } from '../generate/random.ts';
import type { Scene } from './scene.ts';
import { block, passEpoch } from './steps.ts';
import { startedConsumers, validators } from '../view/index.ts';

/** A timeout up to this long passes before any client expires. */
const SHORT_SECONDS = 86_400;

/** A VSC packet is not relayed until it has timed out, and the timeout is relayed to the provider (ME [CCV-PCF-TOVSC]). */
export const latePackets: Scene = {
  name: 'late-packets',
  weight: (world) => (world.setup.ccvTimeoutSeconds <= SHORT_SECONDS && startedConsumers(world).length > 0 ? 6 : 0),
  *play(world, random) {
    const consumer = pick(random, startedConsumers(world));
    const validator = pick(random, validators(world))?.name;
    if (consumer === undefined || validator === undefined) return;
    const by = pick(random, accountNames(world.setup)) ?? 'a0';
    yield { kind: 'delegate', by, validator, amount: '3000000' };
    yield* passEpoch(world);
    yield block(consumer, world.setup.ccvTimeoutSeconds + 1);
    if (chance(random, 50)) yield { kind: 'deliver', consumer, to: 'consumer', channel: 'ccv', count: 1 };
    yield { kind: 'timeout', consumer, to: 'provider', channel: 'ccv' };
    if (chance(random, 50)) yield { kind: 'timeout', consumer, to: 'provider', channel: 'ccv' };
    if (chance(random, 40)) return;
    // The timeout closed the channel on the provider. The blocks after it show how the consumer behaves without a channel.
    yield { kind: 'close-channel', consumer, channel: 'ccv', on: 'consumer', step: 'confirm' };
    yield block(consumer);
  },
};
