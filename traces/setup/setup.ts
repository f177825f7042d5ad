import type {
  GenesisAccount,
  GenesisValidator,
  MintGenesis,
  ProviderGenesis,
  SovereignGenesis,
  StakedGenesis,
} from '../../specs/genesis.ts';
import type { GovParamsRow } from '../../specs/tables/gov.ts';
import type { SlashingParamsRow } from '../../specs/tables/slashing.ts';
import { ONE, SECOND, type Dec, type Nanos } from '../../specs/value.ts';
import { decimal } from '../../model/sdk/decimal-text.ts';
import { accountKey, consensusKey } from './keys.ts';

/** The world before the first action of a trace. Omitted parts have the default of `DEFAULT_SETUP`. */
export interface Setup {
  /** The self-delegation of each genesis validator `v0`, `v1`, …, in the bond denomination. */
  readonly validators: readonly string[];
  /** The number of accounts `a0`, `a1`, …, not counting the validators and the relayer. */
  readonly accounts: number;
  /** The initial balance of every account, in addition to the self-delegation of validators. */
  readonly balance: string;
  readonly blocksPerEpoch: number;
  /** How many epochs a validator must be in the set of a consumer before it receives rewards. */
  readonly epochsToRewards: number;
  readonly maxValidators: number;
  readonly maxProviderConsensusValidators: number;
  readonly maxEntries: number;
  readonly providerUnbondingSeconds: number;
  /** The timeout of packets of the provider, in seconds. */
  readonly ccvTimeoutSeconds: number;
  /** The signing windows of the provider and of the consumers, in blocks. */
  readonly signedBlocksWindow: number;
  readonly consumerSignedBlocksWindow: number;
  /** The voting period; half as long for expedited proposals. */
  readonly votingSeconds: number;
  /** The deposit period of a proposal. */
  readonly depositSeconds: number;
  /** Whether deposits are burnt if they do not reach the minimum, and if a vote does not reach the quorum. */
  readonly burnDeposits: boolean;
  /** A decimal fraction, for example `0.05`. */
  readonly slashMeterReplenishFraction: string;
  /** The commission of the genesis validators, a decimal fraction. */
  readonly commission: string;
  /** The share of all fees on the provider that goes to the community pool, a decimal fraction. */
  readonly communityTax: string;
  /** Whether delegators may set a withdraw address. */
  readonly withdrawAddresses: boolean;
  /** The initial yearly inflation of the provider. With 0, nothing is ever minted. */
  readonly inflation: string;
  /** Further denominations. Every account initially holds the same balance of each. */
  readonly otherDenoms: readonly string[];
}

/** The default of each part of a setup. */
export const DEFAULT_SETUP: Setup = {
  validators: ['1000000000', '1001000000', '1002000000', '1003000000'],
  accounts: 2,
  balance: '1000000000000',
  blocksPerEpoch: 5,
  epochsToRewards: 24,
  maxValidators: 100,
  maxProviderConsensusValidators: 180,
  maxEntries: 7,
  providerUnbondingSeconds: 1_814_400,
  ccvTimeoutSeconds: 2_419_200,
  signedBlocksWindow: 10_000,
  consumerSignedBlocksWindow: 10_000,
  votingSeconds: 172_800,
  depositSeconds: 172_800,
  burnDeposits: false,
  slashMeterReplenishFraction: '1.0',
  commission: '0.1',
  communityTax: '0.02',
  withdrawAddresses: true,
  inflation: '0',
  otherDenoms: [],
};

/** The bond denomination of every chain. */
export const BOND_DENOM = 'stake';
/** The account of the relayer. */
export const RELAYER = 'relayer';

/** 2026-01-01T00:00:00Z, the start of every trace. */
export const GENESIS_TIME: Nanos = 1_767_225_600n * SECOND;

/** The names of the genesis accounts, in the order of their account numbers. */
export function accountNames(setup: Setup): string[] {
  const validators = setup.validators.map((_, i) => `v${i}`);
  const plain = Array.from({ length: setup.accounts }, (_, i) => `a${i}`);
  return [...validators, RELAYER, ...plain];
}

/** The genesis of the provider. */
export function providerGenesis(setup: Setup): ProviderGenesis {
  return {
    kind: 'provider',
    chainId: 'provider',
    time: GENESIS_TIME,
    accounts: genesisAccounts(setup).map((account, i) => withStake(account, setup.validators[i])),
    validators: setup.validators.map((tokens, i) => ({
      operator: accountKey(`v${i}`).address,
      operatorKey: accountKey(`v${i}`).publicKey.toString('hex'),
      pubKey: consensusKey(`v${i}`).pubKey,
      moniker: `v${i}`,
      tokens: BigInt(tokens),
      commission: genesisCommission(decimal(setup.commission)),
      min_self_delegation: 1n,
    })),
    ...stakersGenesis(setup),
    slashing: slashingParams(BigInt(setup.signedBlocksWindow)),
    provider: {
      trusting_period_fraction: decimal('0.66'),
      ccv_timeout_period: BigInt(setup.ccvTimeoutSeconds) * SECOND,
      slash_meter_replenish_period: 3_600n * SECOND,
      slash_meter_replenish_fraction: decimal(setup.slashMeterReplenishFraction),
      blocks_per_epoch: BigInt(setup.blocksPerEpoch),
      number_of_epochs_to_start_receiving_rewards: BigInt(setup.epochsToRewards),
      max_provider_consensus_validators: BigInt(setup.maxProviderConsensusValidators),
    },
  };
}

/** The genesis of a standalone chain. Its validators have the same accounts as those of the provider. */
export function sovereignGenesis(setup: Setup, chainId: string, time: Nanos): SovereignGenesis {
  const { accounts, validators } = providerGenesis(setup);
  return {
    kind: 'sovereign',
    chainId,
    time,
    accounts,
    validators: validators.map((validator, i) => ({
      ...validator,
      pubKey: consensusKey(i === 0 ? 'v0' : `k${i}`).pubKey,
    })),
    ...stakersGenesis(setup),
    slashing: slashingParams(BigInt(setup.consumerSignedBlocksWindow)),
  };
}

/** The genesis of staking and governance, for the provider and for a consumer with democracy. */
export function stakersGenesis(setup: Setup): StakedGenesis {
  return {
    staking: {
      unbonding_time: BigInt(setup.providerUnbondingSeconds) * SECOND,
      max_validators: setup.maxValidators,
      max_entries: setup.maxEntries,
      historical_entries: 10_000,
      bond_denom: BOND_DENOM,
      min_commission_rate: 0n,
    },
    distribution: {
      community_tax: decimal(setup.communityTax),
      withdraw_addr_enabled: setup.withdrawAddresses,
    },
    mint: mintGenesis(decimal(setup.inflation)),
    gov: govParams(setup),
  };
}

/** The SDK's defaults with the periods of the setup. */
function govParams({ votingSeconds, depositSeconds, burnDeposits }: Setup): GovParamsRow {
  return {
    min_deposit: [{ denom: BOND_DENOM, amount: 10_000_000n }],
    max_deposit_period: BigInt(depositSeconds) * SECOND,
    voting_period: BigInt(votingSeconds) * SECOND,
    quorum: '0.334000000000000000',
    threshold: '0.500000000000000000',
    veto_threshold: '0.334000000000000000',
    min_initial_deposit_ratio: '0.000000000000000000',
    proposal_cancel_ratio: '0.500000000000000000',
    proposal_cancel_dest: '',
    expedited_voting_period: (BigInt(votingSeconds) * SECOND) / 2n,
    expedited_threshold: '0.667000000000000000',
    expedited_min_deposit: [{ denom: BOND_DENOM, amount: 50_000_000n }],
    burn_vote_quorum: burnDeposits,
    burn_proposal_deposit_prevote: burnDeposits,
    burn_vote_veto: true,
    min_deposit_ratio: '0.010000000000000000',
  };
}

/** A genesis validator also has the tokens that it delegates to itself. */
function withStake({ address, balances }: GenesisAccount, stake = '0'): GenesisAccount {
  return {
    address,
    balances: balances.map(({ denom, amount }) => ({
      denom,
      amount: denom === BOND_DENOM ? amount + BigInt(stake) : amount,
    })),
  };
}

/** The maximum commission rate of a genesis validator is its commission rate, or the default if that is higher. */
function genesisCommission(rate: Dec): GenesisValidator['commission'] {
  return { rate, max_rate: rate > ONE / 5n ? rate : ONE / 5n, max_change_rate: ONE / 100n };
}

/** The SDK's defaults with the inflation of the setup. An inflation of 0 never changes. */
function mintGenesis(inflation: Dec): MintGenesis {
  const some = inflation > 0n;
  return {
    inflation,
    mint_denom: BOND_DENOM,
    inflation_rate_change: some ? decimal('0.13') : 0n,
    inflation_max: some ? decimal('0.2') : 0n,
    inflation_min: some ? decimal('0.07') : 0n,
    goal_bonded: decimal('0.67'),
    blocks_per_year: 6_311_520n,
  };
}

/** The genesis accounts of a chain with their balances. */
export function genesisAccounts(setup: Setup): GenesisAccount[] {
  const denoms = [...new Set([BOND_DENOM, ...setup.otherDenoms])].toSorted();
  const balances = denoms.map((denom) => ({ denom, amount: BigInt(setup.balance) }));
  return accountNames(setup).map((name) => ({ address: accountKey(name).address, balances }));
}

/** The SDK's defaults with the given signing window. */
export function slashingParams(window: bigint): SlashingParamsRow {
  return {
    signed_blocks_window: window,
    min_signed_per_window: ONE / 2n,
    downtime_jail_duration: 600n * SECOND,
    slash_fraction_double_sign: ONE / 20n,
    slash_fraction_downtime: ONE / 100n,
  };
}
