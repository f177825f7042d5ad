import type { Deviation } from '../deviation.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { endsEpoch } from '../history/epoch.ts';
import { hasOpenChannel } from '../history/open-channel.ts';
import { ccvSent } from '../history/packets.ts';
import {
  redelegations,
  unbondingDelegations,
  type RedelegationRow,
  type UnbondingDelegationRow,
} from '../tables/staking/delegation.ts';
import { lastValidatorPowers } from '../tables/staking/validator.ts';
import { onProvider, type Watch } from '../witness.ts';

/** Whether a VSC packet is sent for every unbonding (ICS-028 ME [CCV-PCF-EBLOCK-VSU.1], ADR-018). */
export const unbondingWithoutVsc: Deviation = {
  name: 'unbonding-without-vsc',
  describes:
    'A VSC packet should be sent even for an unbonding that changes no power, so that the unbonding waits for the consumers. The releases send none.',
  breaks: 'ICS-028 ME [CCV-PCF-EBLOCK-VSU.1], SM §System Properties (Bond-Based Consumer Voting Power)',
  source: 'ADR-018',
  appliesTo: 'all releases',
  trace: 'unbonding-without-vsc',
  watch(): Watch {
    let begun = false;
    let changed = false;
    return {
      sees: onProvider((event) => {
        begun ||= beginsUnbonding(event);
        changed ||= event.changes.has(lastValidatorPowers.name);
        if (!endsEpoch(event)) return false;
        const unheard = begun && !changed && hasOpenChannel(event) && ccvSent(event).length === 0;
        begun = false;
        changed = false;
        return unheard;
      }),
    };
  },
};

function beginsUnbonding(event: BlockEvent): boolean {
  const { height } = event.block;
  const begun = ({ row }: { readonly row: UnbondingDelegationRow | RedelegationRow | undefined }): boolean =>
    row?.entries.some(({ creation_height: begunAt }) => begunAt === height) === true;
  return changesOf(event, unbondingDelegations).some(begun) || changesOf(event, redelegations).some(begun);
}
