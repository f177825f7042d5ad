import { describe, expect, test } from 'vitest';
import { SENT_MESSAGES } from '../../traces/actions/sent-messages.ts';
import { misfitOf } from './release-fit.ts';
import { featuresOf, readRelease, type Role } from './release.ts';

const release = readRelease('v7.0.1');
const MESSAGES = [...SENT_MESSAGES].map((type) => type.slice(1));
const MARKED = 'ibc.core.client.v1.MsgDeleteClientCreator';

/** A program of v7.0.1, with what is changed in it. */
function program({
  version = 'v7.0.1',
  path = 'github.com/cosmos/interchain-security/v7',
  messages = [...MESSAGES, MARKED],
  role = 'provider',
  genesis = {},
}: {
  readonly version?: string;
  readonly path?: string;
  readonly messages?: readonly string[];
  readonly role?: Role;
  readonly genesis?: Readonly<Record<string, unknown>>;
} = {}): Parameters<typeof misfitOf>[0] {
  const methods = Object.fromEntries(messages.map((name, i) => [`M${i}`, [name, 'Response'] as const]));
  return {
    role,
    schema: { messages: {}, enums: {}, services: { 'a.v1.Msg': methods } },
    buildInfo: { go: 'go1.24', main: `${path}/cmd/x`, modules: { [path]: version }, settings: {} },
    features: featuresOf(release, role),
    defaultGenesis: genesis,
  };
}

describe('a program is of its release', () => {
  test.each(['v7.0.1', '(devel)', 'v7.0.1+dirty', 'v7.0.2-0.20260102030405-0123456789ab', 'github.com/me/fork v7.0.1'])(
    'when its version is %s',
    (version) => {
      expect(misfitOf(program({ version }), release)).toBeUndefined();
    },
  );

  test('when it has one message more', () => {
    expect(misfitOf(program({ messages: [...MESSAGES, MARKED, 'a.v1.MsgNew'] }), release)).toBeUndefined();
  });

  test('when Interchain Security is nowhere in it and its messages fit', () => {
    expect(misfitOf(program({ path: 'example.org/chain', version: 'v1.0.0' }), release)).toBeUndefined();
  });
});

describe('a program is not of a release', () => {
  test.each(['v7.0.0', 'v7.1.0-rc0', 'v7.0.0+dirty'])('of another version: %s', (version) => {
    const tagged = version.replace('+dirty', '');
    expect(misfitOf(program({ version }), release)).toBe(
      `it is made of interchain-security/v7 ${tagged}, not interchain-security/v7 v7.0.1`,
    );
  });

  test('of another major version, built in a checkout', () => {
    const path = 'github.com/cosmos/interchain-security/v6';
    expect(misfitOf(program({ version: '(devel)', path }), release)).toBe(
      'it is made of interchain-security/v6 (devel), not interchain-security/v7 v7.0.1',
    );
  });

  test('when it lacks a message that traces send', () => {
    const [first = '', ...messages] = MESSAGES;
    expect(misfitOf(program({ version: '(devel)', messages: [...messages, MARKED] }), release)).toBe(
      `it has no message ${first}`,
    );
  });

  test('when its messages or modules show other features', () => {
    const version = '(devel)';
    expect(misfitOf(program({ version, messages: MESSAGES }), release)).toBe(
      'it lacks the feature ibc-client-creator, which v7.0.1 has',
    );
    expect(misfitOf(program({ version, genesis: { capability: {} } }), release)).toBe(
      'it has the feature ibc-capabilities, which v7.0.1 lacks',
    );
    expect(misfitOf(program({ version, role: 'consumer', genesis: { gov: {} } }), release)).toBe(
      'it has the feature democracy, which v7.0.1 lacks',
    );
  });
});
