import { consumerAddressesToPrune, validatorsByConsumerAddress } from '../../../specs/tables/provider.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** A slash packet can refer to a replaced consumer key during the unbonding period (ADR-001). */
export const givenUpKeyPrunedAtOnce: Fault = {
  name: 'given-up-key-pruned-at-once',
  describes: 'A replaced key of a launched consumer is pruned at once.',
  shownBy: 'key-assigned-twice',
  mutation: mutateRow(consumerAddressesToPrune, (row, _before, key, draft) => {
    const consumerId = key.slice(0, key.indexOf('/'));
    for (const address of row.addresses)
      draft.delete(validatorsByConsumerAddress, validatorsByConsumerAddress.key(consumerId, address));
    return row;
  }),
};
