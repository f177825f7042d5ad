import type { ValidatorUpdate } from '../../specs/block.ts';
import type { Value } from '../../specs/value.ts';
import type { BlockResponse, ChainEvent } from '../facts/answers.ts';
import { listIn, messageIn, textIn } from './fields.ts';
import { ObservationError } from './observation-error.ts';

/** Reads a decoded `ResponseFinalizeBlock`. Throws an `ObservationError` if a field is not what it should be. */
export function readResponse(response: Value): BlockResponse {
  const block = messageIn(response, 'response');
  return {
    txResults: listIn(block['tx_results'], 'response.tx_results').map((result, i) => {
      const place = `response.tx_results[${i}]`;
      const { codespace, code, log = '', events } = messageIn(result, place);
      if (typeof codespace !== 'string' || typeof code !== 'number') throw new ObservationError(place, 'has no code');
      return { codespace, code, log: textIn(log, `${place}.log`), events: readEvents(events, `${place}.events`) };
    }),
    validatorUpdates: readUpdates(block['validator_updates'], 'response.validator_updates'),
    events: readEvents(block['events'], 'response.events'),
  };
}

/**
 * The events of a block in the order in which they happened: start of the block, successful transactions, end of the
 * block. The SDK marks the events of either end of a block; those of its `PreBlocker` bear no mark and come first.
 */
export function eventsInOrder({ txResults, events }: BlockResponse): readonly ChainEvent[] {
  return [
    ...events.filter((event) => !isAtEnd(event)),
    ...txResults.filter(({ code }) => code === 0).flatMap((result) => result.events),
    ...events.filter(isAtEnd),
  ];
}

function isAtEnd({ attributes }: ChainEvent): boolean {
  return attributes.get('mode') === 'EndBlock';
}

/** Reads a list of `tendermint.abci.ValidatorUpdate`, in the same way. */
export function readUpdates(updates: Value | undefined, place: string): ValidatorUpdate[] {
  return listIn(updates, place).map((update, i) => readUpdate(update, `${place}[${i}]`));
}

function readUpdate(update: Value, place: string): ValidatorUpdate {
  const { pub_key: key, power } = messageIn(update, place);
  const pubKey = messageIn(key, `${place}.pub_key`)['ed25519'];
  if (typeof pubKey !== 'string' || typeof power !== 'bigint')
    throw new ObservationError(place, 'is not the power of an ed25519 key');
  return { pubKey, power };
}

/** Reads a list of events. Throws an `ObservationError` that names the place if one is none. */
function readEvents(events: Value | undefined, place: string): ChainEvent[] {
  return listIn(events, place).map((event, i) => {
    const { type, attributes } = messageIn(event, `${place}[${i}]`);
    const pairs = listIn(attributes, `${place}[${i}].attributes`).map((attribute, j): [string, string] => {
      const { key, value } = messageIn(attribute, `${place}[${i}].attributes[${j}]`);
      if (typeof key !== 'string' || typeof value !== 'string')
        throw new ObservationError(`${place}[${i}].attributes[${j}]`, 'is not text');
      return [key, value];
    });
    return { type: textIn(type, `${place}[${i}].type`), attributes: new Map(pairs) };
  });
}
