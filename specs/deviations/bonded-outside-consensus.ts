import type { Deviation } from '../deviation.ts';
import { bondedValidators } from '../history/active-validators.ts';
import { lastProviderConsensusValidators } from '../tables/provider.ts';
import { lastValidatorPowers } from '../tables/staking/validator.ts';
import { onProvider } from '../witness.ts';

/** Which module returns the provider's validator updates to consensus (ICS-028 SM §Staking Module Interface, ADR-017). */
export const bondedOutsideConsensus: Deviation = {
  name: 'bonded-outside-consensus',
  describes:
    "The staking module should return the provider's validator updates to consensus. In the releases the provider module returns them, and only for the most powerful bonded validators.",
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
