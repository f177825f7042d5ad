import { initGenesisHeight } from '../../../specs/tables/consumer.ts';
import { bendReading, type Fault } from '../fault.ts';

/** What happened before the provider secured a chain is punished by that chain (ADR-010). */
export const providerAskedForAll: Fault = {
  name: 'provider-asked-for-all',
  describes: 'A consumer that lived on its own asks the provider to punish what happened before, too.',
  needs: 'changeover',
  shownBy: 'changes-over-punished',
  bend: bendReading(initGenesisHeight, () => -10n),
};
