import type { Fields } from '../../specs/value.ts';
import type { Codec } from '../codec/codec.ts';
import type { RunningChain } from '../engines/engine.ts';
import { messageIn } from '../observe/fields.ts';
import { ObservationError } from '../observe/observation-error.ts';

const QUERY = '/interchain_security.ccv.provider.v1.Query/QueryConsumerGenesis';
const REQUEST = 'interchain_security.ccv.provider.v1.QueryConsumerGenesisRequest';
const RESPONSE = 'interchain_security.ccv.provider.v1.QueryConsumerGenesisResponse';

/**
 * Asks the provider for the genesis of a consumer, as an operator does, and reads it with the consumer's own `codec`,
 * so that fields which only a newer provider knows drop out.
 */
export async function askConsumerGenesis(provider: RunningChain, codec: Codec, consumerId: string): Promise<Fields> {
  const answer = await provider.query(QUERY, provider.codec.encode(REQUEST, { consumer_id: consumerId }));
  if (answer.code !== 0) {
    throw new ObservationError(QUERY, `the provider has no genesis for consumer ${consumerId}: code ${answer.code}`);
  }
  const response = codec.decode(RESPONSE, answer.value);
  const state = messageIn(response, QUERY)['genesis_state'];
  if (state === undefined || state === null) throw new ObservationError(QUERY, 'the answer has no genesis_state');
  return messageIn(state, QUERY);
}
