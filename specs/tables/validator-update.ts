import type { Hex } from '../value.ts';

/** `tendermint.abci.ValidatorUpdate`, as staking stores it and CCV messages carry it. */
export type UpdateRow = { readonly pub_key: { readonly ed25519: Hex }; readonly power: bigint };
