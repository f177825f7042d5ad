import { bendObservation, type Fault } from '../fault.ts';

/** Who may not act is told so (ADR-019): `ErrUnauthorized`. */
export const strangerAnsweredAsUnknown: Fault = {
  name: 'stranger-answered-as-unknown',
  describes: 'Who does not own a consumer is told that there is none, not that it may not change it.',
  shownBy: 'owner-only',
  bend: bendObservation((observation) => ({
    ...observation,
    txResults: observation.txResults.map((result) =>
      result.codespace === 'provider' && result.code === 25 ? { ...result, code: 3 } : result,
    ),
  })),
};
