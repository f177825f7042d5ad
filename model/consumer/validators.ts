import { descending } from '../../specs/order.ts';
import type { ValidatorUpdate } from '../../specs/block.ts';
import { crossChainValidators, outstandingDowntime } from '../../specs/tables/consumer.ts';
import type { Hex } from '../../specs/value.ts';
import { addressOfKey } from '../consensus/validator-set.ts';
import type { Context } from '../context.ts';

/** The hook that runs for each validator that joins the set; the slashing module uses it. */
export type OnBonded = (context: Context, address: Hex) => void;

/**
 * Applies validator updates to the cross-chain validators, and returns those for the consensus engine
 * (ICS-028, ME [CCV-CCF-UPVALS]). The removal of an unknown validator changes nothing and is not returned.
 */
export function applyValidatorUpdates(
  context: Context,
  updates: readonly ValidatorUpdate[],
  onBonded: OnBonded,
): ValidatorUpdate[] {
  const { draft } = context;
  const passedOn: ValidatorUpdate[] = [];
  for (const update of updates) {
    const address = addressOfKey(update.pubKey);
    const known = draft.get(crossChainValidators, address);
    if (update.power > 0n) {
      const pubkey = known?.pubkey ?? ({ '@type': '/cosmos.crypto.ed25519.PubKey', key: update.pubKey } as const);
      draft.set(crossChainValidators, address, { address, power: update.power, pubkey, opted_out: false });
      if (known === undefined) {
        onBonded(context, address);
        // A validator that returns has no outstanding downtime, even if a slash packet is still in flight.
        draft.delete(outstandingDowntime, address);
      }
    } else if (known !== undefined) {
      draft.delete(crossChainValidators, address);
    } else {
      continue;
    }
    passedOn.push(update);
  }
  return passedOn;
}

/**
 * Merges earlier updates with newer ones: powers are absolute, so the last one of a key wins
 * (Validator Update Inclusion, SM §Validator Sets, Validator Updates and VSCs). The most powerful come first, equals
 * by the descending text of their key, as every consumer orders them.
 */
export function accumulate(
  earlier: readonly ValidatorUpdate[],
  newer: readonly ValidatorUpdate[],
): readonly ValidatorUpdate[] {
  const last = new Map<Hex, ValidatorUpdate>();
  for (const update of earlier) last.set(update.pubKey, update);
  for (const update of newer) last.set(update.pubKey, update);
  return [...last.values()].toSorted(
    (a, b) => descending(a.power, b.power) || (keyText(a.pubKey) > keyText(b.pubKey) ? -1 : 1),
  );
}

const keyTexts = new Map<Hex, string>();

/** A key as protobuf's text format quotes it, which is how the programs compare keys. */
function keyText(pubKey: Hex): string {
  let text = keyTexts.get(pubKey);
  if (text === undefined) keyTexts.set(pubKey, (text = [...Buffer.from(pubKey, 'hex')].map(quoted).join('')));
  return text;
}

const NAMED = new Map([
  [0x0a, '\\n'],
  [0x0d, '\\r'],
  [0x09, '\\t'],
  [0x22, '\\"'],
  [0x5c, '\\\\'],
]);

function quoted(byte: number): string {
  const printable = byte >= 0x20 && byte < 0x7f;
  return NAMED.get(byte) ?? (printable ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`);
}
