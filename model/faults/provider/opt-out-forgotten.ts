import { consumerPhases, optedIn } from '../../../specs/tables/provider.ts';
import { keepRow, type Fault } from '../fault.ts';

/** A validator that opts out leaves the consumer validator set at the next epoch (ADR-015). */
export const optOutForgotten: Fault = {
  name: 'opt-out-forgotten',
  describes: 'A validator that opts out of a launched consumer stays opted in.',
  shownBy: 'opt-out-and-in',
  mutation: keepRow(optedIn, (_row, key, draft) => {
    const consumerId = key.slice(0, key.indexOf('/'));
    return draft.get(consumerPhases, consumerId) === 'CONSUMER_PHASE_LAUNCHED';
  }),
};
