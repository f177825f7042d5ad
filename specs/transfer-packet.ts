import type { Hex } from './value.ts';

/** `ibc.applications.transfer.v1.FungibleTokenPacketData` (ICS-20): the data of a transfer packet. */
export interface TransferData {
  /** The full path of the denomination. */
  readonly denom: string;
  readonly amount: bigint;
  readonly sender: string;
  readonly receiver: string;
  readonly memo: string;
}

/** Decodes the data of a transfer packet, whatever the order of its fields; `undefined` if it is none. */
export function readTransfer(data: Hex): TransferData | undefined {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(data, 'hex').toString('utf8'));
  } catch {
    return undefined;
  }
  if (typeof json !== 'object' || json === null) return undefined;
  const { denom, amount, sender, receiver, memo = '' } = json as Readonly<Record<string, unknown>>;
  if (typeof denom !== 'string' || typeof amount !== 'string' || !/^\d+$/u.test(amount)) return undefined;
  if (typeof sender !== 'string' || typeof receiver !== 'string' || typeof memo !== 'string') return undefined;
  return { denom, amount: BigInt(amount), sender, receiver, memo };
}
