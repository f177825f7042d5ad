import * as fc from 'fast-check';
import type { Initialization } from '../../specs/generated/trace.ts';
import { BOND_DENOM } from '../setup/setup.ts';
import { createdConsumers } from '../view/index.ts';
import type { World } from '../world/world.ts';
import { present, rarely } from './part.ts';

type RewardSettings = Pick<
  Initialization,
  'redistribution' | 'blocksPerTransmission' | 'transferTimeout' | 'transmissionChannel'
>;

/** How a consumer shares its rewards: none, all or a part; in every block or rarely. */
export const someRewardSettings: fc.Arbitrary<RewardSettings> = fc
  .record({
    redistribution: rarely(40, fc.constantFrom('0', '1', '0.5', '0.333333333333333333', '0.999999999999999999')),
    blocksPerTransmission: rarely(75, fc.constantFrom(1, 1, 2, 3, 5, 8)),
    transferTimeout: rarely(25, fc.constantFrom(1, 8, 30, 600)),
    transmissionChannel: rarely(6, fc.constantFrom('channel-0', 'channel-1', 'channel-7')),
  })
  .map(present);

interface RewardDenoms {
  readonly rewardDenoms?: string[];
  readonly providerRewardDenoms?: string[];
}

/** The denominations that a consumer sends as rewards: native ones, and vouchers of the provider. */
export function someRewardDenoms({ setup }: World): fc.Arbitrary<RewardDenoms> {
  const own = [BOND_DENOM, ...setup.otherDenoms];
  return fc
    .record({
      rewardDenoms: rarely(75, fc.oneof(fc.constant(own), fc.shuffledSubarray(own, { minLength: 1 }))),
      providerRewardDenoms: rarely(30, fc.constant<string[]>([BOND_DENOM])),
    })
    .map(present);
}

/** Denominations to accept as rewards: those that could come from the consumer; rarely more than three, or invalid. */
export function someAllowedDenoms(world: World): fc.Arbitrary<string[]> {
  const own = [BOND_DENOM, ...world.setup.otherDenoms];
  const chains = createdConsumers(world);
  const names = [...own, ...own.flatMap((denom) => chains.map((chain) => `${denom}@${chain}`))];
  return fc.oneof(
    { weight: 8, arbitrary: fc.shuffledSubarray(names, { minLength: 1, maxLength: Math.min(3, names.length) }) },
    { weight: 2, arbitrary: fc.constant(names.slice(-3)) },
    { weight: 1, arbitrary: fc.constantFrom<string[]>([], ['ibc/none'], [...names, 'one', 'two', 'three'].slice(-4)) },
  );
}
