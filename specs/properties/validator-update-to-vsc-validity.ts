import { readValidatorSetChange } from '../ccv-packet.ts';
import { changesOf, type HistoryEvent } from '../event.ts';
import { violation, type ExecutableProperty, type PropertyMonitor, type Violation } from '../property.ts';
import type { Hex } from '../value.ts';
import type { ConsumerId } from '../history/consumer-ids.ts';
import { ConsumerSets, difference } from '../history/consumer-sets.ts';
import { ccvSent } from '../history/packets.ts';
import { channelToConsumer, consumerGenesis } from '../tables/provider.ts';

/** Validator Update To VSC Validity (SM §Staking Module Interface). */
export const validatorUpdateToVscValidity: ExecutableProperty = {
  name: 'validator-update-to-vsc-validity',
  statement: 'A VSC contains only real changes, and all VSCs up to it add up to the set that the provider computed.',
  kind: 'safety',
  group: 'validator-update',
  source: 'SM §Staking Module Interface',
  touches: { provider: ['sent-packets/provider', 'provider/pending-vscs', 'provider/consumer-validators'] },
  altered: 'an update is a change of the set that is stored for the consumer (ADR-015), sampled at epochs (ADR-014)',
  status: 'executable',
  monitor,
};

function monitor(): PropertyMonitor {
  const sets = new ConsumerSets();
  /** By consumer: its initial set and all updates sent since. */
  const announced = new Map<ConsumerId, Map<Hex, bigint>>();

  function observe(event: HistoryEvent): Violation | undefined {
    if (event.kind !== 'provider') return undefined;
    sets.observe(event);
    for (const { key, row } of changesOf(event, consumerGenesis)) {
      if (row !== undefined) announced.set(key, new Map(row.provider.initial_val_set.map(asEntry)));
    }
    for (const { data, source_channel: channel } of ccvSent(event)) {
      const consumer = event.view.row(channelToConsumer, channel);
      const powers = consumer === undefined ? undefined : announced.get(consumer);
      const change = readValidatorSetChange(data);
      if (consumer === undefined || powers === undefined || change === undefined)
        return violation(event, `it sent a packet over ${channel}, which belongs to no launched consumer`);
      const vsc = `VSC ${change.valsetUpdateId} for consumer ${consumer}`;
      for (const { pubKey, power } of change.updates) {
        if ((powers.get(pubKey) ?? 0n) === power)
          return violation(event, `${vsc} sets the power of ${pubKey} to ${power}; however it had that power before`);
        if (power === 0n) powers.delete(pubKey);
        else powers.set(pubKey, power);
      }
      const minted = sets.mintedAt(change.valsetUpdateId);
      if (minted === undefined) return violation(event, `it sent ${vsc}; however it never created it`);
      const differs = difference(powers, sets.at(consumer, minted));
      if (differs !== undefined) return violation(event, `up to ${vsc}, ${differs}, as the provider stored it`);
    }
    return undefined;
  }

  return { observe };
}

function asEntry({ pub_key: key, power }: { pub_key: { ed25519: Hex }; power: bigint }): [Hex, bigint] {
  return [key.ed25519, power];
}
