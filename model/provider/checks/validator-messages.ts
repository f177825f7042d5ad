import { addressOf, bech32 } from '../../bech32.ts';
import { ensure, type ProviderError } from '../errors.ts';
import { readKeyText } from '../keys/parse.ts';
import type {
  MsgAboutConsumer,
  MsgAssignConsumerKey,
  MsgOptIn,
  MsgOptOut,
  MsgSetConsumerCommissionRate,
} from '../messages/types.ts';
import { checkConsumerId } from './consumer-id.ts';
import { isFraction } from './settings.ts';
import { within } from './within.ts';

/** Checks `MsgAssignConsumerKey` without state: there must be a key, and it must be JSON. */
export function checkAssignConsumerKey(message: MsgAssignConsumerKey): void {
  checkAboutConsumer(message, 'invalidAssignKey');
  ensure(readKeyText(message.consumer_key) !== undefined, 'invalidAssignKey', 'the key is not JSON');
}

/** Checks `MsgOptIn` without state: a key may be left out. */
export function checkOptIn(message: MsgOptIn): void {
  checkAboutConsumer(message, 'invalidOptIn');
  const { consumer_key: key } = message;
  ensure(key === '' || readKeyText(key) !== undefined, 'invalidOptIn', 'the key is not JSON');
}

/** Checks `MsgOptOut` without state. */
export function checkOptOut(message: MsgOptOut): void {
  checkAboutConsumer(message, 'invalidOptOut');
}

/** Checks `MsgSetConsumerCommissionRate` without state. */
export function checkSetCommissionRate(message: MsgSetConsumerCommissionRate): void {
  checkAboutConsumer(message, 'invalidCommissionRate');
  ensure(isFraction(message.rate), 'invalidCommissionRate', 'the rate is not from 0 to 1');
}

/** The message must name the validator by its operator address, and the operator must sign it. */
function checkAboutConsumer(message: MsgAboutConsumer, error: ProviderError): void {
  const { chain_id, consumer_id, provider_addr, signer } = message;
  within(error, () => {
    ensure(chain_id.trim() === '', error, 'the chain id is deprecated');
    checkConsumerId(consumer_id);
    const operator = addressOf('cosmosvaloper', provider_addr);
    ensure(operator !== undefined, error, `${provider_addr} is no operator`);
    ensure(signer === bech32('cosmos', operator), error, `${signer} is not the operator`);
  });
}
