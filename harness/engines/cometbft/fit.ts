import type { Trace } from '../../../specs/generated/trace.ts';
import { setupOf } from '../../../traces/format/trace.ts';
import { TraceError, type TraceFault } from '../../../traces/format/trace-error.ts';

/** How much time an action may ask for, in seconds: on real nodes it really passes. */
export const MOST_SECONDS = 60;
/** With how many validators a trace may begin unless more are asked for, each with a node of its own. */
export const USUAL_NODES = 4;
/** How many may be asked for: each is a program that runs all the time. */
export const MOST_NODES = 16;

/** What a longer time becomes where a trace is fitted. */
const SHORT = 3;

/** What a trace has at most that real nodes carry out soon. */
const FEW_ACTIONS = 20;
const FEW_SECONDS = 10;

const TOO_LONG = `must be at most ${MOST_SECONDS} on real nodes, where time really passes`;
const ABSENT = 'must be left out on real nodes, which vote unless a fault keeps them from it';
/** What only the harness can do when it decides the blocks. */
const LOCKSTEP_ONLY: ReadonlySet<string> = new Set([
  'report-misbehavior',
  'export-genesis',
  'start-sovereign',
  'change-over',
]);

const HINT =
  'Change it there (for shorter times its setup can have shorter periods), or run it on the lockstep engine.';
const TWIN_HINT = 'Run it with --engine cometbft, or report the double sign with the action report-misbehavior.';

/** Which engine is to carry a trace out, where, and with how many nodes a chain of it may begin. */
export interface Carrier {
  readonly engine?: 'lockstep' | 'cometbft';
  readonly runtime?: string;
  readonly nodes?: number;
}

/** Checks that an engine can carry a trace out. Throws a `TraceError` that names each place where it cannot. */
export function checkFits(trace: Trace, source: string, { engine = 'lockstep', runtime, nodes }: Carrier): void {
  const faults = engine === 'cometbft' ? misfits(trace, nodes) : twins(trace);
  if (faults.length > 0) throw new TraceError(source, faults, engine === 'cometbft' ? HINT : TWIN_HINT);
  const changes = runtime === 'container' ? changeovers(trace) : [];
  if (changes.length > 0) throw new TraceError(source, changes, 'Leave out --runtime.');
}

/** Where another program takes over the folder of one, which ends with a container. */
function changeovers({ actions }: Trace): TraceFault[] {
  return actions.flatMap((action, i) =>
    action.kind === 'change-over'
      ? [{ place: `/actions/${i}`, rule: 'cannot be done in containers, whose folder ends with their program' }]
      : [],
  );
}

/** Where a node has a twin, which only real nodes can have: the harness never signs two blocks of a height itself. */
function twins({ actions }: Trace): TraceFault[] {
  return actions.flatMap((action, i) =>
    action.kind === 'fault' && action.fault === 'twin'
      ? [{ place: `/actions/${i}/fault`, rule: 'twin needs real nodes, which really sign twice' }]
      : [],
  );
}

/** What in a trace real nodes cannot do: let hours pass, vote as they are told, or commit what they have not done. */
export function misfits(trace: Trace, nodes = USUAL_NODES): TraceFault[] {
  const { length } = setupOf(trace).validators;
  const more = nodes < MOST_NODES ? ` (--nodes allows up to ${MOST_NODES})` : '';
  const rule = `has ${length} validators, and each needs a node: at most ${nodes} are wanted${more}`;
  return [...(length > nodes ? [{ place: '/setup/validators', rule }] : []), ...misfitActions(trace)];
}

function misfitActions({ actions }: Trace): TraceFault[] {
  return actions.flatMap((action, i): TraceFault[] => {
    const place = `/actions/${i}`;
    if (action.kind === 'report-misbehavior') {
      return [{ place, rule: 'cannot be done on real nodes, which report no evidence but their own' }];
    }
    if (action.kind === 'export-genesis') {
      return [{ place, rule: 'cannot be done on real nodes, which keep the blocks that they have made' }];
    }
    if (action.kind === 'start-sovereign' || action.kind === 'change-over') {
      return [{ place, rule: 'cannot be done on real nodes, which run one program all the time' }];
    }
    if (action.kind !== 'block') return [];
    const { seconds, absent = [] } = action;
    return [
      ...(seconds > MOST_SECONDS ? [{ place: `${place}/seconds`, rule: TOO_LONG }] : []),
      ...(absent.length > 0 ? [{ place: `${place}/absent`, rule: ABSENT }] : []),
    ];
  });
}

/** Whether real nodes carry out all that a trace asks for, in a fraction of a minute. */
export function isShort(trace: Trace): boolean {
  const { actions } = trace;
  const seconds = actions.reduce((sum, action) => sum + (action.kind === 'block' ? action.seconds : 0), 0);
  return actions.length <= FEW_ACTIONS && seconds <= FEW_SECONDS && misfitActions(trace).length === 0;
}

/**
 * What of a trace real nodes can do: time passes in seconds instead of hours, all vote, nobody is reported who has done
 * nothing. Every part of a trace is a trace, so this is one.
 */
export function fitted(trace: Trace, nodes = USUAL_NODES): Trace {
  const actions = trace.actions.flatMap((action): Trace['actions'] => {
    if (LOCKSTEP_ONLY.has(action.kind)) return [];
    if (action.kind !== 'block') return [action];
    const { kind, chain, seconds } = action;
    return [{ kind, chain, seconds: Math.min(seconds, SHORT) }];
  });
  const validators = setupOf(trace).validators.slice(0, nodes);
  return { ...trace, setup: { ...trace.setup, validators }, actions };
}
