import { signingInfos, type SigningInfoRow } from '../../../specs/tables/slashing.ts';
import type { Hex, Nanos } from '../../../specs/value.ts';
import { bech32 } from '../../bech32.ts';
import type { Context } from '../../context.ts';

/** The signing info of a validator; `undefined` if it was never in the set. */
export function signingInfoOf({ draft }: Context, consensusAddress: Hex): SigningInfoRow | undefined {
  return draft.get(signingInfos, consensusAddress);
}

/** Whether a validator is tombstoned (SDK, `IsTombstoned`). */
export function isTombstoned(context: Context, consensusAddress: Hex): boolean {
  return signingInfoOf(context, consensusAddress)?.tombstoned ?? false;
}

/** Tombstones a validator (SDK, `Tombstone`). It must have been in the set. */
export function tombstone(context: Context, consensusAddress: Hex): void {
  changeSigningInfo(context, consensusAddress, { tombstoned: true });
}

/** Sets the end of a validator's jail term (SDK, `JailUntil`). It must have been in the set. */
export function jailUntil(context: Context, consensusAddress: Hex, time: Nanos): void {
  changeSigningInfo(context, consensusAddress, { jailed_until: time });
}

/** Resets the signing info of a validator that enters the set (the slashing module's hook). */
export function startSigning(context: Context, consensusAddress: Hex): void {
  const { draft, block, bech32Prefix } = context;
  const known = signingInfoOf(context, consensusAddress);
  draft.set(signingInfos, consensusAddress, {
    address: known?.address ?? bech32(`${bech32Prefix}valcons`, consensusAddress),
    start_height: block.height,
    index_offset: known?.index_offset ?? 0n,
    jailed_until: known?.jailed_until ?? 0n,
    tombstoned: known?.tombstoned ?? false,
    missed_blocks_counter: known?.missed_blocks_counter ?? 0n,
  });
}

/** Changes the signing info of a validator. Throws if there is none. */
export function changeSigningInfo(context: Context, consensusAddress: Hex, change: Partial<SigningInfoRow>): void {
  const info = signingInfoOf(context, consensusAddress);
  if (info === undefined) throw new Error(`no signing info of ${consensusAddress}`);
  context.draft.set(signingInfos, consensusAddress, { ...info, ...change });
}
