import type { Deviation } from '../deviation.ts';
import { endsEpoch } from '../history/epoch.ts';
import { ccvSent } from '../history/packets.ts';
import { changesOf } from '../event.ts';
import { hasOpenChannel } from '../history/open-channel.ts';
import { lastValidatorPowers } from '../tables/staking/validator.ts';
import { onProvider } from '../witness.ts';

/** When validator updates are sent (ICS-028 ME [CCV-PCF-EBLOCK-VSU.1], ADR-014). */
export const updatesWaitForEpoch: Deviation = {
  name: 'updates-wait-for-epoch',
  describes:
    'A VSC packet should be sent in the block in which a power changes. The releases wait for the end of the epoch, and never send updates that cancel out within it.',
  breaks: 'ICS-028 ME [CCV-PCF-EBLOCK-VSU.1]',
  source: 'ADR-014',
  appliesTo: 'all releases',
  trace: 'updates-wait-for-epoch',
  watch: () => ({
    sees: onProvider(
      (event) =>
        changesOf(event, lastValidatorPowers).length > 0 &&
        !endsEpoch(event) &&
        hasOpenChannel(event) &&
        ccvSent(event).length === 0,
    ),
  }),
};
