import { rowsOf } from '../../specs/rows.ts';
import type { ProviderGenesis } from '../../specs/genesis.ts';
import type { Table } from '../../specs/table.ts';
import type { Value } from '../../specs/value.ts';
import { providerGenesis } from '../setup/setup.ts';
import type { World } from '../world/world.ts';

/** The current parameters of a module of the provider, or those of the genesis before the first block. */
export function presentParams<Row extends Value>(
  world: World,
  table: Table<Row>,
  atGenesis: (genesis: ProviderGenesis) => Row,
): Row {
  return rowsOf(world.provider.model.state, table).get('') ?? atGenesis(providerGenesis(world.setup));
}
