import { rowsOf } from '../../specs/rows.ts';
import * as fc from 'fast-check';
import { moduleAddress } from '../../specs/module-address.ts';
import { accounts } from '../../specs/tables/auth.ts';
import { isLifted } from '../generate/lifted.ts';
import { BOND_DENOM } from '../setup/setup.ts';
import { heldCoins, transferConsumers, type HeldCoin } from '../view/index.ts';
import type { World } from '../world/world.ts';
import { someAccount, someStartedConsumer } from './names.ts';
import { rarely } from './part.ts';

/** Coins that an account can transfer over a channel. */
export interface Transferable extends Omit<HeldCoin, 'by'> {
  readonly by: string | undefined;
}

/** Coins of an account on a chain with an open transfer channel; sometimes coins that do not exist, or no channel. */
export function someTransferable(world: World): fc.Arbitrary<Transferable> {
  const any = fc.record({
    consumer: someStartedConsumer(world),
    from: fc.constantFrom('provider' as const, 'consumer' as const),
    by: fc.constant(undefined),
    denom: fc.constantFrom(BOND_DENOM, 'stake@c0', 'stake@provider', 'nothing', `ibc/${'0'.repeat(64)}`, 'ibc/none'),
    balance: fc.constant(BigInt(world.setup.balance)),
  });
  if (transferConsumers(world).length === 0) return any;
  const coins = heldCoins(world);
  if (coins.length === 0) return any;
  const vouchers = coins.filter(({ denom }) => denom.includes('@'));
  const held = fc.constantFrom(...coins);
  return fc.oneof(
    { weight: 6, arbitrary: held },
    { weight: vouchers.length > 0 ? 6 : 0, arbitrary: vouchers.length > 0 ? fc.constantFrom(...vouchers) : held },
    { weight: 1, arbitrary: any },
  );
}

/** An account, often the one that rewards pass through, rarely one that cannot receive coins. */
export function someRecipient(world: World): fc.Arbitrary<string> {
  // The account for the rewards of consumers is created when the first consumer connects.
  const hasPool =
    isLifted(world, 'coins-for-modules') ||
    rowsOf(world.provider.model.state, accounts).has(moduleAddress('consumer_rewards_pool'));
  return fc.oneof(
    { weight: 5, arbitrary: someAccount(world) },
    { weight: hasPool ? 5 : 0, arbitrary: fc.constant('pool') },
    { weight: 2, arbitrary: fc.constantFrom('module', 'transfer', 'nobody') },
  );
}

interface Memo {
  readonly rewardFor?: string | undefined;
  readonly memo?: string | undefined;
}

/** A memo that names the consumer itself, another one, an unknown one, nothing, or is malformed. */
export function someMemo(world: World, consumer: string): fc.Arbitrary<Memo> {
  const named = fc.oneof(
    { weight: 4, arbitrary: fc.constant(consumer) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(...world.chains.keys()).map((name) => (name === 'provider' ? 'c9' : name)),
    },
    { weight: 1, arbitrary: fc.constant('c9') },
  );
  const text = fc.constantFrom(
    'consumer chain rewards distribution',
    '{}',
    'null',
    '[]',
    '{"provider":null}',
    '{"provider":{"consumerId":0}}',
    '{"provider":{"ConsumerID":"0","other":[]}}',
    '{"provider":{"consumerId":"1","consumerid":"0"}}',
    '{"provider":{"consumerId":0,"consumerId":"1"}}',
    'a<b>&c',
  );
  return fc.oneof(
    { weight: 5, arbitrary: fc.constant<Memo>({}) },
    { weight: 3, arbitrary: named.map((rewardFor): Memo => ({ rewardFor })) },
    { weight: 2, arbitrary: rarely(100, text).map((memo): Memo => ({ memo })) },
  );
}
