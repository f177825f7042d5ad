import { SINGLETON } from '../../../specs/key.ts';
import type { ValidatorUpdate } from '../../../specs/block.ts';
import { writeValidatorSetChange } from '../../../specs/ccv-packet.ts';
import type { ValidatorSetChangeRow } from '../../../specs/tables/consumer.ts';
import {
  consumerToChannel,
  pendingVscs,
  slashAcks,
  valsetUpdateBlockHeights,
  valsetUpdateId,
} from '../../../specs/tables/provider.ts';
import { updatesOf } from '../../../specs/tables/validator-update.ts';
import type { Context } from '../../context.ts';
import type { HaltCause } from '../../../specs/halt-cause.ts';
import { haltIfRefused } from '../../halt.ts';
import { isRefusedAs } from '../../ibc/errors.ts';
import { ZERO_HEIGHT } from '../../ibc/height.ts';
import { sendPacket } from '../../ibc/packet/send.ts';
import { Refusal } from '../../refusal.ts';
import { launchedConsumers } from '../consumer.ts';
import { PROVIDER_PORT } from '../../ccv/channel.ts';
import { stopConsumer } from '../lifecycle/stop.ts';
import { paramsOf } from '../params.ts';
import { activeValidators } from '../shape/active.ts';
import { bondedValidators } from '../staking.ts';
import { renewSet, storedSet } from '../shape/next-set.ts';
import { diffSets } from './diff.ts';

/** The id of the next valset update. */
export function currentUpdateId({ draft }: Context): bigint {
  return draft.get(valsetUpdateId, SINGLETON) ?? 0n;
}

/** VSCtoH: an infraction with this update happened at the next height at the latest (ME [CCV-PCF-EBLOCK-CIS]). */
export function mapUpdateId(context: Context): void {
  const { draft, block } = context;
  draft.set(valsetUpdateBlockHeights, valsetUpdateBlockHeights.key(currentUpdateId(context)), block.height + 1n);
}

/** A top N without validators is an error that no module registers. */
function whyNoSet({ codespace }: Refusal): HaltCause {
  return codespace === 'undefined' ? 'provider/top-n-empty' : 'provider/power-shaping-missing';
}

/**
 * Computes the validators of every launched consumer, and queues a packet where they changed (ICS-028, ME
 * [CCV-PCF-EBLOCK-VSU]; ADR-014). The packet contains the slash acknowledgements, which wait if there is none.
 */
export function queuePackets(context: Context): void {
  const { draft } = context;
  const id = currentUpdateId(context);
  const consumers = launchedConsumers(context);
  const bonded = consumers.length === 0 ? [] : bondedValidators(context);
  const active = consumers.length === 0 ? [] : activeValidators(context);
  for (const consumerId of consumers) {
    const current = storedSet(context, consumerId);
    // Without any active validator there is no top N, and no consensus either.
    const next = haltIfRefused(whyNoSet, () => renewSet(context, consumerId, bonded, active));
    const updates = diffSets(current, next);
    if (updates.length === 0) continue;
    const packet = packetRow(updates, id, draft.get(slashAcks, consumerId)?.addresses ?? []);
    draft.delete(slashAcks, consumerId);
    draft.set(pendingVscs, consumerId, { list: [...(draft.get(pendingVscs, consumerId)?.list ?? []), packet] });
  }
  draft.set(valsetUpdateId, SINGLETON, id + 1n);
}

/** Sends the queued packets of every launched consumer whose channel is open (ME [CCV-PCF-EBLOCK-VSU]). */
export function sendPackets(context: Context): void {
  for (const consumerId of launchedConsumers(context)) {
    const channel = context.draft.get(consumerToChannel, consumerId);
    if (channel !== undefined) sendTo(context, consumerId, channel);
  }
}

/** Packets to an expired client are kept until it is renewed; any other failure stops the consumer. */
function sendTo(context: Context, consumerId: string, channel: string): void {
  const { draft, block } = context;
  const timeout = block.time + paramsOf(context).ccv_timeout_period;
  try {
    for (const packet of draft.get(pendingVscs, consumerId)?.list ?? []) {
      sendPacket(context, PROVIDER_PORT, channel, ZERO_HEIGHT, timeout, packetData(packet));
    }
    draft.delete(pendingVscs, consumerId);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (!isRefusedAs(error, 'clientNotActive')) stopConsumer(context, consumerId);
  }
}

function packetRow(
  updates: readonly ValidatorUpdate[],
  id: bigint,
  acknowledged: readonly string[],
): ValidatorSetChangeRow {
  return {
    validator_updates: updates.map(({ pubKey, power }) => ({ pub_key: { ed25519: pubKey }, power })),
    valset_update_id: id,
    slash_acks: acknowledged,
  };
}

function packetData({ validator_updates, valset_update_id, slash_acks }: ValidatorSetChangeRow): string {
  return writeValidatorSetChange({
    updates: updatesOf(validator_updates),
    valsetUpdateId: valset_update_id,
    slashAcks: slash_acks,
  });
}
