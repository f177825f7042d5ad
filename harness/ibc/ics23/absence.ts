import type { Hex } from '../../../specs/value.ts';
import { rootOf } from './existence.ts';
import type { InnerOp, NonExistenceProof } from './messages.ts';
import type { TreeSpec } from './spec.ts';

/**
 * The root of the tree in which nothing stands under the key of this proof (ICS-23, `verifyNonExistence`): its
 * neighbours stand there, with nothing between them. `undefined` when the proof does not show that.
 */
export function rootWithout({ key, left, right }: NonExistenceProof, spec: TreeSpec): Hex | undefined {
  const roots = [left, right].filter((side) => side !== null).map((side) => rootOf(side, spec));
  const [root] = roots;
  if (root === undefined || roots.some((other) => other !== root)) return undefined;
  // Hexadecimal digits are in the order of the bytes.
  if ((right !== null && key >= right.key) || (left !== null && key <= left.key)) return undefined;
  return haveNothingBetween(left?.path, right?.path, spec) ? root : undefined;
}

function haveNothingBetween(
  left: readonly InnerOp[] | undefined,
  right: readonly InnerOp[] | undefined,
  spec: TreeSpec,
): boolean {
  if (left === undefined) return right !== undefined && right.every((step) => side(step, spec) === 'left');
  if (right === undefined) return left.every((step) => side(step, spec) === 'right');
  let common = 0;
  while (sameStep(left.at(-1 - common), right.at(-1 - common))) common++;
  const [above, beside] = [left.at(-1 - common), right.at(-1 - common)];
  if (above === undefined || beside === undefined) return false;
  return (
    side(above, spec) === 'left' &&
    side(beside, spec) === 'right' &&
    left.slice(0, -1 - common).every((step) => side(step, spec) === 'right') &&
    right.slice(0, -1 - common).every((step) => side(step, spec) === 'left')
  );
}

function sameStep(a: InnerOp | undefined, b: InnerOp | undefined): boolean {
  return a !== undefined && b !== undefined && a.prefix === b.prefix && a.suffix === b.suffix;
}

/** Which child of its parent a node is. */
function side(
  { prefix, suffix }: InnerOp,
  { childSize, minPrefix, maxPrefix }: TreeSpec,
): 'left' | 'right' | undefined {
  const [before, after] = [prefix.length / 2, suffix.length / 2];
  if (before >= minPrefix && before <= maxPrefix && after === childSize) return 'left';
  if (before >= minPrefix + childSize && before <= maxPrefix + childSize && after === 0) return 'right';
  return undefined;
}
