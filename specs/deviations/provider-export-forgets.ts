import type { Deviation } from '../deviation.ts';
import { changesOf } from '../event.ts';
import { providerResumed } from '../history/resumed.ts';
import { nextConsumerId } from '../tables/provider.ts';
import { onProvider } from '../witness.ts';

/** What a provider loses when it restarts from its exported genesis (ICS-028 ME [CCV-PCF-INITG]). */
export const providerExportForgets: Deviation = {
  name: 'provider-export-forgets',
  describes:
    'A provider that restarts from its exported genesis should continue unchanged. The releases do not export the owner, metadata, parameters, opted-in validators, validator set, rewards and time queues of consumers. They restart the consumer ids and unbonding ids, refill the slash meter, and fail at the end of the first epoch if a consumer was launched. The genesis is unusable if a bonded validator is inactive, because it lists all bonded validators, or if consumer rewards have left dust, because the distribution module then holds more than it owes.',
  breaks: 'ICS-028 ME [CCV-PCF-INITG]',
  source:
    'observed: the rows after a restart; the export in x/ccv/provider/keeper/genesis.go is marked TODO (PERMISSIONLESS)',
  appliesTo: 'all releases',
  trace: 'provider-exported',
  // A consumer id can be assigned again while the chain and the keys of the former consumer still exist.
  breaksProperties: [
    'consumer-lifecycle',
    'key-assignment-rules',
    'partial-set-security',
    'validator-set-replication',
    'validator-update-to-vsc-liveness',
  ],
  watch() {
    let known = 0n;
    return {
      sees: onProvider((event) => {
        const forgets = known > 0n && providerResumed(event);
        for (const { row = 0n } of changesOf(event, nextConsumerId)) known = row;
        return forgets;
      }),
    };
  },
};
