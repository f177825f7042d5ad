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

/** The longest time that Go can count. */
const FOR_EVER = 2n ** 63n - 1n;

/** Small whole numbers that a 32-bit field may hold, sensible or not. */
const small: SchemaPart = { type: 'integer', minimum: 0, maximum: 1000 };

/** The largest hash has 64 bytes. */
const LONG_HASH = '00'.repeat(65);

/** What a field of the initialization parameters may not be. */
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

/** The names of the fields that a trace can put out of their limits. */
export const WRONG_FIELDS = Object.keys(OUT_OF_LIMITS) as readonly (keyof typeof OUT_OF_LIMITS)[];

/** `ConsumerInitializationParameters`, as far as a trace chooses them. */
export const initializationSchema: SchemaPart = {
  title: 'Initialization',
  description: 'The initialization parameters of a consumer; those left out have the default of the program.',
  type: 'object',
  additionalProperties: false,
  required: ['spawn'],
  properties: {
    spawn: {
      type: ['integer', 'null'],
      minimum: -315_360_000,
      maximum: 315_360_000,
      description: 'When to launch, in seconds from now; null leaves the time unset.',
    },
    unbonding: { ...seconds, description: 'The unbonding period of the consumer in seconds.' },
    ccvTimeout: { ...seconds, description: 'After how many seconds a CCV packet times out.' },
    connection: {
      enum: ['spare', 'taken', 'other', 'localhost', 'missing', 'malformed'],
      description:
        'Launch over a connection that is there: the newest to a chain of this id whose client no consumer uses, ' +
        'the newest whose client a consumer uses, the newest to a chain of another id, that of the provider to itself, one that does not exist, or an id that ' +
        'is none.',
    },
    wrong: {
      enum: WRONG_FIELDS,
      description: 'A field that is out of its limits.',
    },
    redistribution: { ...fraction, description: 'The share of its rewards that the consumer keeps.' },
    blocksPerTransmission: { ...small, description: 'After how many blocks rewards are sent.' },
    transferTimeout: { ...seconds, description: 'After how many seconds a packet with rewards times out.' },
    transmissionChannel: {
      type: 'string',
      maxLength: 70,
      description: 'The channel that rewards go over, when it exists.',
    },
    historical: { ...count, description: 'How many blocks the consumer remembers with their validators.' },
    revision: { ...small, description: 'The revision of the initial height, by default that of the chain id.' },
    height: { ...count, description: 'The initial height, by default 1.' },
  },
};

/** `PowerShapingParameters`. */
export const powerShapingSchema: SchemaPart = {
  title: 'PowerShaping',
  description: 'The power shaping parameters of a consumer (ADR-015, ADR-017); those left out are zero or empty.',
  type: 'object',
  additionalProperties: false,
  properties: {
    topN: small,
    powerCap: { ...small, description: 'The largest share of the power that a validator may have, in percent.' },
    setCap: { ...small, description: 'The largest number of validators.' },
    minStake: { ...amount, pattern: '^(0|[1-9][0-9]{0,18})$' },
    allowInactive: { type: 'boolean' },
    allow: validatorNames,
    deny: validatorNames,
    priority: validatorNames,
  },
};

/** The message for the metadata of a consumer of this name. */
export function metadataMessage(name: string): Value {
  return { name, description: 'A consumer', metadata: 'none' };
}

/** `SlashJailParameters`. */
export const infractionSchema: SchemaPart = {
  title: 'Infraction',
  description: 'How one kind of infraction is punished (ADR-020); what is left out is zero.',
  type: 'object',
  additionalProperties: false,
  properties: {
    fraction: { ...fraction, pattern: `^-?${fraction['pattern'].slice(1)}`, description: 'The share that is slashed.' },
    jail: {
      type: ['integer', 'null'],
      minimum: -1,
      maximum: 9_223_372_036,
      description: 'For how many seconds to jail; null is as long as can be told.',
    },
    tombstone: { type: 'boolean' },
  },
};

/** `InfractionParameters`. */
export const infractionsSchema: SchemaPart = {
  title: 'Infractions',
  description: 'The infraction parameters of a consumer (ADR-020); a kind that is left out stays as it is.',
  type: 'object',
  additionalProperties: false,
  properties: { doubleSign: shared('Infraction'), downtime: shared('Infraction') },
};

/** The message for initialization parameters, with what the program takes for a default where the trace is silent. */
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

/** The message for power shaping parameters. Lists hold provider consensus addresses. */
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

/** The message for infraction parameters. */
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
