import { chance, pick } from '../generate/random.ts';
import type { Scene } from './scene.ts';
import { block } from './steps.ts';
import { accountNames, BOND_DENOM } from '../setup/setup.ts';
import { transferConsumers } from '../view/index.ts';

/** Transfers tokens to a consumer, then to another one or back. Some are rejected there, some time out. */
export const transfers: Scene = {
  name: 'transfers',
  weight: (world) => (transferConsumers(world).length > 0 ? 5 : 0),
  *play(world, random) {
    const consumers = transferConsumers(world);
    const consumer = pick(random, consumers) ?? 'c0';
    const other = pick(random, consumers) ?? consumer;
    const by = pick(random, accountNames(world.setup)) ?? 'relayer';
    const to = chance(random, 75) ? by : (pick(random, ['module', 'nobody', 'transfer']) ?? by);
    const amount = `${random.nextInt(2, 100_000)}`;
    yield { kind: 'transfer', consumer, from: 'consumer', by, to, amount };
    yield { kind: 'transfer', consumer, from: 'consumer', by: 'relayer', to: by, amount, timeout: 40 };
    yield block(consumer);
    if (chance(random, 50)) {
      yield { kind: 'deliver', consumer, to: 'provider', channel: 'transfer', count: 1, skip: 1 };
    }
    if (chance(random, 30)) yield block('provider', 60);
    yield { kind: 'deliver', consumer, to: 'provider', channel: 'transfer', count: 5 };
    yield { kind: 'timeout', consumer, to: 'consumer', channel: 'transfer' };
    yield { kind: 'acknowledge', consumer, to: 'consumer', channel: 'transfer', count: 5 };
    const denom = `${BOND_DENOM}@${consumer}`;
    yield { kind: 'transfer', consumer: other, from: 'provider', by, to: by, amount: '2', denom };
    yield block('provider');
    yield { kind: 'deliver', consumer: other, to: 'consumer', channel: 'transfer', count: 5 };
    yield { kind: 'acknowledge', consumer: other, to: 'provider', channel: 'transfer', count: 5 };
  },
};
