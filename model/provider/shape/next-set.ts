import { consumerValidators, type ConsensusValidatorRow } from '../../../specs/tables/provider.ts';
import type { Context } from '../../context.ts';
import { powerShapingOf, rowsOfConsumer } from '../consumer.ts';
import type { StakingValidator } from '../staking.ts';
import { shapeSet } from './shape.ts';
import { optInTopN } from './top-n.ts';

/** The validators that a consumer has, in the order of their consensus addresses on the provider. */
export function storedSet(context: Context, consumerId: string): ConsensusValidatorRow[] {
  return rowsOfConsumer(context, consumerValidators, consumerId).map(([, validator]) => validator);
}

/**
 * Computes and stores the validators that a consumer has from now on (ADR-014, ADR-015), and returns them in the order
 * of their updates.
 */
export function renewSet(
  context: Context,
  consumerId: string,
  bonded: readonly StakingValidator[],
  active: readonly StakingValidator[],
): readonly ConsensusValidatorRow[] {
  const shaping = powerShapingOf(context, consumerId);
  const leastPower = shaping.top_N > 0 ? optInTopN(context, consumerId, active, shaping.top_N) : 0n;
  const next = shapeSet(context, consumerId, bonded, shaping, leastPower);
  const { draft } = context;
  const stays = new Set(next.map(({ provider_cons_addr: address }) => address));
  for (const [address] of rowsOfConsumer(context, consumerValidators, consumerId)) {
    if (!stays.has(address)) draft.delete(consumerValidators, consumerValidators.key(consumerId, address));
  }
  for (const validator of next) {
    draft.set(consumerValidators, consumerValidators.key(consumerId, validator.provider_cons_addr), validator);
  }
  return next;
}
