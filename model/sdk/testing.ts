import { EMPTY_BLOCK, type Block, type Message } from '../../specs/block.ts';
import type { MintGenesis, ProviderGenesis } from '../../specs/genesis.ts';
import type { Hex, Value } from '../../specs/value.ts';
import { bech32 } from '../bech32.ts';
import type { Context, Module } from '../context.ts';
import { Draft } from '../draft.ts';
import { Refusal } from '../refusal.ts';
import type { Router } from '../router.ts';
import { createAccount } from './auth/accounts.ts';
import { moduleAddress } from './auth/module-accounts.ts';
import { addCoins, balanceOf, changeSupply } from './bank/balances.ts';
import { GOV_PARAMS } from './gov/testing.ts';
import { providerModules } from './modules.ts';
import { distributionHooks } from './distribution/hooks.ts';
import { slashingHooks } from './slashing/hooks.ts';
import { composeHooks } from './staking/hooks.ts';
import { poolOf } from './staking/pools.ts';
import { bondedValidatorsByPower } from './staking/ranking.ts';

/** A second in nanoseconds. */
export const SECOND = 1_000_000_000n;

/** When the chain of the tests begins. */
export const START = 1_000n * SECOND;

/** The operators of the tests, in the order of their addresses, and two accounts that are none. */
export const [ALICE, BOB, CAROL, DAVE, ERIN] = ['a1', 'b2', 'c3', 'd4', 'e5'].map((byte) => byte.repeat(20)) as [
  Hex,
  Hex,
  Hex,
  Hex,
  Hex,
];

const UNIT = 10n ** 18n;

/** A mint module that never mints. */
export const NO_INFLATION: MintGenesis = {
  inflation: 0n,
  mint_denom: 'stake',
  inflation_rate_change: 0n,
  inflation_max: 0n,
  inflation_min: 0n,
  goal_bonded: (67n * UNIT) / 100n,
  blocks_per_year: 6_311_520n,
};

const GENESIS: ProviderGenesis = {
  kind: 'provider',
  chainId: 'provider',
  time: START,
  accounts: [ALICE, BOB, CAROL, DAVE].map((address) => ({
    address,
    balances: [{ denom: 'stake', amount: 1_000_000_000n }],
  })),
  validators: [ALICE, BOB].map((operator, i) => ({
    operator,
    operatorKey: `02${operator}`,
    pubKey: keyOf(operator),
    moniker: `v${i}`,
    tokens: 10_000_000n,
    commission: { rate: UNIT / 10n, max_rate: UNIT / 5n, max_change_rate: UNIT / 100n },
    min_self_delegation: 1_000_000n,
  })),
  staking: {
    unbonding_time: 100n * SECOND,
    max_validators: 2,
    max_entries: 2,
    historical_entries: 3,
    bond_denom: 'stake',
    min_commission_rate: UNIT / 20n,
  },
  slashing: {
    signed_blocks_window: 4n,
    min_signed_per_window: UNIT / 2n,
    downtime_jail_duration: 10n * SECOND,
    slash_fraction_double_sign: UNIT / 20n,
    slash_fraction_downtime: UNIT / 100n,
  },
  distribution: { community_tax: UNIT / 50n, withdraw_addr_enabled: true },
  mint: NO_INFLATION,
  gov: GOV_PARAMS,
  provider: {
    trusting_period_fraction: UNIT / 2n,
    ccv_timeout_period: SECOND,
    slash_meter_replenish_period: SECOND,
    slash_meter_replenish_fraction: UNIT,
    blocks_per_epoch: 1n,
    number_of_epochs_to_start_receiving_rewards: 1n,
    max_provider_consensus_validators: 10n,
  },
};

/** The consensus key that the validator of this operator has in the tests. */
export function keyOf(operator: Hex): Hex {
  return operator.slice(0, 2).repeat(32);
}

/** A chain with the SDK's modules of a provider alone, whose blocks a test makes step by step. */
export class SdkChain {
  readonly modules = providerModules(
    composeHooks([distributionHooks, slashingHooks]),
    (context) => balanceOf(context, moduleAddress(poolOf(true)), 'stake'),
    { electorate: bondedValidatorsByPower, router: () => this.router },
  );
  readonly router: Router = {
    knows: (type) => this.#handlerOf(type) !== undefined,
    canDecode: () => true,
    check: () => undefined,
    handle: (context, message) => this.#handlerOf(message['@type'])?.(context, message as never),
  };
  context: Context;

  constructor(changes: Partial<ProviderGenesis> = {}) {
    const genesis = { ...GENESIS, ...changes };
    this.context = contextOf(new Draft(new Map()), { height: 0n, time: genesis.time });
    const { auth, bank, distribution, staking, slashing, gov, mint, genutil, consensus } = this.modules;
    for (const module of [auth, bank, distribution, staking, slashing, gov, mint, genutil, consensus]) {
      module.initGenesis?.(this.context, genesis);
    }
  }

  /** Begins the next block, some seconds later, with these votes and this evidence. */
  begin(seconds = 1n, votes: Block['votes'] = [], misbehavior: Block['misbehavior'] = []): void {
    const { draft, block } = this.context;
    const time = block.time + seconds * SECOND;
    this.context = contextOf(draft, { height: block.height + 1n, time, votes, misbehavior });
    const { staking, distribution, slashing, mint, evidence } = this.modules;
    for (const module of [staking, distribution, slashing, mint, evidence]) module.beginBlock?.(this.context);
  }

  /** Ends the block. */
  end(): void {
    this.modules.gov.endBlock?.(this.context);
    this.modules.staking.endBlock?.(this.context);
  }

  /** Ends the block and begins the next. */
  next(seconds = 1n, votes: Block['votes'] = [], misbehavior: Block['misbehavior'] = []): void {
    this.end();
    this.begin(seconds, votes, misbehavior);
  }

  /** Handles a message. Throws a `Refusal`, and takes back what it wrote. */
  send(message: Message): void {
    if (!this.router.knows(message['@type'])) throw new Error(`nobody handles ${message['@type']}`);
    this.context.draft.attempt(() => this.router.handle(this.context, message));
  }

  #handlerOf(type: string): NonNullable<Module['handlers']>[string] | undefined {
    const { bank, staking, slashing, distribution, gov } = this.modules;
    const modules: readonly Module[] = [bank, staking, slashing, distribution, gov];
    return modules.map(({ handlers }) => handlers?.[type]).find((found) => found);
  }

  /** The code with which a message is refused, as `codespace/code`; `ok` if it is not. */
  codeOf(message: Message): string {
    return refusalOf(() => this.send(message));
  }

  /** Mints coins for an account. */
  fund(address: Hex, amount: bigint, denom = 'stake'): void {
    addCoins(this.context, address, [{ denom, amount }]);
    changeSupply(this.context, denom, amount);
    createAccount(this.context, address);
  }
}

/** The code with which a step is refused, as `codespace/code`; `ok` if it is not. */
export function refusalOf(step: () => void): string {
  try {
    step();
    return 'ok';
  } catch (error) {
    if (error instanceof Refusal) return `${error.codespace}/${error.code}`;
    throw error;
  }
}

/** The address of an account in bech32. */
export function account(address: Hex): string {
  return bech32('cosmos', address);
}

/** The address of an operator in bech32. */
export function valoper(address: Hex): string {
  return bech32('cosmosvaloper', address);
}

/** An amount of the bond denomination. */
export function stake(amount: bigint, denom = 'stake') {
  return { denom, amount };
}

/** A message of the staking module. */
export function stakingMessage(name: string, fields: Readonly<Record<string, Value>>): Message {
  return { '@type': `/cosmos.staking.v1beta1.${name}`, ...fields };
}

function contextOf(draft: Draft, block: Partial<Block>): Context {
  return {
    kind: 'provider',
    features: new Set(),
    bech32Prefix: 'cosmos',
    draft,
    block: {
      ...EMPTY_BLOCK,
      chainId: 'provider',
      height: 0n,
      time: 0n,
      ...block,
    },
    apps: {},
    sentPackets: [],
    writtenAcks: [],
  };
}
