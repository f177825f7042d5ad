import type { ChainName } from '../block.ts';
import { changesOf } from '../event.ts';
import { violation, type ExecutableProperty, type PropertyMonitor } from '../property.ts';
import { heightToValsetUpdateId } from '../tables/consumer.ts';

/** Apply VSC Order (SM §Validator Set Update). */
export const applyVscOrder: ExecutableProperty = {
  name: 'apply-vsc-order',
  statement: 'A consumer applies VSCs in the order in which the provider created them: HtoVSC never decreases.',
  kind: 'safety',
  group: 'validator-update',
  source: 'SM §Validator Set Update',
  touches: { consumer: ['ccvconsumer/height-to-valset-update-id'] },
  status: 'executable',
  monitor,
};

function monitor(): PropertyMonitor {
  const applied = new Map<ChainName, bigint>();
  return {
    observe(event) {
      if (event.kind !== 'consumer') return undefined;
      for (const { key, row: id } of changesOf(event, heightToValsetUpdateId)) {
        if (id === undefined) return violation(event, `it deleted the VSC of height ${key}`);
        const before = applied.get(event.chain) ?? 0n;
        if (id < before)
          return violation(event, `it maps height ${key} to VSC ${id}; however it applied VSC ${before} before`);
        applied.set(event.chain, id);
      }
      return undefined;
    },
  };
}
