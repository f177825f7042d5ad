import { validatorsByConsumerAddress } from '../../../specs/tables/provider.ts';
import { keepRow, type Fault } from '../fault.ts';

/** A replaced consumer address is pruned after the unbonding period (ADR-001). */
export const prunedKeyRemembered: Fault = {
  name: 'pruned-key-remembered',
  describes: 'The provider never prunes the address of a replaced consumer key.',
  shownBy: 'double-voting-with-old-key',
  mutation: keepRow(validatorsByConsumerAddress, () => true),
};
