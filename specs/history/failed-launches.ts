import { changesOf, type BlockEvent } from '../event.ts';
import { proposals } from '../tables/gov.ts';
import { consumerPhases } from '../tables/provider.ts';
import { succeeded } from '../witness.ts';
import type { ConsumerId } from './consumer-ids.ts';

const CREATE = '/interchain_security.ccv.provider.v1.MsgCreateConsumer';
const UPDATE = '/interchain_security.ccv.provider.v1.MsgUpdateConsumer';

/** The consumers whose launch failed: they return to the registered phase, and no message of the block does that. */
export function failedLaunches(event: BlockEvent): readonly ConsumerId[] {
  const registered = changesOf(event, consumerPhases).filter(({ row }) => row === 'CONSUMER_PHASE_REGISTERED');
  if (registered.length === 0 || succeeded(event, CREATE) || succeeded(event, UPDATE) || wasDecided(event)) return [];
  return registered.map(({ key }) => key);
}

/** Whether a proposal executed messages. */
function wasDecided(event: BlockEvent): boolean {
  return changesOf(event, proposals).some(({ row }) => row?.status === 'PROPOSAL_STATUS_PASSED');
}
