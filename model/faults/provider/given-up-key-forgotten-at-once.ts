import { consumerAddressesToPrune, validatorsByConsumerAddress } from '../../../specs/tables/provider.ts';
import { bendRow, type Fault } from '../fault.ts';

/** A slash packet may still name the key for the unbonding period (ADR-001). */
export const givenUpKeyForgottenAtOnce: Fault = {
  name: 'given-up-key-forgotten-at-once',
  describes: 'A key given up on a running consumer is free at once.',
  shownBy: 'key-assigned-twice',
  bend: bendRow(consumerAddressesToPrune, (row, _before, key, draft) => {
    const consumerId = key.slice(0, key.indexOf('/'));
    for (const address of row.addresses)
      draft.delete(validatorsByConsumerAddress, validatorsByConsumerAddress.key(consumerId, address));
    return row;
  }),
};
