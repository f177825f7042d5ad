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
/** How many consumers a block launches or deletes at most. */
const LIMIT = 200;

/** What the owner of a consumer does, and how a consumer ends. */
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
    'A consumer was created with the chain id of another consumer.',
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
    'A consumer was created with the chain id of a deleted consumer.',
    onProvider((event) => {
      const created = changesOf(event, consumerChainIds);
      if (created.length === 0) return false;
      const deleted = [...event.view.rows(consumerPhases)].filter(([, phase]) => phase === 'CONSUMER_PHASE_DELETED');
      const free = new Set(deleted.map(([id]) => event.view.row(consumerChainIds, id)));
      return created.some(({ row }) => free.has(row));
    }),
  ),
  witness(
    'ownership-transferred',
    'MsgUpdateConsumer, ADR-019',
    'The ownership of a consumer was transferred.',
    onProvider((event) => succeeded(event, UPDATE) && changesOf(event, consumerOwners).length > 0),
  ),
  witness(
    'consumer-changed-by-other-account-refused',
    'MsgUpdateConsumer, ADR-019',
    'An account that does not own a consumer could not change it.',
    onProvider((event) => refused(event, UPDATE, 'provider', 25)),
  ),
  witness(
    'launch-cancelled',
    LIFE,
    'The owner removed the spawn time of a consumer before its launch.',
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
    'The owner changed the spawn time of a scheduled launch.',
    onProvider((event) => {
      if (!succeeded(event, UPDATE)) return false;
      const queue = changesOf(event, spawnQueue);
      return queue.some(({ row }) => row === undefined) && queue.some(({ row }) => row !== undefined);
    }),
  ),
  {
    name: 'launched-at-second-attempt',
    source: LIFE,
    describes: 'A launch failed, and a later launch of the same consumer succeeded.',
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
    'A consumer was launched over an existing connection.',
    onProvider((event) =>
      entered(event, 'CONSUMER_PHASE_LAUNCHED').some(
        (id) => (event.view.row(initializationParameters, id)?.connection_id ?? '') !== '',
      ),
    ),
  ),
  witness(
    'launches-at-the-limit',
    LIFE,
    'As many consumers were due in a block as a block launches at most.',
    onProvider(
      (event) =>
        entered(event, 'CONSUMER_PHASE_LAUNCHED').length + entered(event, 'CONSUMER_PHASE_REGISTERED').length === LIMIT,
    ),
  ),
  witness(
    'deletions-at-the-limit',
    LIFE,
    'A block deleted as many consumers as it can, and left others that were due.',
    onProvider(
      (event) =>
        entered(event, 'CONSUMER_PHASE_DELETED').length === LIMIT &&
        [...event.view.rows(removalQueue)].some(([time]) => BigInt(time) <= event.block.time),
    ),
  ),
  {
    name: 'deleted-at-removal-time',
    source: LIFE,
    describes: 'A consumer was deleted in a block whose time is exactly its removal time.',
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
    'A consumer was refused because a parameter is out of range.',
    onProvider((event) => refused(event, CREATE, 'provider', 44)),
  ),
  witness(
    'consumer-resumed',
    'ICS-028 ME [CCV-CCF-INITG]',
    'A consumer was restarted from the genesis that it had exported.',
    onConsumer(resumed),
  ),
  witness(
    'stopped-by-timeout',
    'ICS-028 ME [CCV-PCF-TOVSC]',
    'A packet to a consumer timed out, and the consumer was stopped.',
    onProvider((event) => succeeded(event, TIMEOUT) && entered(event, 'CONSUMER_PHASE_STOPPED').length > 0),
  ),
];

function entered(event: BlockEvent, phase: string): readonly string[] {
  return changesOf(event, consumerPhases).flatMap(({ key, row }) => (row === phase ? [key] : []));
}
