import { SINGLETON } from '../../../specs/key.ts';
import { transferParams } from '../../../specs/tables/transfer.ts';
import type { Context, MessageOf } from '../../context.ts';
import { authority } from '../../sdk/authority.ts';
import { ensure } from '../errors.ts';
import { checkSigner } from '../signer.ts';

/** `ibc.applications.transfer.v1.MsgUpdateParams`. */
export type MsgUpdateTransferParams = MessageOf<{
  readonly signer: string;
  readonly params: { readonly send_enabled: boolean; readonly receive_enabled: boolean };
}>;

/** Checks `MsgUpdateParams` without state. */
export function checkTransferParams({ signer }: MsgUpdateTransferParams): void {
  checkSigner(signer);
}

/** Governance enables or disables sending and receiving transfers (ICS-20). */
export function updateTransferParams(context: Context, { signer, params }: MsgUpdateTransferParams): void {
  ensure(signer === authority(context), 'unauthorized', `${signer} is not the governance account`);
  context.draft.set(transferParams, SINGLETON, params);
}
