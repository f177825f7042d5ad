import { describe, expect, test } from 'vitest';
import type { HeaderClaim } from '../../../specs/claim.ts';
import { clientStates } from '../../../specs/tables/ibc/client.ts';
import { CLIENT, said, SOMEBODY, startPair, type Pair } from '../testing/pair.ts';

function started(): Pair {
  const pair = startPair();
  for (let i = 0; i < 3; i++) pair.b.run();
  return pair;
}

/** Shows two headers of `b` to the client on `a`. */
function show({ a }: Pair, header_1: HeaderClaim, header_2: HeaderClaim, client_id = CLIENT): string {
  const client_message = { '@type': '/ibc.lightclients.tendermint.v1.Misbehaviour', client_id, header_1, header_2 };
  return said(a.run({ '@type': '/ibc.core.client.v1.MsgUpdateClient', client_id, client_message, signer: SOMEBODY }));
}

function isFrozen({ a }: Pair): boolean {
  const state = a.row(clientStates, clientStates.key(CLIENT));
  return state !== undefined && 'frozen_height' in state && state.frozen_height.revision_height === 1n;
}

describe('misbehaviour that is shown to a client (ICS-02, ICS-07)', () => {
  test('freezes it when two blocks of a height are signed', () => {
    const pair = started();
    const header = pair.b.header(3n, 1n);
    expect(show(pair, { ...header, variant: { data_hash: 'dd', round: 1 } }, header)).toBe('/0');
    expect(isFrozen(pair)).toBe(true);
    expect(show(pair, { ...header, app_hash: 'ee' }, header)).toBe('client/29');
  });

  test('freezes it when a later block is not later in time', () => {
    const pair = started();
    const before = pair.b.header(2n, 1n);
    expect(show(pair, { ...pair.b.header(3n, 1n), time: before.time }, before)).toBe('/0');
    expect(isFrozen(pair)).toBe(true);
  });

  test('does nothing when the headers agree', () => {
    const pair = started();
    expect(show(pair, pair.b.header(3n, 1n), pair.b.header(3n, 1n))).toBe('/0');
    expect(show(pair, pair.b.header(3n, 1n), pair.b.header(2n, 1n))).toBe('/0');
    expect(isFrozen(pair)).toBe(false);
  });

  test.each<[string, Partial<HeaderClaim>, string]>([
    ['trusts no height', { trusted_height: { revision_number: 0n, revision_height: 0n } }, '07-tendermint/5'],
    ['does not fit together', { tampered: 'app-hash' }, 'client/13'],
    ['is not signed', { tampered: 'signature' }, 'client/13'],
    ['trusts an unknown height', { trusted_height: { revision_number: 0n, revision_height: 2n } }, 'client/7'],
    ['names other trusted validators', { tampered: 'trusted-validators' }, '07-tendermint/14'],
  ])('is refused when a header %s', (_, changes, expected) => {
    const pair = started();
    const header = pair.b.header(3n, 1n);
    expect(show(pair, { ...header, app_hash: 'ee', ...changes }, header)).toBe(expected);
    expect(isFrozen(pair)).toBe(false);
  });

  test('freezes it by the older message too', () => {
    const pair = started();
    const header = pair.b.header(3n, 1n);
    const misbehaviour = { client_id: CLIENT, header_1: { ...header, app_hash: 'ee' }, header_2: header };
    const message = {
      '@type': '/ibc.core.client.v1.MsgSubmitMisbehaviour',
      client_id: CLIENT,
      misbehaviour,
      signer: SOMEBODY,
    };
    expect(said(pair.a.run({ ...message, signer: 'nobody' }))).toBe('ibc/5');
    expect(isFrozen(pair)).toBe(false);
    expect(said(pair.a.run(message))).toBe('/0');
    expect(isFrozen(pair)).toBe(true);
  });

  test('is refused for a client that there is not', () => {
    const pair = started();
    const header = pair.b.header(3n, 1n);
    expect(show(pair, { ...header, app_hash: 'ee' }, header, '07-tendermint-9')).toBe('client/29');
  });
});
