import { bendObservation, type Fault } from '../fault.ts';

/** Each refusal has the code that the module registered (ADR-001, `MsgAssignConsumerKey`). */
export const keyInUseUnnamed: Fault = {
  name: 'key-in-use-unnamed',
  describes: 'A key in use is refused with another code.',
  shownBy: 'key-assigned-twice',
  bend: bendObservation((observation) => ({
    ...observation,
    txResults: observation.txResults.map((result) =>
      result.codespace === 'provider' && result.code === 10 ? { ...result, code: 11 } : result,
    ),
  })),
};
