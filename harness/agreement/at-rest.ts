import type { Action, Trace } from '../../specs/generated/trace.ts';
import { setupOf } from '../../traces/format/trace.ts';

/** What happens on one chain may have consequences on another that come back: so often all of it is carried over. */
const ROUNDS = 2;
const ALL = 100;

/**
 * A trace with an ending in which its chains come to rest: epochs end, and whatever is under way arrives and is
 * acknowledged. How much of that happened before depends on how many blocks were made meanwhile.
 */
export function atRest(trace: Trace): Trace {
  const consumers = new Set(trace.actions.flatMap((action) => ('consumer' in action ? [action.consumer] : [])));
  const { blocksPerEpoch } = setupOf(trace);
  const epoch = Array.from({ length: blocksPerEpoch }, () => blockOf('provider'));
  const round = [...epoch, ...[...consumers].flatMap(exchange)];
  return { ...trace, actions: [...trace.actions, ...Array.from({ length: ROUNDS }, () => round).flat()] };
}

/** All packets of a consumer and of the provider reach the other side, and all acknowledgements come back. */
function exchange(consumer: string): Action[] {
  const sides = ['consumer', 'provider'] as const;
  const channels = ['ccv', 'transfer'] as const;
  return [
    ...channels.flatMap((channel) =>
      sides.map((to): Action => ({ kind: 'deliver', consumer, to, channel, count: ALL })),
    ),
    ...channels.flatMap((channel) =>
      sides.map((to): Action => ({ kind: 'acknowledge', consumer, to, channel, count: ALL })),
    ),
    blockOf(consumer),
  ];
}

function blockOf(chain: string): Action {
  return { kind: 'block', chain, seconds: 1 };
}
