import type { Deviation } from '../deviation.ts';
import { changesOf } from '../event.ts';
import { unbondingDelegations } from '../tables/staking/delegation.ts';
import { onProvider, succeeded } from '../witness.ts';

/** Which unbonding stake is slashed for equivocation on a consumer (SM §System Properties, Slashable Consumer Misbehavior). */
export const allUnbondingStakeSlashed: Deviation = {
  name: 'all-unbonding-stake-slashed',
  describes:
    'A slash for misbehaviour on a consumer should spare stake that began to unbond before the misbehaviour. In the releases the provider cannot determine when the misbehaviour happened, and slashes all unbonding stake.',
  breaks: 'ICS-028 SM §System Properties (Slashable Consumer Misbehavior)',
  source: 'ADR-013',
  appliesTo: 'all releases',
  trace: 'double-voting',
  watch: () => ({
    sees: onProvider(
      (event) =>
        succeeded(event, '/interchain_security.ccv.provider.v1.MsgSubmitConsumerDoubleVoting') &&
        changesOf(event, unbondingDelegations).some(
          ({ row }) => row?.entries.some(({ creation_height }) => creation_height < event.block.height) === true,
        ),
    ),
  }),
};
