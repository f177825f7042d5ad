import type { Coin } from './block.ts';
import type { GovParamsRow } from './tables/gov.ts';
import type { MintParamsRow } from './tables/mint.ts';
import type { SlashingParamsRow } from './tables/slashing.ts';
import type { StakingParamsRow } from './tables/staking/chain.ts';
import type { Dec, Hex, Nanos, Value } from './value.ts';

/** A genesis account; the order is that of account numbers. */
export interface GenesisAccount {
  readonly address: Hex;
  readonly balances: readonly Coin[];
}

/** A validator that a genesis transaction creates with a self-delegation of `tokens`. */
export interface GenesisValidator {
  /** 20 bytes, also the address of its account. */
  readonly operator: Hex;
  /** The secp256k1 key of that account, 33 bytes, which signs the genesis transaction. */
  readonly operatorKey: Hex;
  readonly pubKey: Hex;
  readonly moniker: string;
  readonly tokens: bigint;
  readonly commission: { readonly rate: Dec; readonly max_rate: Dec; readonly max_change_rate: Dec };
  readonly min_self_delegation: bigint;
}

/** The provider parameters that a trace can set (`provider.v1.Params`); the others have their defaults. */
export interface ProviderParams {
  readonly trusting_period_fraction: Dec;
  readonly ccv_timeout_period: Nanos;
  readonly slash_meter_replenish_period: Nanos;
  readonly slash_meter_replenish_fraction: Dec;
  readonly blocks_per_epoch: bigint;
  readonly number_of_epochs_to_start_receiving_rewards: bigint;
  readonly max_provider_consensus_validators: bigint;
}

/** The parameters of the distribution module that a trace can set. */
export interface DistributionParams {
  /** The community tax. */
  readonly community_tax: Dec;
  /** Whether a delegator can set a withdraw address. */
  readonly withdraw_addr_enabled: boolean;
}

/** The genesis of the mint module: the inflation of the first block, and its parameters. */
export type MintGenesis = MintParamsRow & { readonly inflation: Dec };

/** The genesis of the delegators and the governance of a chain. */
export interface StakedGenesis {
  readonly staking: StakingParamsRow;
  readonly distribution: DistributionParams;
  readonly mint: MintGenesis;
  readonly gov: GovParamsRow;
}

/** The genesis of the provider. */
export interface ProviderGenesis extends StakedGenesis {
  readonly kind: 'provider';
  readonly chainId: string;
  readonly time: Nanos;
  readonly accounts: readonly GenesisAccount[];
  readonly validators: readonly GenesisValidator[];
  readonly slashing: SlashingParamsRow;
  readonly provider: ProviderParams;
}

/** The genesis of a standalone chain, which has its own delegators and validators. */
export interface SovereignGenesis extends StakedGenesis {
  readonly kind: 'sovereign';
  readonly chainId: string;
  readonly time: Nanos;
  readonly accounts: readonly GenesisAccount[];
  readonly validators: readonly GenesisValidator[];
  readonly slashing: SlashingParamsRow;
}

/** The genesis of a consumer: its own accounts, and the CCV genesis that the provider created for it. */
export interface ConsumerGenesis {
  readonly kind: 'consumer';
  readonly chainId: string;
  readonly time: Nanos;
  readonly accounts: readonly GenesisAccount[];
  readonly slashing: SlashingParamsRow;
  /** `interchain_security.ccv.v1.ConsumerGenesisState`, decoded with the consumer's own schema. */
  readonly ccv: Value;
  /** Denominations of rewards that the consumer sends; replaces the list in `ccv`. */
  readonly reward_denoms: readonly string[];
  /** Denominations of the provider that the consumer sends as rewards; replaces the list in `ccv`. */
  readonly provider_reward_denoms: readonly string[];
  /** The genesis of its own delegators and governance, if the program has them (feature `democracy`). */
  readonly democracy?: StakedGenesis;
}

/** The genesis of a chain. */
export type ChainGenesis = ProviderGenesis | ConsumerGenesis | SovereignGenesis;

/** The genesis of the delegators and the governance of a chain; `undefined` if it has none. */
export function stakedGenesis(genesis: ChainGenesis): StakedGenesis | undefined {
  return genesis.kind === 'consumer' ? genesis.democracy : genesis;
}
