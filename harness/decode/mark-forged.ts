import type { Block, Message } from '../../specs/block.ts';
import type { ProofClaim } from '../../specs/claim.ts';
import { isList, type Hex, type Value } from '../../specs/value.ts';

/**
 * A block read from its bytes in which every proof says whether it is forged: its root is the app hash of no chain, so
 * the validators of a chain signed what no program has committed. Only who knows all chains can tell.
 */
export function markForged(block: Block, isKnown: (root: Hex) => boolean): Block {
  const txs = block.txs.map((tx) => ({ ...tx, messages: tx.messages.map((message) => marked(message, isKnown)) }));
  return { ...block, txs };
}

function marked(message: Message, isKnown: (root: Hex) => boolean): Message {
  const forged = Object.entries(message).filter(([, field]) => isProof(field) && !isKnown(field.root));
  if (forged.length === 0) return message;
  return {
    ...message,
    ...Object.fromEntries(forged.map(([name, field]) => [name, { ...Object(field), forged: true }])),
  };
}

function isProof(field: Value | undefined): field is ProofClaim {
  return typeof field === 'object' && field !== null && !isList(field) && field['@claim'] === 'proof';
}
