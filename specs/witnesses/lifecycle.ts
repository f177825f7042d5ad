import { changesOf, type BlockEvent } from '../event.ts';
import { failedLaunches } from '../history/failed-launches.ts';
import { resumed } from '../history/resumed.ts';
import {
  consumerChainIds,
  consumerOwners,
  consumerPhases,
  initializationParameters,
  removalQueue,
  removalTimes,
  spawnQueue,
} from '../tables/provider.ts';
import type { Nanos } from '../value.ts';
import { onConsumer, onProvider, refused, succeeded, witness, type Witness } from '../witness.ts';

const LIFE = 'ADR-019';
const CREATE = '/interchain_security.ccv.provider.v1.MsgCreateConsumer';
const UPDATE = '/interchain_security.ccv.provider.v1.MsgUpdateConsumer';
const TIMEOUT = '/ibc.core.channel.v1.MsgTimeout';
/** How many consumers a block launches at most, and how many it deletes. */
const LIMIT = 200;

/** What an owner does with a consumer, and what ends it. */
export const LIFECYCLE_WITNESSES: readonly Witness[] = [
  witness(
    'consumer-without-parameters',
    LIFE,
    'A consumer was registered without initialization parameters.',
    onProvider((event) => succeeded(event, CREATE) && entered(event, 'CONSUMER_PHASE_REGISTERED').length > 0),
  ),
  witness(
    'chain-id-used-again',
    LIFE,
    'A consumer was created with the chain id of another.',
    onProvider((event) => {
      const created = changesOf(event, consumerChainIds);
      if (created.length === 0) return false;
      const all = [...event.view.rows(consumerChainIds)];
      return created.some(({ key, row }) => all.some(([id, chainId]) => id !== key && chainId === row));
    }),
  ),
  witness(
    'chain-id-used-after-deletion',
    LIFE,
    'A consumer was created with the chain id of one that was deleted.',
    onProvider((event) => {
      const created = changesOf(event, consumerChainIds);
      if (created.length === 0) return false;
      const deleted = [...event.view.rows(consumerPhases)].filter(([, phase]) => phase === 'CONSUMER_PHASE_DELETED');
      const free = new Set(deleted.map(([id]) => event.view.row(consumerChainIds, id)));
      return created.some(({ row }) => free.has(row));
    }),
  ),
  witness(
    'consumer-given-away',
    'MsgUpdateConsumer, ADR-019',
    'A consumer got another owner.',
    onProvider((event) => succeeded(event, UPDATE) && changesOf(event, consumerOwners).length > 0),
  ),
  witness(
    'consumer-changed-by-stranger-refused',
    'MsgUpdateConsumer, ADR-019',
    'Somebody else than the owner wanted to change a consumer.',
    onProvider((event) => refused(event, UPDATE, 'provider', 25)),
  ),
  witness(
    'launch-called-off',
    LIFE,
    'The owner took the spawn time back before it came.',
    onProvider(
      (event) =>
        succeeded(event, UPDATE) &&
        entered(event, 'CONSUMER_PHASE_REGISTERED').length > 0 &&
        changesOf(event, spawnQueue).some(({ row }) => row === undefined),
    ),
  ),
  witness(
    'launch-moved',
    LIFE,
    'The owner moved the spawn time of a launch that was planned.',
    onProvider((event) => {
      if (!succeeded(event, UPDATE)) return false;
      const queue = changesOf(event, spawnQueue);
      return queue.some(({ row }) => row === undefined) && queue.some(({ row }) => row !== undefined);
    }),
  ),
  {
    name: 'launched-at-second-attempt',
    source: LIFE,
    describes: 'A launch failed, and a later one of the same consumer did not.',
    watch() {
      const failed = new Set<string>();
      return {
        sees: onProvider((event) => {
          if (changesOf(event, consumerPhases).length === 0) return false;
          for (const id of failedLaunches(event)) failed.add(id);
          return entered(event, 'CONSUMER_PHASE_LAUNCHED').some((id) => failed.has(id));
        }),
      };
    },
  },
  witness(
    'launched-over-connection',
    'ConsumerInitializationParameters.connection_id',
    'A consumer was launched over a connection that was there.',
    onProvider((event) =>
      entered(event, 'CONSUMER_PHASE_LAUNCHED').some(
        (id) => (event.view.row(initializationParameters, id)?.connection_id ?? '') !== '',
      ),
    ),
  ),
  witness(
    'launches-at-the-limit',
    LIFE,
    'As many consumers were due as a block launches at most.',
    onProvider(
      (event) =>
        entered(event, 'CONSUMER_PHASE_LAUNCHED').length + entered(event, 'CONSUMER_PHASE_REGISTERED').length === LIMIT,
    ),
  ),
  witness(
    'deletions-at-the-limit',
    LIFE,
    'A block deleted as many consumers as it may, and left others whose time had come too.',
    onProvider(
      (event) =>
        entered(event, 'CONSUMER_PHASE_DELETED').length === LIMIT &&
        [...event.view.rows(removalQueue)].some(([time]) => BigInt(time) <= event.block.time),
    ),
  ),
  {
    name: 'deleted-at-removal-time',
    source: LIFE,
    describes: 'A block had the very removal time of a consumer, and deleted it.',
    watch() {
      const times = new Map<string, Nanos>();
      return {
        sees: onProvider((event) => {
          for (const { key, row } of changesOf(event, removalTimes)) if (row !== undefined) times.set(key, row);
          return entered(event, 'CONSUMER_PHASE_DELETED').some((id) => times.get(id) === event.block.time);
        }),
      };
    },
  },
  witness(
    'parameters-refused',
    'MsgCreateConsumer, ADR-019',
    'A consumer was refused because of a parameter that is out of its limits.',
    onProvider((event) => refused(event, CREATE, 'provider', 44)),
  ),
  witness(
    'consumer-resumed',
    'ICS-028 ME [CCV-CCF-INITG]',
    'A consumer went on from the genesis that it had exported.',
    onConsumer(resumed),
  ),
  witness(
    'stopped-by-timeout',
    'ICS-028 ME [CCV-PCF-TOVSC]',
    'A packet of a consumer timed out, and it was stopped.',
    onProvider((event) => succeeded(event, TIMEOUT) && entered(event, 'CONSUMER_PHASE_STOPPED').length > 0),
  ),
];

function entered(event: BlockEvent, phase: string): readonly string[] {
  return changesOf(event, consumerPhases).flatMap(({ key, row }) => (row === phase ? [key] : []));
}
