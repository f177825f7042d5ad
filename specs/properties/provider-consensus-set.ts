import { SINGLETON } from '../key.ts';
import { changesOf, type HistoryEvent } from '../event.ts';
import { violation, type ExecutableProperty, type PropertyMonitor, type Violation } from '../property.ts';
import { bondedValidators } from '../history/active-validators.ts';
import { lastProviderConsensusValidators, providerParams } from '../tables/provider.ts';
import { lastValidatorPowers } from '../tables/staking/validator.ts';

/** The on-chain invariants `max-provider-validators` and `staking-keeper-equivalence` of the provider (ADR-017). */
export const providerConsensusSet: ExecutableProperty = {
  name: 'provider-consensus-set',
  statement:
    'The active set of the provider holds the most powerful bonded validators, at most max_provider_consensus_validators, ' +
    'with their powers in the staking module.',
  kind: 'safety',
  group: 'validator-set',
  source: 'ADR-017',
  touches: {
    provider: ['validator-updates', 'provider/last-provider-consensus-validators', 'staking/last-validator-powers'],
  },
  needs: ['ccv-inactive-validators'],
  status: 'executable',
  monitor,
};

function monitor(): PropertyMonitor {
  return {
    observe(event) {
      if (event.kind !== 'provider' || event.event === 'start') return undefined;
      const touched =
        changesOf(event, lastProviderConsensusValidators).length > 0 ||
        changesOf(event, lastValidatorPowers).length > 0 ||
        changesOf(event, providerParams).length > 0;
      return touched ? wrongSet(event) : undefined;
    },
  };
}

function wrongSet(event: HistoryEvent): Violation | undefined {
  const { view } = event;
  const most = Number(view.row(providerParams, SINGLETON)?.max_provider_consensus_validators ?? 0n);
  const bonded = bondedValidators(view);
  const size = Math.min(most, bonded.length);
  const members = [...view.rows(lastProviderConsensusValidators)];
  if (members.length !== size)
    return violation(event, `its set has ${members.length} validators; however it should have ${size}`);
  const least = bonded[size - 1]?.power ?? 0n;
  for (const [address, { power }] of members) {
    const validator = bonded.find((candidate) => candidate.address === address);
    if (validator === undefined) return violation(event, `${address} is in its set; however it is not bonded`);
    if (validator.power !== power)
      return violation(
        event,
        `${address} has power ${power} in its set; however its power in staking is ${validator.power}`,
      );
    if (power < least)
      return violation(event, `${address} is in its set; however ${size} bonded validators have more power`);
  }
  return undefined;
}
