import { SINGLETON } from '../../../specs/key.ts';
import type { RowView } from '../../../specs/rows.ts';
import type { Fields } from '../../../specs/value.ts';
import { bech32 } from '../../../model/bech32.ts';
import {
  clientToConsumer,
  consumerKeys,
  consumerPhases,
  consumerRewardDenoms,
  consumerValidators,
  optedIn,
  providerParams,
  slashMeter,
  slashMeterReplenishTime,
  validatorsByConsumerAddress,
} from '../../../specs/tables/provider.ts';
import { validators, validatorsByConsensusAddress } from '../../../specs/tables/staking/validator.ts';
import { addressOfKey } from '../../../model/consensus/validator-set.ts';
import { consumerChain, consumerChains, PROVIDER_SERVICE } from './consumer-chains.ts';
import { askEach, askOnce, queryCheck, type Question } from './query-check.ts';

const VALCONS = 'cosmosvalcons';

/** Queries of the CCV provider module. */
export const providerQueries = [
  consumerChain,
  consumerChains,
  queryCheck(PROVIDER_SERVICE, 'QueryParams', (rows) =>
    askOnce(rows.row(providerParams, SINGLETON), (params) => ({ params })),
  ),
  queryCheck(PROVIDER_SERVICE, 'QueryRegisteredConsumerRewardDenoms', (rows) => {
    const denoms = [...rows.rows(consumerRewardDenoms)].map(([denom]) => denom).toSorted();
    return denoms.length === 0 ? [] : [{ request: {}, answer: { denoms } }];
  }),
  queryCheck(PROVIDER_SERVICE, 'QueryThrottleState', throttleState),
  queryCheck(PROVIDER_SERVICE, 'QueryConsumerValidators', validatorsOfConsumers),
  queryCheck(PROVIDER_SERVICE, 'QueryConsumerChainOptedInValidators', optedInValidators),
  queryCheck(PROVIDER_SERVICE, 'QueryValidatorConsumerAddr', consumerAddresses),
  queryCheck(PROVIDER_SERVICE, 'QueryValidatorProviderAddr', providerAddresses),
  queryCheck(PROVIDER_SERVICE, 'QueryConsumerIdFromClientId', (rows) =>
    askEach(rows.rows(clientToConsumer), (client_id, consumer_id) => ({
      request: { client_id },
      answer: { consumer_id },
    })),
  ),
];

function throttleState(rows: RowView): Question[] {
  return askOnce(rows.row(slashMeter, SINGLETON), (meter) => ({
    slash_meter: meter,
    next_replenish_candidate: rows.row(slashMeterReplenishTime, SINGLETON),
  }));
}

/** The set that a launched consumer has, in the order of provider consensus addresses. */
function validatorsOfConsumers(rows: RowView): Question[] {
  return askEach(rows.rows(consumerPhases), (consumer_id, phase) => {
    if (phase !== 'CONSUMER_PHASE_LAUNCHED') return undefined;
    const set = below(rows.rows(consumerValidators), consumer_id).flatMap(
      ([address, { public_key, power }]): Fields[] => {
        const operator = rows.row(validatorsByConsensusAddress, address);
        const validator = operator === undefined ? undefined : rows.row(validators, operator);
        if (validator === undefined) return [];
        return [
          {
            provider_address: bech32(VALCONS, address),
            consumer_key: public_key,
            consumer_power: power,
            provider_operator_address: validator.operator_address,
            description: validator.description,
            jailed: validator.jailed,
            status: validator.status,
            provider_tokens: validator.tokens,
            provider_commission_rate: validator.commission.commission_rates.rate,
          },
        ];
      },
    );
    return { request: { consumer_id }, answer: { validators: set } };
  });
}

/** Only consumers that are not stopped have an answer. */
function optedInValidators(rows: RowView): Question[] {
  const active = new Set(['CONSUMER_PHASE_REGISTERED', 'CONSUMER_PHASE_INITIALIZED', 'CONSUMER_PHASE_LAUNCHED']);
  return askEach(rows.rows(consumerPhases), (consumer_id, phase) => {
    if (!active.has(phase)) return undefined;
    const addresses = below(rows.rows(optedIn), consumer_id).map(([address]) => bech32(VALCONS, address));
    return { request: { consumer_id }, answer: { validators_provider_addresses: addresses } };
  });
}

function consumerAddresses(rows: RowView): Question[] {
  return askEach(rows.rows(consumerKeys), (key, { ed25519 }) => {
    const [consumer_id = '', address = ''] = key.split('/');
    return {
      request: { consumer_id, provider_address: bech32(VALCONS, address) },
      answer: { consumer_address: bech32(VALCONS, addressOfKey(ed25519)) },
    };
  });
}

function providerAddresses(rows: RowView): Question[] {
  return askEach(rows.rows(validatorsByConsumerAddress), (key, provider) => {
    const [consumer_id = '', address = ''] = key.split('/');
    return {
      request: { consumer_id, consumer_address: bech32(VALCONS, address) },
      answer: { provider_address: bech32(VALCONS, provider) },
    };
  });
}

/** The rows of a consumer, by address, in the order of the store. */
function below<Row>(rows: Iterable<readonly [string, Row]>, consumerId: string): (readonly [address: string, Row])[] {
  const prefix = `${consumerId}/`;
  return [...rows]
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, row]) => [key.slice(prefix.length), row] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}
