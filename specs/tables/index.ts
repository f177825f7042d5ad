import type { Table } from '../table.ts';
import * as auth from './auth.ts';
import * as bank from './bank.ts';
import * as capability from './capability.ts';
import * as consumer from './consumer.ts';
import * as channel from './ibc/channel.ts';
import * as client from './ibc/client.ts';
import * as connection from './ibc/connection.ts';
import * as packet from './ibc/packet.ts';
import * as provider from './provider.ts';
import * as slashing from './slashing.ts';
import * as staking from './staking.ts';
import * as transfer from './transfer.ts';

/**
 * The modules of either kind of chain. To add a store, declare its tables in a file of this folder, import that file
 * as a namespace above and name it below: every table that it exports, alone or in a list, is compared from then on.
 * A store that only some releases have costs the others nothing: its tables stay empty.
 */
const SHARED = [auth, bank, capability, channel, client, connection, packet, slashing, transfer];
const MODULES = {
  provider: [...SHARED, provider, staking],
  consumer: [...SHARED, consumer],
} as const;

/** All tables of one kind of chain: what the observer reads and the model predicts. */
export const TABLES: Readonly<Record<keyof typeof MODULES, readonly Table[]>> = {
  provider: tablesIn(MODULES.provider),
  consumer: tablesIn(MODULES.consumer),
};

function tablesIn(modules: readonly Readonly<Record<string, unknown>>[]): Table[] {
  const exported = modules.flatMap((module) => Object.values(module).flat());
  return [...new Set(exported.filter(isTable))];
}

function isTable(exported: unknown): exported is Table {
  return typeof exported === 'object' && exported !== null && 'name' in exported && 'prefix' in exported;
}
