import { SINGLETON } from '../key.ts';
import type { RowView } from '../rows.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { Allocations } from '../history/allocations.ts';
import type { ConsumerId } from '../history/consumer-ids.ts';
import { consumerOf } from '../history/consumer-sets.ts';
import { Gains, type Gain } from '../history/gains.ts';
import { moduleAddress } from '../module-address.ts';
import { violation, type ExecutableProperty, type PropertyMonitor } from '../property.ts';
import { balances } from '../tables/bank.ts';
import { consumerValidators, providerParams } from '../tables/provider.ts';
import { validatorsByConsensusAddress } from '../tables/staking/validator.ts';
import { VOUCHER } from '../traced-denom.ts';
import type { Hex } from '../value.ts';

/** Validators are paid only for consumers that they validate (ADR-015). */
export const rewardsForSecuring: ExecutableProperty = {
  name: 'rewards-for-securing',
  statement:
    'The rewards of a consumer go only to validators that have been in its set for the required number of epochs.',
  kind: 'safety',
  group: 'rewards',
  source: 'ADR-015; SM §System Properties (Consumer Rewards Distribution)',
  touches: { provider: ['distribution/outstanding-rewards', 'provider/consumer-validators'] },
  altered:
    'decided for vouchers, in blocks that distribute no fees in them: then all that validators earn comes from consumers',
  status: 'executable',
  monitor,
};

const COLLECTOR = `${moduleAddress('fee_collector')}/`;

function monitor(): PropertyMonitor {
  const allocations = new Allocations();
  const collected = new Set<string>();
  const earned = new Gains();
  const members = new Map<string, bigint>();

  const isEligible = (event: BlockEvent, consumerId: ConsumerId, address: Hex): boolean => {
    const joined = members.get(`${consumerId}/${address}`);
    return joined !== undefined && event.block.height - joined >= patience(event.view);
  };

  const unearned = (
    event: BlockEvent,
    gains: readonly Gain[],
    payers: ReadonlyMap<string, ReadonlySet<ConsumerId>>,
  ) => {
    for (const { operator, denom } of gains) {
      if (!denom.startsWith(VOUCHER) || collected.has(denom)) continue;
      const address = addressOf(event.view, operator);
      const consumers = payers.get(denom) ?? new Set();
      if (address === undefined || [...consumers].some((consumerId) => isEligible(event, consumerId, address))) {
        continue;
      }
      const because = `${operator} earned ${denom}; however it is not eligible for rewards of a consumer that pays in it`;
      return violation(event, because);
    }
    return undefined;
  };

  return {
    observe(event) {
      if (event.kind !== 'provider') return undefined;
      const payers = payersOf(allocations);
      allocations.observe(event);
      const gains = earned.observe(event);
      const wrong = event.event === 'block' && !isDeposited(event) ? unearned(event, gains, payers) : undefined;
      // Rewards are paid at the beginning of a block, to the set and from the fees after the previous block.
      for (const { key, row } of changesOf(event, consumerValidators)) {
        if (row === undefined) members.delete(key);
        else members.set(key, row.join_height);
      }
      for (const { key, row } of changesOf(event, balances)) {
        if (!key.startsWith(COLLECTOR)) continue;
        const denom = key.slice(COLLECTOR.length);
        if (row === undefined) collected.delete(denom);
        else collected.add(denom);
      }
      return wrong;
    },
  };
}

/** Whether an account may have deposited rewards for a validator (SDK, `MsgDepositValidatorRewardsPool`). */
function isDeposited({ block }: BlockEvent): boolean {
  return block.txs.some(({ messages }) =>
    messages.some((message) => message['@type'].startsWith('/cosmos.distribution')),
  );
}

/** The consumers with waiting rewards, by denomination. */
function payersOf(allocations: Allocations): ReadonlyMap<string, ReadonlySet<ConsumerId>> {
  const payers = new Map<string, Set<ConsumerId>>();
  for (const [key] of allocations.entries()) {
    const consumerId = consumerOf(key);
    const denom = key.slice(consumerId.length + 1);
    payers.set(denom, (payers.get(denom) ?? new Set()).add(consumerId));
  }
  return payers;
}

function patience(view: RowView): bigint {
  const params = view.row(providerParams, SINGLETON);
  return (params?.number_of_epochs_to_start_receiving_rewards ?? 0n) * (params?.blocks_per_epoch ?? 0n);
}

function addressOf(view: RowView, operator: Hex): Hex | undefined {
  for (const [address, other] of view.rows(validatorsByConsensusAddress)) if (other === operator) return address;
  return undefined;
}
