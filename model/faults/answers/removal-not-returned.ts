import { bendObservation, type Fault } from '../fault.ts';

/** A validator that leaves is an update with power 0 (ABCI, `ValidatorUpdate`). */
export const removalNotReturned: Fault = {
  name: 'removal-not-returned',
  describes: 'A validator that leaves is not told to consensus.',
  shownBy: 'validator-leaves',
  bend: bendObservation((observation) => ({
    ...observation,
    validatorUpdates: observation.validatorUpdates.filter(({ power }) => power > 0n),
  })),
};
