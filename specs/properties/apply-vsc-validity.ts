import type { ChainName } from '../block.ts';
import { readValidatorSetChange } from '../ccv-packet.ts';
import { changesOf } from '../event.ts';
import { violation, type ExecutableProperty, type PropertyMonitor } from '../property.ts';
import { heightToValsetUpdateId } from '../tables/consumer.ts';
import { ccvSent } from '../history/packets.ts';
import { providerEndOf } from '../history/provider-end.ts';

/** Apply VSC Validity (SM §Validator Set Update). */
export const applyVscValidity: ExecutableProperty = {
  name: 'apply-vsc-validity',
  statement: 'Every VSC that a consumer applies was provided to it by the provider.',
  kind: 'safety',
  group: 'validator-update',
  source: 'SM §Validator Set Update',
  touches: { consumer: ['ccvconsumer/height-to-valset-update-id', 'ccvconsumer/pending-changes'] },
  status: 'executable',
  monitor,
};

function monitor(): PropertyMonitor {
  /** The VSCs that the provider sent, by its end of the channel. */
  const provided = new Map<string, Set<bigint>>();
  const applied = new Map<ChainName, bigint>();
  return {
    observe(event) {
      if (event.kind === 'provider') {
        for (const { data, source_channel: from } of ccvSent(event)) {
          const id = readValidatorSetChange(data)?.valsetUpdateId;
          if (id === undefined) return violation(event, `it sent a packet over ${from} that is no VSC packet`);
          provided.set(from, (provided.get(from) ?? new Set()).add(id));
        }
        return undefined;
      }
      for (const { row: id } of changesOf(event, heightToValsetUpdateId)) {
        if (id === undefined || id === (applied.get(event.chain) ?? 0n)) continue;
        if (provided.get(providerEndOf(event) ?? '')?.has(id) !== true)
          return violation(event, `it applied VSC ${id}; however the provider never sent it`);
        applied.set(event.chain, id);
      }
      return undefined;
    },
  };
}
