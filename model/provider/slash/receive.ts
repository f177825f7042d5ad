import type { Packet } from '../../../specs/block.ts';
import { readConsumerPacket, type SlashRequest } from '../../../specs/ccv-packet.ts';
import {
  channelToConsumer,
  consumerValidators,
  initChainHeights,
  slashAcks,
  slashLog,
  valsetUpdateBlockHeights,
} from '../../../specs/tables/provider.ts';
import type { Hex } from '../../../specs/value.ts';
import { bech32 } from '../../bech32.ts';
import type { Context } from '../../context.ts';
import { isLaunched } from '../consumer.ts';
import { ensure } from '../errors.ts';
import { providerAddressOf } from '../keys/assign.ts';
import { stakedTokens } from '../../sdk/staking/pools.ts';
import { powerOf } from '../../sdk/staking/validators.ts';
import { validatorByConsensusAddress } from '../staking.ts';
import { drawFromMeter, meterOf } from './meter.ts';
import { punishDowntime } from './punish.ts';

/** The result in the acknowledgement of a slash packet (ADR-008), or the code of its error. */
export type SlashAnswer = 'noted' | 'handled' | 'bounced' | { readonly error: number };

/** `CCV/1`, invalid packet data. An error that no module registered has the code 1, too. */
const INVALID = { error: 1 } as const;
/** `sdk/29`, invalid type: the data cannot be decoded. */
const UNREADABLE = { error: 29 } as const;

/**
 * Receives a slash packet (ICS-028, ME [CCV-PCF-RCVSLASH]; ADR-002, ADR-008). A double sign is only logged: evidence
 * punishes it (ADR-005, ADR-013). A packet with more power than all stake is refused.
 */
export function receiveSlash(context: Context, packet: Packet): SlashAnswer {
  const read = readConsumerPacket(packet.data);
  if (read === undefined) return UNREADABLE;
  // Consumers from before ADR-018 still send maturity packets; the provider ignores them.
  if (read.type === 'matured') return 'noted';
  if (read.type === 'unspecified') return INVALID;
  const { request } = read;
  ensure(request !== undefined, 'panic', 'the slash packet says nothing');
  const consumerId = context.draft.get(channelToConsumer, packet.destination_channel);
  ensure(consumerId !== undefined, 'panic', `no consumer has the channel ${packet.destination_channel}`);
  if (request.power === 0n || request.infraction === 'unspecified' || !isAddress(request.address)) return INVALID;
  if (request.power > powerOf(stakedTokens(context))) return INVALID;
  const infractionHeight = infractionHeightOf(context, consumerId, request.valsetUpdateId);
  if (infractionHeight === undefined) return INVALID;

  const { draft } = context;
  const address = providerAddressOf(context, consumerId, request.address);
  if (request.infraction === 'double-sign') {
    draft.set(slashLog, address, '');
    return 'noted';
  }
  if (!isLaunched(context, consumerId) || !draft.has(consumerValidators, consumerValidators.key(consumerId, address))) {
    acknowledgeSlash(context, consumerId, request);
    return 'handled';
  }
  if (meterOf(context) < 0n) return 'bounced';
  drawFromMeter(context, effectivePower(context, address));
  const isFound = punishDowntime(context, consumerId, address, request, infractionHeight);
  if (isFound) acknowledgeSlash(context, consumerId, request);
  return 'handled';
}

/** An address of the SDK has any length up to a byte's worth. */
function isAddress(address: Hex): boolean {
  return address.length > 0 && address.length <= 2 * 255;
}

/** The height on the provider of an infraction with this update (VSCtoH); of the first set, when the channel was opened. */
export function infractionHeightOf({ draft }: Context, consumerId: string, updateId: bigint): bigint | undefined {
  return updateId === 0n
    ? draft.get(initChainHeights, consumerId)
    : draft.get(valsetUpdateBlockHeights, valsetUpdateBlockHeights.key(updateId));
}

/** Adds a slash acknowledgement to the next packet: the consumer can report the validator's downtime again. */
function acknowledgeSlash({ draft, bech32Prefix }: Context, consumerId: string, { address }: SlashRequest): void {
  const addresses = draft.get(slashAcks, consumerId)?.addresses ?? [];
  draft.set(slashAcks, consumerId, { addresses: [...addresses, bech32(`${bech32Prefix}valcons`, address)] });
}

/** The power that jailing a validator removes; 0 if it is jailed or unknown. */
function effectivePower(context: Context, address: string): bigint {
  const validator = validatorByConsensusAddress(context, address);
  return validator === undefined || validator.row.jailed ? 0n : validator.lastPower;
}
