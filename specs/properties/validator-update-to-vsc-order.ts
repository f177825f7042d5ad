import { readValidatorSetChange } from '../ccv-packet.ts';
import { violation, type ExecutableProperty, type PropertyMonitor } from '../property.ts';
import { ccvSent } from '../history/packets.ts';

/** Validator Update To VSC Order (SM §Staking Module Interface). */
export const validatorUpdateToVscOrder: ExecutableProperty = {
  name: 'validator-update-to-vsc-order',
  statement: 'An earlier validator update is never in a later VSC: the valset update ids on each channel increase.',
  kind: 'safety',
  group: 'validator-update',
  source: 'SM §Staking Module Interface',
  touches: { provider: ['sent-packets/provider', 'provider/pending-vscs', 'provider/valset-update-id'] },
  altered: 'an epoch merges its updates (ADR-014); the order of the VSCs of different epochs remains',
  status: 'executable',
  monitor,
};

function monitor(): PropertyMonitor {
  const last = new Map<string, bigint>();
  return {
    observe(event) {
      if (event.kind !== 'provider') return undefined;
      for (const { data, source_channel: channel } of ccvSent(event)) {
        const id = readValidatorSetChange(data)?.valsetUpdateId ?? 0n;
        const before = last.get(channel) ?? 0n;
        if (id <= before)
          return violation(event, `it sent VSC ${id} over ${channel}; however it sent ${before} before`);
        last.set(channel, id);
      }
      return undefined;
    },
  };
}
