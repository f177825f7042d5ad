import { providerParams } from '../../../specs/tables/provider.ts';
import { mutateReading, type Fault } from '../fault.ts';

/** A validator earns rewards from a consumer only after some epochs in its validator set (`number_of_epochs_to_start_receiving_rewards`). */
export const newcomersPaid: Fault = {
  name: 'newcomers-paid',
  describes: 'A validator earns rewards from a consumer from its first epoch on.',
  shownBy: 'rewards-without-eligible',
  mutation: mutateReading(providerParams, (row) => ({ ...row, number_of_epochs_to_start_receiving_rewards: 0n })),
};
