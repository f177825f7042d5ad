import type { Features } from '../../../specs/feature.ts';
import type { TendermintClientState } from '../../../specs/tables/ibc/client.ts';
import { sameValue } from '../../../specs/value.ts';
import type { Context, MessageOf } from '../../context.ts';
import { authority } from '../../sdk/authority.ts';
import { ensure, refuse } from '../errors.ts';
import { compareHeights, ZERO_HEIGHT } from '../height.ts';
import { checkClientId } from '../identifier.ts';
import { checkSigner } from '../signer.ts';
import { copyConsensusState, setClientState } from './consensus-store.ts';
import { clientState, clientStatus } from './status.ts';

/** `ibc.core.client.v1.MsgRecoverClient`. */
export type MsgRecoverClient = MessageOf<{
  readonly subject_client_id: string;
  readonly substitute_client_id: string;
  readonly signer: string;
}>;

/** Checks `MsgRecoverClient` without state. */
export function checkRecoverClient(message: MsgRecoverClient, features: Features): void {
  const { signer, subject_client_id: subject, substitute_client_id: substitute } = message;
  checkSigner(signer);
  checkClientId(subject, features);
  checkClientId(substitute, features);
  ensure(subject !== substitute, 'invalidSubstitute', 'a client is no substitute for itself');
}

/**
 * Governance recovers an expired or frozen client (ICS-02, `MsgRecoverClient`): it gets the latest consensus state of a
 * matching substitute that is active and has a greater height.
 */
export function recoverClient(context: Context, message: MsgRecoverClient): void {
  ensure(message.signer === authority(context), 'unauthorized', `${message.signer} is not the governance account`);
  const { subject_client_id: subjectId, substitute_client_id: substituteId } = message;
  const subject = clientState(context, subjectId) ?? refuse('clientNotFound', `there is no client ${subjectId}`);
  ensure(clientStatus(context, subjectId) !== 'Active', 'invalidRecoveryClient', `${subjectId} is active`);
  const substitute =
    clientState(context, substituteId) ?? refuse('clientNotFound', `there is no client ${substituteId}`);
  ensure(clientStatus(context, substituteId) === 'Active', 'clientNotActive', `${substituteId} is not active`);
  const isFurther = compareHeights(subject.latest_height, substitute.latest_height) < 0;
  ensure(isFurther, 'invalidHeight', 'the substitute knows no newer header');
  const isAlike = sameValue(withoutCourse(subject), withoutCourse(substitute));
  ensure(isAlike, 'invalidSubstitute', 'the substitute has other parameters');
  copyConsensusState(context, substituteId, subjectId, substitute.latest_height);
  const { latest_height, chain_id, trusting_period } = substitute;
  setClientState(context, subjectId, {
    ...subject,
    frozen_height: ZERO_HEIGHT,
    latest_height,
    chain_id,
    trusting_period,
  });
}

/** The fields that a client and its substitute must share: all but the chain id, the trusting period and the heights. */
function withoutCourse(state: TendermintClientState): TendermintClientState {
  return {
    ...state,
    chain_id: '',
    trusting_period: 0n,
    frozen_height: ZERO_HEIGHT,
    latest_height: ZERO_HEIGHT,
    allow_update_after_expiry: true,
    allow_update_after_misbehaviour: true,
  };
}
