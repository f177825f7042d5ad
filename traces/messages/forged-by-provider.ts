import { rowsOf } from '../../specs/rows.ts';
import { writeValidatorSetChange, type ValidatorSetChange } from '../../specs/ccv-packet.ts';
import { heightToValsetUpdateId, outstandingDowntime } from '../../specs/tables/consumer.ts';
import { textHex, type Hex } from '../../specs/value.ts';
import { bech32 } from '../../model/bech32.ts';
import { errorAcknowledgement, resultAcknowledgement } from '../../model/ibc/packet/acknowledgement.ts';
import { consensusKey } from '../setup/keys.ts';
import type { Chain } from '../world/world.ts';

/** A key that no validator uses. */
const STRANGER = 'k99';

/** The VSC packets of a malicious provider that do not change the validator set of the consumer. */
export const HARMLESS_UPDATES = ['stranger-leaves', 'unreadable-ack', 'no-id', 'unknown-field', 'not-json'] as const;

/** The VSC packets of a malicious provider that change the validator set of the consumer. */
const FORGED_SETS = ['stranger-joins', 'member-leaves'] as const;

/** The VSC packets that a malicious provider may send to a consumer. */
export const FORGED_UPDATES = [...HARMLESS_UPDATES, ...FORGED_SETS] as const;

/** The acknowledgements that a malicious provider may send for a slash packet. */
const REPLIES = {
  noted: resultAcknowledgement('01'),
  handled: resultAcknowledgement('02'),
  bounced: resultAcknowledgement('03'),
  'unknown-result': resultAcknowledgement('04'),
  'long-result': resultAcknowledgement('0201'),
  error: errorAcknowledgement(1),
  'no-error': textHex('{"error":""}'),
  neither: textHex('{}'),
  'unreadable-reply': textHex('no'),
} as const satisfies Record<string, Hex>;

/** The names of the forged acknowledgements. */
export const FORGED_REPLIES = Object.keys(REPLIES) as (keyof typeof REPLIES)[];

/** A forged acknowledgement, by name. */
export function forgedReply(name: keyof typeof REPLIES): Hex {
  return REPLIES[name];
}

/** The data of a forged VSC packet. */
export function forgedUpdate(consumer: Chain, what: (typeof FORGED_UPDATES)[number]): Hex {
  const change = emptyChange(consumer);
  switch (what) {
    case 'stranger-leaves':
      return writeValidatorSetChange({ ...change, updates: [{ pubKey: keyOf(STRANGER), power: 0n }] });
    case 'stranger-joins':
      return writeValidatorSetChange({ ...change, updates: [{ pubKey: keyOf(STRANGER), power: 1n }] });
    case 'member-leaves':
      return writeValidatorSetChange({ ...change, updates: [{ pubKey: weakestMember(consumer), power: 0n }] });
    case 'unreadable-ack':
      return writeValidatorSetChange({ ...change, slashAcks: ['nobody', ...accused(consumer)] });
    case 'no-id':
      return writeValidatorSetChange({ ...change, valsetUpdateId: 0n });
    case 'unknown-field':
      return textHex(textOf(change).replace('{', '{"more":"of it",'));
    case 'not-json':
      return textHex('validate it');
    default:
      return what satisfies never;
  }
}

/** A VSC packet without changes, with the last valset update id that the consumer received. */
function emptyChange({ model, height }: Chain): ValidatorSetChange {
  const known = rowsOf(model.state, heightToValsetUpdateId).get(heightToValsetUpdateId.key(height + 1n)) ?? 0n;
  return { updates: [], valsetUpdateId: known, slashAcks: [] };
}

/** The key of the weakest validator of a consumer. */
function weakestMember({ sets }: Chain): Hex {
  return sets.at(-1)?.at(-1)?.pubKey ?? keyOf(STRANGER);
}

/** The validators with outstanding downtime on the consumer, as the provider writes their addresses. */
function accused({ model }: Chain): string[] {
  return [...rowsOf(model.state, outstandingDowntime).keys()].map((address) => bech32('cosmosvalcons', address));
}

function textOf(change: ValidatorSetChange): string {
  return Buffer.from(writeValidatorSetChange(change), 'hex').toString();
}

function keyOf(name: string): Hex {
  return consensusKey(name).pubKey;
}
