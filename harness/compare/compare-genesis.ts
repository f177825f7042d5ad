import type { ConsumerGenesis } from '../../specs/genesis.ts';
import type { Value } from '../../specs/value.ts';
import { compareValues } from './compare-values.ts';
import type { Difference } from './difference.ts';

/** Where the genesis that the provider answers for a consumer differs from the one that the model expects. */
export function compareGenesis(expected: Pick<ConsumerGenesis, 'ccv'>, observed: Value): Difference[] {
  return compareValues('field', ['query', 'QueryConsumerGenesis'], expected.ccv, observed);
}
