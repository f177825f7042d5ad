import { initializationParameters, spawnQueue } from '../../../specs/tables/provider.ts';
import type { Context } from '../../context.ts';
import { Refusal } from '../../refusal.ts';
import { setPhase } from '../consumer.ts';
import { ensure } from '../errors.ts';
import { activeValidators } from '../shape/active.ts';
import { renewSet } from '../shape/next-set.ts';
import { bondedValidators, type StakingValidator } from '../staking.ts';
import { diffSets } from '../updates/diff.ts';
import { createConsumerClient } from './client.ts';
import { storeGenesis } from './consumer-genesis.ts';
import { initializationOf } from './initialize.ts';
import { takeDue } from './time-queue.ts';
import { NO_TIME } from '../../../specs/value.ts';

/**
 * Launches the consumers that are due (ICS-028, ME [CCV-PCF-BBLOCK-INIT]; ADR-019). A consumer whose launch fails returns
 * to the registered phase without a spawn time, and no event reports it.
 */
export function launchDue(context: Context): void {
  const due = takeDue(context, spawnQueue);
  if (due.length === 0) return;
  const bonded = bondedValidators(context);
  const active = activeValidators(context);
  for (const consumerId of due) {
    try {
      context.draft.attempt(() => launch(context, consumerId, bonded, active));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      giveUp(context, consumerId);
    }
  }
}

function launch(
  context: Context,
  consumerId: string,
  bonded: readonly StakingValidator[],
  active: readonly StakingValidator[],
): void {
  const set = renewSet(context, consumerId, bonded, active);
  ensure(set.length > 0, 'unregistered', 'nobody validates the consumer');
  const addresses = new Set(active.map(({ consensusAddress }) => consensusAddress));
  const someActive = set.some(({ provider_cons_addr: address }) => addresses.has(address));
  ensure(someActive, 'unregistered', 'no active validator of the provider validates the consumer');
  const updates = diffSets([], set);
  storeGenesis(context, consumerId, updates);
  createConsumerClient(context, consumerId, updates);
  setPhase(context, consumerId, 'CONSUMER_PHASE_LAUNCHED');
}

/** The owner may try again later. */
function giveUp(context: Context, consumerId: string): void {
  const parameters = { ...initializationOf(context, consumerId), spawn_time: NO_TIME };
  context.draft.set(initializationParameters, consumerId, parameters);
  setPhase(context, consumerId, 'CONSUMER_PHASE_REGISTERED');
}
