import { isList, type Value } from '../../specs/value.ts';
import type { Difference, DifferenceKind } from './difference.ts';
import { consumerIn } from './consumer-in.ts';
import { consumerName, NO_NAMES, withNames, type NameBook } from './name-book.ts';
import { fieldOf, placeOf, type DifferencePlace } from './place.ts';
import { show, showBytes } from './show.ts';

/**
 * Says a difference in plain words: what the model expects, and however what the chain did, with both values
 * decoded and names in place of addresses and keys.
 */
export function describe(difference: Difference, names: NameBook): string {
  const [mine, theirs] = valuesOf(difference, names);
  const place = withNames(placeText(placeOf(difference), names), names);
  return SENTENCES[difference.kind]({ ...difference, place, mine, theirs });
}

interface Parts {
  readonly place: string;
  /** Both values as text. */
  readonly mine: string;
  readonly theirs: string;
  readonly expected: Value | undefined;
  readonly observed: Value | undefined;
}

const SENTENCES: Readonly<Record<DifferenceKind, (parts: Parts) => string>> = {
  'missing-row': ({ place, mine }) =>
    `The model expects an entry ${place}: ${mine}; however the chain has no such entry.`,
  'extra-row': ({ place, theirs }) => `The model expects no entry ${place}; however the chain holds ${theirs}.`,
  field: (parts) => differs(parts, 'holds'),
  'tx-code': ({ place, expected, observed }) =>
    `The model expects ${place} to ${answer(expected)}; however the chain lets it ${answer(observed)}.`,
  'validator-update': ({ place, expected, observed }) =>
    `The model expects ${update(expected)} of ${place}; however the chain returns ${update(observed)} of it.`,
  'missing-packet': ({ place, mine }) => `The model expects ${place} to be sent: ${mine}; however the chain does not.`,
  'extra-packet': ({ place, theirs }) => `The model expects no ${place}; however the chain sends ${theirs}.`,
  packet: (parts) => differs(parts, 'sends'),
  'packet-order': ({ mine, theirs }) =>
    `The model expects packets in the order ${mine}; however they come as ${theirs}.`,
  'missing-ack': ({ place, mine }) =>
    `The model expects an answer to ${place}: ${mine}; however the chain writes no acknowledgement.`,
  'extra-ack': ({ place, theirs }) => `The model expects no answer to ${place}; however the chain writes ${theirs}.`,
  ack: (parts) => differs(parts, 'writes'),
  'ack-order': ({ mine, theirs }) =>
    `The model expects acknowledgements in the order ${mine}; however they come as ${theirs}.`,
  query: ({ place, mine, theirs, expected, observed }) =>
    `The chain's own store says that ${place} is ${mine}; however the query answers ${theirs}${gap(expected, observed)}.`,
  halt: ({ expected, observed, mine, theirs }) =>
    expected === undefined
      ? `The model accepts the block; however the program stops itself: ${theirs}.`
      : `The model expects the program to stop itself (${mine}); however it ${observed === undefined ? 'makes the block' : `stops for another cause: ${theirs}`}.`,
  consensus: (parts) => differs(parts, 'has'),
};

/** Where a difference is, from the inside out: `tokens of v2 in staking/validators`. */
function placeText(place: DifferencePlace, names: NameBook): string {
  const field = fieldOf(place).length === 0 ? '' : `${fieldOf(place).join('.')} of `;
  switch (place.in) {
    case 'row': {
      const { table, key } = place;
      return `${field}${key === '' ? '' : `${keyText(table, key, names)} in `}${table}`;
    }
    case 'transaction': {
      const { index, message, signer } = place;
      return message === null ? `transaction ${index}` : `transaction ${index} (${message} by ${signer})`;
    }
    case 'validator-update':
      return place.consensusKey;
    case 'packet':
    case 'acknowledgement': {
      const { port, channel, sequence, copy } = place;
      return `${field}packet ${port}/${channel}/${sequence}${copy === 1 ? '' : ` (${copy})`}`;
    }
    case 'order':
      return place.of;
    case 'query':
      return `${field}the answer to ${place.method}${place.request === '' ? '' : ` ${place.request}`}`;
    case 'halt':
      return place.of;
    case 'consensus':
      return `the ${place.field.join(' ')} of the ${place.of}`;
  }
}

/** The key of a row, with the name of the consumer that it begins with. */
function keyText(table: string, key: string, names: NameBook): string {
  const id = consumerIn(table, key);
  return id === undefined ? key : `${consumerName(id, names)}${key.slice(id.length)}`;
}

function differs({ place, mine, theirs, expected, observed }: Parts, does: string): string {
  return `The model expects ${place} to be ${mine}; however the chain ${does} ${theirs}${gap(expected, observed)}.`;
}

/** By how much a number differs. */
function gap(expected: Value | undefined, observed: Value | undefined): string {
  if (typeof expected !== 'bigint' || typeof observed !== 'bigint') return '';
  return observed < expected ? `, ${expected - observed} less` : `, ${observed - expected} more`;
}

function answer(result: Value | undefined): string {
  if (typeof result !== 'object' || result === null || isList(result)) return 'go unanswered';
  if (result['code'] === 0) return 'succeed';
  return `fail with code ${plain(result['code'])} of ${plain(result['codespace'])}`;
}

function update(powers: Value | undefined): string {
  if (powers === undefined) return 'no update';
  if (isList(powers)) return `${powers.length} updates (powers ${plain(powers)})`;
  return powers === 0n ? 'the removal' : `power ${plain(powers)}`;
}

/** Both values as text; where that hides the difference, the raw bytes. */
function valuesOf({ path, expected, observed }: Difference, names: NameBook): readonly [string, string] {
  const bytes = ['data', 'acknowledgement'].includes(path.at(-1) ?? '');
  const one = (value: Value | undefined): string =>
    bytes && typeof value === 'string' ? showBytes(value, names) : show(value, names);
  const [mine, theirs] = [one(expected), one(observed)];
  return mine === theirs ? [plain(expected), plain(observed)] : [mine, theirs];
}

function plain(value: Value | undefined): string {
  return show(value, NO_NAMES);
}
