import type { ValidatorUpdate } from '../block.ts';
import type { Hex } from '../value.ts';

/** `tendermint.abci.ValidatorUpdate`, as staking stores it and CCV messages carry it. */
export type UpdateRow = { readonly pub_key: { readonly ed25519: Hex }; readonly power: bigint };

/** Stored updates in the form that consensus gets. */
export function updatesOf(rows: readonly UpdateRow[]): ValidatorUpdate[] {
  return rows.map(({ pub_key: key, power }) => ({ pubKey: key.ed25519, power }));
}
