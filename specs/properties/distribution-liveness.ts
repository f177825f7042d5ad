import { SINGLETON } from '../key.ts';
import type { RowView } from '../rows.ts';
import type { Packet } from '../block.ts';
import { consumerExportForgets } from '../deviations/consumer-export-forgets.ts';
import type { BlockEvent } from '../event.ts';
import { changesOf } from '../event.ts';
import { changesOver } from '../history/changeover.ts';
import { commitmentOf, sentAs, settledIn } from '../history/commitments.ts';
import { isSentByChain, transfersReceived, transfersRefunded, transfersSent } from '../history/transfers.ts';
import { moduleAddress } from '../module-address.ts';
import { violation, type ExecutableProperty, type PropertyMonitor, type Violation } from '../property.ts';
import { balances } from '../tables/bank.ts';
import { consumerParams, lastTransmission } from '../tables/consumer.ts';
import { nameOfDenom, readPath } from '../traced-denom.ts';

/** Distribution Liveness (SM §Reward Distribution). */
export const distributionLiveness: ExecutableProperty = {
  name: 'distribution-liveness',
  statement: 'Rewards that a consumer sends arrive, or are sent again after a refund.',
  kind: 'liveness',
  group: 'rewards',
  source: 'SM §Reward Distribution; ME [CCV-CCF-EBLOCK-RD]',
  touches: { consumer: ['sent-packets/transfer', 'ccvconsumer/last-transmission'] },
  altered:
    'decided block by block. Rewards are due exactly every period, and then all that may be sent are sent together, refunds included. Whether a packet arrived or was refunded is decided when the consumer deletes its commitment. In the block of a changeover (ADR-010) no rewards are due',
  status: 'executable',
  monitor,
};

const SENDER = moduleAddress('cons_to_send_to_provider');

function monitor(): PropertyMonitor {
  const last = new Map<string, bigint>();
  const sent = new Map<string, Packet>();
  const underWay = new Set<string>();
  return {
    observe(event) {
      for (const { packet, success } of transfersReceived(event)) if (success) underWay.delete(nameOf(packet));
      if (event.event !== 'block' || event.kind !== 'consumer') return undefined;
      for (const { packet } of transfersRefunded(event)) underWay.delete(nameOf(packet));
      const rewards = transfersSent(event).filter((transfer) => isSentByChain(event, transfer));
      for (const { packet } of rewards) {
        sent.set(sentAs(event.chain, packet), packet);
        underWay.add(nameOf(packet));
      }
      const wrong = untimely(event, last.get(event.chain) ?? 0n) ?? (rewards.length > 0 ? left(event) : undefined);
      for (const { row } of changesOf(event, lastTransmission)) last.set(event.chain, row?.height ?? 0n);
      return wrong ?? lost(event, sent, underWay);
    },
  };
}

/** Packets of different consumers differ in their channel on the provider. */
function nameOf({ destination_channel, data, sequence }: Packet): string {
  return `${destination_channel} ${data} ${sequence}`;
}

/** Rewards whose commitment the consumer deleted were received or refunded. */
function lost(event: BlockEvent, sent: Map<string, Packet>, underWay: ReadonlySet<string>): Violation | undefined {
  for (const name of settledIn(event)) {
    const packet = sent.get(name);
    sent.delete(name);
    if (packet !== undefined && underWay.has(nameOf(packet)))
      return violation(
        event,
        `it deleted the commitment of the rewards packet ${commitmentOf(packet)}; however it was neither received nor refunded`,
      );
  }
  return undefined;
}

/** Rewards are due when a period has passed since they were last due, and at no other time. */
function untimely(event: BlockEvent, last: bigint): Violation | undefined {
  const period = event.view.row(consumerParams, SINGLETON)?.blocks_per_distribution_transmission;
  if (period === undefined || changesOver(event)) return undefined;
  const { height } = event.block;
  const isDue = height - last >= period;
  const wasDue = changesOf(event, lastTransmission).length > 0;
  if (isDue === wasDue) return undefined;
  return violation(
    event,
    `rewards were last due at ${last} and are due every ${period} blocks; however at ${height} they ${wasDue ? 'were' : 'were not'}`,
    consumerExportForgets.name,
  );
}

/** When rewards are sent, nothing that may be sent remains. */
function left(event: BlockEvent): Violation | undefined {
  for (const denom of denominations(event.view)) {
    const rest = event.view.row(balances, balances.key(SENDER, denom));
    if (rest !== undefined) return violation(event, `it sent its rewards; however ${rest}${denom} remained`);
  }
  return undefined;
}

function denominations(view: RowView): string[] {
  const params = view.row(consumerParams, SINGLETON);
  if (params === undefined) return [];
  const hop = `transfer/${params.distribution_transmission_channel}`;
  const theirs = params.provider_reward_denoms.map((denom) => nameOfDenom(readPath(`${hop}/${denom}`)));
  return [...params.reward_denoms, ...theirs];
}
