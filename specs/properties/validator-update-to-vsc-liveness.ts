import { readValidatorSetChange } from '../ccv-packet.ts';
import { changesOf, type HistoryEvent } from '../event.ts';
import { violation, type ExecutableProperty, type PropertyMonitor, type Violation } from '../property.ts';
import type { Hex } from '../value.ts';
import type { ConsumerId } from '../history/consumer-ids.ts';
import { consumerOf, difference, storedSet } from '../history/consumer-sets.ts';
import { ccvSent } from '../history/packets.ts';
import {
  channelToConsumer,
  consumerGenesis,
  consumerPhases,
  consumerValidators,
  pendingVscs,
} from '../tables/provider.ts';

/** Validator Update To VSC Liveness (SM §Staking Module Interface). */
export const validatorUpdateToVscLiveness: ExecutableProperty = {
  name: 'validator-update-to-vsc-liveness',
  statement:
    'Every change that the provider makes to the set of a launched consumer is in a VSC that is sent or queued.',
  kind: 'liveness',
  group: 'validator-update',
  source: 'SM §Staking Module Interface',
  touches: { provider: ['halt', 'sent-packets/provider', 'provider/pending-vscs'] },
  altered: 'decided exactly, in the block at the end of the epoch that makes the change (ADR-014, ADR-015)',
  status: 'executable',
  monitor,
};

function monitor(): PropertyMonitor {
  /** By consumer: its initial set and all updates sent since. */
  const announced = new Map<ConsumerId, Map<Hex, bigint>>();

  function observe(event: HistoryEvent): Violation | undefined {
    if (event.kind !== 'provider') return undefined;
    for (const { key, row } of changesOf(event, consumerGenesis)) {
      const initial = row?.provider.initial_val_set ?? [];
      announced.set(key, new Map(initial.map(({ pub_key: pubKey, power }) => [pubKey.ed25519, power])));
    }
    for (const { data, source_channel: channel } of ccvSent(event)) {
      const powers = announced.get(event.view.row(channelToConsumer, channel) ?? '');
      for (const { pubKey, power } of readValidatorSetChange(data)?.updates ?? []) powers?.set(pubKey, power);
    }
    const changes = changesOf(event, consumerValidators);
    if (changes.length === 0) return undefined;
    for (const consumer of new Set(changes.map(({ key }) => consumerOf(key)))) {
      const missing = unannounced(event, consumer, announced.get(consumer));
      if (missing !== undefined) return missing;
    }
    return undefined;
  }

  return { observe };
}

function unannounced(
  event: HistoryEvent,
  consumer: ConsumerId,
  sent: ReadonlyMap<Hex, bigint> | undefined,
): Violation | undefined {
  if (sent === undefined || event.view.row(consumerPhases, consumer) !== 'CONSUMER_PHASE_LAUNCHED') return undefined;
  const powers = new Map(sent);
  for (const { validator_updates: updates } of event.view.row(pendingVscs, consumer)?.list ?? []) {
    for (const { pub_key: pubKey, power } of updates) powers.set(pubKey.ed25519, power);
  }
  for (const [key, power] of powers) if (power === 0n) powers.delete(key);
  const differs = difference(powers, storedSet(event.view, consumer));
  if (differs === undefined) return undefined;
  return violation(event, `in all VSCs for consumer ${consumer}, ${differs}, as the provider stored it`);
}
