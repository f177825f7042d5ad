import { SINGLETON } from '../key.ts';
import type { RowChange } from '../block.ts';
import {
  channelToConsumer,
  clientToConsumer,
  consumerGenesis,
  consumerPhases,
  consumerToChannel,
  consumerValidators,
  lastProviderConsensusValidators,
  optedIn,
  powerShaping,
  providerParams,
  valsetUpdateBlockHeights,
  type ConsumerGenesisRow,
  type ConsumerPhase,
  type PowerShapingRow,
  type ProviderParamsRow,
} from '../tables/provider.ts';
import {
  lastValidatorPowers,
  validators,
  validatorsByConsensusAddress,
  type ValidatorRow,
} from '../tables/staking/validator.ts';
import type { Hex } from '../value.ts';
import { put } from './story.ts';

const UNIT = 1_000_000n;

/** The provider parameters that properties read. */
export function params(blocksPerEpoch: number, most = 100, epochsToRewards = 1): RowChange {
  const row: Partial<ProviderParamsRow> = {
    blocks_per_epoch: BigInt(blocksPerEpoch),
    max_provider_consensus_validators: BigInt(most),
    number_of_epochs_to_start_receiving_rewards: BigInt(epochsToRewards),
  };
  return put(providerParams, SINGLETON, row as ProviderParamsRow);
}

/** A member of the set that is stored for a consumer; its consensus address is the name of its provider key. */
export function member(consumer: string, address: Hex, power: number, pubKey = address): RowChange {
  return put(consumerValidators, consumerValidators.key(consumer, address), {
    provider_cons_addr: address,
    power: BigInt(power),
    public_key: { ed25519: pubKey },
    join_height: 1n,
  });
}

/** VSCtoH: this block created the VSC. */
export function made(id: number, height: number): RowChange {
  return put(valsetUpdateBlockHeights, valsetUpdateBlockHeights.key(BigInt(id)), BigInt(height) + 1n);
}

/** A consumer that is launched with this set; its channel and client have the number of its id. */
export function launched(consumer: string, set: Readonly<Record<Hex, number>>): readonly RowChange[] {
  return [
    phase(consumer, 'CONSUMER_PHASE_LAUNCHED'),
    ...Object.entries(set).map(([address, power]) => member(consumer, address, power)),
    put(consumerGenesis, consumer, {
      provider: {
        initial_val_set: Object.entries(set).map(([ed25519, power]) => ({
          pub_key: { ed25519 },
          power: BigInt(power),
        })),
      },
    } as unknown as ConsumerGenesisRow),
    put(clientToConsumer, `07-tendermint-${consumer}`, consumer),
    ...channelMapped(consumer, `channel-${consumer}`),
  ];
}

/** The CCV channel of a consumer on the provider. */
export function channelMapped(consumer: string, channel: string): readonly RowChange[] {
  return [put(consumerToChannel, consumer, channel), put(channelToConsumer, channel, consumer)];
}

/** The phase of a consumer. */
export function phase(consumer: string, to: ConsumerPhase): RowChange {
  return put(consumerPhases, consumer, to);
}

/** A bonded validator of the provider; its operator, address and key have the same name. */
export function bonded(name: Hex, power: number, active = true): readonly RowChange[] {
  return [
    put(validators, name, staked(name, power)),
    put(validatorsByConsensusAddress, name, name),
    put(lastValidatorPowers, name, { value: BigInt(power) }),
    ...(active ? [engineMember(name, power)] : []),
  ];
}

/** A member of the active set of the provider. */
export function engineMember(name: Hex, power: number): RowChange {
  return put(lastProviderConsensusValidators, name, {
    provider_cons_addr: name,
    power: BigInt(power),
    public_key: { ed25519: name },
    join_height: 0n,
  });
}

/** The parts of a staking validator that properties read. */
export function staked(name: Hex, power: number, change: Partial<ValidatorRow> = {}): ValidatorRow {
  const row: Partial<ValidatorRow> = {
    operator_address: name,
    consensus_pubkey: { '@type': '/cosmos.crypto.ed25519.PubKey', key: name },
    jailed: false,
    status: 'BOND_STATUS_BONDED',
    tokens: BigInt(power) * UNIT,
    ...change,
  };
  return row as ValidatorRow;
}

/** A validator that has opted in to a consumer. */
export function optIn(consumer: string, address: Hex): RowChange {
  return put(optedIn, optedIn.key(consumer, address), '');
}

/** The power shaping of a consumer; by default nothing is limited. */
export function shaped(consumer: string, change: Partial<PowerShapingRow>): RowChange {
  return put(powerShaping, consumer, {
    top_N: 0,
    validators_power_cap: 0,
    validator_set_cap: 0,
    allowlist: [],
    denylist: [],
    min_stake: 0n,
    allow_inactive_vals: false,
    prioritylist: [],
    ...change,
  });
}
