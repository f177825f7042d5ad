import { consumerKeys, validatorsByConsumerAddress } from '../../specs/tables/provider.ts';
import type { Hex } from '../../specs/value.ts';
import { addressOfKey } from '../consensus/validator-set.ts';
import type { Context } from '../context.ts';
import { distributionHooks } from '../sdk/distribution/hooks.ts';
import { slashingHooks } from '../sdk/slashing/hooks.ts';
import { composeHooks, type StakingHooks } from '../sdk/staking/hooks.ts';
import { consensusAddressOf, validatorAt } from '../sdk/staking/validators.ts';
import { activeConsumers } from './consumer.ts';
import { ensure } from './errors.ts';

/**
 * A validator is created (SDK staking hook): its key must not be one that a validator has, or lately had, on an active
 * consumer (ADR-001).
 */
function afterValidatorCreated(context: Context, consensusAddress: Hex): void {
  for (const consumerId of activeConsumers(context)) {
    const isFree = !context.draft.has(
      validatorsByConsumerAddress,
      validatorsByConsumerAddress.key(consumerId, consensusAddress),
    );
    ensure(isFree, 'panic', `the key is in use on consumer ${consumerId}`);
  }
}

/** A validator is removed (SDK staking hook): its keys on all consumers are deleted at once (ADR-001). */
function afterValidatorRemoved({ draft }: Context, consensusAddress: Hex): void {
  const own = [...draft.entries(consumerKeys)].filter(([key]) => key.endsWith(`/${consensusAddress}`));
  for (const [key, { ed25519 }] of own) {
    const consumerId = key.slice(0, -consensusAddress.length - 1);
    draft.delete(validatorsByConsumerAddress, validatorsByConsumerAddress.key(consumerId, addressOfKey(ed25519)));
    draft.delete(consumerKeys, key);
  }
}

/** What the provider module does when a validator changes. */
export const providerHooks: StakingHooks = {
  afterValidatorCreated: (context, operator) => {
    afterValidatorCreated(context, consensusAddressOf(validatorAt(context, operator)));
  },
  afterValidatorRemoved,
};

/** What all modules of the provider do when a validator changes. */
export const stakingHooks: StakingHooks = composeHooks([distributionHooks, slashingHooks, providerHooks]);
