import type { AnyEd25519 } from '../../../specs/tables/consensus-key.ts';
import {
  validatorsByConsensusAddress,
  type CommissionRates,
  type Description,
  type ValidatorRow,
} from '../../../specs/tables/staking/validator.ts';
import { addressOfKey } from '../../consensus/validator-set.ts';
import type { Context, MessageOf } from '../../context.ts';
import { ensure } from '../errors.ts';
import { isTombstoned } from '../slashing/signing-info.ts';
import { checkRates } from './commission.ts';
import { delegate, ensureBondDenom, ensurePositive, type CoinField } from './delegate.ts';
import { ensureDescribed, ensureShort } from './description.ts';
import type { StakingHooks } from './hooks.ts';
import { stakingParamsOf } from './params.ts';
import { findByConsensusAddress, findValidator, operatorOf, rank, saveValidator } from './validators.ts';

/** `cosmos.staking.v1beta1.MsgCreateValidator`. */
export type MsgCreateValidator = MessageOf<{
  readonly description: Description;
  readonly commission: CommissionRates;
  readonly min_self_delegation: bigint;
  readonly validator_address: string;
  readonly pubkey: AnyEd25519 | null;
  readonly value: CoinField;
}>;

/** The only type of consensus keys that the consensus parameters allow. */
const ED25519 = '/cosmos.crypto.ed25519.PubKey';

/** Handles `MsgCreateValidator`: a new validator, which its operator delegates to. */
export function createValidator(context: Context, hooks: StakingHooks, message: MsgCreateValidator): void {
  const operator = operatorOf(context, message.validator_address);
  const { pubkey, description, value } = message;
  ensure(pubkey !== null, 'emptyValidatorPubKey', 'no consensus key');
  checkMessage(message);
  const { min_commission_rate } = stakingParamsOf(context);
  ensure(message.commission.rate >= min_commission_rate, 'commissionBelowMinRate', 'less than the least commission');
  ensure(findValidator(context, operator) === undefined, 'validatorOwnerExists', 'it is a validator already');
  const consensusAddress = addressOfKey(pubkey.key);
  const taken = findByConsensusAddress(context, consensusAddress) !== undefined;
  ensure(!taken, 'validatorPubKeyExists', 'the key is that of another validator');
  ensure(!isTombstoned(context, consensusAddress), 'unauthorized', 'the key is tombstoned');
  ensureBondDenom(context, value);
  ensureShort(description);
  const type: string = pubkey['@type'];
  ensure(type === ED25519, 'validatorPubKeyTypeNotSupported', `keys of type ${type} are not allowed`);
  const validator = newValidator(message, pubkey, context.block.time);
  saveValidator(context, operator, validator);
  context.draft.set(validatorsByConsensusAddress, consensusAddress, operator);
  rank(context, operator, validator);
  hooks.afterValidatorCreated?.(context, operator);
  delegate(context, hooks, operator, operator, validator, value.amount, 'account');
}

function checkMessage({ value, description, commission, min_self_delegation }: MsgCreateValidator): void {
  ensurePositive(value);
  ensureDescribed(description);
  checkRates(commission);
  ensure(min_self_delegation > 0n, 'invalidRequest', 'a minimum of nothing');
  ensure(value.amount >= min_self_delegation, 'selfDelegationBelowMinimum', 'less than its own minimum');
}

function newValidator(message: MsgCreateValidator, pubkey: AnyEd25519, now: bigint): ValidatorRow {
  const { commission, description } = message;
  return {
    operator_address: message.validator_address,
    consensus_pubkey: pubkey,
    jailed: false,
    status: 'BOND_STATUS_UNBONDED',
    tokens: 0n,
    delegator_shares: 0n,
    description,
    unbonding_height: 0n,
    unbonding_time: 0n,
    commission: { commission_rates: commission, update_time: now },
    min_self_delegation: message.min_self_delegation,
    unbonding_on_hold_ref_count: 0n,
    unbonding_ids: [],
  };
}
