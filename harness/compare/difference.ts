import type { Value } from '../../specs/value.ts';

/**
 * What differs:
 * - `missing-row`, `extra-row`: a row that only the model, or only the chain, holds
 * - `field`: a part of a row that both hold
 * - `tx-code`: what a transaction answered, or whether there was one
 * - `validator-update`: the power of a key that was returned to consensus, or that a key came twice
 * - `missing-packet`, `extra-packet`, `packet`, `packet-order`: the packets sent, their content and their order
 * - `missing-ack`, `extra-ack`, `ack`, `ack-order`: the same for acknowledgements written
 * - `query`: the answer to a query and what the chain's own store says (`expected`)
 * - `halt`: whether the program stopped itself
 * - `consensus`: what a block that others made says of its validators
 */
export type DifferenceKind =
  | 'missing-row'
  | 'extra-row'
  | 'field'
  | 'tx-code'
  | 'validator-update'
  | 'missing-packet'
  | 'extra-packet'
  | 'packet'
  | 'packet-order'
  | 'missing-ack'
  | 'extra-ack'
  | 'ack'
  | 'ack-order'
  | 'query'
  | 'halt'
  | 'consensus';

/** One point on which the model and the chain differ. `undefined` stands for nothing at all. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** Where: the steps from the outside in, for example `['staking/validators', key, 'tokens']`. */
  readonly path: readonly string[];
  readonly expected: Value | undefined;
  readonly observed: Value | undefined;
}

/** The path of a difference as one text, for example `staking/validators/<key>/tokens`. */
export function pathText({ path }: Difference): string {
  return path.filter((step) => step !== '').join('/');
}
