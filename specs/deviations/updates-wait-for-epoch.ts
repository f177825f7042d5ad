import type { Deviation } from '../deviation.ts';
import { ccvSent } from '../history/packets.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { consumerToChannel, providerParams } from '../tables/provider.ts';
import { lastValidatorPowers } from '../tables/staking/validator.ts';
import { onProvider } from '../witness.ts';

/** When validator updates are sent (ICS-028 ME [CCV-PCF-EBLOCK-VSU.1], ADR-014). */
export const updatesWaitForEpoch: Deviation = {
  name: 'updates-wait-for-epoch',
  describes:
    'A VSC packet should be sent in the block in which a power changes; the releases wait for the end of the epoch, and updates that cancel out in between are never sent.',
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

function endsEpoch({ block, view }: BlockEvent): boolean {
  return block.height % (view.row(providerParams, '')?.blocks_per_epoch ?? 1n) === 0n;
}

function hasOpenChannel({ view }: BlockEvent): boolean {
  for (const _ of view.rows(consumerToChannel)) return true;
  return false;
}
