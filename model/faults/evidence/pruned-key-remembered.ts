import { validatorsByConsumerAddress } from '../../../specs/tables/provider.ts';
import { keepRow, type Fault } from '../fault.ts';

/** An address that was given up is forgotten after the unbonding period (ADR-001). */
export const prunedKeyRemembered: Fault = {
  name: 'pruned-key-remembered',
  describes: 'A key that a validator has given up is never forgotten.',
  shownBy: 'double-voting-with-old-key',
  bend: keepRow(validatorsByConsumerAddress, () => true),
};
