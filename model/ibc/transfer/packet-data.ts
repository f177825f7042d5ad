import type { TransferData } from '../../../specs/transfer-packet.ts';
import type { Hex } from '../../../specs/value.ts';
import type { Features } from '../../../specs/feature.ts';
import { goString } from '../go-json.ts';

/**
 * Writes the data of a transfer packet (ICS-20) as JSON, without an empty memo: in the order of the fields of its
 * message from ibc-go v10 on, in the order of their names before.
 */
export function writeTransfer(data: TransferData, features: Features): Hex {
  const { denom, sender, receiver, memo } = data;
  const said: readonly (readonly [string, string])[] = [
    ['denom', denom],
    ['amount', data.amount.toString()],
    ['sender', sender],
    ['receiver', receiver],
    ['memo', memo],
  ];
  const fields = said.filter(([, text]) => text !== '');
  const ordered = features.has('ibc-transfer-v2') ? fields : fields.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.from(`{${ordered.map(([name, text]) => `"${name}":${goString(text)}`).join(',')}}`).toString('hex');
}
