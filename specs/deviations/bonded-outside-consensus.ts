import type { Deviation } from '../deviation.ts';
import { bondedValidators } from '../history/active-validators.ts';
import { lastProviderConsensusValidators } from '../tables/provider.ts';
import { lastValidatorPowers } from '../tables/staking/validator.ts';
import { onProvider } from '../witness.ts';

/** Who tells the provider's consensus of its validators (ICS-028 SM §Staking Module Interface, ADR-017). */
export const bondedOutsideConsensus: Deviation = {
  name: 'bonded-outside-consensus',
  describes:
    "The provider's consensus should get the validator updates of the staking module; the releases let the provider module answer in its place, and pass on the most powerful validators alone.",
  breaks: 'ICS-028 SM §Staking Module Interface, ME [CCV-PCF-EBLOCK.1]',
  source: 'ADR-017',
  appliesTo: 'all releases',
  trace: 'more-bonded-than-consensus',
  watch: () => ({
    sees: onProvider(
      ({ changes, view }) =>
        changes.has(lastValidatorPowers.name) &&
        bondedValidators(view).some(({ address }) => view.row(lastProviderConsensusValidators, address) === undefined),
    ),
  }),
};
