import type { ValidatorUpdate } from './block.ts';
import { textHex, type Hex } from './value.ts';

/** What a VSC packet says (`ValidatorSetChangePacketData`, ICS-028 data structures). */
export interface ValidatorSetChange {
  readonly updates: readonly ValidatorUpdate[];
  readonly valsetUpdateId: bigint;
  /** bech32 consensus addresses, with the prefix of the provider. */
  readonly slashAcks: readonly string[];
}

/** What a slash packet says (`ConsumerPacketDataV1` with `SlashPacketDataV1`). */
export interface SlashRequest {
  readonly address: Hex;
  readonly power: bigint;
  readonly valsetUpdateId: bigint;
  /** `unspecified` is what only a forged packet says. */
  readonly infraction: 'downtime' | 'double-sign' | 'unspecified';
}

/** What a packet of a consumer says (`ConsumerPacketData`); one without a type or with only a type is well-formed JSON. */
export type ConsumerPacket =
  | { readonly type: 'slash'; readonly request: SlashRequest | undefined }
  | { readonly type: 'matured' }
  | { readonly type: 'unspecified' };

const vscPackets = new Map<Hex, ValidatorSetChange | undefined>();
const consumerPackets = new Map<Hex, ConsumerPacket | undefined>();

/** Reads the data of a VSC packet; `undefined` if it is none. */
export function readValidatorSetChange(data: Hex): ValidatorSetChange | undefined {
  return remembered(vscPackets, data, parseValidatorSetChange);
}

/** Reads the data of a packet of a consumer; `undefined` if it is none. */
export function readConsumerPacket(data: Hex): ConsumerPacket | undefined {
  return remembered(consumerPackets, data, parseConsumerPacket);
}

/** Reads the data of a slash packet; `undefined` if it is none. */
export function readSlashRequest(data: Hex): SlashRequest | undefined {
  const packet = readConsumerPacket(data);
  return packet?.type === 'slash' ? packet.request : undefined;
}

/** Writes the data of a VSC packet as the provider does: JSON with all fields, in the order of their numbers. */
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

/** Writes the data of a slash packet as every consumer does: the first version of the format, JSON. */
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

/** Every field is known, or the packet is none; what is left out is zero (the JSON form of protobuf). */
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

/** The names of an infraction in the first version of the format, which every consumer writes. */
const INFRACTIONS = {
  downtime: 'INFRACTION_TYPE_DOWNTIME',
  'double-sign': 'INFRACTION_TYPE_DOUBLE_SIGN',
  unspecified: 'INFRACTION_TYPE_UNSPECIFIED',
} as const satisfies Record<SlashRequest['infraction'], string>;

const UNSPECIFIED = 'CONSUMER_PACKET_TYPE_UNSPECIFIED';

/** A provider reads the names of both versions. */
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

/** A packet is read by the model and by every monitor: parse it once. */
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
