import type { Packet } from '../block.ts';
import { readValidatorSetChange } from '../ccv-packet.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { violation, type ExecutableProperty, type PropertyMonitor, type Violation } from '../property.ts';
import { crossChainValidators } from '../tables/consumer.ts';
import type { Hex } from '../value.ts';
import { initialSet } from '../history/initial-set.ts';
import { ccvReceived } from '../history/packets.ts';

/** Validator Update Inclusion (SM §Validator Sets, Validator Updates and VSCs). */
export const validatorUpdateInclusion: ExecutableProperty = {
  name: 'validator-update-inclusion',
  statement:
    'A validator update carries the total power of the validator. Of all updates of one key that a consumer block receives, ' +
    'the last one counts, and nothing else changes the set.',
  kind: 'safety',
  group: 'validator-update',
  source: 'SM §Validator Sets, Validator Updates and VSCs',
  touches: {
    consumer: ['validator-updates', 'ccvconsumer/validators', 'ccvconsumer/pending-changes', 'written-acks/consumer'],
  },
  status: 'executable',
  monitor,
};

function monitor(): PropertyMonitor {
  const powers = new Map<string, Map<Hex, bigint>>();
  return {
    observe(event) {
      if (event.kind !== 'consumer') return undefined;
      let known = powers.get(event.chain);
      if (known === undefined) powers.set(event.chain, (known = new Map()));
      if (event.event === 'start') {
        for (const [pubKey, power] of initialSet(event)) known.set(pubKey, power);
        return undefined;
      }
      const packets = ccvReceived(event);
      if (packets.length > 0) for (const [key, power] of lastUpdates(packets)) setPower(known, key, power);
      const changed = changesOf(event, crossChainValidators).length > 0;
      return changed || packets.length > 0 ? differs(event, known) : undefined;
    },
  };
}

/** The last update of each key over all packets, in the order of their arrival. */
function lastUpdates(packets: readonly Packet[]): ReadonlyMap<Hex, bigint> {
  const last = new Map<Hex, bigint>();
  for (const { data } of packets) {
    for (const { pubKey, power } of readValidatorSetChange(data)?.updates ?? []) last.set(pubKey, power);
  }
  return last;
}

function setPower(powers: Map<Hex, bigint>, key: Hex, power: bigint): void {
  if (power === 0n) powers.delete(key);
  else powers.set(key, power);
}

function differs(event: BlockEvent, expected: ReadonlyMap<Hex, bigint>): Violation | undefined {
  let count = 0;
  for (const [, { pubkey, power }] of event.view.rows(crossChainValidators)) {
    count++;
    const wanted = expected.get(pubkey.key) ?? 0n;
    if (power !== wanted)
      return violation(
        event,
        `the key ${pubkey.key} has power ${power}; however the last update that arrived sets ${wanted}`,
      );
  }
  if (count === expected.size) return undefined;
  return violation(event, `its set has ${count} validators; however the updates that arrived give ${expected.size}`);
}
