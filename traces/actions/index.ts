import type { Action } from '../../specs/generated/trace.ts';
import { exportsOf } from '../../specs/order.ts';
import type { ActionKind } from './action.ts';
import * as all from './all.ts';

/** Every kind of action, in the order of the schema. */
export const ACTION_KINDS: readonly ActionKind<Action>[] = exportsOf(all);

const byName = new Map<string, ActionKind<Action>>(ACTION_KINDS.map((kind) => [kind.kind, kind]));

/** The kind of an action. Throws if there is none: reading a trace has checked its kinds. */
export function kindOf(action: Action): ActionKind<Action> {
  const kind = byName.get(action.kind);
  if (kind === undefined) throw new Error(`there is no action ${action.kind}`);
  return kind;
}
