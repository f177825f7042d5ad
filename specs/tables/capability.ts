import { table, textPrefix } from '../table.ts';

/** The store of the capability module; only with the feature `ibc-capabilities`. */
const store = 'capability';

/** `capability.v1.CapabilityOwners`, ordered by `{module}/{name}`. */
export type CapabilityOwnersRow = {
  readonly owners: readonly { readonly module: string; readonly name: string }[];
};

/** The owners of a port or channel, by the index of its capability. */
export const capabilityOwners = table<CapabilityOwnersRow, [index: bigint]>({
  name: `${store}/owners`,
  store,
  prefix: textPrefix('capability_index'),
  key: [{ as: 'u64' }],
  value: { as: 'proto', type: 'capability.v1.CapabilityOwners' },
});

/** The index of the next capability. */
export const capabilityIndex = table<bigint, []>({
  name: `${store}/index`,
  store,
  prefix: textPrefix('index'),
  key: [],
  value: { as: 'u64' },
});
