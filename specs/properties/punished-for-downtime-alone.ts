import { SINGLETON } from '../key.ts';
import type { ChainName } from '../block.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { violation, type ExecutableProperty, type PropertyMonitor } from '../property.ts';
import { outstandingDowntime, pendingPackets } from '../tables/consumer.ts';
import { slashingParams, type SlashingParamsRow } from '../tables/slashing.ts';
import { ONE, type Hex } from '../value.ts';

/** Nobody is reported for what he did not do. */
export const punishedForDowntimeAlone: ExecutableProperty = {
  name: 'punished-for-downtime-alone',
  statement: 'A consumer reports for downtime only who has missed more blocks of its window than may be missed.',
  kind: 'safety',
  group: 'slashing',
  source: 'SM §Consumer Initiated Slashing, Evidence Provision; SDK x/slashing',
  touches: {
    consumer: ['ccvconsumer/pending-packets', 'slashing/signing-infos', 'slashing/missed-blocks'],
  },
  status: 'executable',
  monitor,
};

function monitor(): PropertyMonitor {
  /** By chain and address: whether each of the last votes that counted was missing. */
  const votes = new Map<ChainName, Map<Hex, boolean[]>>();
  /** Whose votes did not count, as of the block before. */
  const reported = new Map<ChainName, Set<Hex>>();
  return {
    observe(event) {
      if (event.kind !== 'consumer' || event.event === 'start') return undefined;
      const params = event.view.row(slashingParams, SINGLETON);
      if (params === undefined) return undefined;
      const counted = votes.get(event.chain) ?? new Map<Hex, boolean[]>();
      votes.set(event.chain, counted);
      const waiting = reported.get(event.chain) ?? new Set<Hex>();
      reported.set(event.chain, waiting);
      count(event, params, counted, waiting);
      for (const { row } of changesOf(event, pendingPackets)) {
        if (row?.slashPacketData.infraction !== 'INFRACTION_DOWNTIME') continue;
        const { address } = row.slashPacketData.validator;
        const missed = (counted.get(address) ?? []).filter(Boolean).length;
        const most = mayMiss(params);
        if (BigInt(missed) <= most) {
          return violation(
            event,
            `it reports ${address}, which missed ${missed} blocks; however ${most} may be missed`,
          );
        }
        counted.delete(address);
      }
      for (const { key, row } of changesOf(event, outstandingDowntime)) {
        if (row === undefined) waiting.delete(key);
        else waiting.add(key);
      }
      return undefined;
    },
  };
}

function count(
  { block }: BlockEvent,
  { signed_blocks_window: window }: SlashingParamsRow,
  counted: Map<Hex, boolean[]>,
  waiting: ReadonlySet<Hex>,
): void {
  for (const { address, signed } of block.votes) {
    if (waiting.has(address)) continue;
    const known = counted.get(address) ?? [];
    // Who never missed a block has nothing to forget.
    if (signed && known.length === 0) continue;
    known.push(!signed);
    if (known.length > Number(window)) known.shift();
    counted.set(address, known);
  }
}

/** How many blocks of a window may be missed: the rest must be signed, rounded half to even. */
function mayMiss({ signed_blocks_window: window, min_signed_per_window: share }: SlashingParamsRow): bigint {
  const scaled = window * share;
  const whole = scaled / ONE;
  const twice = 2n * (scaled % ONE);
  const up = twice > ONE || (twice === ONE && whole % 2n === 1n);
  return window - (up ? whole + 1n : whole);
}
