import type { Context } from './context.ts';

/** Runs a step; if it throws, all that it wrote, sent and acknowledged is undone and the error goes on. */
export function allOrNothing(context: Context, step: () => void): void {
  const { draft, sentPackets, writtenAcks } = context;
  const sent = sentPackets.length;
  const acks = writtenAcks.length;
  try {
    draft.attempt(step);
  } catch (error) {
    sentPackets.length = sent;
    writtenAcks.length = acks;
    throw error;
  }
}
