import { SINGLETON } from '../key.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { failedLaunches } from '../history/failed-launches.ts';
import type { Table } from '../table.ts';
import { connections } from '../tables/ibc/connection.ts';
import {
  consumerPhases,
  consumerValidators,
  initializationParameters,
  optedIn,
  providerParams,
  type ConsumerPhase,
} from '../tables/provider.ts';
import { onProvider, succeeded, witness, type Witness } from '../witness.ts';

const LIFE = 'ICS-028 ME [CCV-PCF-BBLOCK-INIT], ADR-019';

/** The lifecycle of a consumer on the provider, from its creation to its deletion. */
export const LAUNCH_WITNESSES: readonly Witness[] = [
  witness(
    'consumer-created',
    'MsgCreateConsumer, ADR-019',
    'A consumer was created.',
    onProvider((event) => succeeded(event, CREATE)),
  ),
  witness(
    'consumer-updated',
    'MsgUpdateConsumer, ADR-019',
    'The owner of a consumer updated it.',
    onProvider((event) => succeeded(event, UPDATE)),
  ),
  witness(
    'consumer-launched',
    LIFE,
    'A consumer was launched because its spawn time had passed.',
    onProvider((event) => entered(event, 'CONSUMER_PHASE_LAUNCHED').length > 0),
  ),
  witness(
    'two-launched-in-one-block',
    LIFE,
    'Two consumers were launched in one block.',
    onProvider((event) => entered(event, 'CONSUMER_PHASE_LAUNCHED').length > 1),
  ),
  witness(
    'launch-failed-without-opt-in',
    LIFE,
    'A launch failed because no validator had opted in.',
    onProvider((event) => failedLaunches(event).some((id) => !hasOptedIn(event, id))),
  ),
  witness(
    'launch-failed-with-opt-in',
    'ADR-017',
    'A launch failed because none of the validators that had opted in was active and allowed.',
    onProvider((event) => failedLaunches(event).some((id) => hasOptedIn(event, id))),
  ),
  witness(
    'launch-over-foreign-connection-failed',
    'ICS-028 ME [CCV-PCF-CRCLIENT.1]',
    'A launch failed because its connection leads to another chain.',
    onProvider((event) =>
      failedLaunches(event).some((id) => {
        const connection = event.view.row(initializationParameters, id)?.connection_id ?? '';
        return event.view.row(connections, connection) !== undefined;
      }),
    ),
  ),
  witness(
    'launch-without-trust-failed',
    'ICS-028 ME [CCV-PCF-CRCLIENT.1]',
    'A launch failed because no client could be created: its trusting period would not be shorter than the unbonding period.',
    onProvider(
      (event) =>
        failedLaunches(event).some((id) => hasOptedIn(event, id)) &&
        event.view.row(providerParams, SINGLETON)?.trusting_period_fraction === '1',
    ),
  ),
  witness(
    'launched-without-everybody',
    'ADR-015',
    'A consumer was launched with only some of the validators that had opted in.',
    onProvider((event) =>
      entered(event, 'CONSUMER_PHASE_LAUNCHED').some(
        (id) => count(event, optedIn, id) > count(event, consumerValidators, id),
      ),
    ),
  ),
  witness(
    'three-consumers-launched',
    LIFE,
    'Three consumers were launched at the same time.',
    onProvider((event) => entered(event, 'CONSUMER_PHASE_LAUNCHED').length > 0 && running(event) > 2),
  ),
  witness(
    'consumer-stopped',
    'MsgRemoveConsumer, ICS-028 ME [CCV-PCF-STCC]',
    'A launched consumer was stopped.',
    onProvider((event) => entered(event, 'CONSUMER_PHASE_STOPPED').length > 0),
  ),
  witness(
    'consumer-deleted',
    'ADR-018',
    "A stopped consumer was deleted after the provider's unbonding period.",
    onProvider((event) => entered(event, 'CONSUMER_PHASE_DELETED').length > 0),
  ),
];

const CREATE = '/interchain_security.ccv.provider.v1.MsgCreateConsumer';
const UPDATE = '/interchain_security.ccv.provider.v1.MsgUpdateConsumer';

function entered(event: BlockEvent, phase: ConsumerPhase): readonly string[] {
  const changes = changesOf(event, consumerPhases);
  if (changes.length === 0) return [];
  return changes.filter(({ row }) => row === phase).map(({ key }) => key);
}

function running({ view }: BlockEvent): number {
  let launched = 0;
  for (const [, phase] of view.rows(consumerPhases)) if (phase === 'CONSUMER_PHASE_LAUNCHED') launched++;
  return launched;
}

function hasOptedIn(event: BlockEvent, consumer: string): boolean {
  return count(event, optedIn, consumer) > 0;
}

function count({ view }: BlockEvent, table: Table, consumer: string): number {
  let rows = 0;
  for (const [key] of view.rows(table)) if (key.startsWith(`${consumer}/`)) rows++;
  return rows;
}
