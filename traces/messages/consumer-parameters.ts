import type { Infraction, Infractions, Initialization, PowerShaping } from '../../specs/generated/trace.ts';
import { NO_TIME, SECOND, type Value } from '../../specs/value.ts';
import { bech32 } from '../../model/bech32.ts';
import { revisionOf } from '../../model/ibc/height.ts';
import { DEFAULT_INITIALIZATION } from '../../model/provider/messages/settings.ts';
import { decimal } from '../../model/sdk/decimal-text.ts';
import { amount, count, fraction, seconds, shared, validatorNames } from '../format/fields.ts';
import type { SchemaPart } from '../actions/action.ts';
import { consensusKey } from '../setup/keys.ts';
import { NO_CONNECTION, otherConnection, spareConnection, takenConnection } from '../world/handshakes.ts';
import type { World } from '../world/world.ts';

/** The longest `time.Duration` in Go. */
const FOR_EVER = 2n ** 63n - 1n;

/** Small integers for 32-bit fields, valid or not. */
const small: SchemaPart = { type: 'integer', minimum: 0, maximum: 1000 };

/** The largest hash has 64 bytes. */
const LONG_HASH = '00'.repeat(65);

/** Invalid values for fields of the initialization parameters. */
const OUT_OF_LIMITS = {
  'initial-height': { initial_height: { revision_number: 0n, revision_height: 0n } },
  'genesis-hash': { genesis_hash: LONG_HASH },
  'binary-hash': { binary_hash: LONG_HASH },
  unbonding: { unbonding_period: 0n },
  'ccv-timeout': { ccv_timeout_period: 0n },
  'transfer-timeout': { transfer_timeout_period: -1n },
  redistribution: { consumer_redistribution_fraction: '1.000000000000000001' },
  'redistribution-text': { consumer_redistribution_fraction: 'half' },
  transmission: { blocks_per_distribution_transmission: 0n },
  'historical-entries': { historical_entries: -1n },
  channel: { distribution_transmission_channel: 'x' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Value>>>>;

/** The names of the fields that a trace can set to an invalid value. */
export const WRONG_FIELDS = Object.keys(OUT_OF_LIMITS) as readonly (keyof typeof OUT_OF_LIMITS)[];

/** The schema of `ConsumerInitializationParameters`. */
export const initializationSchema: SchemaPart = {
  title: 'Initialization',
  description: 'The initialization parameters of a consumer. Omitted fields have the default of the program.',
  type: 'object',
  additionalProperties: false,
  required: ['spawn'],
  properties: {
    spawn: {
      type: ['integer', 'null'],
      minimum: -315_360_000,
      maximum: 315_360_000,
      description: 'The spawn time, in seconds from now; null leaves it unset.',
    },
    unbonding: { ...seconds, description: 'The unbonding period of the consumer in seconds.' },
    ccvTimeout: { ...seconds, description: 'The timeout of CCV packets in seconds.' },
    connection: {
      enum: ['spare', 'taken', 'other', 'localhost', 'missing', 'malformed'],
      description:
        'Launch over an existing connection. spare: the newest to a chain of this id whose client no consumer uses. ' +
        'taken: the newest whose client a consumer uses. other: the newest to a chain of another id. ' +
        'localhost: that of the provider to itself. missing: one that does not exist. malformed: an invalid id.',
    },
    wrong: {
      enum: WRONG_FIELDS,
      description: 'A field to set to an invalid value.',
    },
    redistribution: { ...fraction, description: 'The share of its rewards that the consumer keeps.' },
    blocksPerTransmission: { ...small, description: 'How many blocks pass between two transmissions of rewards.' },
    transferTimeout: { ...seconds, description: 'The timeout of packets with rewards, in seconds.' },
    transmissionChannel: {
      type: 'string',
      maxLength: 70,
      description: 'The channel that rewards are sent over, if it exists.',
    },
    historical: { ...count, description: 'How many historical infos the consumer keeps.' },
    revision: { ...small, description: 'The revision number of the initial height, by default that of the chain id.' },
    height: { ...count, description: 'The initial height, by default 1.' },
  },
};

/** The schema of `PowerShapingParameters`. */
export const powerShapingSchema: SchemaPart = {
  title: 'PowerShaping',
  description: 'The power shaping parameters of a consumer (ADR-015, ADR-017). Omitted fields are zero or empty.',
  type: 'object',
  additionalProperties: false,
  properties: {
    topN: small,
    powerCap: { ...small, description: 'The maximum share of the power of a validator, in percent.' },
    setCap: { ...small, description: 'The maximum number of validators.' },
    minStake: { ...amount, pattern: '^(0|[1-9][0-9]{0,18})$' },
    allowInactive: { type: 'boolean' },
    allow: validatorNames,
    deny: validatorNames,
    priority: validatorNames,
  },
};

/** The `ConsumerMetadata` with this name. */
export function metadataMessage(name: string): Value {
  return { name, description: 'A consumer', metadata: 'none' };
}

/** `SlashJailParameters`. */
export const infractionSchema: SchemaPart = {
  title: 'Infraction',
  description: 'How one kind of infraction is punished (ADR-020). Omitted fields are zero.',
  type: 'object',
  additionalProperties: false,
  properties: {
    fraction: {
      ...fraction,
      pattern: `^-?${fraction['pattern'].slice(1)}`,
      description: 'The fraction of the stake that is slashed.',
    },
    jail: {
      type: ['integer', 'null'],
      minimum: -1,
      maximum: 9_223_372_036,
      description: 'The jail time in seconds; null is the maximum.',
    },
    tombstone: { type: 'boolean' },
  },
};

/** `InfractionParameters`. */
export const infractionsSchema: SchemaPart = {
  title: 'Infractions',
  description: 'The infraction parameters of a consumer (ADR-020). An omitted kind does not change.',
  type: 'object',
  additionalProperties: false,
  properties: { doubleSign: shared('Infraction'), downtime: shared('Infraction') },
};

/** The `ConsumerInitializationParameters` of a message, with the defaults of the program for omitted fields. */
export function initializationMessage(
  world: World,
  chainId: string,
  initialization: Initialization | undefined,
): Value {
  if (initialization === undefined) return null;
  const { spawn, unbonding, ccvTimeout, revision, height = 1, connection, wrong } = initialization;
  const { redistribution, blocksPerTransmission, transferTimeout, transmissionChannel, historical } = initialization;
  return {
    ...DEFAULT_INITIALIZATION,
    initial_height: {
      revision_number: revision === undefined ? revisionOf(chainId) : BigInt(revision),
      revision_height: BigInt(height),
    },
    spawn_time: spawn === null ? NO_TIME : world.clock + BigInt(spawn) * SECOND,
    ...(unbonding !== undefined && { unbonding_period: BigInt(unbonding) * SECOND }),
    ...(redistribution !== undefined && { consumer_redistribution_fraction: redistribution }),
    ...(blocksPerTransmission !== undefined && { blocks_per_distribution_transmission: BigInt(blocksPerTransmission) }),
    ...(transferTimeout !== undefined && { transfer_timeout_period: BigInt(transferTimeout) * SECOND }),
    ...(transmissionChannel !== undefined && { distribution_transmission_channel: transmissionChannel }),
    ...(historical !== undefined && { historical_entries: BigInt(historical) }),
    ...(ccvTimeout !== undefined && { ccv_timeout_period: BigInt(ccvTimeout) * SECOND }),
    connection_id: connectionId(world, chainId, connection),
    ...(wrong !== undefined && OUT_OF_LIMITS[wrong]),
  };
}

function connectionId(world: World, chainId: string, connection: Initialization['connection']): string {
  if (connection === undefined) return '';
  switch (connection) {
    case 'spare':
      return spareConnection(world, chainId) ?? NO_CONNECTION;
    case 'taken':
      return takenConnection(world, chainId) ?? NO_CONNECTION;
    case 'other':
      return otherConnection(world, chainId) ?? NO_CONNECTION;
    case 'localhost':
      return 'connection-localhost';
    case 'missing':
      return NO_CONNECTION;
    case 'malformed':
      return '!';
    default:
      return connection satisfies never;
  }
}

/** The `PowerShapingParameters` of a message. Its lists contain provider consensus addresses. */
export function powerShapingMessage(shaping: PowerShaping | undefined): Value {
  if (shaping === undefined) return null;
  return {
    top_N: shaping.topN ?? 0,
    validators_power_cap: shaping.powerCap ?? 0,
    validator_set_cap: shaping.setCap ?? 0,
    allowlist: consensusAddresses(shaping.allow),
    denylist: consensusAddresses(shaping.deny),
    min_stake: BigInt(shaping.minStake ?? 0),
    allow_inactive_vals: shaping.allowInactive ?? false,
    prioritylist: consensusAddresses(shaping.priority),
  };
}

/** The `InfractionParameters` of a message. */
export function infractionsMessage(infractions: Infractions | undefined): Value {
  if (infractions === undefined) return null;
  return { double_sign: slashJail(infractions.doubleSign), downtime: slashJail(infractions.downtime) };
}

function slashJail(infraction: Infraction | undefined): Value {
  if (infraction === undefined) return null;
  const { fraction: share = '0', jail = 0, tombstone = false } = infraction;
  return {
    slash_fraction: decimal(share),
    jail_duration: jail === null ? FOR_EVER : BigInt(jail) * SECOND,
    tombstone,
  };
}

function consensusAddresses(names: readonly string[] = []): string[] {
  return names.map((name) => bech32('cosmosvalcons', consensusKey(name).address));
}
