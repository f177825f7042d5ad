import type { Action } from '../../specs/generated/trace.ts';
import type { ActionKind } from '../action.ts';
import { acknowledge } from './acknowledge.ts';
import { assignKey } from './assign-key.ts';
import { block } from './block.ts';
import { cancelUnbonding } from './cancel-unbonding.ts';
import { connect } from './connect.ts';
import { createClient } from './create-client.ts';
import { createConsumer } from './create-consumer.ts';
import { createValidator } from './create-validator.ts';
import { delegate } from './delegate.ts';
import { deliver } from './deliver.ts';
import { editValidator } from './edit-validator.ts';
import { openChannel } from './open-channel.ts';
import { optIn } from './opt-in.ts';
import { optOut } from './opt-out.ts';
import { redelegate } from './redelegate.ts';
import { removeConsumer } from './remove-consumer.ts';
import { send } from './send.ts';
import { setConsumerCommission } from './set-consumer-commission.ts';
import { startConsumer } from './start-consumer.ts';
import { timeout } from './timeout.ts';
import { undelegate } from './undelegate.ts';
import { unjail } from './unjail.ts';
import { updateClientAction } from './update-client.ts';
import { updateConsumer } from './update-consumer.ts';

/** Every kind of action, in the order of the schema. A new one is a line here and a file beside it. */
export const ACTION_KINDS: readonly ActionKind<Action>[] = [
  delegate,
  undelegate,
  redelegate,
  cancelUnbonding,
  createValidator,
  editValidator,
  unjail,
  send,
  createConsumer,
  updateConsumer,
  removeConsumer,
  optIn,
  optOut,
  assignKey,
  setConsumerCommission,
  block,
  startConsumer,
  createClient,
  updateClientAction,
  connect,
  openChannel,
  deliver,
  acknowledge,
  timeout,
];

const byName = new Map<string, ActionKind<Action>>(ACTION_KINDS.map((kind) => [kind.kind, kind]));

/** The kind of an action. An unknown one is an error of the program: reading a trace has checked it. */
export function kindOf(action: Action): ActionKind<Action> {
  const kind = byName.get(action.kind);
  if (kind === undefined) throw new Error(`there is no action ${action.kind}`);
  return kind;
}
