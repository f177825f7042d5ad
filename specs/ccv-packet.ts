import type { ValidatorUpdate } from './block.ts';
import { textHex, type Hex } from './value.ts';

/** The data of a VSC packet (`ValidatorSetChangePacketData`, ICS-028 data structures). */
export interface ValidatorSetChange {
  readonly updates: readonly ValidatorUpdate[];
  readonly valsetUpdateId: bigint;
  /** bech32 consensus addresses, with the prefix of the provider. */
  readonly slashAcks: readonly string[];
}

/** The data of a slash packet (`ConsumerPacketDataV1` with `SlashPacketDataV1`). */
export interface SlashRequest {
  readonly address: Hex;
  readonly power: bigint;
  readonly valsetUpdateId: bigint;
  /** `unspecified` occurs only in forged packets. */
  readonly infraction: 'downtime' | 'double-sign' | 'unspecified';
}

/** The data of a consumer packet (`ConsumerPacketData`). Packets without a type, or with only a type, are valid JSON. */
export type ConsumerPacket =
  | { readonly type: 'slash'; readonly request: SlashRequest | undefined }
  | { readonly type: 'matured' }
  | { readonly type: 'unspecified' };

const vscPackets = new Map<Hex, ValidatorSetChange | undefined>();
const consumerPackets = new Map<Hex, ConsumerPacket | undefined>();

/** Decodes the data of a VSC packet; `undefined` if it is none. */
export function readValidatorSetChange(data: Hex): ValidatorSetChange | undefined {
  return remembered(vscPackets, data, parseValidatorSetChange);
}

/** Decodes the data of a consumer packet; `undefined` if it is none. */
export function readConsumerPacket(data: Hex): ConsumerPacket | undefined {
  return remembered(consumerPackets, data, parseConsumerPacket);
}

/** Decodes the data of a slash packet; `undefined` if it is none. */
export function readSlashRequest(data: Hex): SlashRequest | undefined {
  const packet = readConsumerPacket(data);
  return packet?.type === 'slash' ? packet.request : undefined;
}

/** Encodes the data of a VSC packet as the provider does: JSON with all fields, in the order of their numbers. */
export function writeValidatorSetChange(change: ValidatorSetChange): Hex {
  return jsonHex({
    validator_updates: change.updates.map(({ pubKey, power }) => ({
      pub_key: { ed25519: Buffer.from(pubKey, 'hex').toString('base64') },
      power: power.toString(),
    })),
    valset_update_id: change.valsetUpdateId.toString(),
    slash_acks: change.slashAcks,
  });
}

/** Encodes the data of a slash packet as every consumer does: version 1 of the format, in JSON. */
export function writeSlashRequest(request: SlashRequest): Hex {
  return jsonHex({
    type: 'CONSUMER_PACKET_TYPE_SLASH',
    slashPacketData: {
      validator: {
        address: Buffer.from(request.address, 'hex').toString('base64'),
        power: request.power.toString(),
      },
      valset_update_id: request.valsetUpdateId.toString(),
      infraction: INFRACTIONS[request.infraction],
    },
  });
}

function parseValidatorSetChange(data: Hex): ValidatorSetChange | undefined {
  const { validator_updates: updates, valset_update_id: id, slash_acks: acks, ...unknown } = fields(jsonOf(data));
  if (!Array.isArray(updates) || typeof id !== 'string' || Object.keys(unknown).length > 0) return undefined;
  return {
    updates: updates.map((update: unknown) => {
      const { pub_key: key, power } = fields(update);
      return { pubKey: base64(fields(key)['ed25519']), power: integer(power) };
    }),
    valsetUpdateId: integer(id),
    slashAcks: Array.isArray(acks) ? acks.map(String) : [],
  };
}

/** Unknown fields are refused, and missing fields are zero (the JSON form of protobuf). */
function parseConsumerPacket(data: Hex): ConsumerPacket | undefined {
  const { type = UNSPECIFIED, slashPacketData, vscMaturedPacketData, ...unknown } = fields(jsonOf(data));
  if (Object.keys(unknown).length > 0) return undefined;
  switch (type) {
    case 'CONSUMER_PACKET_TYPE_SLASH':
      return { type: 'slash', request: slashPacketData === undefined ? undefined : parseSlashRequest(slashPacketData) };
    case 'CONSUMER_PACKET_TYPE_VSCM':
      integer(fields(vscMaturedPacketData)['valset_update_id']);
      return { type: 'matured' };
    case UNSPECIFIED:
      return { type: 'unspecified' };
    default:
      return undefined;
  }
}

function parseSlashRequest(data: unknown): SlashRequest {
  const { validator = {}, valset_update_id: id = '0', infraction = '', ...unknown } = fields(data);
  if (Object.keys(unknown).length > 0) throw new TypeError('not the fields of a slash packet');
  const { address = '', power = '0' } = fields(validator);
  return {
    address: base64(address),
    power: inRange(integer(power), -(2n ** 63n), 2n ** 63n),
    valsetUpdateId: inRange(integer(id), 0n, 2n ** 64n),
    infraction: infractionOf(infraction),
  };
}

/** The names of infractions in version 1 of the format, which every consumer writes. */
const INFRACTIONS = {
  downtime: 'INFRACTION_TYPE_DOWNTIME',
  'double-sign': 'INFRACTION_TYPE_DOUBLE_SIGN',
  unspecified: 'INFRACTION_TYPE_UNSPECIFIED',
} as const satisfies Record<SlashRequest['infraction'], string>;

const UNSPECIFIED = 'CONSUMER_PACKET_TYPE_UNSPECIFIED';

/** A provider accepts the names of both versions. */
function infractionOf(name: unknown): SlashRequest['infraction'] {
  switch (name) {
    case INFRACTIONS.downtime:
    case 'INFRACTION_DOWNTIME':
      return 'downtime';
    case INFRACTIONS['double-sign']:
    case 'INFRACTION_DOUBLE_SIGN':
      return 'double-sign';
    case INFRACTIONS.unspecified:
    case 'INFRACTION_UNSPECIFIED':
    case '':
      return 'unspecified';
    default:
      throw new TypeError('not an infraction');
  }
}

function inRange(value: bigint, from: bigint, to: bigint): bigint {
  if (value < from || value >= to) throw new RangeError('out of range');
  return value;
}

/** Packets are cached, because the model and every monitor decode them. */
function remembered<Result>(memory: Map<Hex, Result | undefined>, data: Hex, parse: (data: Hex) => Result | undefined) {
  if (memory.has(data)) return memory.get(data);
  let result: Result | undefined;
  try {
    result = parse(data);
  } catch {
    result = undefined;
  }
  if (memory.size > 10_000) memory.clear();
  memory.set(data, result);
  return result;
}

function jsonHex(value: unknown): Hex {
  return textHex(JSON.stringify(value));
}

function jsonOf(data: Hex): unknown {
  return JSON.parse(Buffer.from(data, 'hex').toString('utf8'));
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new TypeError('not an object');
  return value as Readonly<Record<string, unknown>>;
}

function base64(value: unknown): Hex {
  if (typeof value !== 'string') throw new TypeError('not bytes');
  return Buffer.from(value, 'base64').toString('hex');
}

function integer(value: unknown): bigint {
  if (typeof value !== 'string') throw new TypeError('not an integer');
  return BigInt(value);
}
