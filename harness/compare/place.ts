import type { Hex } from '../../specs/value.ts';
import type { Difference } from './difference.ts';

/**
 * Where a difference is, by what it is in:
 * - `row`: a row of a table by its key, or a field of it
 * - `transaction`: the answer to a transaction by its index in the block, with its first message and its signer if known
 * - `validator-update`: what a block returns of a consensus key
 * - `packet`, `acknowledgement`: a packet by the end that sent or received it, or a field of it; `copy` is 2 for one that
 *   comes a second time
 * - `order`: the order of the packets or of the acknowledgements of a block
 * - `query`: the answer to a query, or a field of it
 * - `halt`: whether the program stops itself, or the chain for want of votes
 * - `consensus`: what consensus decides: a field of a header, of an exported genesis
 */
export type DifferencePlace =
  | { readonly in: 'row'; readonly table: string; readonly key: string; readonly field: readonly string[] }
  | {
      readonly in: 'transaction';
      readonly index: number;
      readonly message: string | null;
      readonly signer: Hex | null;
    }
  | { readonly in: 'validator-update'; readonly consensusKey: Hex }
  | {
      readonly in: 'packet' | 'acknowledgement';
      readonly port: string;
      readonly channel: string;
      readonly sequence: string;
      readonly copy: number;
      readonly field: readonly string[];
    }
  | { readonly in: 'order'; readonly of: 'packets' | 'acknowledgements' }
  | { readonly in: 'query'; readonly method: string; readonly request: string; readonly field: readonly string[] }
  | { readonly in: 'halt'; readonly of: string }
  | { readonly in: 'consensus'; readonly of: string; readonly field: readonly string[] };

/** Where a difference is, read from its path. */
export function placeOf({ kind, path }: Difference): DifferencePlace {
  const [outer = '', second = '', ...rest] = path;
  switch (kind) {
    case 'missing-row':
    case 'extra-row':
    case 'field':
      return { in: 'row', table: outer, key: second, field: rest };
    case 'tx-code':
      return transactionAt(second, rest);
    case 'validator-update':
      return { in: 'validator-update', consensusKey: second };
    case 'missing-packet':
    case 'extra-packet':
    case 'packet':
      return packetAt('packet', second, rest);
    case 'missing-ack':
    case 'extra-ack':
    case 'ack':
      return packetAt('acknowledgement', second, rest);
    case 'packet-order':
      return { in: 'order', of: 'packets' };
    case 'ack-order':
      return { in: 'order', of: 'acknowledgements' };
    case 'query': {
      const space = second.indexOf(' ');
      const [method, request] = space === -1 ? [second, ''] : [second.slice(0, space), second.slice(space + 1)];
      return { in: 'query', method, request, field: rest };
    }
    case 'halt':
      return { in: 'halt', of: outer };
    case 'consensus':
      return { in: 'consensus', of: outer, field: path.slice(1) };
  }
}

/** The steps from a row, a packet, an answer or a header to what differs in it; none when the whole of it does. */
export function fieldOf(place: DifferencePlace): readonly string[] {
  return 'field' in place ? place.field : [];
}

/** A transaction by its index alone, or by its message, its index and its signer. */
function transactionAt(first: string, [index, signer]: readonly string[]): DifferencePlace {
  return index === undefined
    ? { in: 'transaction', index: Number(first), message: null, signer: null }
    : { in: 'transaction', index: Number(index), message: first, signer: signer ?? null };
}

function packetAt(
  kind: 'packet' | 'acknowledgement',
  port: string,
  [channel = '', number = '', ...field]: readonly string[],
): DifferencePlace {
  const [sequence = '', copy = '1'] = number.split(' copy ');
  return { in: kind, port, channel, sequence, copy: Number(copy), field };
}
