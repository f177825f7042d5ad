import { describe, expect, test } from 'vitest';
import { clientConnections, connections } from '../../../specs/tables/ibc/connection.ts';
import type { ProofClaim } from '../../../specs/claim.ts';
import {
  CLIENT,
  connect,
  message,
  NEW,
  OLD,
  openAck,
  openInit,
  openTry,
  PREFIX,
  show,
  startPair,
} from '../testing/pair.ts';
import type { Pair } from '../testing/pair.ts';
import { SUPPORTED } from './version.ts';

const PATH = 'connections/connection-0';
const init = (changes = {}) => message('connection.v1.MsgConnectionOpenInit', openInit(changes));
const said = ({ codespace, code }: { codespace: string; code: number }) => `${codespace}/${code}`;

/** Begins on `a` and answers on `b` with what the changes say. */
function answer({ a, b }: Pair, changes: object = {}, proof: Partial<ProofClaim> = {}): string {
  a.run(init());
  const { update, proof_height } = show(a, b);
  const fields = { ...openTry(), proof_init: a.prove(PATH, proof), proof_height, ...changes };
  return said(b.run(update, message('connection.v1.MsgConnectionOpenTry', fields)));
}

const other = (changes: object) => ({
  counterparty: { client_id: CLIENT, connection_id: 'connection-0', prefix: PREFIX, ...changes },
});

function acknowledge(changes: object): string {
  const pair = startPair();
  const { a, b } = pair;
  answer(pair);
  const { update, proof_height } = show(b, a);
  const fields = { ...openAck(), proof_try: b.prove(PATH), proof_height, ...changes };
  return said(a.run(update, message('connection.v1.MsgConnectionOpenAck', fields)));
}

describe('a connection', () => {
  test('opens on both sides in four steps', () => {
    const { a, b } = startPair();
    connect({ a, b });
    for (const chain of [a, b]) {
      expect(chain.row(connections, 'connection-0')).toEqual({
        client_id: CLIENT,
        versions: SUPPORTED,
        state: 'STATE_OPEN',
        counterparty: { client_id: CLIENT, connection_id: 'connection-0', prefix: PREFIX },
        delay_period: 0n,
      });
      expect(chain.row(clientConnections, clientConnections.key(CLIENT))).toEqual({ paths: ['connection-0'] });
    }
  });

  test('opens between releases', () => {
    const { a } = startPair(NEW);
    const { b } = startPair(OLD);
    connect({ a, b });
    expect(b.row(connections, 'connection-0')?.state).toBe('STATE_OPEN');
  });

  test('may be answered twice, and each answer is a connection of its own', () => {
    const pair = startPair();
    expect(answer(pair)).toBe('/0');
    expect(answer(pair)).toBe('/0');
    expect(pair.b.row(connections, 'connection-1')?.state).toBe('STATE_TRYOPEN');
  });
});

describe('the first step of a connection', () => {
  test.each([
    ['over a client that does not exist', { client_id: '07-tendermint-9' }, 'client/29', 'client/4'],
    ['over a client of a type that nobody knows', { client_id: '08-wasm-0' }, 'client/29', 'client/4'],
    ['over a malformed client', { client_id: 'abc' }, 'host/2', 'host/2'],
    ['over a client with a short id', { client_id: 'xxxx' }, 'client/29', 'host/2'],
    ['over the localhost', { client_id: '09-localhost' }, 'client/10', 'client/10'],
    ['with an unknown version', { version: { identifier: '2', features: ['x'] } }, 'connection/9', 'connection/9'],
    ['with no features', { version: { identifier: '1', features: [] } }, 'connection/9', 'connection/9'],
    ['with a blank feature', { version: { identifier: '1', features: [' '] } }, 'connection/9', 'connection/9'],
    [
      'with the connection of the counterparty',
      { counterparty: { client_id: CLIENT, connection_id: 'connection-5', prefix: PREFIX } },
      'connection/7',
      'connection/7',
    ],
    [
      'without a store prefix',
      { counterparty: { client_id: CLIENT, connection_id: '', prefix: { key_prefix: '' } } },
      'connection/7',
      'connection/7',
    ],
  ])('%s is refused', (_, changes, fresh, older) => {
    expect(said(startPair(NEW).a.run(init(changes)))).toBe(fresh);
    expect(said(startPair(OLD).a.run(init(changes)))).toBe(older);
  });

  test('without a version offers all that the chain supports', () => {
    const { a } = startPair();
    a.run(init({ version: null }));
    expect(a.row(connections, 'connection-0')?.versions).toEqual(SUPPORTED);
  });
});

describe('the second step of a connection', () => {
  const ordered = [{ identifier: '1', features: ['ORDER_ORDERED'] }];
  test.each([
    ['without a proof', { proof_init: '' }, 'commitment/2'],
    ['with bytes that prove nothing', { proof_init: 'abcdef' }, 'commitment/2'],
    ['without versions', { counterparty_versions: [] }, 'ibc/10'],
    ['with no version in common', { counterparty_versions: [{ identifier: '9', features: ['x'] }] }, 'connection/10'],
    ['with other versions than offered', { counterparty_versions: ordered }, 'commitment/2'],
    ['with another delay', { delay_period: 1n }, 'commitment/2'],
    ['for another connection', other({ connection_id: 'connection-7' }), 'commitment/2'],
    ['for another store', other({ prefix: { key_prefix: 'ff' } }), 'commitment/2'],
    ['for a malformed connection', other({ connection_id: 'short' }), 'host/2'],
    ['over a client that does not exist', { client_id: '07-tendermint-5' }, 'client/29'],
    ['over a malformed client', { client_id: 'xxxx' }, 'host/2'],
    ['over a client of a type that nobody knows', { client_id: '08-wasm-0' }, 'client/32'],
    ['at a height never seen', { proof_height: { revision_number: 0n, revision_height: 99n } }, 'ibc/9'],
    ['at a height that was skipped', { proof_height: { revision_number: 0n, revision_height: 1n } }, 'client/7'],
    ['at another header', { proof_height: { revision_number: 0n, revision_height: 2n } }, 'commitment/2'],
  ])('%s is refused', (_, changes, expected) => {
    expect(answer(startPair(), changes)).toBe(expected);
  });

  test('is refused with the proof of another state or of nothing', () => {
    expect(answer(startPair(), {}, { root: 'ff' })).toBe('commitment/2');
    expect(answer(startPair(), {}, { row: null })).toBe('commitment/2');
    expect(answer(startPair(), {}, { path: 'connections/connection-1' })).toBe('commitment/2');
  });

  test('undoes the update of its client when it is refused', () => {
    const pair = startPair();
    answer(pair, { delay_period: 1n });
    expect(pair.b.step.observation.changes).toEqual([]);
  });
});

describe('the third step of a connection', () => {
  test.each([
    ['for an unknown connection', { connection_id: 'connection-9' }, 'connection/3'],
    ['for a malformed connection', { connection_id: 'connection' }, 'connection/11'],
    ['without a version', { version: null }, 'connection/9'],
    ['with a version that was not offered', { version: { identifier: '3', features: ['x'] } }, 'connection/6'],
    ['with another version than picked', { version: { identifier: '1', features: ['ORDER_ORDERED'] } }, 'commitment/2'],
    ['with another connection', { counterparty_connection_id: 'connection-9' }, 'commitment/2'],
  ])('%s is refused', (_, changes, expected) => {
    expect(acknowledge(changes)).toBe(expected);
  });
});

describe('a step of a connection out of turn', () => {
  test.each(['MsgConnectionOpenAck', 'MsgConnectionOpenConfirm'])('%s is refused once it is open', (type) => {
    const { a, b } = startPair();
    connect({ a, b });
    const { update, proof_height } = show(b, a);
    const proofs = { proof_try: b.prove(PATH), proof_ack: b.prove(PATH), proof_height };
    expect(said(a.run(update, message(`connection.v1.${type}`, { ...openAck(), ...proofs })))).toBe('connection/6');
  });
});
