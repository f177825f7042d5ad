import { changesOf, type BlockEvent } from '../event.ts';
import { accusationsIn, ConsumerAddresses, type Accusation } from '../history/accused.ts';
import { StakeBook } from '../history/stake-book.ts';
import { violation, type ExecutableProperty, type PropertyMonitor, type Violation } from '../property.ts';
import { infractionParameters, type SlashJailRow } from '../tables/provider.ts';
import { signingInfos } from '../tables/slashing.ts';
import type { Hex } from '../value.ts';

/** Slashable Consumer Misbehavior (SM §System Properties). */
export const slashableConsumerMisbehavior: ExecutableProperty = {
  name: 'slashable-consumer-misbehavior',
  statement: 'Evidence of misbehaviour on a consumer burns exactly the slash fraction, and only once.',
  kind: 'safety',
  group: 'slashing',
  source: 'SM §System Properties',
  touches: {
    provider: [
      'provider/evidence-min-heights',
      'provider/infraction-parameters',
      'slashing/signing-infos',
      'staking/validators',
      'staking/unbonding-delegations',
      'txs/MsgSubmitConsumerDoubleVoting',
      'txs/MsgSubmitConsumerMisbehaviour',
    ],
  },
  altered:
    'altered by ADR-013: the slash is for the current power and all unbonding stake, whenever it began to unbond, ' +
    'without an age limit. The fraction is that of the consumer (ADR-020). Amounts are judged in blocks that do nothing else, ' +
    'and "only once" if the consumer tombstones for equivocation. Slashes for downtime are not judged here',
  status: 'executable',
  monitor,
};

function monitor(): PropertyMonitor {
  const addresses = new ConsumerAddresses();
  const book = new StakeBook();
  const punished = new Set<string>();
  /** The validators that were tombstoned before this block. */
  const tombstoned = new Set<Hex>();
  const parameters = new Map<string, SlashJailRow>();
  return {
    observe(event) {
      if (event.kind !== 'provider') return undefined;
      addresses.observe(event);
      const found = event.event === 'block' ? judge(event) : undefined;
      book.observe(event);
      for (const { key, row } of changesOf(event, signingInfos)) if (row?.tombstoned === true) tombstoned.add(key);
      for (const { key, row } of changesOf(event, infractionParameters)) {
        if (row !== undefined) parameters.set(key, row.double_sign);
      }
      return found;
    },
  };

  function judge(event: BlockEvent): Violation | undefined {
    const accusations = accusationsIn(event);
    for (const accusation of accusations) {
      const found = judgeOnce(event, accusation);
      if (found !== undefined) return found;
    }
    const [only] = accusations;
    const quiet = event.block.txs.length === 1 && event.block.misbehavior.length === 0;
    return quiet && only !== undefined ? judgeAmount(event, only) : undefined;
  }

  function judgeOnce(event: BlockEvent, { consumerId, infraction, accused }: Accusation): Violation | undefined {
    // New parameters take effect at the beginning of a block, before any punishment.
    const how = event.view.row(infractionParameters, consumerId)?.double_sign ?? parameters.get(consumerId);
    if (how?.tombstone !== true) return undefined;
    const owners = accused.map((address) => addresses.ownerOf(consumerId, address));
    if (owners.length > 0 && owners.every((owner) => tombstoned.has(owner))) {
      return violation(
        event,
        `${infraction} on ${consumerId} was punished; however all signers were tombstoned already`,
      );
    }
    const key = `${consumerId}/${infraction}/${owners.join()}`;
    if (punished.has(key)) return violation(event, `${infraction} on ${consumerId} was punished twice`);
    punished.add(key);
    return undefined;
  }

  function judgeAmount(event: BlockEvent, { consumerId, accused }: Accusation): Violation | undefined {
    const fraction = event.view.row(infractionParameters, consumerId)?.double_sign.slash_fraction;
    if (
      fraction === undefined ||
      book.movesBetween(
        event,
        accused.map((address) => addresses.ownerOf(consumerId, address)),
      )
    ) {
      return undefined;
    }
    for (const address of accused) {
      const owner = addresses.ownerOf(consumerId, address);
      if (tombstoned.has(owner)) continue;
      const problem = book.judge(event, owner, fraction);
      if (problem !== undefined) return violation(event, problem);
    }
    return undefined;
  }
}
