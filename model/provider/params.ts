import { SINGLETON } from '../../specs/key.ts';
import type { ProviderParams } from '../../specs/genesis.ts';
import { providerParams, type ClientTemplateRow, type ProviderParamsRow } from '../../specs/tables/provider.ts';
import { SECOND, type Nanos } from '../../specs/value.ts';
import type { Context } from '../context.ts';
import { mulInt, truncateInt } from '../sdk/decimal.ts';
import { decimal, decimalText } from '../sdk/decimal-text.ts';

const NO_HEIGHT = { revision_number: 0n, revision_height: 0n };

/** How the stores of SDK chains are proven (ICS-23): the tree of a module, then the list of all modules. */
const PROOF_SPECS = [proofSpec(33, 4, 12), proofSpec(32, 1, 1)];

function proofSpec(childSize: number, minPrefix: number, maxPrefix: number) {
  return {
    leaf_spec: {
      hash: 'SHA256',
      prehash_key: 'NO_HASH',
      prehash_value: 'SHA256',
      length: 'VAR_PROTO',
      prefix: '00',
    },
    inner_spec: {
      child_order: [0, 1],
      child_size: childSize,
      min_prefix_length: minPrefix,
      max_prefix_length: maxPrefix,
      empty_child: '',
      hash: 'SHA256',
    },
    max_depth: 0,
    min_depth: 0,
    prehash_key_before_comparison: false,
  };
}

/** What the clients of consumers have in common, and that of the provider on them (the default of the program). */
const TEMPLATE: ClientTemplateRow = {
  chain_id: '',
  trust_level: { numerator: 1n, denominator: 3n },
  trusting_period: 0n,
  unbonding_period: 0n,
  max_clock_drift: 10n * SECOND,
  frozen_height: NO_HEIGHT,
  latest_height: NO_HEIGHT,
  proof_specs: PROOF_SPECS,
  upgrade_path: ['upgrade', 'upgradedIBCState'],
  allow_update_after_expiry: false,
  allow_update_after_misbehaviour: false,
};

/** The parameters that a genesis gives the module, with the program's defaults for the others. */
export function paramsFromGenesis(params: ProviderParams): ProviderParamsRow {
  return {
    template_client: TEMPLATE,
    trusting_period_fraction: decimalText(params.trusting_period_fraction),
    ccv_timeout_period: params.ccv_timeout_period,
    slash_meter_replenish_period: params.slash_meter_replenish_period,
    slash_meter_replenish_fraction: decimalText(params.slash_meter_replenish_fraction),
    consumer_reward_denom_registration_fee: { denom: 'stake', amount: 10_000_000n },
    blocks_per_epoch: params.blocks_per_epoch,
    number_of_epochs_to_start_receiving_rewards: params.number_of_epochs_to_start_receiving_rewards,
    max_provider_consensus_validators: params.max_provider_consensus_validators,
  };
}

/** The parameters of the module. */
export function paramsOf({ draft }: Context): ProviderParamsRow {
  const params = draft.get(providerParams, SINGLETON);
  if (params === undefined) throw new Error('the genesis has not set the parameters of the provider module');
  return params;
}

/** How long a client trusts a header, as a part of the unbonding period of the chain that it follows. */
export function trustingPeriod(context: Context, unbondingPeriod: Nanos): Nanos {
  return truncateInt(mulInt(decimal(paramsOf(context).trusting_period_fraction), unbondingPeriod));
}

/** Whether this block ends an epoch (ADR-014). */
export function endsEpoch(context: Context): boolean {
  return context.block.height % paramsOf(context).blocks_per_epoch === 0n;
}
