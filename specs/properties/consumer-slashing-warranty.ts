import type { ChainName } from '../block.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { violation, type ExecutableProperty, type PropertyMonitor } from '../property.ts';
import {
  heightToValsetUpdateId,
  outstandingDowntime,
  pendingPackets,
  type SlashPacketRow,
} from '../tables/consumer.ts';
import type { Hex } from '../value.ts';

/** Consumer Slashing Warranty (SM §Consumer Initiated Slashing). */
export const consumerSlashingWarranty: ExecutableProperty = {
  name: 'consumer-slashing-warranty',
  statement: 'A consumer reports an infraction once, with the VSC of the height of the infraction.',
  kind: 'safety',
  group: 'slashing',
  source: 'SM §Consumer Initiated Slashing',
  touches: {
    consumer: [
      'sent-packets/consumer',
      'ccvconsumer/pending-packets',
      'ccvconsumer/outstanding-downtime',
      'ccvconsumer/height-to-valset-update-id',
    ],
  },
  altered:
    'judged when the slash packet is queued: it stays queued until the previous one is acknowledged, and a bounced one is sent ' +
    'again (ADR-008)',
  status: 'executable',
  monitor,
};

function monitor(): PropertyMonitor {
  const outstanding = new Map<ChainName, Set<Hex>>();
  return {
    observe(event) {
      if (event.kind !== 'consumer' || event.event === 'start') return undefined;
      const asked = outstanding.get(event.chain) ?? new Set();
      outstanding.set(event.chain, asked);
      for (const { row } of changesOf(event, pendingPackets)) {
        if (row === undefined) continue;
        const { validator, infraction, valset_update_id: id } = row.slashPacketData;
        if (infraction === 'INFRACTION_DOWNTIME' && asked.has(validator.address)) {
          return violation(event, `it reports ${validator.address} again; however its downtime is already outstanding`);
        }
        const expected = expectedIds(event, row.slashPacketData);
        if (!expected.includes(id)) {
          const because = `the infraction happened with VSC ${expected.join(' or ')}`;
          return violation(event, `it reports ${validator.address} with VSC ${id}; however ${because}`);
        }
      }
      for (const { key, row } of changesOf(event, outstandingDowntime)) {
        if (row === undefined) asked.delete(key);
        else asked.add(key);
      }
      return undefined;
    },
  };
}

/** A vote on the previous block comes from the set that signed two blocks before. Evidence names its height itself. */
function expectedIds({ block, view }: BlockEvent, { validator, infraction }: SlashPacketRow): readonly bigint[] {
  const at = (height: bigint): bigint => view.row(heightToValsetUpdateId, heightToValsetUpdateId.key(height)) ?? 0n;
  if (infraction === 'INFRACTION_DOWNTIME') return [at(block.height - 2n)];
  return block.misbehavior.filter(({ address }) => address === validator.address).map(({ height }) => at(height - 1n));
}
