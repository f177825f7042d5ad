import type { ValidatorUpdate } from './block.ts';
import type { Hex } from './value.ts';

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
  readonly infraction: 'downtime' | 'double-sign';
}

const vscPackets = new Map<Hex, ValidatorSetChange | undefined>();
const slashPackets = new Map<Hex, SlashRequest | undefined>();

/** Reads the data of a VSC packet; `undefined` if it is none. */
export function readValidatorSetChange(data: Hex): ValidatorSetChange | undefined {
  return remembered(vscPackets, data, parseValidatorSetChange);
}

/** Reads the data of a slash packet; `undefined` if it is none. */
export function readSlashRequest(data: Hex): SlashRequest | undefined {
  return remembered(slashPackets, data, parseSlashRequest);
}

/** Writes the data of a VSC packet as the provider does: JSON with all fields, in the order of their numbers. */
export function writeValidatorSetChange(change: ValidatorSetChange): Hex {
  return hexOf({
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
  return hexOf({
    type: 'CONSUMER_PACKET_TYPE_SLASH',
    slashPacketData: {
      validator: {
        address: Buffer.from(request.address, 'hex').toString('base64'),
        power: request.power.toString(),
      },
      valset_update_id: request.valsetUpdateId.toString(),
      infraction: request.infraction === 'downtime' ? 'INFRACTION_TYPE_DOWNTIME' : 'INFRACTION_TYPE_DOUBLE_SIGN',
    },
  });
}

function parseValidatorSetChange(data: Hex): ValidatorSetChange | undefined {
  const { validator_updates: updates, valset_update_id: id, slash_acks: acks } = fields(jsonOf(data));
  if (!Array.isArray(updates) || typeof id !== 'string') return undefined;
  return {
    updates: updates.map((update: unknown) => {
      const { pub_key: key, power } = fields(update);
      return { pubKey: base64(fields(key)['ed25519']), power: integer(power) };
    }),
    valsetUpdateId: integer(id),
    slashAcks: Array.isArray(acks) ? acks.map(String) : [],
  };
}

function parseSlashRequest(data: Hex): SlashRequest | undefined {
  const { slashPacketData } = fields(jsonOf(data));
  if (slashPacketData === undefined) return undefined;
  const { validator, valset_update_id: id, infraction } = fields(slashPacketData);
  const { address, power } = fields(validator);
  return {
    address: base64(address),
    power: integer(power),
    valsetUpdateId: integer(id),
    infraction: infraction === 'INFRACTION_TYPE_DOWNTIME' ? 'downtime' : 'double-sign',
  };
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

function jsonOf(data: Hex): unknown {
  return JSON.parse(Buffer.from(data, 'hex').toString('utf8'));
}

function hexOf(value: unknown): Hex {
  return Buffer.from(JSON.stringify(value), 'utf8').toString('hex');
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
