import { mutateObservation, type Fault } from '../fault.ts';

/** Each refusal has the code that the module registered (ADR-001, `MsgAssignConsumerKey`). */
export const keyInUseWithWrongCode: Fault = {
  name: 'key-in-use-with-wrong-code',
  describes: 'The provider refuses a consumer key in use with the wrong error code.',
  shownBy: 'key-assigned-twice',
  mutation: mutateObservation((observation) => ({
    ...observation,
    txResults: observation.txResults.map((result) =>
      result.codespace === 'provider' && result.code === 10 ? { ...result, code: 11 } : result,
    ),
  })),
};
