import type { Rows, RowView } from '../../../specs/rows.ts';
import {
  consumerClients,
  consumerCommissionRates,
  consumerPhases,
  consumerValidators,
  optedIn,
  type ConsensusValidatorRow,
  type ConsumerPhase,
} from '../../../specs/tables/provider.ts';
import {
  validators,
  validatorsByConsensusAddress,
  type ValidatorRow,
} from '../../../specs/tables/staking/validator.ts';
import type { Dec, Fields, Hex } from '../../../specs/value.ts';
import { nextValidators } from '../../../model/provider/shape/next-validators.ts';
import { below, isActive, PROVIDER_SERVICE, valconsText } from './of-consumer.ts';
import { askEach, queryCheck, type AskedChain, type Question } from './query-check.ts';

/** The tokens that make one unit of power (SDK, `DefaultPowerReduction`). */
const TOKENS_OF_POWER = 1_000_000n;

/** Queries of the CCV provider module about the validators of consumers. */
export const consumerValidatorQueries = [
  queryCheck(
    PROVIDER_SERVICE,
    'QueryConsumerValidators',
    [
      'validators.provider_address',
      'validators.consumer_key',
      'validators.power',
      'validators.rate',
      'validators.consumer_power',
      'validators.consumer_commission_rate',
      'validators.provider_commission_rate',
      'validators.description',
      'validators.provider_operator_address',
      'validators.jailed',
      'validators.status',
      'validators.provider_tokens',
      'validators.provider_power',
      'validators.validates_current_epoch',
    ],
    validatorsOfConsumers,
  ),
  queryCheck(
    PROVIDER_SERVICE,
    'QueryConsumerChainOptedInValidators',
    ['validators_provider_addresses'],
    optedInValidators,
  ),
  queryCheck(PROVIDER_SERVICE, 'QueryConsumerChainsValidatorHasToValidate', ['consumer_ids'], hasToValidate),
  queryCheck(PROVIDER_SERVICE, 'QueryValidatorConsumerCommissionRate', ['rate'], commissionRates),
];

/** The set that a launched consumer has, and the one that any other would get now; a stopped consumer has none. */
function validatorsOfConsumers(rows: RowView, { state }: AskedChain): Question[] {
  return askEach(rows.rows(consumerPhases), (consumer_id, phase) => {
    const set = setOf(rows, state, consumer_id, phase);
    if (set === undefined) return undefined;
    // The stored set of a launched consumer counts whole, a computed one only while the consumer is active.
    const validates_current_epoch = isActive(rows, consumer_id);
    const listed = set.flatMap((member): Fields[] => {
      const validator = validatorAt(rows, member.provider_cons_addr);
      if (validator === undefined) return [];
      return [{ ...listedValidator(rows, consumer_id, member, validator), validates_current_epoch }];
    });
    return { request: { consumer_id }, answer: { validators: listed } };
  });
}

function setOf(
  rows: RowView,
  state: Rows,
  consumerId: string,
  phase: ConsumerPhase,
): readonly ConsensusValidatorRow[] | undefined {
  if (phase === 'CONSUMER_PHASE_LAUNCHED')
    return below(rows.rows(consumerValidators), consumerId).map(([, member]) => member);
  return phase === 'CONSUMER_PHASE_STOPPED' ? [] : nextValidators(state, consumerId);
}

function listedValidator(
  rows: RowView,
  consumerId: string,
  { provider_cons_addr: address, public_key, power }: ConsensusValidatorRow,
  validator: ValidatorRow,
): Fields {
  const isBonded = validator.status === 'BOND_STATUS_BONDED';
  return {
    provider_address: valconsText(address),
    consumer_key: public_key,
    // Both are deprecated, and nothing sets them.
    power: 0n,
    rate: 0n,
    consumer_power: power,
    consumer_commission_rate: rateOf(rows, consumerId, address),
    provider_commission_rate: validator.commission.commission_rates.rate,
    description: validator.description,
    provider_operator_address: validator.operator_address,
    jailed: validator.jailed,
    status: validator.status,
    provider_tokens: validator.tokens,
    provider_power: isBonded ? validator.tokens / TOKENS_OF_POWER : 0n,
  };
}

/** Only active consumers have an answer. */
function optedInValidators(rows: RowView): Question[] {
  return askEach(rows.rows(consumerPhases), (consumer_id) => {
    if (!isActive(rows, consumer_id)) return undefined;
    const addresses = below(rows.rows(optedIn), consumer_id).map(([address]) => valconsText(address));
    return { request: { consumer_id }, answer: { validators_provider_addresses: addresses } };
  });
}

/** The consumers with a client that each validator validates now, or from the end of the epoch on if nothing changes. */
function hasToValidate(rows: RowView, { state }: AskedChain): Question[] {
  const consumers = [...rows.rows(consumerClients)]
    .map(([id]) => id)
    .filter((id) => isActive(rows, id))
    .toSorted()
    .map((id) => ({ id, next: new Set(nextValidators(state, id)?.map((member) => member.provider_cons_addr)) }));
  return askEach(rows.rows(validatorsByConsensusAddress), (address) => {
    const validates = consumers.filter(
      ({ id, next }) =>
        rows.row(consumerValidators, consumerValidators.key(id, address)) !== undefined || next.has(address),
    );
    return {
      request: { provider_address: valconsText(address) },
      answer: { consumer_ids: validates.map(({ id }) => id) },
    };
  });
}

/** What each validator charges on each active consumer. */
function commissionRates(rows: RowView): Question[] {
  const active = [...rows.rows(consumerPhases)].map(([id]) => id).filter((id) => isActive(rows, id));
  return active.flatMap((consumer_id) =>
    askEach(rows.rows(validatorsByConsensusAddress), (address) => {
      const rate = rateOf(rows, consumer_id, address);
      return rate === undefined
        ? undefined
        : { request: { consumer_id, provider_address: valconsText(address) }, answer: { rate } };
    }),
  );
}

/** The rate that a validator set for a consumer; without one, its rate on the provider. */
function rateOf(rows: RowView, consumerId: string, address: Hex): Dec | undefined {
  const own = rows.row(consumerCommissionRates, consumerCommissionRates.key(consumerId, address));
  return own ?? validatorAt(rows, address)?.commission.commission_rates.rate;
}

function validatorAt(rows: RowView, address: Hex): ValidatorRow | undefined {
  const operator = rows.row(validatorsByConsensusAddress, address);
  return operator === undefined ? undefined : rows.row(validators, operator);
}
