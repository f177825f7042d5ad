import type { Tx } from '../../specs/block.ts';
import type { Difference } from './difference.ts';

/**
 * Puts what a transaction asks for into the path of a difference in its answer: the name of its first message, its
 * place in the block, and who signs it.
 */
export function nameMessages(differences: readonly Difference[], txs: readonly Tx[]): Difference[] {
  return differences.map((difference) => {
    const [outer = '', index = ''] = difference.path;
    const tx = difference.kind === 'tx-code' ? txs[Number(index)] : undefined;
    if (tx === undefined) return difference;
    const type = tx.messages[0]?.['@type'] ?? '';
    return { ...difference, path: [outer, type.slice(type.lastIndexOf('.') + 1), index, tx.signer] };
  });
}
