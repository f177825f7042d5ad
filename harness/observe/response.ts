import type { TxResult, ValidatorUpdate } from '../../specs/block.ts';
import { isList, type Value } from '../../specs/value.ts';
import { ObservationError } from './observation-error.ts';

/** An event of a block, with its attributes by key; of equal keys the last one counts. */
export interface ChainEvent {
  readonly type: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** What a program answered to a block (ABCI `ResponseFinalizeBlock`), read and checked. */
export interface BlockResponse {
  readonly txResults: readonly TxResult[];
  readonly validatorUpdates: readonly ValidatorUpdate[];
  /** In the order in which they happened: start of the block, successful transactions, end of the block. */
  readonly events: readonly ChainEvent[];
}

/** Reads a decoded `ResponseFinalizeBlock`. Throws an `ObservationError` if a field is not what it should be. */
export function readResponse(response: Value): BlockResponse {
  const block = record(response, 'response');
  const results = list(block['tx_results'], 'response.tx_results').map((result, i) => {
    const place = `response.tx_results[${i}]`;
    const { codespace, code, events } = record(result, place);
    if (typeof codespace !== 'string' || typeof code !== 'number') throw new ObservationError(place, 'has no code');
    return { codespace, code, events: code === 0 ? readEvents(events, `${place}.events`) : [] };
  });
  const blockEvents = readEvents(block['events'], 'response.events');
  // The SDK marks the events of either end of a block; those of its `PreBlocker` bear no mark and come first.
  const atEnd = blockEvents.filter((event) => event.attributes.get('mode') === 'EndBlock');
  const atStart = blockEvents.filter((event) => event.attributes.get('mode') !== 'EndBlock');
  return {
    txResults: results.map(({ codespace, code }) => ({ codespace, code })),
    validatorUpdates: list(block['validator_updates'], 'response.validator_updates').map(readUpdate),
    events: [...atStart, ...results.flatMap(({ events }) => events), ...atEnd],
  };
}

function readUpdate(update: Value, i: number): ValidatorUpdate {
  const place = `response.validator_updates[${i}]`;
  const { pub_key: key, power } = record(update, place);
  const pubKey = record(key, `${place}.pub_key`)['ed25519'];
  if (typeof pubKey !== 'string' || typeof power !== 'bigint')
    throw new ObservationError(place, 'is not the power of an ed25519 key');
  return { pubKey, power };
}

function readEvents(events: Value | undefined, place: string): ChainEvent[] {
  return list(events, place).map((event, i) => {
    const { type, attributes } = record(event, `${place}[${i}]`);
    if (typeof type !== 'string') throw new ObservationError(`${place}[${i}]`, 'has no type');
    const pairs = list(attributes, `${place}[${i}].attributes`).map((attribute, j): [string, string] => {
      const { key, value } = record(attribute, `${place}[${i}].attributes[${j}]`);
      if (typeof key !== 'string' || typeof value !== 'string')
        throw new ObservationError(`${place}[${i}].attributes[${j}]`, 'is not text');
      return [key, value];
    });
    return { type, attributes: new Map(pairs) };
  });
}

type Fields = { readonly [field: string]: Value | undefined };

function record(value: Value | undefined, place: string): Fields {
  if (typeof value !== 'object' || value === null || isList(value))
    throw new ObservationError(place, 'is not a message');
  return value;
}

function list(value: Value | undefined, place: string): readonly Value[] {
  if (!isList(value)) throw new ObservationError(place, 'is not a list');
  return value;
}
