import { SINGLETON } from '../../../specs/key.ts';
import type { RowView } from '../../../specs/rows.ts';
import {
  clientToConsumer,
  consumerKeys,
  consumerPhases,
  consumerRewardDenoms,
  providerParams,
  slashMeter,
  slashMeterReplenishTime,
  validatorsByConsumerAddress,
} from '../../../specs/tables/provider.ts';
import { lastTotalPower } from '../../../specs/tables/staking/validator.ts';
import { addressOfKey } from '../../../model/consensus/validator-set.ts';
import { decimal } from '../../../model/sdk/decimal-text.ts';
import { mulInt, roundInt } from '../../../model/sdk/decimal.ts';
import { consumerChainQueries } from './consumer-chains.ts';
import { consumerValidatorQueries } from './consumer-validators.ts';
import { below, PROVIDER_SERVICE, valconsText } from './of-consumer.ts';
import { askEach, askOnce, queryCheck, type AskedChain, type Question } from './query-check.ts';

/** Queries of the CCV provider module. */
export const providerQueries = [
  ...consumerChainQueries,
  ...consumerValidatorQueries,
  queryCheck(PROVIDER_SERVICE, 'QueryParams', ['params'], (rows) =>
    askOnce(rows.row(providerParams, SINGLETON), (params) => ({ params })),
  ),
  queryCheck(PROVIDER_SERVICE, 'QueryRegisteredConsumerRewardDenoms', ['denoms'], (rows) => [
    { request: {}, answer: { denoms: [...rows.rows(consumerRewardDenoms)].map(([denom]) => denom).toSorted() } },
  ]),
  queryCheck(
    PROVIDER_SERVICE,
    'QueryThrottleState',
    ['slash_meter', 'slash_meter_allowance', 'next_replenish_candidate'],
    throttleState,
  ),
  queryCheck(PROVIDER_SERVICE, 'QueryBlocksUntilNextEpoch', ['blocks_until_next_epoch'], blocksUntilNextEpoch),
  queryCheck(PROVIDER_SERVICE, 'QueryValidatorConsumerAddr', ['consumer_address'], consumerAddresses),
  queryCheck(PROVIDER_SERVICE, 'QueryValidatorProviderAddr', ['provider_address'], providerAddresses),
  queryCheck(
    PROVIDER_SERVICE,
    'QueryAllPairsValConsAddrByConsumer',
    ['pair_val_con_addr.provider_address', 'pair_val_con_addr.consumer_address', 'pair_val_con_addr.consumer_key'],
    assignedKeys,
  ),
  queryCheck(PROVIDER_SERVICE, 'QueryConsumerIdFromClientId', ['consumer_id'], (rows) =>
    askEach(rows.rows(clientToConsumer), (client_id, consumer_id) => ({
      request: { client_id },
      answer: { consumer_id },
    })),
  ),
];

/** The meter, and how much it can hold: a fraction of all power, at least 1 (ADR-002). */
function throttleState(rows: RowView): Question[] {
  return askOnce(rows.row(slashMeter, SINGLETON), (meter) => {
    const fraction = decimal(rows.row(providerParams, SINGLETON)?.slash_meter_replenish_fraction ?? '0');
    const allowance = roundInt(mulInt(fraction, rows.row(lastTotalPower, SINGLETON)?.int ?? 0n));
    return {
      slash_meter: meter,
      slash_meter_allowance: allowance === 0n ? 1n : allowance,
      next_replenish_candidate: rows.row(slashMeterReplenishTime, SINGLETON),
    };
  });
}

/** An epoch ends with each block whose height is a multiple of its length (ADR-014). */
function blocksUntilNextEpoch(rows: RowView, { height }: AskedChain): Question[] {
  return askOnce(rows.row(providerParams, SINGLETON), ({ blocks_per_epoch: length }) => ({
    blocks_until_next_epoch: (length - (height % length)) % length,
  }));
}

function consumerAddresses(rows: RowView): Question[] {
  return askEach(rows.rows(consumerKeys), (key, { ed25519 }) => {
    const [consumer_id = '', address = ''] = key.split('/');
    return {
      request: { consumer_id, provider_address: valconsText(address) },
      answer: { consumer_address: valconsText(addressOfKey(ed25519)) },
    };
  });
}

function providerAddresses(rows: RowView): Question[] {
  return askEach(rows.rows(validatorsByConsumerAddress), (key, provider) => {
    const [consumer_id = '', address = ''] = key.split('/');
    return {
      request: { consumer_id, consumer_address: valconsText(address) },
      answer: { provider_address: valconsText(provider) },
    };
  });
}

/** All keys that validators have assigned on a consumer (ADR-001). */
function assignedKeys(rows: RowView): Question[] {
  return askEach(rows.rows(consumerPhases), (consumer_id) => ({
    request: { consumer_id },
    answer: {
      pair_val_con_addr: below(rows.rows(consumerKeys), consumer_id).map(([address, key]) => ({
        provider_address: valconsText(address),
        consumer_address: valconsText(addressOfKey(key.ed25519)),
        consumer_key: key,
      })),
    },
  }));
}
