import { SINGLETON } from '../key.ts';
import { readValidatorSetChange } from '../ccv-packet.ts';
import { violation, type ExecutableProperty, type PropertyMonitor } from '../property.ts';
import { heightToValsetUpdateId, pendingChanges } from '../tables/consumer.ts';
import { ccvReceived } from '../history/packets.ts';

/** Apply VSC Liveness (SM §Validator Set Update). */
export const applyVscLiveness: ExecutableProperty = {
  name: 'apply-vsc-liveness',
  statement: 'A VSC that a consumer receives is applied at the end of the block that received it.',
  kind: 'liveness',
  group: 'validator-update',
  source: 'SM §Validator Set Update',
  touches: {
    consumer: ['halt', 'validator-updates', 'ccvconsumer/height-to-valset-update-id', 'ccvconsumer/pending-changes'],
  },
  altered:
    'decided exactly: the consumer applies a VSC in the same block, so "eventually" means at the end of that block',
  status: 'executable',
  monitor,
};

function monitor(): PropertyMonitor {
  return {
    observe(event) {
      if (event.kind !== 'consumer' || event.event !== 'block') return undefined;
      // A packet that cannot be decoded, or without an id, is no VSC. Only forged packets are like that.
      const ids = ccvReceived(event).map(({ data }) => readValidatorSetChange(data)?.valsetUpdateId ?? 0n);
      const id = ids.findLast((one) => one > 0n);
      if (id === undefined) return undefined;
      const mapped = event.view.row(heightToValsetUpdateId, heightToValsetUpdateId.key(event.block.height + 1n)) ?? 0n;
      if (mapped !== id)
        return violation(event, `it received VSC ${id} last; however the next height is mapped to VSC ${mapped}`);
      if (event.view.row(pendingChanges, SINGLETON) !== undefined)
        return violation(event, `it received VSC ${id}; however its updates are still pending after the block`);
      return undefined;
    },
  };
}
