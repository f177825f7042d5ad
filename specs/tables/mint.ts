import { table } from '../table.ts';
import type { Dec } from '../value.ts';

/** The store of the mint module. */
const store = 'mint';

/** `cosmos.mint.v1beta1.Minter`. */
export type MinterRow = { readonly inflation: Dec; readonly annual_provisions: Dec };

/** `cosmos.mint.v1beta1.Params`. */
export type MintParamsRow = {
  readonly mint_denom: string;
  readonly inflation_rate_change: Dec;
  readonly inflation_max: Dec;
  readonly inflation_min: Dec;
  readonly goal_bonded: Dec;
  readonly blocks_per_year: bigint;
};

/** The inflation of this block, and the annual provisions. */
export const minter = table<MinterRow, []>({
  name: `${store}/minter`,
  store,
  prefix: '00',
  key: [],
  value: { as: 'proto', type: 'cosmos.mint.v1beta1.Minter' },
});

/** The parameters of the module. */
export const mintParams = table<MintParamsRow, []>({
  name: `${store}/params`,
  store,
  prefix: '01',
  key: [],
  value: { as: 'proto', type: 'cosmos.mint.v1beta1.Params' },
});
