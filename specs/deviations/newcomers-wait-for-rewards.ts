import { SINGLETON } from '../key.ts';
import type { Deviation } from '../deviation.ts';
import type { BlockEvent } from '../event.ts';
import { Allocations, payments } from '../history/allocations.ts';
import type { ConsumerId } from '../history/consumer-ids.ts';
import { consumerOf } from '../history/consumer-sets.ts';
import { consumerValidators, providerParams } from '../tables/provider.ts';
import type { Watch } from '../witness.ts';

/** Which validators are paid (SM §System Properties, Consumer Rewards Distribution; ADR-015). */
export const newcomersWaitForRewards: Deviation = {
  name: 'newcomers-wait-for-rewards',
  describes:
    'Every validator of a consumer should be paid for validating it. The releases pay only validators that have been in its set for a number of epochs. The others get nothing, not even later. If no validator is eligible, the community pool gets everything.',
  breaks: 'ICS-028 SM §System Properties (Consumer Rewards Distribution), as ADR-015 alters it',
  source:
    'observed: payments without the validators that joined too late (number_of_epochs_to_start_receiving_rewards)',
  appliesTo: 'all releases',
  trace: 'rewards-without-eligible',
  watch(): Watch {
    const allocations = new Allocations();
    return {
      sees(event) {
        const paid = payments(allocations.observe(event));
        return event.event === 'block' && paid.some(({ consumerId }) => hasNewcomer(event, consumerId));
      },
    };
  },
};

/** Whether a validator was in the set when the block began and is not eligible for rewards yet. */
function hasNewcomer({ view, block }: BlockEvent, consumerId: ConsumerId): boolean {
  const params = view.row(providerParams, SINGLETON);
  const blocks = (params?.number_of_epochs_to_start_receiving_rewards ?? 0n) * (params?.blocks_per_epoch ?? 0n);
  return [...view.rows(consumerValidators)].some(
    ([key, { join_height: joined }]) =>
      consumerOf(key) === consumerId && joined < block.height && block.height - joined < blocks,
  );
}
