import { initGenesisHeight } from '../../../specs/tables/consumer.ts';
import { mutateReading, type Fault } from '../fault.ts';

/** A former standalone chain itself punishes infractions that happened before the changeover (ADR-010). */
export const providerGetsSovereignInfractions: Fault = {
  name: 'provider-gets-sovereign-infractions',
  describes: 'A former standalone chain sends slash packets for infractions that happened before the changeover.',
  needs: 'changeover',
  shownBy: 'changes-over-punished',
  mutation: mutateReading(initGenesisHeight, () => -10n),
};
