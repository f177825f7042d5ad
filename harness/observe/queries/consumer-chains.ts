import type { RowView } from '../../../specs/rows.ts';
import {
  consumerChainIds,
  consumerClients,
  consumerMetadata,
  consumerOwners,
  consumerPhases,
  infractionParameters,
  initializationParameters,
  minimumPowerInTopN,
  PHASES,
  powerShaping,
  type ConsumerPhase,
} from '../../../specs/tables/provider.ts';
import type { Fields } from '../../../specs/value.ts';
import { askEach, queryCheck, type Question } from './query-check.ts';

/** The query service of the CCV provider module. */
export const PROVIDER_SERVICE = 'interchain_security.ccv.provider.v1.Query';

/**
 * What the provider says of each consumer, also of a deleted one. Of those that one has forgotten which started from its
 * own export it says nothing.
 */
export const consumerChain = queryCheck(PROVIDER_SERVICE, 'QueryConsumerChain', (rows) =>
  askEach(rows.rows(consumerPhases), (consumer_id, phase) => {
    if (rows.row(consumerChainIds, consumer_id) === undefined) return undefined;
    return { request: { consumer_id }, answer: chainAnswer(rows, consumer_id, phase) };
  }),
);

/** What the provider lists of the consumers in each phase; asked for none in particular, it lists them all. */
export const consumerChains = queryCheck(PROVIDER_SERVICE, 'QueryConsumerChains', (rows) =>
  PHASES.flatMap((phase) => chainsQuestion(rows, phase) ?? []),
);

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
  // Ids stand in the store behind their length.
  const ordered = ids.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const chains = ordered.map((consumer_id): Fields => {
    const shaping = rows.row(powerShaping, consumer_id);
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
      min_stake: shaping?.min_stake,
      allow_inactive_vals: shaping?.allow_inactive_vals,
      infraction_parameters: rows.row(infractionParameters, consumer_id),
    };
  });
  // Unless told otherwise the answer ends after the first hundred.
  const pagination = { key: '', offset: 0n, limit: 10_000n, count_total: false, reverse: false };
  return { request: { phase, pagination }, answer: { chains } };
}
