import { mutateObservation, type Fault } from '../fault.ts';

/** A message from an account other than the owner fails with `ErrUnauthorized` (ADR-019). */
export const strangerGetsWrongCode: Fault = {
  name: 'stranger-gets-wrong-code',
  describes:
    'An account that does not own a consumer gets the code for an unknown consumer instead of the one for an unauthorized sender.',
  shownBy: 'owner-only',
  mutation: mutateObservation((observation) => ({
    ...observation,
    txResults: observation.txResults.map((result) =>
      result.codespace === 'provider' && result.code === 25 ? { ...result, code: 3 } : result,
    ),
  })),
};
