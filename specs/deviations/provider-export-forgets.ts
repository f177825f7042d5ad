import type { Deviation } from '../deviation.ts';
import { changesOf } from '../event.ts';
import { providerResumed } from '../history/resumed.ts';
import { nextConsumerId } from '../tables/provider.ts';
import { onProvider } from '../witness.ts';

/** What becomes of a provider that is started from its own state (ICS-028 ME [CCV-PCF-INITG]). */
export const providerExportForgets: Deviation = {
  name: 'provider-export-forgets',
  describes:
    'A provider that starts from the genesis which it has exported should go on as if nothing had happened; the releases forget of every consumer its owner, metadata and parameters, who is opted in and validates it, its rewards, and what waits for its time, count consumers and unbonding operations from the first again, fill the slash meter, and stop at the end of the epoch when a consumer was launched. They do not start at all where somebody bonded is inactive, for the file names whoever is bonded, nor where rewards of consumers have left dust, for the distribution module holds more than it owes then.',
  breaks: 'ICS-028 ME [CCV-PCF-INITG]',
  source:
    'observed: the rows after such a start; the export in x/ccv/provider/keeper/genesis.go is marked TODO (PERMISSIONLESS)',
  appliesTo: 'all releases',
  trace: 'provider-exported',
  // The number of a consumer may be given again while its chain and its keys are there still.
  breaksProperties: [
    'consumer-life',
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
