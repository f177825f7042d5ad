import type { Deviation } from '../deviation.ts';
import type { BlockEvent } from '../event.ts';
import { Allocations, WHOLE } from '../history/allocations.ts';
import type { ConsumerId } from '../history/consumer-ids.ts';
import { consumerOf } from '../history/consumer-sets.ts';
import { allowlistedRewardDenoms, consumerRewardDenoms, consumerValidators } from '../tables/provider.ts';
import { validatorsByConsensusAddress } from '../tables/staking/validator.ts';
import { onProvider, type Watch } from '../witness.ts';

/** How a removed validator blocks the rewards of others (SM §System Properties, Consumer Rewards Distribution). */
export const removedValidatorBlocksRewards: Deviation = {
  name: 'removed-validator-blocks-rewards',
  describes:
    'All rewards that arrive should be paid. The releases pay nobody for a consumer if a validator in its last set has been removed from staking since. For a stopped consumer, whose set no longer changes, this lasts until it is deleted.',
  breaks: 'ICS-028 SM §System Properties (Consumer Rewards Distribution)',
  source: 'observed: unpaid rewards in an allowed denomination, of a consumer whose set has a removed validator',
  appliesTo: 'all releases',
  trace: 'rewards-wait-for-who-left',
  watch(): Watch {
    const allocations = new Allocations();
    return {
      sees: onProvider((event) => {
        const before = new Map(allocations.entries());
        allocations.observe(event);
        return [...allocations.entries()].some(
          ([key, amount]) =>
            amount >= WHOLE &&
            before.get(key) === amount &&
            isAllowed(event, key) &&
            hasSomebodyWhoLeft(event, consumerOf(key)),
        );
      }),
    };
  },
};

function isAllowed({ view }: BlockEvent, key: string): boolean {
  const consumerId = consumerOf(key);
  const denom = key.slice(consumerId.length + 1);
  if (view.row(consumerRewardDenoms, denom) !== undefined) return true;
  return view.row(allowlistedRewardDenoms, consumerId)?.denoms.includes(denom) === true;
}

function hasSomebodyWhoLeft({ view }: BlockEvent, consumerId: ConsumerId): boolean {
  return [...view.rows(consumerValidators)].some(
    ([key, { provider_cons_addr: address }]) =>
      consumerOf(key) === consumerId && view.row(validatorsByConsensusAddress, address) === undefined,
  );
}
