import { crossChainValidators } from '../../../specs/tables/consumer.ts';
import { keepRow, type Fault } from '../fault.ts';

/** An update with power 0 removes the validator (ICS-028, ME [CCV-CCF-UPVALS]). */
export const removedValidatorStays: Fault = {
  name: 'removed-validator-stays',
  describes: 'A removed validator stays in the cross-chain validator set.',
  shownBy: 'opt-out-and-in',
  mutation: keepRow(crossChainValidators),
};
