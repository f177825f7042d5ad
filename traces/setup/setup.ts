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

/** What a trace says of the world before its first action. Everything left out has the default of `DEFAULT_SETUP`. */
export interface Setup {
  /** Tokens that each genesis validator `v0`, `v1`, … delegates to itself, in units of the bond denomination. */
  readonly validators: readonly string[];
  /** How many accounts `a0`, `a1`, … there are, beside those of the validators and the relayer. */
  readonly accounts: number;
  /** What every account holds at the start, validators beside what they delegate to themselves. */
  readonly balance: string;
  readonly blocksPerEpoch: number;
  /** After how many epochs in the set of a consumer a validator is paid for it. */
  readonly epochsToRewards: number;
  readonly maxValidators: number;
  readonly maxProviderConsensusValidators: number;
  readonly maxEntries: number;
  readonly providerUnbondingSeconds: number;
  /** After how many seconds a packet of the provider times out. */
  readonly ccvTimeoutSeconds: number;
  /** Blocks of the provider's and of the consumers' window for signed blocks. */
  readonly signedBlocksWindow: number;
  readonly consumerSignedBlocksWindow: number;
  /** How long a proposal is voted on; half as long when it is urgent. */
  readonly votingSeconds: number;
  /** How long a proposal waits for its deposits. */
  readonly depositSeconds: number;
  /** Whether deposits are burnt when they came too late, and when too few voted. */
  readonly burnDeposits: boolean;
  /** A decimal fraction, for example `0.05`. */
  readonly slashMeterReplenishFraction: string;
  /** The commission of the genesis validators, a decimal fraction. */
  readonly commission: string;
  /** The part of all fees on the provider that the community gets, a decimal fraction. */
  readonly communityTax: string;
  /** Whether delegators may have their rewards sent elsewhere. */
  readonly withdrawAddresses: boolean;
  /** The yearly inflation that the provider begins with; without any nothing is ever minted. */
  readonly inflation: string;
  /** Denominations beside that of the stake; every account holds as much of each at the start. */
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

/** The denomination that is staked on every chain. */
export const BOND_DENOM = 'stake';
/** The account that signs what is relayed. */
export const RELAYER = 'relayer';

/** 2026-01-01T00:00:00Z, when every trace begins. */
export const GENESIS_TIME: Nanos = 1_767_225_600n * SECOND;

/** The names of the accounts that exist from the start, in the order of their numbers. */
export function accountNames(setup: Setup): string[] {
  const validators = setup.validators.map((_, i) => `v${i}`);
  const plain = Array.from({ length: setup.accounts }, (_, i) => `a${i}`);
  return [...validators, RELAYER, ...plain];
}

/** What the provider chain of a trace starts from. */
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

/** What a chain starts from that lives on its own, with validators of its own that have the accounts of the provider's. */
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

/** What the stakers and the governance of a chain start from, on the provider and on a consumer with democracy. */
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

/** The SDK's defaults with periods of one's own. */
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

/** Beside its balance a genesis validator has what it delegates to itself. */
function withStake({ address, balances }: GenesisAccount, stake = '0'): GenesisAccount {
  return {
    address,
    balances: balances.map(({ denom, amount }) => ({
      denom,
      amount: denom === BOND_DENOM ? amount + BigInt(stake) : amount,
    })),
  };
}

/** The most that a genesis validator promises to ask for is what it asks for, or the default. */
function genesisCommission(rate: Dec): GenesisValidator['commission'] {
  return { rate, max_rate: rate > ONE / 5n ? rate : ONE / 5n, max_change_rate: ONE / 100n };
}

/** The SDK's defaults with an inflation of one's own; no inflation stays none. */
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

/** The accounts of a chain, provider or consumer, with what they hold. */
export function genesisAccounts(setup: Setup): GenesisAccount[] {
  const denoms = [...new Set([BOND_DENOM, ...setup.otherDenoms])].toSorted();
  const balances = denoms.map((denom) => ({ denom, amount: BigInt(setup.balance) }));
  return accountNames(setup).map((name) => ({ address: accountKey(name).address, balances }));
}

/** The SDK's defaults with a window of one's own. */
export function slashingParams(window: bigint): SlashingParamsRow {
  return {
    signed_blocks_window: window,
    min_signed_per_window: ONE / 2n,
    downtime_jail_duration: 600n * SECOND,
    slash_fraction_double_sign: ONE / 20n,
    slash_fraction_downtime: ONE / 100n,
  };
}
