import type { Message, Tx } from '../../specs/block.ts';
import { bech32 } from '../../model/bech32.ts';
import { txOf, type SchemaPart } from '../actions/action.ts';
import { accountKey, consensusKey } from '../setup/keys.ts';
import type { World } from '../world/world.ts';

/** The ways in which a key in a message can be malformed. */
export const MALFORMED_KEYS = ['empty', 'not-json', 'not-ed25519', 'not-base64', 'short'] as const;

/** A way in which a key is malformed. */
export type MalformedKey = (typeof MALFORMED_KEYS)[number];

/** The schema of `MalformedKey`. */
export const malformedKey: SchemaPart = {
  enum: [...MALFORMED_KEYS],
  description: 'Replaces the key by something that is not an ed25519 key.',
};

/** A consensus key as in the messages of the provider module: the JSON of the public key in an `Any`. */
export function consumerKeyText(name: string, malformed?: MalformedKey): string {
  const key = Buffer.from(consensusKey(name).pubKey, 'hex');
  switch (malformed) {
    case undefined:
      return keyText(key.toString('base64'));
    case 'empty':
      return '';
    case 'not-json':
      return key.toString('base64');
    case 'not-ed25519':
      return keyText(key.toString('base64'), '/cosmos.crypto.secp256k1.PubKey');
    case 'not-base64':
      return keyText('*'.repeat(44));
    case 'short':
      return keyText(key.subarray(1).toString('base64'));
    default:
      return malformed satisfies never;
  }
}

function keyText(key: string, type = '/cosmos.crypto.ed25519.PubKey'): string {
  return JSON.stringify({ '@type': type, key });
}

/** The common part of the messages of a validator about a consumer. */
export interface AboutConsumer {
  readonly validator: string;
  readonly consumer: string;
  /** The signer, by default the validator. The chain rejects any other. */
  readonly by?: string | undefined;
}

/**
 * A transaction of a validator about a consumer (`MsgOptIn`, `MsgOptOut`, `MsgAssignConsumerKey`,
 * `MsgSetConsumerCommissionRate`), with the fields that these four messages share.
 */
export function validatorTx(
  world: World,
  type: string,
  { validator, consumer, by = validator }: AboutConsumer,
  fields: Omit<Message, '@type'>,
): Tx {
  return txOf(by, {
    '@type': `/interchain_security.ccv.provider.v1.${type}`,
    chain_id: '',
    provider_addr: bech32('cosmosvaloper', accountKey(validator).address),
    signer: bech32('cosmos', accountKey(by).address),
    consumer_id: world.consumerId(consumer),
    ...fields,
  });
}
