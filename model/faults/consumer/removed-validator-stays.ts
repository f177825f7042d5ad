import { crossChainValidators } from '../../../specs/tables/consumer.ts';
import { keepRow, type Fault } from '../fault.ts';

/** An update with power 0 removes the validator (ICS-028, ME [CCV-CCF-UPVALS]). */
export const removedValidatorStays: Fault = {
  name: 'removed-validator-stays',
  describes: 'A validator that leaves keeps its place among the cross-chain validators.',
  shownBy: 'opt-out-and-in',
  bend: keepRow(crossChainValidators),
};
