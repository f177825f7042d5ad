import { changesOf, type BlockEvent } from '../event.ts';
import { accusationsIn, ConsumerAddresses } from '../history/accused.ts';
import { violation, type ExecutableProperty, type PropertyMonitor, type Violation } from '../property.ts';
import { equivocations } from '../tables/evidence.ts';
import { signingInfos } from '../tables/slashing.ts';
import type { Hex } from '../value.ts';

/** Only validators that double-signed are tombstoned (ADR-005; SDK x/evidence). */
export const onlyEquivocatorsTombstoned: ExecutableProperty = {
  name: 'only-equivocators-tombstoned',
  statement:
    'Only a validator that double-signed is tombstoned: one that consensus reports, or one that signed both votes or headers of evidence from a consumer. Evidence that is accepted shows at least one such validator.',
  kind: 'safety',
  group: 'slashing',
  source: 'ADR-005, SM §System Properties (Slashable Consumer Misbehavior)',
  touches: {
    provider: [
      'slashing/signing-infos',
      'evidence/equivocations',
      'txs/MsgSubmitConsumerDoubleVoting',
      'txs/MsgSubmitConsumerMisbehaviour',
    ],
    consumer: ['slashing/signing-infos', 'evidence/equivocations'],
  },
  status: 'executable',
  monitor,
};

function monitor(): PropertyMonitor {
  const addresses = new ConsumerAddresses();
  const tombstoned = new Set<string>();
  return {
    observe(event) {
      if (event.kind === 'provider') addresses.observe(event);
      if (event.event === 'start') return undefined;
      const before = new Set(tombstoned);
      for (const { key, row } of changesOf(event, signingInfos)) {
        if (row?.tombstoned === true) tombstoned.add(`${event.chain}/${key}`);
      }
      const fresh = [...tombstoned]
        .filter((name) => !before.has(name))
        .map((name) => name.slice(event.chain.length + 1));
      const suspects = suspectsIn(event, addresses);
      return broken(event, fresh, suspects);
    },
  };
}

/** The validators that this block shows to have double-signed, by their address on this chain. */
function suspectsIn(event: BlockEvent, addresses: ConsumerAddresses): ReadonlySet<Hex> {
  const suspects = new Set(event.block.misbehavior.map(({ address }) => address));
  if (event.kind === 'consumer') return suspects;
  for (const { consumerId, accused } of accusationsIn(event)) {
    for (const address of accused) suspects.add(addresses.ownerOf(consumerId, address));
  }
  return suspects;
}

function broken(event: BlockEvent, fresh: readonly Hex[], suspects: ReadonlySet<Hex>): Violation | undefined {
  const innocent = fresh.find((address) => !suspects.has(address));
  if (innocent !== undefined) {
    return violation(event, `${innocent} is tombstoned; however no evidence shows that it double-signed`);
  }
  for (const { infraction, accused } of event.kind === 'provider' ? accusationsIn(event) : []) {
    if (accused.length === 0) return violation(event, `${infraction} was accepted; however no validator signed both`);
  }
  const kept = changesOf(event, equivocations).filter(({ row }) => row !== undefined).length;
  return kept > event.block.misbehavior.length
    ? violation(event, `evidence of ${kept} double signs is stored; however consensus reported fewer`)
    : undefined;
}
