import type { Deviation } from '../deviation.ts';
import type { BlockEvent } from '../event.ts';
import { activeValidators, bondedValidators, type BondedValidator } from '../history/active-validators.ts';
import { endsEpoch } from '../history/epoch.ts';
import {
  consumerPhases,
  consumerValidators,
  lastProviderConsensusValidators,
  optedIn,
  powerShaping,
} from '../tables/provider.ts';
import { lastValidatorPowers } from '../tables/staking/validator.ts';
import type { Table } from '../table.ts';
import type { Hex } from '../value.ts';
import { onProvider, type Watch } from '../witness.ts';

/** Which validators count as active (ADR-017). */
export const tokensOutrankPower: Deviation = {
  name: 'tokens-outrank-power',
  describes:
    'A consumer that allows no inactive validators should get only active ones. The releases rank validators by tokens for a consumer and by power for the provider. So of two validators with the same power, a consumer can get the inactive one and lose the active one.',
  breaks: 'ADR-017 (AllowInactiveVals)',
  source: 'observed: an inactive validator in the set of a consumer, or an active one missing',
  appliesTo: 'all releases',
  trace: 'consumer-gets-inactive',
  watch(): Watch {
    let isWhole: boolean | undefined;
    return {
      sees: onProvider((event) => {
        const { view, changes } = event;
        if ([lastProviderConsensusValidators, lastValidatorPowers].some(({ name }) => changes.has(name)))
          isWhole = undefined;
        isWhole ??= isRunWhole(event);
        // Within an epoch, the active set may have changed since the consumer set was computed.
        if (isWhole || !endsEpoch(event)) return false;
        const bonded = bondedValidators(view);
        const active = activeValidators(view);
        return launchedWithActiveOnly(event).some((id) => gotOther(event, id, bonded, active));
      }),
    };
  },
};

/** Whether all bonded validators are active. */
function isRunWhole({ view }: BlockEvent): boolean {
  const count = (table: Table): number => [...view.rows(table)].length;
  return count(lastProviderConsensusValidators) >= count(lastValidatorPowers);
}

function launchedWithActiveOnly({ view }: BlockEvent): readonly string[] {
  return [...view.rows(consumerPhases)]
    .filter(([id, phase]) => phase === 'CONSUMER_PHASE_LAUNCHED' && !view.row(powerShaping, id)?.allow_inactive_vals)
    .map(([id]) => id);
}

/** Whether a consumer has an inactive validator, or lacks an active one whose power is at most that of an inactive one. */
function gotOther(
  { view }: BlockEvent,
  consumer: string,
  bonded: readonly BondedValidator[],
  active: ReadonlySet<Hex>,
): boolean {
  const inactive = bonded.filter(({ address }) => !active.has(address));
  return bonded.some(({ address, power, tokens }) => {
    const key = optedIn.key(consumer, address);
    const isMember = view.row(consumerValidators, key) !== undefined;
    if (!active.has(address)) return isMember;
    if (isMember || view.row(optedIn, key) === undefined) return false;
    return inactive.some((other) => other.power === power && other.tokens >= tokens);
  });
}
