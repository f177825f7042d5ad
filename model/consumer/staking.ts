import { SINGLETON } from '../../specs/key.ts';
import { outstandingDowntime, pendingPackets, pendingPacketsIndex } from '../../specs/tables/consumer.ts';
import type { Hex } from '../../specs/value.ts';
import type { Context } from '../context.ts';
import type { EvidenceStaking } from '../sdk/evidence/module.ts';
import type { SlashingStaking } from '../sdk/slashing/liveness.ts';
import { valsetUpdateIdAt } from './height-map.ts';

/** The infractions that a consumer reports to its provider (ICS-028 §Consumer Initiated Slashing). */
export type Infraction = 'INFRACTION_DOUBLE_SIGN' | 'INFRACTION_DOWNTIME';

/**
 * Replaces the staking module on a consumer: it reports infractions to the provider. A validator that was reported for
 * downtime counts as jailed. A validator that signed twice is tombstoned, and stays in the set until the provider removes it.
 */
export const consumerStaking: SlashingStaking & EvidenceStaking = {
  isJailed: ({ draft }, address) => draft.has(outstandingDowntime, address),
  punishDowntime(context, { consensusAddress, height, power }) {
    requestSlash(context, consensusAddress, height, power, 'INFRACTION_DOWNTIME');
  },
  canBePunished: () => true,
  punishEquivocation(context, { consensusAddress, height, power }) {
    requestSlash(context, consensusAddress, height, power, 'INFRACTION_DOUBLE_SIGN');
  },
};

/**
 * Asks the provider to punish an infraction (ICS-028, ME [CCV-CCF-SNDSLASH]): queues a slash packet with the VSC of
 * the infraction's height. One request for downtime at a time for each validator.
 */
export function requestSlash(
  context: Context,
  address: Hex,
  infractionHeight: bigint,
  power: bigint,
  infraction: Infraction,
): void {
  const { draft } = context;
  if (infraction === 'INFRACTION_DOWNTIME') {
    if (draft.has(outstandingDowntime, address)) return;
    draft.set(outstandingDowntime, address, '');
  }
  const index = draft.get(pendingPacketsIndex, SINGLETON) ?? 0n;
  draft.set(pendingPacketsIndex, SINGLETON, index + 1n);
  draft.set(pendingPackets, pendingPackets.key(index), {
    type: 'CONSUMER_PACKET_TYPE_SLASH',
    slashPacketData: {
      validator: { address, power },
      valset_update_id: valsetUpdateIdAt(context, infractionHeight),
      infraction,
    },
  });
}
