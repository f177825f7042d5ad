import type { ChainName, ConsensusValidator } from '../block.ts';
import { changesOf, type HistoryEvent } from '../event.ts';
import { violation, type ExecutableProperty, type PropertyMonitor, type Violation } from '../property.ts';
import { crossChainValidators, heightToValsetUpdateId } from '../tables/consumer.ts';
import type { Hex } from '../value.ts';
import { ConsumerIds } from '../history/consumer-ids.ts';
import { ConsumerSets, difference, type Powers } from '../history/consumer-sets.ts';
import { initialSet, livedOnItsOwn } from '../history/initial-set.ts';

/** Validator Set Replication (SM §System Properties), in the form of partial set security. */
export const validatorSetReplication: ExecutableProperty = {
  name: 'validator-set-replication',
  statement: 'A consumer runs only validator sets that its provider has computed for it.',
  kind: 'safety',
  group: 'validator-set',
  source: 'SM §System Properties',
  touches: {
    provider: ['provider/consumer-validators'],
    consumer: [
      'validator-updates',
      'ccvconsumer/validators',
      'ccvconsumer/height-to-valset-update-id',
      'query/QueryConsumerGenesis',
    ],
  },
  altered:
    'with partial set security (ADR-015, ADR-017), a consumer runs the set that the provider stored for it when it ' +
    'created the VSC that HtoVSC names, not the set of the provider. Sets are sampled at epochs (ADR-014)',
  status: 'executable',
  monitor,
};

/** The set of a consumer: in its rows, and in its consensus engine. */
interface Running {
  readonly genesis: Powers;
  powers: Powers;
  engine: readonly ConsensusValidator[];
  /** Whether the previous block changed the rows, so that the engine must follow now. */
  changed: boolean;
  /** Whether the provider's validators sign. After a changeover those of the standalone chain still sign for two blocks (ADR-010). */
  provided: boolean;
}

function monitor(): PropertyMonitor {
  const ids = new ConsumerIds();
  const sets = new ConsumerSets();
  const consumers = new Map<ChainName, Running>();

  function observe(event: HistoryEvent): Violation | undefined {
    ids.observe(event);
    sets.observe(event);
    if (event.kind !== 'consumer') return undefined;
    if (event.event === 'start') {
      const genesis = initialSet(event);
      const provided = !livedOnItsOwn(event);
      consumers.set(event.chain, { genesis, powers: genesis, engine: event.set, changed: false, provided });
      return undefined;
    }
    const running = consumers.get(event.chain);
    if (running === undefined) return undefined;
    if (running.provided && (running.changed || event.nextSet !== running.engine)) {
      // The updates of a block take effect two blocks later, so the next set does not contain this block's updates.
      running.engine = event.nextSet;
      running.changed = false;
      const wrong = mismatch(event, event.nextSet, running.powers);
      if (wrong !== undefined) return wrong;
    }
    const id = changesOf(event, heightToValsetUpdateId).at(-1)?.row;
    if (changesOf(event, crossChainValidators).length > 0) {
      running.powers = powersOf(event);
      running.changed = true;
      running.provided = true;
    } else if (
      id === undefined ||
      id === (event.view.row(heightToValsetUpdateId, heightToValsetUpdateId.key(event.block.height)) ?? 0n)
    ) {
      return undefined;
    }
    return notProvided(event, running, id ?? 0n);
  }

  function notProvided(event: HistoryEvent, running: Running, id: bigint): Violation | undefined {
    if (id === 0n) {
      const differs = difference(running.powers, running.genesis);
      return differs === undefined
        ? undefined
        : violation(event, `${differs}, because no VSC was applied since genesis`);
    }
    const consumer = ids.of(event.chain);
    if (consumer === undefined) return undefined;
    const minted = sets.mintedAt(id);
    if (minted === undefined) return violation(event, `it applied VSC ${id}; however the provider never created it`);
    const differs = difference(running.powers, sets.at(consumer, minted));
    if (differs === undefined) return undefined;
    return violation(event, `${differs}, because the provider created VSC ${id} in block ${minted}`);
  }

  return { observe };
}

function powersOf({ view }: HistoryEvent): Powers {
  const powers = new Map<Hex, bigint>();
  for (const [, { pubkey, power }] of view.rows(crossChainValidators)) powers.set(pubkey.key, power);
  return powers;
}

function mismatch(event: HistoryEvent, set: readonly ConsensusValidator[], powers: Powers): Violation | undefined {
  const differs = difference(new Map(set.map(({ pubKey, power }) => [pubKey, power])), powers);
  return differs === undefined ? undefined : violation(event, `in the signing set, ${differs}, as its rows say`);
}
