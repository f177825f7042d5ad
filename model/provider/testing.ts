import type { Block, Message, Observation } from '../../specs/block.ts';
import type { ProviderGenesis, ProviderParams } from '../../specs/genesis.ts';
import type { Table } from '../../specs/table.ts';
import { channelEnds } from '../../specs/tables/ibc/channel.ts';
import { connections } from '../../specs/tables/ibc/connection.ts';
import { channelToConsumer, consumerToChannel, initChainHeights } from '../../specs/tables/provider.ts';
import { ONE, SECOND, type Hex, type Value } from '../../specs/value.ts';
import { bech32 } from '../bech32.ts';
import { applyBlock, initChain, type ModelChain } from '../chain.ts';
import { sha256 } from '../consensus/merkle.ts';
import { addressOfKey } from '../consensus/validator-set.ts';
import type { Context } from '../context.ts';
import { Draft } from '../draft.ts';
import { GOV_PARAMS } from '../sdk/gov/testing.ts';
import { NO_INFLATION } from '../sdk/testing.ts';
import { PACKAGE } from './messages/types.ts';
import { NO_SHAPING } from './messages/settings.ts';
import { providerProgram } from './program.ts';

/** When the provider of the tests starts. */
export const START = 1_790_000_000n * SECOND;

/** The consensus key of a validator of the tests, or any other key by its name. */
export const keyOf = (name: string): Hex => sha256(Buffer.from(`key ${name}`)).toString('hex');
/** The consensus address of that key. */
export const addressOf = (name: string): Hex => addressOfKey(keyOf(name));
/** The account of a validator of the tests, or any other by its name. */
export const accountOf = (name: string): Hex => sha256(Buffer.from(`account ${name}`)).toString('hex', 0, 20);

/** A key as messages carry it. */
export const keyJson = (name: string): string =>
  JSON.stringify({ '@type': '/cosmos.crypto.ed25519.PubKey', key: Buffer.from(keyOf(name), 'hex').toString('base64') });

/** A provider of the model on which tests make blocks. Validators are `v0`, `v1`… with a million tokens a power. */
export interface TestProvider {
  /** Makes a block some seconds later with one transaction for each message; each signer is in its message. */
  block(messages?: readonly Message[], seconds?: number): Observation;
  /** Makes a block with one message and returns its codespace and code, `/0` when it succeeds. */
  send(message: Message): string;
  row<Row extends Value, K extends string>(table: Table<Row, K>, key: NoInfer<K>): Row | undefined;
  rows<Row extends Value, K extends string>(table: Table<Row, K>): readonly (readonly [K, Row])[];
  /** A context after the last block, for calling parts of the module; what is written through it is lost. */
  context(): Context;
}

const SIGNERS = ['submitter', 'owner', 'signer', 'delegator_address'] as const;

/** Starts a provider with validators of these powers and the accounts `owner` and `alice`. */
export function startProvider(powers: readonly bigint[], params: Partial<ProviderParams> = {}): TestProvider {
  const names = powers.map((_, i) => `v${i}`);
  const accounts = new Map([...names, 'owner', 'alice'].map((name) => [bech32('cosmos', accountOf(name)), name]));
  const program = providerProgram();
  const features = new Set<never>();
  let chain: ModelChain = initChain(program, features, genesisOf(powers, params)).chain;
  let height = 0n;
  let time = START;
  const contextAt = (block: Block): Context => ({
    kind: 'provider',
    features,
    bech32Prefix: 'cosmos',
    draft: new Draft(chain.state),
    block,
    apps: program.apps,
    sentPackets: [],
    writtenAcks: [],
  });
  const provider: TestProvider = {
    block(messages = [], seconds = 1) {
      height += 1n;
      time += BigInt(seconds) * SECOND;
      const txs = messages.map((message) => {
        const text = SIGNERS.map((field) => message[field]).find((value) => typeof value === 'string');
        const signer = accountOf(accounts.get(String(text)) ?? 'alice');
        return {
          signer,
          publicKey: `02${signer.repeat(2).slice(0, 64)}`,
          sequence: null,
          fee: [],
          messages: [message],
        };
      });
      const step = applyBlock(chain, blockAt(height, time, txs));
      chain = step.chain;
      return step.observation;
    },
    send(message) {
      const [result] = provider.block([message]).txResults;
      return `${result?.codespace}/${result?.code}`;
    },
    row: (table, key) => contextAt(blockAt(height, time, [])).draft.get(table, key),
    rows: (table) => [...contextAt(blockAt(height, time, [])).draft.entries(table)],
    context: () => contextAt(blockAt(height, time, [])),
  };
  return provider;
}

/** `MsgCreateConsumer` of `owner`, to launch when `spawn` says so. */
export function creation(spawn: bigint | null, fields: Readonly<Record<string, Value>> = {}): Message {
  return {
    '@type': `${PACKAGE}.MsgCreateConsumer`,
    submitter: bech32('cosmos', accountOf('owner')),
    chain_id: 'c-1',
    metadata: { name: 'c', description: 'a consumer', metadata: 'none' },
    initialization_parameters: initialization(spawn),
    power_shaping_parameters: null,
    allowlisted_reward_denoms: null,
    infraction_parameters: null,
    ...fields,
  };
}

/** `MsgUpdateConsumer` of `owner`. */
export function change(consumerId: string, fields: Readonly<Record<string, Value>> = {}): Message {
  return {
    '@type': `${PACKAGE}.MsgUpdateConsumer`,
    owner: bech32('cosmos', accountOf('owner')),
    consumer_id: consumerId,
    new_owner_address: '',
    metadata: null,
    initialization_parameters: null,
    power_shaping_parameters: null,
    allowlisted_reward_denoms: null,
    new_chain_id: '',
    infraction_parameters: null,
    ...fields,
  };
}

/** `MsgRemoveConsumer` of an account. */
export function removal(consumerId: string, by = 'owner'): Message {
  return {
    '@type': `${PACKAGE}.MsgRemoveConsumer`,
    consumer_id: consumerId,
    owner: bech32('cosmos', accountOf(by)),
  };
}

/** A message of a validator about a consumer, for example `MsgOptIn`. */
export function byValidator(
  type: 'MsgOptIn' | 'MsgOptOut' | 'MsgAssignConsumerKey' | 'MsgSetConsumerCommissionRate',
  validator: string,
  consumerId: string,
  fields: Readonly<Record<string, Value>> = type === 'MsgOptIn' ? { consumer_key: '' } : {},
): Message {
  return {
    '@type': `${PACKAGE}.${type}`,
    chain_id: '',
    provider_addr: bech32('cosmosvaloper', accountOf(validator)),
    signer: bech32('cosmos', accountOf(validator)),
    consumer_id: consumerId,
    ...fields,
  };
}

/** An account delegates to a validator. */
export function delegation(by: string, validator: string, amount: bigint): Message {
  return {
    '@type': '/cosmos.staking.v1beta1.MsgDelegate',
    delegator_address: bech32('cosmos', accountOf(by)),
    validator_address: bech32('cosmosvaloper', accountOf(validator)),
    amount: { denom: 'stake', amount },
  };
}

/** Initialization parameters as the actions of a trace fill them in. */
export function initialization(spawn: bigint | null, fields: Readonly<Record<string, Value>> = {}) {
  return {
    initial_height: { revision_number: 1n, revision_height: 1n },
    genesis_hash: '',
    binary_hash: '',
    spawn_time: spawn,
    unbonding_period: 1_728_000n * SECOND,
    ccv_timeout_period: 2_419_200n * SECOND,
    transfer_timeout_period: 3_600n * SECOND,
    consumer_redistribution_fraction: '0.75',
    blocks_per_distribution_transmission: 1_000n,
    historical_entries: 10_000n,
    distribution_transmission_channel: '',
    connection_id: '',
    ...fields,
  };
}

/** Power shaping parameters that say only this. */
export function shaping(fields: Readonly<Record<string, Value>>) {
  return { ...NO_SHAPING, ...fields };
}

/** A provider on which all validators have opted in to consumer 0, which was launched in the last block. */
export function startWithConsumer(powers: readonly bigint[], params: Partial<ProviderParams> = {}): TestProvider {
  const provider = startProvider(powers, params);
  provider.block([creation(START + 3n * SECOND)]);
  provider.block(powers.map((_, i) => byValidator('MsgOptIn', `v${i}`, '0')));
  provider.block();
  return provider;
}

function blockAt(height: bigint, time: bigint, txs: Block['txs']): Block {
  const hash = sha256(Buffer.from(`block ${height}`)).toString('hex');
  const nothing = { proposer: '', votes: [], misbehavior: [] };
  return {
    chainId: 'provider',
    height,
    time,
    appHash: hash,
    validatorsHash: hash,
    nextValidatorsHash: hash,
    txs,
    ...nothing,
  };
}

function genesisOf(powers: readonly bigint[], params: Partial<ProviderParams>): ProviderGenesis {
  const names = powers.map((_, i) => `v${i}`);
  const balances = [{ denom: 'stake', amount: 10n ** 15n }];
  return {
    kind: 'provider',
    chainId: 'provider',
    time: START,
    accounts: [...names, 'owner', 'alice'].map((name) => ({ address: accountOf(name), balances })),
    validators: names.map((name, i) => ({
      operator: accountOf(name),
      operatorKey: `02${keyOf(`account ${name}`)}`,
      pubKey: keyOf(name),
      moniker: name,
      tokens: (powers[i] ?? 0n) * 1_000_000n,
      commission: { rate: ONE / 10n, max_rate: ONE / 5n, max_change_rate: ONE / 100n },
      min_self_delegation: 1n,
    })),
    staking: {
      unbonding_time: 1_814_400n * SECOND,
      max_validators: 100,
      max_entries: 7,
      historical_entries: 10_000,
      bond_denom: 'stake',
      min_commission_rate: ONE / 100n,
    },
    slashing: {
      signed_blocks_window: 100n,
      min_signed_per_window: ONE / 2n,
      downtime_jail_duration: 600n * SECOND,
      slash_fraction_double_sign: ONE / 20n,
      slash_fraction_downtime: ONE / 100n,
    },
    distribution: { community_tax: ONE / 50n, withdraw_addr_enabled: true },
    mint: NO_INFLATION,
    gov: GOV_PARAMS,
    provider: {
      trusting_period_fraction: (66n * ONE) / 100n,
      ccv_timeout_period: 2_419_200n * SECOND,
      slash_meter_replenish_period: 3_600n * SECOND,
      slash_meter_replenish_fraction: ONE / 20n,
      blocks_per_epoch: 1n,
      number_of_epochs_to_start_receiving_rewards: 24n,
      max_provider_consensus_validators: 180n,
      ...params,
    },
  };
}

/** Puts an open connection and a CCV channel of consumer 0 into a context, as a handshake would leave them. */
export function openChannel({ draft, block }: Context): void {
  openConnection({ draft });
  draft.set(channelEnds, channelEnds.key('provider', 'channel-0'), {
    state: 'STATE_OPEN',
    ordering: 'ORDER_ORDERED',
    counterparty: { port_id: 'consumer', channel_id: 'channel-0' },
    connection_hops: ['connection-0'],
    version: '1',
  });
  draft.set(consumerToChannel, '0', 'channel-0');
  draft.set(channelToConsumer, 'channel-0', '0');
  draft.set(initChainHeights, '0', block.height);
}

/** Puts an open connection over the client of consumer 0 into a context. */
export function openConnection({ draft }: Pick<Context, 'draft'>): void {
  draft.set(connections, 'connection-0', {
    client_id: '07-tendermint-0',
    versions: [{ identifier: '1', features: ['ORDER_ORDERED', 'ORDER_UNORDERED'] }],
    state: 'STATE_OPEN',
    counterparty: { client_id: '07-tendermint-0', connection_id: 'connection-0', prefix: { key_prefix: '696263' } },
    delay_period: 0n,
  });
}
