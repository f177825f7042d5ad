import type { Message } from '../../../specs/block.ts';
import type { Hex } from '../../../specs/value.ts';
import { addressOf } from '../../bech32.ts';
import type { Context } from '../../context.ts';
import { ensure } from '../errors.ts';

/** The field that names the signer (`cosmos.msg.v1.signer`), where it is not `signer`. */
const FIELDS: Readonly<Record<string, string>> = {
  '/cosmos.bank.v1beta1.MsgSend': 'from_address',
  '/cosmos.distribution.v1beta1.MsgWithdrawDelegatorReward': 'delegator_address',
  '/cosmos.distribution.v1beta1.MsgWithdrawValidatorCommission': 'validator_address',
  '/cosmos.distribution.v1beta1.MsgSetWithdrawAddress': 'delegator_address',
  '/cosmos.distribution.v1beta1.MsgFundCommunityPool': 'depositor',
  '/cosmos.distribution.v1beta1.MsgDepositValidatorRewardsPool': 'depositor',
  '/cosmos.distribution.v1beta1.MsgUpdateParams': 'authority',
  '/cosmos.distribution.v1beta1.MsgCommunityPoolSpend': 'authority',
  '/cosmos.gov.v1.MsgSubmitProposal': 'proposer',
  '/cosmos.gov.v1.MsgDeposit': 'depositor',
  '/cosmos.gov.v1.MsgVote': 'voter',
  '/cosmos.gov.v1.MsgVoteWeighted': 'voter',
  '/cosmos.gov.v1.MsgCancelProposal': 'proposer',
  '/cosmos.gov.v1.MsgUpdateParams': 'authority',
  '/cosmos.staking.v1beta1.MsgUpdateParams': 'authority',
  '/cosmos.slashing.v1beta1.MsgUpdateParams': 'authority',
  '/cosmos.upgrade.v1beta1.MsgSoftwareUpgrade': 'authority',
  '/cosmos.upgrade.v1beta1.MsgCancelUpgrade': 'authority',
  '/interchain_security.ccv.provider.v1.MsgUpdateParams': 'authority',
  '/interchain_security.ccv.provider.v1.MsgChangeRewardDenoms': 'authority',
  '/interchain_security.ccv.consumer.v1.MsgUpdateParams': 'authority',
  '/cosmos.slashing.v1beta1.MsgUnjail': 'validator_addr',
  '/cosmos.staking.v1beta1.MsgCreateValidator': 'validator_address',
  '/cosmos.staking.v1beta1.MsgEditValidator': 'validator_address',
  '/cosmos.staking.v1beta1.MsgDelegate': 'delegator_address',
  '/cosmos.staking.v1beta1.MsgUndelegate': 'delegator_address',
  '/cosmos.staking.v1beta1.MsgBeginRedelegate': 'delegator_address',
  '/cosmos.staking.v1beta1.MsgCancelUnbondingDelegation': 'delegator_address',
  '/ibc.applications.transfer.v1.MsgTransfer': 'sender',
  '/interchain_security.ccv.provider.v1.MsgCreateConsumer': 'submitter',
  '/interchain_security.ccv.provider.v1.MsgRemoveConsumer': 'owner',
  '/interchain_security.ccv.provider.v1.MsgUpdateConsumer': 'owner',
  '/interchain_security.ccv.provider.v1.MsgSubmitConsumerDoubleVoting': 'submitter',
  '/interchain_security.ccv.provider.v1.MsgSubmitConsumerMisbehaviour': 'submitter',
};

/** Messages that a validator signs with its operator address. */
const BY_OPERATOR = new Set(['validator_address', 'validator_addr']);

/** The field of a message that names its signer, and the prefix that the address there has after that of the chain. */
export function signerField(type: string): { readonly field: string; readonly suffix: 'valoper' | '' } {
  const field = FIELDS[type] ?? 'signer';
  return { field, suffix: BY_OPERATOR.has(field) ? 'valoper' : '' };
}

/** Who must sign these messages, in the order in which they name them. Refuses an address that is none. */
export function signersOf(context: Context, messages: readonly Message[]): readonly Hex[] {
  const signers = new Set<Hex>();
  for (const message of messages) {
    const { field, suffix } = signerField(message['@type']);
    const text = message[field];
    const signer = typeof text === 'string' ? addressOf(`${context.bech32Prefix}${suffix}`, text) : undefined;
    ensure(signer !== undefined, 'unregistered', `${field} is no address`);
    signers.add(signer);
  }
  return [...signers];
}
