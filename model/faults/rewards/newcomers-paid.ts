import { providerParams } from '../../../specs/tables/provider.ts';
import { bendReading, type Fault } from '../fault.ts';

/** It takes some epochs in the set of a consumer to be paid for it (`number_of_epochs_to_start_receiving_rewards`). */
export const newcomersPaid: Fault = {
  name: 'newcomers-paid',
  describes: 'A validator is paid for a consumer from its first epoch on.',
  shownBy: 'rewards-without-eligible',
  bend: bendReading(providerParams, (row) => ({ ...row, number_of_epochs_to_start_receiving_rewards: 0n })),
};
