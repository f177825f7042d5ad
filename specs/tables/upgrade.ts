import type { BlockHeight } from '../key.ts';
import { table } from '../table.ts';
import type { Hex, Nanos } from '../value.ts';

/** The store of the SDK's upgrade module. */
const store = 'upgrade';

/** `cosmos.upgrade.v1beta1.Plan`: the height at which another program takes over. */
export type PlanRow = {
  readonly name: string;
  readonly time: Nanos;
  readonly height: bigint;
  readonly info: string;
  readonly upgraded_client_state: null;
};

/** The pending plan. */
export const upgradePlan = table<PlanRow, []>({
  name: `${store}/plan`,
  store,
  prefix: '00',
  key: [],
  value: { as: 'proto', type: 'cosmos.upgrade.v1beta1.Plan' },
});

/** By height and name: the completed plans; the value is 1. */
export const upgradesDone = table<Hex, [height: BlockHeight, name: string]>({
  name: `${store}/done`,
  store,
  prefix: '01',
  key: [{ as: 'u64' }, { as: 'text' }],
  value: { as: 'hex' },
});

/** How many plans were completed. */
export const protocolVersion = table<bigint, []>({
  name: `${store}/protocol-version`,
  store,
  prefix: '03',
  key: [],
  value: { as: 'u64' },
});
