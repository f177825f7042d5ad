import type { Hex } from '../../../specs/value.ts';
import { moduleAddress } from '../../../specs/module-address.ts';
import type { ChainKind } from '../../context.ts';

export { moduleAddress };

/** The modules that own an account, with what they may do with coins, in the order in which the SDK stores it. */
const PERMISSIONS = {
  provider: {
    fee_collector: [],
    distribution: [],
    mint: ['minter'],
    bonded_tokens_pool: ['burner', 'staking'],
    not_bonded_tokens_pool: ['burner', 'staking'],
    gov: ['burner'],
    transfer: ['minter', 'burner'],
    consumer_rewards_pool: [],
  },
  consumer: {
    fee_collector: [],
    cons_redistribute: [],
    cons_to_send_to_provider: [],
    transfer: ['minter', 'burner'],
  },
} as const satisfies Readonly<Record<ChainKind, Readonly<Record<string, readonly string[]>>>>;

/** The modules that own an account, on either kind of chain. */
export type ModuleAccountName = keyof (typeof PERMISSIONS)['provider'] | keyof (typeof PERMISSIONS)['consumer'];

/** The module accounts that may receive coins from anyone: rewards travel through them. */
const OPEN = { provider: 'consumer_rewards_pool', consumer: 'cons_to_send_to_provider' } as const;

/** What a module of a chain may do with coins. Throws if the chain has no such module. */
export function permissionsOf(kind: ChainKind, name: ModuleAccountName): readonly string[] {
  const modules: Readonly<Record<string, readonly string[]>> = PERMISSIONS[kind];
  const permissions = modules[name];
  if (permissions === undefined) throw new Error(`the ${kind} has no module account ${name}`);
  return permissions;
}

const blocked = {
  provider: blockedAddresses('provider'),
  consumer: blockedAddresses('consumer'),
} as const;

/** Whether the bank lets nobody send coins to this address (`BlockedAddr`): it is that of a module. */
export function isBlocked(kind: ChainKind, address: Hex): boolean {
  return blocked[kind].has(address);
}

function blockedAddresses(kind: ChainKind): ReadonlySet<Hex> {
  const names = Object.keys(PERMISSIONS[kind]).filter((name) => name !== OPEN[kind]);
  return new Set(names.map(moduleAddress));
}
