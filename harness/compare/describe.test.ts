import { describe as group, expect, test } from 'vitest';
import { writeSlashRequest, writeValidatorSetChange } from '../../specs/ccv-packet.ts';
import type { Value } from '../../specs/value.ts';
import { accountKey, consensusKey } from '../../traces/setup/keys.ts';
import { describe } from './describe.ts';
import type { Difference, DifferenceKind } from './difference.ts';
import { nameBook } from './name-book.ts';

const names = nameBook({ accounts: ['v2'], keys: ['v2', 'k3'], owners: new Map([['k3', 'v2']]) });
const VALIDATOR = ['staking/validators', accountKey('v2').address];
const PACKET = ['sent-packets', 'provider', 'channel-0', '3'];
const ACK = ['written-acks', 'consumer', 'channel-1', '3'];

group('each kind of difference is said in words', () => {
  test.each<
    [
      kind: DifferenceKind,
      path: readonly string[],
      expected: Value | undefined,
      observed: Value | undefined,
      text: string,
    ]
  >([
    [
      'field',
      [...VALIDATOR, 'tokens'],
      1000000n,
      999999n,
      'The model expects tokens of v2 in staking/validators to be 1000000; however the chain holds 999999, 1 less.',
    ],
    [
      'field',
      ['staking/params', '', 'max_entries'],
      7,
      8,
      'The model expects max_entries of staking/params to be 7; however the chain holds 8.',
    ],
    [
      'missing-row',
      VALIDATOR,
      { tokens: 5n, jailed: false },
      undefined,
      'The model expects an entry v2 in staking/validators: {tokens: 5, jailed: false}; however the chain has no such entry.',
    ],
    [
      'extra-row',
      VALIDATOR,
      undefined,
      [consensusKey('k3').address],
      'The model expects no entry v2 in staking/validators; however the chain holds [k3 of v2].',
    ],
    [
      'tx-code',
      ['txs', '0'],
      { codespace: '', code: 0 },
      { codespace: 'channel', code: 21 },
      'The model expects transaction 0 to succeed; however the chain lets it fail with code 21 of channel.',
    ],
    [
      'tx-code',
      ['txs', '1'],
      { codespace: 'sdk', code: 5 },
      undefined,
      'The model expects transaction 1 to fail with code 5 of sdk; however the chain lets it go unanswered.',
    ],
    [
      'tx-code',
      ['txs', 'MsgUnjail', '1', accountKey('v2').address],
      { codespace: '', code: 0 },
      { codespace: 'slashing', code: 5 },
      'The model expects transaction 1 (MsgUnjail by v2) to succeed; however the chain lets it fail with code 5 of slashing.',
    ],
    [
      'validator-update',
      ['validator-updates', consensusKey('k3').pubKey],
      5n,
      0n,
      'The model expects power 5 of k3 of v2; however the chain returns the removal of it.',
    ],
    [
      'validator-update',
      ['validator-updates', consensusKey('v2').pubKey],
      undefined,
      [1n, 1n],
      "The model expects no update of v2's key; however the chain returns 2 updates (powers [1, 1]) of it.",
    ],
    [
      'missing-packet',
      PACKET,
      { sequence: 3n, data: '7b7d' },
      undefined,
      'The model expects packet provider/channel-0/3 to be sent: {sequence: 3, data: {}}; however the chain does not.',
    ],
    [
      'extra-packet',
      PACKET,
      undefined,
      { sequence: 3n },
      'The model expects no packet provider/channel-0/3; however the chain sends {sequence: 3}.',
    ],
    [
      'packet',
      [...PACKET, 'timeout_timestamp'],
      5n,
      7n,
      'The model expects timeout_timestamp of packet provider/channel-0/3 to be 5; however the chain sends 7, 2 more.',
    ],
    [
      'packet-order',
      ['sent-packets'],
      ['a', 'b'],
      ['b', 'a'],
      'The model expects packets in the order [a, b]; however they come as [b, a].',
    ],
    [
      'missing-ack',
      ACK,
      { acknowledgement: '7b22726573756c74223a2241513d3d227d' },
      undefined,
      'The model expects an answer to packet consumer/channel-1/3: {acknowledgement: {"result":"AQ=="}}; however the chain writes no acknowledgement.',
    ],
    [
      'extra-ack',
      ACK,
      undefined,
      { acknowledgement: '01' },
      'The model expects no answer to packet consumer/channel-1/3; however the chain writes {acknowledgement: 01}.',
    ],
    [
      'ack',
      [...ACK, 'acknowledgement'],
      '01',
      '02',
      'The model expects acknowledgement of packet consumer/channel-1/3 to be 01; however the chain writes 02.',
    ],
    [
      'ack-order',
      ['written-acks'],
      ['a', 'b'],
      ['b', 'a'],
      'The model expects acknowledgements in the order [a, b]; however they come as [b, a].',
    ],
    [
      'query',
      ['queries', 'SupplyOf {"denom":"stake"}', 'amount', 'amount'],
      7n,
      8n,
      'The chain\'s own store says that amount.amount of the answer to SupplyOf {"denom":"stake"} is 7; however the query answers 8, 1 more.',
    ],
    ['halt', ['halt'], undefined, 'boom', 'The model accepts the block; however the program stops itself: boom.'],
    [
      'halt',
      ['halt'],
      'boom',
      undefined,
      'The model expects the program to stop itself (boom); however it makes the block.',
    ],
  ])('%s', (kind, path, expected, observed, text) => {
    expect(describe({ kind, path, expected, observed }, names)).toBe(text);
  });
});

function dataDiffers(expected: string, observed: string): Difference {
  return { kind: 'packet', path: [...PACKET, 'data'], expected, observed };
}

function vsc(power: bigint): string {
  return writeValidatorSetChange({
    updates: [{ pubKey: consensusKey('k3').pubKey, power }],
    valsetUpdateId: 7n,
    slashAcks: [],
  });
}

group('the data of packets', () => {
  test('of a VSC packet is decoded', () => {
    expect(describe(dataDiffers(vsc(5n), vsc(6n)), names)).toBe(
      'The model expects data of packet provider/channel-0/3 to be {updates: [{pubKey: k3 of v2, power: 5}], ' +
        'valsetUpdateId: 7, slashAcks: []}; however the chain sends {updates: [{pubKey: k3 of v2, power: 6}], ' +
        'valsetUpdateId: 7, slashAcks: []}.',
    );
  });

  test('of a slash packet is decoded', () => {
    const slash = writeSlashRequest({
      address: consensusKey('v2').address,
      power: 5n,
      valsetUpdateId: 7n,
      infraction: 'downtime',
    });
    expect(describe(dataDiffers(slash, ''), names)).toContain("address: v2's key, power: 5, valsetUpdateId: 7");
  });

  test('is shown in hex where decoding hides the difference', () => {
    const spaced = Buffer.from(`${Buffer.from(vsc(5n), 'hex').toString()} `).toString('hex');
    expect(describe(dataDiffers(vsc(5n), spaced), names)).toContain(`the chain sends ${spaced}`);
  });
});

test('two values that only names make look alike are shown without names', () => {
  const [address, pubKey] = [consensusKey('v2').address, consensusKey('v2').pubKey];
  const difference: Difference = { kind: 'field', path: VALIDATOR, expected: address, observed: pubKey };
  expect(describe(difference, names)).toContain(`to be ${address}; however the chain holds ${pubKey}`);
});
