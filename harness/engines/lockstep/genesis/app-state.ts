import { BECH32_PREFIX } from '../../../../specs/bech32-prefix.ts';
import type { Coin } from '../../../../specs/block.ts';
import {
  stakedGenesis,
  type ChainGenesis,
  type ConsumerGenesis,
  type ProviderGenesis,
  type StakedGenesis,
} from '../../../../specs/genesis.ts';
import type { GovParamsRow } from '../../../../specs/tables/gov.ts';
import type { SlashingParamsRow } from '../../../../specs/tables/slashing.ts';
import type { Dec, Nanos } from '../../../../specs/value.ts';
import { bech32 } from '../../../../model/bech32.ts';
import { durationToJson } from '../../../codec/time.ts';
import { decToJson } from '../../../codec/number-text.ts';
import type { Program } from '../../../releases/program.ts';
import { genesisTx } from './genesis-tx.ts';

/** A part of a genesis file. */
interface Json {
  [field: string]: unknown;
}

/** The `app_state` of a chain: the program's own default with what the genesis says. */
export function appStateOf(program: Program, genesis: ChainGenesis): Json {
  const { codec } = program;
  const prefix = `${BECH32_PREFIX[genesis.kind]}valoper`;
  const genTxs =
    genesis.kind === 'consumer'
      ? []
      : genesis.validators.map((one) => genesisTx(codec, genesis.chainId, one, genesis.staking.bond_denom, prefix));
  return appStateWith(genTxs, program, genesis);
}

/** The same with genesis transactions that somebody else has signed. */
export function appStateWith(genTxs: readonly unknown[], program: Program, genesis: ChainGenesis): Json {
  const state = structuredClone(program.defaultGenesis) as Json;
  addAccounts(state, genesis);
  merge(state, 'slashing', { params: slashingJson(genesis.slashing) });
  if (genesis.kind === 'consumer') addConsumer(state, program, genesis);
  else merge(state, 'genutil', { gen_txs: genTxs });
  if (genesis.kind === 'provider') addProvider(state, genesis);
  const staked = stakedGenesis(genesis);
  if (staked !== undefined) addStakers(state, staked);
  return state;
}

function addAccounts(state: Json, { kind, accounts }: ChainGenesis): void {
  const addresses = accounts.map(({ address }) => bech32(BECH32_PREFIX[kind], address));
  merge(state, 'auth', {
    accounts: addresses.map((address, i) => ({
      '@type': '/cosmos.auth.v1beta1.BaseAccount',
      address,
      pub_key: null,
      account_number: String(i),
      sequence: '0',
    })),
  });
  // The supply is left out: the bank module adds the balances up.
  merge(state, 'bank', {
    balances: accounts.map(({ balances }, i) => ({
      address: addresses[i],
      coins: coinsJson(balances),
    })),
    supply: [],
  });
}

function addProvider(state: Json, { provider }: ProviderGenesis): void {
  merge(state, 'provider', {
    params: {
      // The module keeps these two as they are written: with no more digits than they need.
      trusting_period_fraction: shortDecimal(provider.trusting_period_fraction),
      ccv_timeout_period: durationToJson(provider.ccv_timeout_period),
      slash_meter_replenish_period: durationToJson(provider.slash_meter_replenish_period),
      slash_meter_replenish_fraction: shortDecimal(provider.slash_meter_replenish_fraction),
      blocks_per_epoch: provider.blocks_per_epoch.toString(),
      number_of_epochs_to_start_receiving_rewards: provider.number_of_epochs_to_start_receiving_rewards.toString(),
      max_provider_consensus_validators: provider.max_provider_consensus_validators.toString(),
    },
  });
}

function addStakers(state: Json, { staking, distribution, mint, gov }: StakedGenesis): void {
  merge(state, 'staking', {
    params: {
      unbonding_time: durationToJson(staking.unbonding_time),
      max_validators: staking.max_validators,
      max_entries: staking.max_entries,
      historical_entries: staking.historical_entries,
      bond_denom: staking.bond_denom,
      min_commission_rate: decToJson(staking.min_commission_rate),
    },
  });
  merge(state, 'distribution', {
    params: {
      community_tax: decToJson(distribution.community_tax),
      withdraw_addr_enabled: distribution.withdraw_addr_enabled,
    },
  });
  merge(state, 'gov', { params: govJson(gov) });
  merge(state, 'mint', {
    minter: { inflation: decToJson(mint.inflation), annual_provisions: '0' },
    params: {
      mint_denom: mint.mint_denom,
      inflation_rate_change: decToJson(mint.inflation_rate_change),
      inflation_max: decToJson(mint.inflation_max),
      inflation_min: decToJson(mint.inflation_min),
      goal_bonded: decToJson(mint.goal_bonded),
      blocks_per_year: mint.blocks_per_year.toString(),
    },
  });
}

/** The part of an `app_state` that a chain which lived on its own lacks: that of its CCV module (ADR-010). */
export function changeoverState(program: Program, genesis: ConsumerGenesis): Json {
  const state: Json = { ccvconsumer: structuredClone(program.defaultGenesis['ccvconsumer']) };
  addConsumer(state, program, genesis);
  return state;
}

function addConsumer(
  state: Json,
  program: Program,
  { ccv, reward_denoms, provider_reward_denoms }: ConsumerGenesis,
): void {
  const made = program.codec.toGenesisJson('interchain_security.ccv.v1.ConsumerGenesisState', ccv) as Json;
  const params = { ...(made['params'] as Json), reward_denoms, provider_reward_denoms };
  merge(state, 'ccvconsumer', { ...made, params });
}

function shortDecimal(value: Dec): string {
  return decToJson(value).replace(/\.?0+$/u, '');
}

function govJson(params: GovParamsRow): Json {
  return {
    ...params,
    min_deposit: coinsJson(params.min_deposit),
    expedited_min_deposit: coinsJson(params.expedited_min_deposit),
    max_deposit_period: periodJson(params.max_deposit_period),
    voting_period: periodJson(params.voting_period),
    expedited_voting_period: periodJson(params.expedited_voting_period),
  };
}

function coinsJson(coins: readonly Coin[]): Json[] {
  return coins.map(({ denom, amount }) => ({ denom, amount: amount.toString() }));
}

function periodJson(period: Nanos | null): string | null {
  return period === null ? null : durationToJson(period);
}

function slashingJson(params: SlashingParamsRow): Json {
  return {
    signed_blocks_window: params.signed_blocks_window.toString(),
    min_signed_per_window: decToJson(params.min_signed_per_window),
    downtime_jail_duration: durationToJson(params.downtime_jail_duration),
    slash_fraction_double_sign: decToJson(params.slash_fraction_double_sign),
    slash_fraction_downtime: decToJson(params.slash_fraction_downtime),
  };
}

/** Puts parts over those of a module, two levels deep, and leaves the rest of its default as it is. */
function merge(state: Json, module: string, parts: Json): void {
  const before = state[module] as Json;
  const after: Json = { ...before };
  for (const [field, part] of Object.entries(parts)) {
    const known = before[field];
    after[field] = isObject(part) && isObject(known) ? { ...known, ...part } : part;
  }
  state[module] = after;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
