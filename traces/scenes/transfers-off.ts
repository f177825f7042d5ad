import type { Action } from '../../specs/generated/trace.ts';
import { chance, pick } from '../generate/random.ts';
import type { Scene } from './scene.ts';
import { accountNames } from '../setup/setup.ts';
import { isDemocratic } from '../messages/stakers.ts';
import { block } from './steps.ts';
import { transferConsumers } from '../view/index.ts';
import { decide } from './governance.ts';

/** Governance disables transfers. Some are sent, or arrive, before it enables them again. */
export const transfersOff: Scene = {
  name: 'transfers-off',
  weight: (world) => (transferConsumers(world).length > 0 && world.setup.votingSeconds <= 3_600 ? 2 : 0),
  *play(world, random) {
    const consumer = pick(random, transferConsumers(world)) ?? 'c0';
    const by = pick(random, accountNames(world.setup)) ?? 'a0';
    const chain = isDemocratic(world) && chance(random, 50) ? consumer : 'provider';
    const send = chance(random, 50);
    yield* decide(world, random, [{ message: 'transfer-params', send, receive: !send }], 'yes', chain);
    for (const from of ['provider', 'consumer'] as const) {
      yield { kind: 'transfer', consumer, from, by, to: by, amount: '1001' } satisfies Action;
    }
    yield block('provider');
    yield block(consumer);
    for (const to of ['provider', 'consumer'] as const) {
      yield { kind: 'deliver', consumer, to, channel: 'transfer', count: 5 };
      yield {
        kind: 'acknowledge',
        consumer,
        to: to === 'provider' ? 'consumer' : 'provider',
        channel: 'transfer',
        count: 5,
      };
    }
    yield* decide(world, random, [{ message: 'transfer-params', send: true, receive: true }], 'yes', chain);
  },
};
