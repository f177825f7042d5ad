import { rowsOf } from '../../specs/rows.ts';
import type { ForgedPacket } from '../../specs/generated/trace.ts';
import { writeSlashRequest, type SlashRequest } from '../../specs/ccv-packet.ts';
import { heightToValsetUpdateId } from '../../specs/tables/consumer.ts';
import { textHex, type Hex } from '../../specs/value.ts';
import type { SchemaPart } from '../actions/action.ts';
import { keyName } from '../format/fields.ts';
import { consensusKey } from '../setup/keys.ts';
import { setAt, type Chain } from '../world/world.ts';

/** The packets that a malicious consumer may send to the provider. */
export const FORGED_KINDS = [
  'downtime',
  'double-sign',
  'unspecified-infraction',
  'plain-infraction',
  'no-validator',
  'long-address',
  'no-data',
  'matured',
  'matured-slash',
  'no-type',
  'unknown-field',
  'not-json',
] as const;

/** The schema of a forged packet. */
export const forgedPacketSchema: SchemaPart = {
  title: 'ForgedPacket',
  description:
    'A packet of a consumer whose validators have abandoned its program; by default a truthful slash packet.',
  type: 'object',
  additionalProperties: false,
  required: ['what'],
  properties: {
    what: { enum: [...FORGED_KINDS] },
    key: { ...keyName, description: 'The consensus key of the accused validator.' },
    power: {
      type: 'string',
      pattern: '^-?(0|[1-9][0-9]{0,19})$',
      description: 'The claimed power, by default the real one.',
    },
    update: {
      type: 'integer',
      minimum: 0,
      maximum: 1_000_000_000,
      description: 'The valset update id, by default that of the current set of the consumer.',
    },
  },
};

/** The data of a forged packet. */
export function forgedData(chain: Chain, packet: ForgedPacket): Hex {
  const request = requestOf(chain, packet);
  switch (packet.what) {
    case 'downtime':
      return writeSlashRequest(request);
    case 'double-sign':
      return writeSlashRequest({ ...request, infraction: 'double-sign' });
    case 'unspecified-infraction':
      return writeSlashRequest({ ...request, infraction: 'unspecified' });
    case 'plain-infraction':
      return changed(request, (text) => text.replace('INFRACTION_TYPE_DOWNTIME', 'INFRACTION_DOWNTIME'));
    case 'no-validator':
      return changed(request, (text) => text.replace(/"validator":\{[^}]*\},/u, ''));
    case 'long-address':
      return writeSlashRequest({ ...request, address: 'ab'.repeat(256) });
    case 'no-data':
      return textHex('{"type":"CONSUMER_PACKET_TYPE_SLASH"}');
    case 'matured':
      return textHex(
        JSON.stringify({
          type: 'CONSUMER_PACKET_TYPE_VSCM',
          vscMaturedPacketData: { valset_update_id: request.valsetUpdateId.toString() },
        }),
      );
    case 'matured-slash':
      return changed(request, (text) => text.replace('PACKET_TYPE_SLASH', 'PACKET_TYPE_VSCM'));
    case 'no-type':
      return textHex('{}');
    case 'unknown-field':
      return changed(request, (text) => text.replace('{', '{"more":"of it",'));
    case 'not-json':
      return textHex('slash them');
    default:
      return packet.what satisfies never;
  }
}

function requestOf(chain: Chain, { key = 'v0', power, update }: ForgedPacket): SlashRequest {
  const { address } = consensusKey(key);
  const member = setAt(chain, Number(chain.height) + 1).find((validator) => validator.address === address);
  const known = rowsOf(chain.model.state, heightToValsetUpdateId).get(heightToValsetUpdateId.key(chain.height)) ?? 0n;
  return {
    address,
    power: power === undefined ? (member?.power ?? 1n) : BigInt(power),
    valsetUpdateId: update === undefined ? known : BigInt(update),
    infraction: 'downtime',
  };
}

function changed(request: SlashRequest, change: (text: string) => string): Hex {
  return textHex(change(Buffer.from(writeSlashRequest(request), 'hex').toString()));
}
