import { mutateObservation, type Fault } from '../fault.ts';

/** The removal of a validator is an update with power 0 (ABCI, `ValidatorUpdate`). */
export const removalNotReturned: Fault = {
  name: 'removal-not-returned',
  describes: 'The chain does not return validator updates with power 0 to the consensus engine.',
  shownBy: 'validator-leaves',
  mutation: mutateObservation((observation) => ({
    ...observation,
    validatorUpdates: observation.validatorUpdates.filter(({ power }) => power > 0n),
  })),
};
