import { consumerPhases, optedIn } from '../../../specs/tables/provider.ts';
import { keepRow, type Fault } from '../fault.ts';

/** Who opted out validates no longer from the next epoch on (ADR-015). */
export const optOutForgotten: Fault = {
  name: 'opt-out-forgotten',
  describes: 'A validator that opts out of a running consumer stays opted in.',
  shownBy: 'opt-out-and-in',
  bend: keepRow(optedIn, (_row, key, draft) => {
    const consumerId = key.slice(0, key.indexOf('/'));
    return draft.get(consumerPhases, consumerId) === 'CONSUMER_PHASE_LAUNCHED';
  }),
};
