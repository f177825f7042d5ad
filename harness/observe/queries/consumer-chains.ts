import type { RowView } from '../../../specs/rows.ts';
import type { Table } from '../../../specs/table.ts';
import {
  allowlist,
  allowlistedRewardDenoms,
  consumerChainIds,
  consumerClients,
  consumerGenesis,
  consumerMetadata,
  consumerOwners,
  consumerPhases,
  denylist,
  infractionParameters,
  initializationParameters,
  minimumPowerInTopN,
  PHASES,
  powerShaping,
  prioritylist,
  type ConsumerPhase,
} from '../../../specs/tables/provider.ts';
import { consensusStates } from '../../../specs/tables/ibc/client.ts';
import type { Fields } from '../../../specs/value.ts';
import { below, PROVIDER_SERVICE, valconsText } from './of-consumer.ts';
import { askEach, queryCheck, type Question } from './query-check.ts';

/**
 * What the provider says of each consumer, also of a deleted one. It has no answer for a consumer that it has forgotten
 * when it started from its own export.
 */
const consumerChain = queryCheck(
  PROVIDER_SERVICE,
  'QueryConsumerChain',
  [
    'consumer_id',
    'chain_id',
    'owner_address',
    'phase',
    'metadata',
    'init_params',
    'power_shaping_params',
    'infraction_parameters',
    'client_id',
  ],
  (rows) =>
    askEach(rows.rows(consumerPhases), (consumer_id, phase) => {
      if (rows.row(consumerChainIds, consumer_id) === undefined) return undefined;
      return { request: { consumer_id }, answer: chainAnswer(rows, consumer_id, phase) };
    }),
);

/** What the provider lists of the consumers in each phase; without a phase it lists them all. */
const consumerChains = queryCheck(
  PROVIDER_SERVICE,
  'QueryConsumerChains',
  [
    'chains.chain_id',
    'chains.client_id',
    'chains.top_N',
    'chains.min_power_in_top_N',
    'chains.validators_power_cap',
    'chains.validator_set_cap',
    'chains.allowlist',
    'chains.denylist',
    'chains.phase',
    'chains.metadata',
    'chains.min_stake',
    'chains.allow_inactive_vals',
    'chains.consumer_id',
    'chains.allowlisted_reward_denoms',
    'chains.prioritylist',
    'chains.infraction_parameters',
    'pagination.next_key',
    'pagination.total',
  ],
  (rows) => PHASES.flatMap((phase) => chainsQuestion(rows, phase) ?? []),
);

/** The genesis of the consumer's CCV module, from the launch on (ICS-028, `CreateConsumerClient`). */
const genesisOfConsumer = queryCheck(PROVIDER_SERVICE, 'QueryConsumerGenesis', ['genesis_state'], (rows) =>
  askEach(rows.rows(consumerGenesis), (consumer_id, genesis_state) => ({
    request: { consumer_id },
    answer: { genesis_state },
  })),
);

/** The time of the first header that the client of a consumer knows, until that header is pruned. */
const genesisTime = queryCheck(PROVIDER_SERVICE, 'QueryConsumerGenesisTime', ['genesis_time'], (rows) =>
  askEach(rows.rows(consumerClients), (consumer_id, client) => {
    const initial = rows.row(initializationParameters, consumer_id)?.initial_height;
    if (initial === undefined) return undefined;
    const header = rows.row(
      consensusStates,
      consensusStates.key(client, initial.revision_number, initial.revision_height),
    );
    return header && { request: { consumer_id }, answer: { genesis_time: header.timestamp } };
  }),
);

/** Queries of the CCV provider module about consumers and their life. */
export const consumerChainQueries = [consumerChain, consumerChains, genesisOfConsumer, genesisTime];

function chainAnswer(rows: RowView, consumer_id: string, phase: ConsumerPhase): Fields {
  return {
    consumer_id,
    chain_id: rows.row(consumerChainIds, consumer_id),
    owner_address: rows.row(consumerOwners, consumer_id),
    phase,
    metadata: rows.row(consumerMetadata, consumer_id),
    init_params: rows.row(initializationParameters, consumer_id),
    power_shaping_params: rows.row(powerShaping, consumer_id),
    infraction_parameters: rows.row(infractionParameters, consumer_id),
    client_id: rows.row(consumerClients, consumer_id) ?? '',
  };
}

/** Nothing where one of the consumers is forgotten: the provider refuses to list any then. */
function chainsQuestion(rows: RowView, phase: ConsumerPhase): Question | undefined {
  const every = phase === 'CONSUMER_PHASE_UNSPECIFIED';
  const ids = [...rows.rows(consumerPhases)].filter(([, is]) => every || is === phase).map(([id]) => id);
  if (ids.some((id) => rows.row(consumerChainIds, id) === undefined)) return undefined;
  // The store has the length of an id in front of it.
  const ordered = ids.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const chains = ordered.map((consumer_id) => listedChain(rows, consumer_id));
  // By default the answer ends after a hundred consumers.
  const pagination = { key: '', offset: 0n, limit: 10_000n, count_total: true, reverse: false };
  return {
    request: { phase, pagination },
    answer: { chains, pagination: { next_key: '', total: BigInt(chains.length) } },
  };
}

function listedChain(rows: RowView, consumer_id: string): Fields {
  const shaping = rows.row(powerShaping, consumer_id);
  const listed = (list: Table): string[] =>
    below(rows.rows(list), consumer_id).map(([address]) => valconsText(address));
  return {
    consumer_id,
    chain_id: rows.row(consumerChainIds, consumer_id),
    client_id: rows.row(consumerClients, consumer_id) ?? '',
    phase: rows.row(consumerPhases, consumer_id),
    metadata: rows.row(consumerMetadata, consumer_id),
    top_N: shaping?.top_N,
    min_power_in_top_N: rows.row(minimumPowerInTopN, consumer_id) ?? -1n,
    validators_power_cap: shaping?.validators_power_cap,
    validator_set_cap: shaping?.validator_set_cap,
    allowlist: listed(allowlist),
    denylist: listed(denylist),
    prioritylist: listed(prioritylist),
    min_stake: shaping?.min_stake,
    allow_inactive_vals: shaping?.allow_inactive_vals,
    allowlisted_reward_denoms: { denoms: rows.row(allowlistedRewardDenoms, consumer_id)?.denoms ?? [] },
    infraction_parameters: rows.row(infractionParameters, consumer_id),
  };
}
