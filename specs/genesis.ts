import type { Coin } from './block.ts';
import type { GovParamsRow } from './tables/gov.ts';
import type { MintParamsRow } from './tables/mint.ts';
import type { SlashingParamsRow } from './tables/slashing.ts';
import type { StakingParamsRow } from './tables/staking/chain.ts';
import type { Dec, Hex, Nanos, Value } from './value.ts';

/** An account that exists from the start, in the order of account numbers. */
export interface GenesisAccount {
  readonly address: Hex;
  readonly balances: readonly Coin[];
}

/** A validator that a genesis transaction creates; it delegates `tokens` to itself. */
export interface GenesisValidator {
  /** 20 bytes, also the address of its account. */
  readonly operator: Hex;
  /** The secp256k1 key of that account, 33 bytes: it signs the genesis transaction. */
  readonly operatorKey: Hex;
  readonly pubKey: Hex;
  readonly moniker: string;
  readonly tokens: bigint;
  readonly commission: { readonly rate: Dec; readonly max_rate: Dec; readonly max_change_rate: Dec };
  readonly min_self_delegation: bigint;
}

/** The provider's own parameters that a trace may choose (`provider.v1.Params`); the rest keeps its default. */
export interface ProviderParams {
  readonly trusting_period_fraction: Dec;
  readonly ccv_timeout_period: Nanos;
  readonly slash_meter_replenish_period: Nanos;
  readonly slash_meter_replenish_fraction: Dec;
  readonly blocks_per_epoch: bigint;
  readonly number_of_epochs_to_start_receiving_rewards: bigint;
  readonly max_provider_consensus_validators: bigint;
}

/** The parameters of the distribution module that a trace may choose. */
export interface DistributionParams {
  /** The part of all fees that the community gets. */
  readonly community_tax: Dec;
  /** Whether a delegator may name another address for its rewards. */
  readonly withdraw_addr_enabled: boolean;
}

/** What the mint module starts from: the inflation of the first block, and what it depends on. */
export type MintGenesis = MintParamsRow & { readonly inflation: Dec };

/** What a chain with stakers and governance of its own starts from. */
export interface StakedGenesis {
  readonly staking: StakingParamsRow;
  readonly distribution: DistributionParams;
  readonly mint: MintGenesis;
  readonly gov: GovParamsRow;
}

/** What the provider chain starts from. */
export interface ProviderGenesis extends StakedGenesis {
  readonly kind: 'provider';
  readonly chainId: string;
  readonly time: Nanos;
  readonly accounts: readonly GenesisAccount[];
  readonly validators: readonly GenesisValidator[];
  readonly slashing: SlashingParamsRow;
  readonly provider: ProviderParams;
}

/** What a chain starts from that lives on its own: its validators are elected by its own stakers. */
export interface SovereignGenesis extends StakedGenesis {
  readonly kind: 'sovereign';
  readonly chainId: string;
  readonly time: Nanos;
  readonly accounts: readonly GenesisAccount[];
  readonly validators: readonly GenesisValidator[];
  readonly slashing: SlashingParamsRow;
}

/** What a consumer chain starts from: its own accounts and the CCV genesis that the provider made for it. */
export interface ConsumerGenesis {
  readonly kind: 'consumer';
  readonly chainId: string;
  readonly time: Nanos;
  readonly accounts: readonly GenesisAccount[];
  readonly slashing: SlashingParamsRow;
  /** `interchain_security.ccv.v1.ConsumerGenesisState`, decoded with the consumer's own schema. */
  readonly ccv: Value;
  /** Denominations that the consumer shares with the provider; replaces the list in `ccv`. */
  readonly reward_denoms: readonly string[];
  /** Denominations of the provider that the consumer gives back as rewards, likewise. */
  readonly provider_reward_denoms: readonly string[];
  /** What its own stakers and governance start from, where the program has them (feature `democracy`). */
  readonly democracy?: StakedGenesis;
}

/** What a chain starts from. */
export type ChainGenesis = ProviderGenesis | ConsumerGenesis | SovereignGenesis;

/** What the stakers and the governance of a chain start from; `undefined` where it has none of its own. */
export function stakedGenesis(genesis: ChainGenesis): StakedGenesis | undefined {
  return genesis.kind === 'consumer' ? genesis.democracy : genesis;
}
