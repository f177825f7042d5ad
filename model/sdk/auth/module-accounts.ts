import type { Hex } from '../../../specs/value.ts';
import { moduleAddress } from '../../../specs/module-address.ts';
import type { Context } from '../../context.ts';

export { moduleAddress };

/** The modules of every chain that own an account, with what they may do with coins, in the order in which the SDK stores it. */
const EVERY_CHAIN = { fee_collector: [], transfer: ['minter', 'burner'] } as const;

/** Those of a chain with stakers and governance of its own. */
const STAKED = {
  distribution: [],
  mint: ['minter'],
  bonded_tokens_pool: ['burner', 'staking'],
  not_bonded_tokens_pool: ['burner', 'staking'],
  gov: ['burner'],
} as const;

const CONSUMER = { ...EVERY_CHAIN, cons_redistribute: [], cons_to_send_to_provider: [] } as const;

const PERMISSIONS = {
  sovereign: { ...EVERY_CHAIN, ...STAKED },
  provider: { ...EVERY_CHAIN, ...STAKED, consumer_rewards_pool: [] },
  consumer: CONSUMER,
  democracy: { ...CONSUMER, ...STAKED },
} as const;

type Modules = keyof typeof PERMISSIONS;

/** The modules that own an account, on any kind of chain. */
export type ModuleAccountName = keyof (typeof PERMISSIONS)['provider'] | keyof (typeof PERMISSIONS)['democracy'];

/** The module accounts that may receive coins from anyone: rewards travel through them. */
const OPEN = {
  sovereign: undefined,
  provider: 'consumer_rewards_pool',
  consumer: 'cons_to_send_to_provider',
  democracy: 'cons_to_send_to_provider',
} as const satisfies Readonly<Record<Modules, ModuleAccountName | undefined>>;

/** What a module of a chain may do with coins. Throws if the chain has no such module. */
export function permissionsOf(context: Chain, name: ModuleAccountName): readonly string[] {
  const modules: Readonly<Record<string, readonly string[]>> = PERMISSIONS[modulesOf(context)];
  const permissions = modules[name];
  if (permissions === undefined) throw new Error(`the ${context.kind} has no module account ${name}`);
  return permissions;
}

const blocked = {
  sovereign: blockedAddresses('sovereign'),
  provider: blockedAddresses('provider'),
  consumer: blockedAddresses('consumer'),
  democracy: blockedAddresses('democracy'),
} as const;

/** Whether the bank lets nobody send coins to this address (`BlockedAddr`): it is that of a module. */
export function isBlocked(context: Chain, address: Hex): boolean {
  return blocked[modulesOf(context)].has(address);
}

type Chain = Pick<Context, 'kind' | 'features'>;

function modulesOf({ kind, features }: Chain): Modules {
  return kind === 'consumer' && features.has('democracy') ? 'democracy' : kind;
}

function blockedAddresses(modules: Modules): ReadonlySet<Hex> {
  const names = Object.keys(PERMISSIONS[modules]).filter((name) => name !== OPEN[modules]);
  return new Set(names.map(moduleAddress));
}
