import { SINGLETON } from '../../../specs/key.ts';
import { describe, expect, test } from 'vitest';
import type { ProofClaim } from '../../../specs/claim.ts';
import { capabilityIndex, capabilityOwners } from '../../../specs/tables/capability.ts';
import { channelEnds } from '../../../specs/tables/ibc/channel.ts';
import { nextSequenceAck, nextSequenceRecv, nextSequenceSend } from '../../../specs/tables/ibc/packet.ts';
import { refuse } from '../errors.ts';
import {
  channelRow,
  connect,
  LEFT,
  message,
  NEW,
  OLD,
  openChannels,
  openInit,
  RIGHT,
  show,
  startPair,
} from '../testing/pair.ts';
import type { Pair } from '../testing/pair.ts';
import { channelCloseInit } from './close.ts';
import { channelOpenInit } from './handshake.ts';

const said = ({ codespace, code }: { codespace: string; code: number }) => `${codespace}/${code}`;

function connected(features = NEW): Pair {
  const pair = startPair(features);
  connect(pair);
  return pair;
}

function begin({ a }: Pair, channel: object = {}, port_id = 'left'): string {
  return said(a.run(message('channel.v1.MsgChannelOpenInit', { port_id, channel: channelRow(channel) })));
}

function answer(pair: Pair, changes: object = {}, proof: Partial<ProofClaim> = {}): string {
  const { a, b } = pair;
  begin(pair);
  const { update, proof_height } = show(a, b);
  const counterparty = { port_id: 'left', channel_id: 'channel-0' };
  const channel = channelRow({ state: 'STATE_TRYOPEN', counterparty });
  const fields = {
    port_id: 'right',
    channel,
    counterparty_version: 'v',
    proof_init: a.prove(LEFT, proof),
    proof_height,
  };
  return said(b.run(update, message('channel.v1.MsgChannelOpenTry', { ...fields, ...changes })));
}

const channel = (changes: object) => ({
  channel: channelRow({
    state: 'STATE_TRYOPEN',
    counterparty: { port_id: 'left', channel_id: 'channel-0' },
    ...changes,
  }),
});

function step(type: string, changes: object, features = NEW): string {
  const pair = connected(features);
  const { a, b } = pair;
  answer(pair);
  const { update, proof_height } = show(b, a);
  const ids = { port_id: 'left', channel_id: 'channel-0', counterparty_channel_id: 'channel-0' };
  const proofs = { proof_try: b.prove(RIGHT), proof_ack: b.prove(RIGHT), proof_height };
  const fields = { ...ids, counterparty_version: 'v', ...proofs, ...changes };
  return said(a.run(update, message(`channel.v1.MsgChannelOpen${type}`, fields)));
}

describe('a channel', () => {
  test('opens on both sides in four steps', () => {
    const { a, b } = connected();
    openChannels({ a, b });
    const end = { state: 'STATE_OPEN', ordering: 'ORDER_ORDERED', connection_hops: ['connection-0'], version: 'v' };
    const left = a.row(channelEnds, channelEnds.key('left', 'channel-0'));
    expect(left).toEqual({ ...end, counterparty: { port_id: 'right', channel_id: 'channel-0' } });
    const right = b.row(channelEnds, channelEnds.key('right', 'channel-0'));
    expect(right).toEqual({ ...end, counterparty: { port_id: 'left', channel_id: 'channel-0' } });
    for (const table of [nextSequenceSend, nextSequenceRecv, nextSequenceAck]) {
      expect(a.row(table, table.key('left', 'channel-0'))).toBe(1n);
    }
  });

  test('opens between releases, though one of them counts upgrades', () => {
    const { a } = startPair(NEW);
    const { b } = startPair(OLD);
    connect({ a, b });
    openChannels({ a, b });
    expect(b.row(channelEnds, channelEnds.key('right', 'channel-0'))?.upgrade_sequence).toBe(0n);
  });

  test('is a capability of core and of its application in older releases', () => {
    const { a } = connected(OLD);
    expect(a.row(capabilityOwners, capabilityOwners.key(1n))?.owners.map(({ module }) => module)).toEqual([
      'ibc',
      'transfer',
    ]);
    begin({ a, b: a });
    const name = 'capabilities/ports/left/channels/channel-0';
    const owners = ['ibc', 'left'].map((module) => ({ module, name }));
    expect(a.row(capabilityOwners, capabilityOwners.key(3n))).toEqual({ owners });
    expect(a.row(capabilityIndex, SINGLETON)).toBe(4n);
  });

  test('gets its version from the application', () => {
    const pair = connected();
    pair.a.app.onChanOpenInit = () => 'better';
    begin(pair);
    expect(pair.a.row(channelEnds, channelEnds.key('left', 'channel-0'))?.version).toBe('better');
  });

  test('is not begun when the application refuses', () => {
    const pair = connected(OLD);
    pair.a.app.onChanOpenInit = () => refuse('invalidRequest', 'no');
    expect(begin(pair)).toBe('ibc/8');
    expect(pair.a.step.observation.changes).toHaveLength(1);
  });

  test('may be begun by a module, over a connection that is not open yet', () => {
    const { a } = startPair();
    const [version] = [{ identifier: '1', features: ['ORDER_ORDERED'] }];
    a.run(message('connection.v1.MsgConnectionOpenInit', openInit({ version })));
    const id = a.call((context) => channelOpenInit(context, { port_id: 'left', channel: channelRow() }));
    expect(id).toBe('channel-0');
  });
});

describe('the first step of a channel', () => {
  test.each([
    ['on an unknown port', {}, 'nobody', 'port/5', 'capability/7'],
    ['on a malformed port', {}, 'x', 'host/2', 'host/2'],
    ['over an unknown connection', { connection_hops: ['connection-9'] }, 'left', 'connection/3', 'connection/3'],
    ['over a malformed connection', { connection_hops: ['co'] }, 'left', 'host/2', 'host/2'],
    ['over two connections', { connection_hops: ['connection-0', 'connection-0'] }, 'left', 'channel/15', 'channel/15'],
    ['without an ordering', { ordering: 'ORDER_NONE_UNSPECIFIED' }, 'left', 'channel/6', 'channel/6'],
    ['with another state', { state: 'STATE_OPEN' }, 'left', 'channel/5', 'channel/5'],
    [
      'with the channel of the counterparty',
      { counterparty: { port_id: 'right', channel_id: 'channel-1' } },
      'left',
      'channel/7',
      'channel/7',
    ],
  ])('%s is refused', (_, channel, port, fresh, older) => {
    expect(begin(connected(NEW), channel, port)).toBe(fresh);
    expect(begin(connected(OLD), channel, port)).toBe(older);
  });

  test('over a connection that has not settled on a version is refused', () => {
    const pair = startPair();
    const features = ['ORDER_UNORDERED'];
    const versions = [{ identifier: '1', features }];
    pair.a.run(message('connection.v1.MsgConnectionOpenInit', openInit({ version: versions[0] })));
    expect(begin(pair)).toBe('connection/9');
  });

  test('over an expired client is refused', () => {
    const pair = connected();
    pair.a.time += 2_000_000_000_000n;
    expect(begin(pair)).toBe('client/29');
  });

  test('reaches an application whose port the name only contains, except where ports are bound', () => {
    expect(begin(connected(NEW), {}, 'xleft')).toBe('/0');
    expect(begin(connected(OLD), {}, 'xleft')).toBe('capability/7');
  });
});

describe('the second step of a channel', () => {
  test.each([
    ['on an unknown port', { port_id: 'nobody' }, 'port/5'],
    ['without a proof', { proof_init: '' }, 'commitment/2'],
    ['with another version', { counterparty_version: 'z' }, 'commitment/2'],
    ['with another ordering', channel({ ordering: 'ORDER_UNORDERED' }), 'commitment/2'],
    ['with another state', channel({ state: 'STATE_INIT' }), 'channel/5'],
    ['over an unknown connection', channel({ connection_hops: ['connection-9'] }), 'connection/3'],
    ['for a malformed channel', channel({ counterparty: { port_id: 'left', channel_id: 'x' } }), 'host/2'],
    ['for another channel', channel({ counterparty: { port_id: 'left', channel_id: 'channel-9' } }), 'commitment/2'],
    ['at a height never seen', { proof_height: { revision_number: 0n, revision_height: 99n } }, 'ibc/9'],
  ])('%s is refused', (_, changes, expected) => {
    expect(answer(connected(), changes)).toBe(expected);
  });

  test('over a connection that is not open is refused', () => {
    const pair = connected();
    pair.b.run(message('connection.v1.MsgConnectionOpenInit', openInit()));
    expect(answer(pair, channel({ connection_hops: ['connection-1'] }))).toBe('connection/6');
  });
});

describe('a later step of a channel', () => {
  test.each([
    ['Ack', 'with all that belongs to it', {}, '/0', '/0'],
    ['Ack', 'on an unknown channel', { channel_id: 'channel-9' }, 'channel/3', 'capability/7'],
    ['Ack', 'on a malformed channel', { channel_id: 'chan' }, 'channel/18', 'channel/18'],
    ['Ack', 'on an unknown port', { port_id: 'nobody' }, 'port/5', 'capability/7'],
    ['Ack', 'with another channel', { counterparty_channel_id: 'channel-9' }, 'commitment/2', 'commitment/2'],
    ['Ack', 'with another version', { counterparty_version: 'z' }, 'commitment/2', 'commitment/2'],
    ['Confirm', 'on the side that began', {}, 'channel/5', 'channel/5'],
  ])('%s %s answers', (type, _, changes, fresh, older) => {
    expect(step(type, changes, NEW)).toBe(fresh);
    expect(step(type, changes, OLD)).toBe(older);
  });

  test.each(['Ack', 'Confirm'])('%s is refused once the channel is open', (type) => {
    const { a, b } = connected();
    openChannels({ a, b });
    const { update, proof_height } = show(b, a);
    const ids = { port_id: 'left', channel_id: 'channel-0', counterparty_channel_id: 'channel-0' };
    const proofs = { proof_try: b.prove(RIGHT), proof_ack: b.prove(RIGHT), proof_height };
    const fields = { ...ids, counterparty_version: 'v', ...proofs };
    expect(said(a.run(update, message(`channel.v1.MsgChannelOpen${type}`, fields)))).toBe('channel/5');
  });
});

describe('the end of a channel', () => {
  const close = message('channel.v1.MsgChannelCloseInit', { port_id: 'left', channel_id: 'channel-0' });

  test('can be closed by a user if the application allows it, and only once', () => {
    const { a, b } = connected();
    openChannels({ a, b });
    expect(said(a.run(close))).toBe('/0');
    expect(a.row(channelEnds, channelEnds.key('left', 'channel-0'))?.state).toBe('STATE_CLOSED');
    expect(said(a.run(close))).toBe('channel/5');
  });

  test('is closed by its module', () => {
    const { a, b } = connected();
    openChannels({ a, b });
    a.call((context) => {
      channelCloseInit(context, 'left', 'channel-0');
      return true;
    });
    expect(a.row(channelEnds, channelEnds.key('left', 'channel-0'))?.state).toBe('STATE_CLOSED');
  });

  test('closes with a proof that the counterparty closed its end', () => {
    const { a, b } = connected();
    openChannels({ a, b });
    const confirm = () => {
      const { update, proof_height } = show(a, b);
      const fields = { port_id: 'right', channel_id: 'channel-0', proof_init: a.prove(LEFT), proof_height };
      return said(b.run(update, message('channel.v1.MsgChannelCloseConfirm', fields)));
    };
    expect(confirm()).toBe('commitment/2');
    a.run(close);
    expect(confirm()).toBe('/0');
    expect(confirm()).toBe('channel/5');
    expect(b.row(channelEnds, channelEnds.key('right', 'channel-0'))?.state).toBe('STATE_CLOSED');
  });
});

describe('a transfer channel', () => {
  const transfer = { ordering: 'ORDER_UNORDERED', counterparty: { port_id: 'transfer', channel_id: '' } } as const;

  test('has the version ics20-1 when none is named', () => {
    const pair = connected();
    expect(begin(pair, { ...transfer, version: '' }, 'transfer')).toBe('/0');
    expect(pair.a.row(channelEnds, channelEnds.key('transfer', 'channel-0'))?.version).toBe('ics20-1');
  });

  test.each([
    ['ordered', { ordering: 'ORDER_ORDERED', version: 'ics20-1' }, 'transfer', 'channel/6'],
    ['of another version', { version: 'x' }, 'transfer', 'transfer/4'],
    ['on another port', { version: 'ics20-1' }, 'xtransfer', 'port/4'],
  ])('is refused when it is %s', (_, changes, port, expected) => {
    expect(begin(connected(), { ...transfer, ...changes }, port)).toBe(expected);
  });

  test('is not closed by a user', () => {
    const pair = connected();
    begin(pair, { ...transfer, version: '' }, 'transfer');
    const close = message('channel.v1.MsgChannelCloseInit', { port_id: 'transfer', channel_id: 'channel-0' });
    expect(said(pair.a.run(close))).toBe('ibc/8');
  });
});
