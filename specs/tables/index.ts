import type { ChainKind } from '../chain-kind.ts';
import type { Table } from '../table.ts';
import * as consumer from './of-a-consumer.ts';
import * as shared from './of-every-chain.ts';
import * as stakers from './of-stakers.ts';
import * as provider from './of-the-provider.ts';

/**
 * All tables of one kind of chain, which the observer reads and the model predicts: every table that the file of a
 * module exports. If a release does not have a store, its tables stay empty.
 */
export const TABLES: Readonly<Record<ChainKind, readonly Table[]>> = {
  provider: tablesIn({ ...shared, ...stakers, ...provider }),
  consumer: tablesIn({ ...shared, ...stakers, ...consumer }),
  sovereign: tablesIn({ ...shared, ...stakers }),
};

function tablesIn(modules: Readonly<Record<string, object>>): Table[] {
  const exported: unknown[] = Object.values(modules).flatMap((module) => Object.values(module));
  return [...new Set(exported.flat().filter(isTable))];
}

function isTable(exported: unknown): exported is Table {
  return typeof exported === 'object' && exported !== null && 'name' in exported && 'prefix' in exported;
}
