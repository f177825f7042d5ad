import type { KeyIn } from '../../../specs/table.ts';
import { consumerAddressesToPrune, consumerKeys, validatorsByConsumerAddress } from '../../../specs/tables/provider.ts';
import type { Hex } from '../../../specs/value.ts';
import { addressOfKey } from '../../consensus/validator-set.ts';
import type { Context } from '../../context.ts';
import { isActive, isLaunched } from '../consumer.ts';
import { ensure } from '../errors.ts';
import { stakingParamsOf } from '../../sdk/staking/params.ts';
import { validatorByConsensusAddress, type StakingValidator } from '../staking.ts';

const KEY_SIZE = 32;

/**
 * Assigns a consumer key to a validator (ADR-001). Two validators never have the same address on a consumer, and an
 * address that a slash packet can still contain is in use until it is pruned.
 */
export function assignKey(context: Context, consumerId: string, validator: StakingValidator, key: Hex): void {
  const { draft } = context;
  ensure(isActive(context, consumerId), 'invalidPhase', `consumer ${consumerId} is not active`);
  ensure(key.length === 2 * KEY_SIZE, 'panic', 'an ed25519 key has 32 bytes');
  const address = addressOfKey(key);
  const own = consumerKeys.key(consumerId, validator.consensusAddress);
  const previous = draft.get(consumerKeys, own)?.ed25519;

  const owner = validatorByConsensusAddress(context, address);
  if (owner !== undefined) {
    const isOwn = owner.operator === validator.operator;
    ensure(isOwn, 'keyInUse', 'another validator uses the key on the provider');
    ensure(previous !== undefined, 'defaultKey', 'the validator has its own key on the consumer already');
  }
  const isFree = !draft.has(validatorsByConsumerAddress, validatorsByConsumerAddress.key(consumerId, address));
  ensure(isFree, 'keyInUse', 'a validator has or had the key on the consumer');

  if (previous !== undefined) giveUpAddress(context, consumerId, addressOfKey(previous));
  draft.set(consumerKeys, own, { ed25519: key });
  draft.set(
    validatorsByConsumerAddress,
    validatorsByConsumerAddress.key(consumerId, address),
    validator.consensusAddress,
  );
}

/** Before the launch a replaced address is deleted; afterwards it is kept for the unbonding period. */
function giveUpAddress(context: Context, consumerId: string, address: Hex): void {
  const { draft, block } = context;
  if (!isLaunched(context, consumerId)) {
    draft.delete(validatorsByConsumerAddress, validatorsByConsumerAddress.key(consumerId, address));
    return;
  }
  const key = consumerAddressesToPrune.key(consumerId, block.time + stakingParamsOf(context).unbonding_time);
  const addresses = draft.get(consumerAddressesToPrune, key)?.addresses ?? [];
  draft.set(consumerAddressesToPrune, key, { addresses: [...addresses, address] });
}

/** The provider address of a validator, from its consumer address; the same address if it has no assigned key. */
export function providerAddressOf({ draft }: Context, consumerId: string, consumerAddress: Hex): Hex {
  return (
    draft.get(validatorsByConsumerAddress, validatorsByConsumerAddress.key(consumerId, consumerAddress)) ??
    consumerAddress
  );
}

/** Prunes the replaced addresses that are due (ADR-001). */
export function pruneAddresses(context: Context, consumerId: string): void {
  const { draft, block } = context;
  const due: [KeyIn<typeof consumerAddressesToPrune>, readonly Hex[]][] = [];
  for (const [key, { addresses }] of draft.entries(consumerAddressesToPrune)) {
    const [id, time] = consumerAddressesToPrune.parts(key);
    if (id === consumerId && time <= block.time) due.push([key, addresses]);
  }
  for (const [key, addresses] of due) {
    draft.delete(consumerAddressesToPrune, key);
    for (const address of addresses)
      draft.delete(validatorsByConsumerAddress, validatorsByConsumerAddress.key(consumerId, address));
  }
}
