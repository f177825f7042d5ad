import { describe, expect, test } from 'vitest';
import { EMPTY_BLOCK, type Observation, type Packet, type Tx } from '../../specs/block.ts';
import type { ReportDifference, ReportFinding, ReportPlace, ReportValue } from '../../specs/generated/report.ts';
import type { Value } from '../../specs/value.ts';
import { bech32 } from '../../model/bech32.ts';
import { accountKey, consensusKey } from '../../traces/setup/keys.ts';
import { compare, type Side } from '../compare/compare.ts';
import { compareConsensus } from '../compare/compare-consensus.ts';
import { compareValues } from '../compare/compare-values.ts';
import type { Difference, DifferenceKind } from '../compare/difference.ts';
import { nameBook, type NameBook } from '../compare/name-book.ts';
import { nameMessages } from '../compare/name-messages.ts';
import type { Context, Finding, What } from '../follow/outcome.ts';
import { openTimeline } from '../follow/timeline.ts';
import { nothingAt } from '../observe/observer.ts';
import { differenceData, findingData } from './finding-data.ts';
import { emptyReport } from './testing/empty-report.ts';
import { validateReport } from './validate-report.ts';

const names: NameBook = {
  ...nameBook({ accounts: ['v2', 'a0'], keys: ['v2', 'k3'], owners: new Map([['k3', 'v2']]) }),
  consumers: new Map([['0', 'c0']]),
};
const place = { action: 3, chain: 'provider', height: 7n };
const v2 = accountKey('v2').address;
const k3 = consensusKey('k3');

const PACKET: Packet = {
  sequence: 3n,
  source_port: 'provider',
  source_channel: 'channel-0',
  destination_port: 'consumer',
  destination_channel: 'channel-1',
  data: '7b7d',
  timeout_height: { revision_number: 0n, revision_height: 0n },
  timeout_timestamp: 5n,
};
const NEXT: Packet = { ...PACKET, sequence: 4n };
const TX: Tx = {
  signer: v2,
  publicKey: '',
  sequence: null,
  fee: [],
  messages: [{ '@type': '/cosmos.slashing.v1beta1.MsgUnjail' }],
};

/** A side of a block; its rows are those that it changed. */
function side(observation: Partial<Observation>): Side {
  const changes = observation.changes ?? [];
  const tables = Map.groupBy(changes, ({ table }) => table);
  const rows = new Map(
    [...tables].map(([table, of]) => [
      table,
      new Map(of.flatMap(({ key, row }): [string, Value][] => (row === undefined ? [] : [[key, row]]))),
    ]),
  );
  return { observation: { ...nothingAt(7n), ...observation }, rows };
}

function between(expected: Partial<Observation>, observed: Partial<Observation>): Difference[] {
  return nameMessages(compare(side(expected), side(observed)), [TX]);
}

function row(value: Value, key = v2, table = 'staking/validators'): Partial<Observation> {
  return { changes: [{ table, key, row: value }] };
}

const integer = (value: string): ReportValue => ({ type: 'integer', value });
const text = (value: string): ReportValue => ({ type: 'text', value });
const absent: ReportValue = { type: 'absent' };
const packetAt = (sequence: string, field: string[] = [], copy = 1): ReportPlace => {
  return { in: 'packet', port: 'provider', channel: 'channel-0', sequence, copy, field };
};
const ackAt = (sequence: string, field: string[] = []): ReportPlace => {
  return { in: 'acknowledgement', port: 'consumer', channel: 'channel-1', sequence, copy: 1, field };
};
const packetData: ReportValue = {
  type: 'message',
  fields: {
    sequence: integer('3'),
    source_port: text('provider'),
    source_channel: text('channel-0'),
    destination_port: text('consumer'),
    destination_channel: text('channel-1'),
    data: text('7b7d'),
    timeout_height: {
      type: 'message',
      fields: { revision_number: integer('0'), revision_height: integer('0') },
    },
    timeout_timestamp: integer('5'),
  },
};

/** Each kind of difference as the comparison finds it, and what the report has of it. */
const CASES: readonly (Pick<ReportDifference, 'at' | 'expected' | 'observed'> & {
  readonly kind: DifferenceKind;
  readonly from: readonly Difference[];
  /** A part of the text. */
  readonly text: string;
  readonly section?: string;
})[] = [
  {
    kind: 'missing-row',
    from: between(row({ tokens: 5n, jailed: false, memo: null, entries: [7] }), {}),
    at: { in: 'row', table: 'staking/validators', key: v2, field: [] },
    expected: {
      type: 'message',
      fields: {
        tokens: integer('5'),
        jailed: { type: 'boolean', value: false },
        memo: { type: 'unset' },
        entries: { type: 'list', items: [{ type: 'number', value: 7 }] },
      },
    },
    observed: absent,
    text: 'expects an entry v2 in staking/validators: {tokens: 5,',
    section: 'SDK x/staking',
  },
  {
    kind: 'extra-row',
    from: between({}, row(2n)),
    at: { in: 'row', table: 'staking/validators', key: v2, field: [] },
    expected: absent,
    observed: integer('2'),
    text: 'expects no entry v2 in staking/validators; however the chain holds 2',
  },
  {
    kind: 'field',
    from: between(row({ tokens: 10n ** 30n }), row({ tokens: 10n ** 30n - 1n })),
    at: { in: 'row', table: 'staking/validators', key: v2, field: ['tokens'] },
    expected: integer('1000000000000000000000000000000'),
    observed: integer('999999999999999999999999999999'),
    text: 'however the chain holds 999999999999999999999999999999, 1 less',
  },
  {
    kind: 'field',
    from: between(row({ top_N: 0 }, '0', 'provider/power-shaping'), row({ top_N: 50 }, '0', 'provider/power-shaping')),
    at: { in: 'row', table: 'provider/power-shaping', key: '0', field: ['top_N'] },
    expected: { type: 'number', value: 0 },
    observed: { type: 'number', value: 50 },
    text: 'expects top_N of c0 (consumer 0) in provider/power-shaping to be 0; however the chain holds 50',
    section: 'ADR-017',
  },
  {
    kind: 'tx-code',
    from: between({ txResults: [{ codespace: '', code: 0 }] }, { txResults: [{ codespace: 'slashing', code: 5 }] }),
    at: { in: 'transaction', index: 0, message: 'MsgUnjail', signer: v2 },
    expected: { type: 'message', fields: { codespace: text(''), code: { type: 'number', value: 0 } } },
    observed: { type: 'message', fields: { codespace: text('slashing'), code: { type: 'number', value: 5 } } },
    text: 'transaction 0 (MsgUnjail by v2) to succeed; however the chain lets it fail with code 5 of slashing',
    section: 'ABCI, FinalizeBlock, tx_results',
  },
  {
    kind: 'validator-update',
    from: between({ validatorUpdates: [{ pubKey: k3.pubKey, power: 5n }] }, {}),
    at: { in: 'validator-update', consensusKey: k3.pubKey },
    expected: integer('5'),
    observed: absent,
    text: 'expects power 5 of k3 of v2; however the chain returns no update',
    section: 'ABCI, FinalizeBlock, validator_updates',
  },
  {
    kind: 'missing-packet',
    from: between({ sentPackets: [PACKET] }, {}),
    at: packetAt('3'),
    expected: packetData,
    observed: absent,
    text: 'expects packet provider/channel-0/3 to be sent',
    section: 'ICS-04, sendPacket',
  },
  {
    kind: 'extra-packet',
    from: between({ sentPackets: [PACKET] }, { sentPackets: [PACKET, PACKET] }),
    at: packetAt('3', [], 2),
    expected: absent,
    observed: packetData,
    text: 'expects no packet provider/channel-0/3 (2); however the chain sends',
  },
  {
    kind: 'packet',
    from: between({ sentPackets: [PACKET] }, { sentPackets: [{ ...PACKET, timeout_timestamp: 7n }] }),
    at: packetAt('3', ['timeout_timestamp']),
    expected: integer('5'),
    observed: integer('7'),
    text: 'expects timeout_timestamp of packet provider/channel-0/3 to be 5; however the chain sends 7, 2 more',
  },
  {
    kind: 'packet-order',
    from: between({ sentPackets: [PACKET, NEXT] }, { sentPackets: [NEXT, PACKET] }),
    at: { in: 'order', of: 'packets' },
    expected: { type: 'list', items: [text('provider/channel-0/3'), text('provider/channel-0/4')] },
    observed: { type: 'list', items: [text('provider/channel-0/4'), text('provider/channel-0/3')] },
    text: 'expects packets in the order [provider/channel-0/3, provider/channel-0/4]',
  },
  {
    kind: 'missing-ack',
    from: between({ writtenAcks: [{ packet: PACKET, acknowledgement: '01' }] }, {}),
    at: ackAt('3'),
    expected: { type: 'message', fields: { packet: packetData, acknowledgement: text('01') } },
    observed: absent,
    text: 'expects an answer to packet consumer/channel-1/3',
    section: 'ICS-04, writeAcknowledgement',
  },
  {
    kind: 'extra-ack',
    from: between({}, { writtenAcks: [{ packet: PACKET, acknowledgement: '01' }] }),
    at: ackAt('3'),
    expected: absent,
    observed: { type: 'message', fields: { packet: packetData, acknowledgement: text('01') } },
    text: 'expects no answer to packet consumer/channel-1/3',
  },
  {
    kind: 'ack',
    from: between(
      { writtenAcks: [{ packet: PACKET, acknowledgement: '01' }] },
      { writtenAcks: [{ packet: PACKET, acknowledgement: '02' }] },
    ),
    at: ackAt('3', ['acknowledgement']),
    expected: text('01'),
    observed: text('02'),
    text: 'expects acknowledgement of packet consumer/channel-1/3 to be 01; however the chain writes 02',
  },
  {
    kind: 'ack-order',
    from: between(
      { writtenAcks: [PACKET, NEXT].map((packet) => ({ packet, acknowledgement: '01' })) },
      { writtenAcks: [NEXT, PACKET].map((packet) => ({ packet, acknowledgement: '01' })) },
    ),
    at: { in: 'order', of: 'acknowledgements' },
    expected: { type: 'list', items: [text('consumer/channel-1/3'), text('consumer/channel-1/4')] },
    observed: { type: 'list', items: [text('consumer/channel-1/4'), text('consumer/channel-1/3')] },
    text: 'expects acknowledgements in the order [consumer/channel-1/3, consumer/channel-1/4]',
  },
  {
    kind: 'query',
    from: compareValues(
      'query',
      ['queries', 'SupplyOf {"denom":"stake"}'],
      { amount: { amount: 7n } },
      { amount: { amount: 8n } },
    ),
    at: { in: 'query', method: 'SupplyOf', request: '{"denom":"stake"}', field: ['amount', 'amount'] },
    expected: integer('7'),
    observed: integer('8'),
    text: 'amount.amount of the answer to SupplyOf {"denom":"stake"} is 7; however the query answers 8, 1 more',
  },
  {
    kind: 'halt',
    from: between({}, { halt: 'out of luck' }),
    at: { in: 'halt', of: 'halt' },
    expected: absent,
    observed: text('out of luck'),
    text: 'accepts the block; however the program stops itself: out of luck',
  },
  {
    kind: 'consensus',
    from: compareConsensus(
      { height: 1n, validatorsHash: 'ab', nextValidatorsHash: 'cd', votes: [] },
      { lastSet: [], set: [], nextSet: [] },
    ),
    at: { in: 'consensus', of: 'header', field: ['validators hash'] },
    expected: text('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'),
    observed: text('ab'),
    text: 'expects the validators hash of the header to be',
    section: 'CometBFT, Data Structures, Header',
  },
];

function reported(what: What, context: Partial<Context> = {}): ReportFinding {
  const finding: Finding = { ...what, names, timeline: [], ...context };
  const data = findingData(finding, { trace: '1/12', file: 'traces/1-12.json', again: 'replay traces/1-12.json' });
  const report = { ...emptyReport, findings: [data] };
  // What is written is read again before it counts.
  expect(validateReport(JSON.parse(JSON.stringify(report)))).toEqual(report);
  return data;
}

describe('a difference is data, and its text is made from it', () => {
  test.each(CASES)('$kind at $at', ({ kind, from, at, expected, observed, text: words }) => {
    const [difference] = from;
    if (difference === undefined) throw new Error('nothing differs');
    const data = differenceData(difference, place, names);
    expect(data).toMatchObject({ kind, at, expected, observed });
    expect(data.text).toContain(words);
    const finding = reported({ kind: 'difference', place, differences: from });
    if (finding.found.kind !== 'difference') throw new Error('it is another kind');
    expect(finding.found.differences[0]).toEqual(data);
    // The text of the whole and the older fields say the same.
    expect(finding.text).toBe(
      finding.found.differences
        .map(
          (one) => `${one.text}\n  touches ${one.touches.length === 0 ? 'no named property' : one.touches.join(', ')}`,
        )
        .join('\n'),
    );
    expect(finding.paths).toHaveLength(from.length);
    expect(finding.touches).toEqual([...new Set(finding.found.differences.flatMap(({ touches }) => touches))]);
    expect(finding.sections).toEqual([...new Set(finding.found.differences.flatMap(({ sections }) => sections))]);
  });

  test('every kind is among these', () => {
    const kinds: Readonly<Record<DifferenceKind, true>> = {
      'missing-row': true,
      'extra-row': true,
      field: true,
      'tx-code': true,
      'validator-update': true,
      'missing-packet': true,
      'extra-packet': true,
      packet: true,
      'packet-order': true,
      'missing-ack': true,
      'extra-ack': true,
      ack: true,
      'ack-order': true,
      query: true,
      halt: true,
      consensus: true,
    };
    expect(new Set(CASES.map(({ kind }) => kind))).toEqual(new Set(Object.keys(kinds)));
  });

  test.each(CASES.filter(({ section }) => section !== undefined))('$kind names $section first', ({ from, section }) => {
    expect(from.map((difference) => differenceData(difference, place, names).sections[0])).toContain(section);
  });

  test('it names the sections of the properties that it touches, too', () => {
    const [update] = CASES.filter(({ kind }) => kind === 'validator-update').flatMap(({ from }) => from);
    if (update === undefined) throw new Error('nothing differs');
    const { touches, sections } = differenceData(update, place, names);
    expect(touches).toContain('provider-consensus-set');
    expect(sections).toContain('ADR-017');
  });
});

describe('what else is found is data, too:', () => {
  test('a property', () => {
    const because = 'A; however B';
    const what = { kind: 'property', place, property: 'throttling', because, deviation: undefined } as const;
    const finding = reported(what);
    expect(finding.found).toEqual({ kind: 'property', property: 'throttling', because, deviation: null });
    expect(finding).toMatchObject({
      text: 'throttling is broken: A; however B',
      paths: ['throttling'],
      touches: ['throttling'],
      sections: ['ADR-002'],
    });
    expect(reported({ ...what, deviation: 'power-cap' }).found).toMatchObject({ deviation: 'power-cap' });
  });

  test('an entry that nothing declares, written or deleted', () => {
    const writes = [
      { store: 'bank', key: 'ff01', value: '05' },
      { store: 'bank', key: 'ff02', value: undefined },
    ];
    const finding = reported({ kind: 'unknown-write', place, writes });
    expect(finding.found).toEqual({
      kind: 'unknown-write',
      writes: [
        { store: 'bank', key: 'ff01', value: '05' },
        { store: 'bank', key: 'ff02', value: null },
      ],
    });
    expect(finding.text).toContain('bank ff01 = 05\nbank ff02 = (deleted)');
    expect(finding.paths).toEqual(['bank/ff01', 'bank/ff02']);
  });

  test('a halt', () => {
    const finding = reported({ kind: 'halt', place, reason: 'out of luck', log: 'one\n\ntwo\n' });
    expect(finding.found).toEqual({ kind: 'halt', reason: 'out of luck', log: ['one', 'two'] });
    expect(finding.text).toBe(
      'The program of provider stopped itself: out of luck\nThe last lines of the program:\n  one\n  two',
    );
    expect(finding.touches).toContain('channel-liveness');
  });

  test('what nobody can tell', () => {
    const finding = reported({ kind: 'inconclusive', place, reason: 'it was killed', log: '' });
    expect(finding.found).toEqual({ kind: 'inconclusive', reason: 'it was killed', log: [] });
    expect(finding).toMatchObject({ text: 'it was killed', touches: [], sections: [] });
  });
});

describe('the names in a finding', () => {
  test('are those of what stands in it, the consumer of a row included', () => {
    const operator = bech32('cosmosvaloper', v2);
    const key = `0/${k3.address}`;
    const differences = between(row({ owner: operator }, key, 'provider/consumer-validators'), {});
    expect(reported({ kind: 'difference', place, differences }).names).toEqual([
      { of: 'consensus-key', value: k3.address, name: 'k3 of v2' },
      { of: 'consumer', value: '0', name: 'c0' },
      { of: 'validator', value: operator, name: 'v2' },
    ]);
  });

  test('are none where nothing has a name', () => {
    const differences = between(row(1n, '11'.repeat(20)), {});
    expect(reported({ kind: 'difference', place, differences }).names).toEqual([]);
  });
});

test('the action and its place stand in a finding, in a log its line', () => {
  const finding: Finding = { kind: 'inconclusive', place, reason: 'x', log: '', names, timeline: [] };
  const step = { kind: 'block', chain: 'provider', seconds: 1 } as const;
  const parts = { trace: '1/12', file: 'a.json', again: 'replay a.json' };
  expect(findingData(finding, { ...parts, step })).toMatchObject({ chain: 'provider', height: 7, action: 3, step });
  expect(findingData(finding, { ...parts, line: 12 })).toMatchObject({ step: null, line: 12 });
});

describe('the timeline', () => {
  const block = { ...EMPTY_BLOCK, chainId: 'provider-1', height: 6n, time: 1_500_000_000n };
  const observation = {
    ...nothingAt(6n),
    txResults: [{ codespace: 'slashing', code: 5 }],
    sentPackets: [PACKET],
    writtenAcks: [{ packet: NEXT, acknowledgement: '01' }],
    validatorUpdates: [{ pubKey: k3.pubKey, power: 0n }],
  };
  const evidence = { type: 'duplicate-vote', address: k3.address, power: 1n, height: 4n, time: 0n, totalPower: 9n };
  const votes = [
    { address: k3.address, power: 1n, signed: false },
    { address: consensusKey('v2').address, power: 1n, signed: true },
  ];
  const halt = { kind: 'halt', place, reason: 'x', log: '' } as const;

  test('says what each block held, and names what stands in it', () => {
    const timeline = openTimeline();
    timeline.take(
      'provider',
      { ...block, txs: [TX], votes, misbehavior: [{ ...evidence, type: 'duplicate-vote' }] },
      observation,
    );
    const finding = reported(halt, { timeline: timeline.chains() });
    expect(finding.timeline).toEqual([
      {
        chain: 'provider',
        blocks: [
          {
            order: 0,
            height: 6,
            time: '1970-01-01T00:00:01.500Z',
            txs: [{ messages: ['MsgUnjail'], signer: v2, codespace: 'slashing', code: 5 }],
            sent: [{ port: 'provider', channel: 'channel-0', sequence: '3' }],
            received: [{ port: 'consumer', channel: 'channel-1', sequence: '4' }],
            validatorUpdates: [{ consensusKey: k3.pubKey, power: '0' }],
            absent: [k3.address],
            evidence: [{ type: 'duplicate-vote', address: k3.address, height: 4 }],
            leftOut: 0,
          },
        ],
      },
    ]);
    expect(finding.names.map(({ name }) => name)).toEqual(expect.arrayContaining(['v2', 'k3 of v2']));
  });

  test('is bounded, and says how much it leaves out', () => {
    const timeline = openTimeline();
    const txs = Array.from({ length: 40 }, () => TX);
    for (let height = 1n; height < 100n; height++) timeline.take('provider', { ...block, height, txs }, observation);
    const [chain] = reported(halt, { timeline: timeline.chains() }).timeline;
    expect(chain?.blocks.map(({ height }) => height)).toEqual([88, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99]);
    expect(chain?.blocks[0]).toMatchObject({ leftOut: 8 });
    expect(chain?.blocks[0]?.txs).toHaveLength(32);
    // A transaction without an answer has no code.
    expect(chain?.blocks[0]?.txs[1]?.code).toBeNull();
  });
});

describe('a finding that is not whole is refused:', () => {
  const whole = reported({ kind: 'difference', place, differences: between(row({ tokens: 5n }), row({ tokens: 6n })) });
  const report = (finding: object): unknown => ({ ...emptyReport, findings: [{ ...whole, ...finding }] });
  const found = (change: object): object => {
    if (whole.found.kind !== 'difference') throw new Error('it is another kind');
    return {
      found: { kind: 'difference', differences: whole.found.differences.map((one) => ({ ...one, ...change })) },
    };
  };
  test.each<[string, object]>([
    ['without what was found', { found: undefined }],
    ['that found nothing', { found: { kind: 'difference', differences: [] } }],
    ['of a kind that is none', { found: { kind: 'surprise' } }],
    ['with an amount that is no text', found({ expected: { type: 'integer', value: 5 } })],
    ['with an amount that is no whole number', found({ expected: { type: 'integer', value: '05' } })],
    ['with a value without a type', found({ observed: { value: '5' } })],
    ['with a place that is none', found({ at: { in: 'somewhere' } })],
    ['with a row without a table', found({ at: { in: 'row', key: '', field: [] } })],
    ['with the field of another place', found({ at: { in: 'validator-update', consensusKey: 'aa', table: 'x' } })],
    ['with a name of something else', { names: [{ of: 'planet', value: 'aa', name: 'v2' }] }],
    ['with a timeline without blocks', { timeline: [{ chain: 'provider' }] }],
  ])('%s', (_, change) => {
    expect(() => validateReport(JSON.parse(JSON.stringify(report(change))))).toThrow('no report: /findings/0');
  });
});
