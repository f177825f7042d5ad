import {
  consumerHistoricalInfo,
  crossChainValidators,
  type CrossChainValidatorRow,
} from '../../specs/tables/consumer.ts';
import type { ValidatorRow } from '../../specs/tables/staking/validator.ts';
import { descending } from '../../specs/order.ts';
import { bech32 } from '../bech32.ts';
import type { Context } from '../context.ts';
import { keepHistoricalInfo } from '../sdk/historical-info.ts';
import { POWER_REDUCTION } from '../sdk/staking/validators.ts';
import { paramsOf } from './params.ts';

/** Stores the header of the block with the validators of the consumer (`TrackHistoricalInfo` of the CCV consumer). */
export function trackHistoricalInfo(context: Context): void {
  keepHistoricalInfo(context, consumerHistoricalInfo, paramsOf(context).historical_entries, () =>
    [...context.draft.entries(crossChainValidators)]
      .map(([, row]) => row)
      .toSorted(byPower)
      .map((row) => historicalValidator(context.bech32Prefix, row)),
  );
}

function byPower(a: CrossChainValidatorRow, b: CrossChainValidatorRow): number {
  return descending(a.power, b.power) || (a.address < b.address ? -1 : 1);
}

const made = new Map<string, ValidatorRow>();

/** A validator as a row of the staking module: bonded, with tokens that match its power. */
function historicalValidator(prefix: string, { address, power, pubkey }: CrossChainValidatorRow): ValidatorRow {
  const operator = bech32(`${prefix}valoper`, address);
  const known = made.get(operator);
  const tokens = power * POWER_REDUCTION;
  if (known?.tokens === tokens) return known;
  const validator: ValidatorRow = {
    operator_address: operator,
    consensus_pubkey: pubkey,
    jailed: false,
    status: 'BOND_STATUS_BONDED',
    tokens,
    delegator_shares: 0n,
    description: { moniker: '', identity: '', website: '', security_contact: '', details: '' },
    unbonding_height: 0n,
    unbonding_time: 0n,
    commission: { commission_rates: { rate: 0n, max_rate: 0n, max_change_rate: 0n }, update_time: 0n },
    min_self_delegation: 1n,
    unbonding_on_hold_ref_count: 0n,
    unbonding_ids: [],
  };
  made.set(operator, validator);
  return validator;
}
