import type { Context } from './context.ts';

/** Runs a step. If it throws, undoes its writes, packets and acknowledgements, and rethrows the error. */
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
