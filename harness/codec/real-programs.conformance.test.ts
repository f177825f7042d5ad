import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { SECOND, type Value } from '../../specs/value.ts';
import { loadRelease, type LoadedRelease } from '../releases/load-release.ts';
import { releaseNames } from '../releases/release.ts';
import { buildSchema } from './build-schema.ts';
import { scanDescriptors } from './scan.ts';

const BUILD_TIMEOUT = 30 * 60_000;
const HEADER = 'ibc.lightclients.tendermint.v1.Header';

/** A transaction with all that makes encoding hard: empty parts held by value, decimals, times, `Any` in `Any`. */
const TX = {
  body: {
    messages: [
      {
        '@type': '/cosmos.staking.v1beta1.MsgEditValidator',
        validator_address: 'cosmosvaloper1',
        commission_rate: 750_000_000_000_000_000n,
      },
      {
        '@type': '/cosmos.staking.v1beta1.MsgCreateValidator',
        value: { denom: 'stake', amount: 12_345_678_901_234_567_890_123n },
        pubkey: { '@type': '/cosmos.crypto.ed25519.PubKey', key: '07'.repeat(32) },
      },
      { '@type': '/interchain_security.ccv.provider.v1.MsgCreateConsumer', initialization_parameters: {} },
      {
        '@type': '/interchain_security.ccv.provider.v1.MsgCreateConsumer',
        chain_id: 'consumer-1',
        initialization_parameters: {
          initial_height: { revision_number: 1n, revision_height: 1n },
          genesis_hash: '0aff',
          spawn_time: 1_700_000_000_123_456_789n,
          unbonding_period: 1_728_000n * SECOND,
          ccv_timeout_period: SECOND / 2n,
          consumer_redistribution_fraction: '0.75',
        },
        power_shaping_parameters: { top_N: 50, allowlist: ['a', 'b'], allow_inactive_vals: true },
      },
      {
        '@type': '/ibc.core.channel.v1.MsgChannelOpenInit',
        channel: { state: 'STATE_INIT', ordering: 'ORDER_ORDERED', connection_hops: ['connection-0'] },
      },
      {
        '@type': '/ibc.core.client.v1.MsgUpdateClient',
        client_message: {
          '@type': `/${HEADER}`,
          signed_header: {
            header: { version: { block: 11n }, height: 5n, time: -SECOND },
            commit: { height: 5n, signatures: [{ block_id_flag: 'BLOCK_ID_FLAG_ABSENT' }] },
          },
          validator_set: { validators: [{ pub_key: { ed25519: '07'.repeat(32) }, proposer_priority: -1n }] },
        },
      },
    ],
  },
  auth_info: {
    fee: { gas_limit: 20_000_000n, amount: [{ denom: 'stake', amount: 1n }] },
    signer_infos: [{ sequence: 1n, mode_info: { single: { mode: 'SIGN_MODE_DIRECT' } } }],
  },
  signatures: ['aabb'],
} satisfies Value;

/** Go's own JSON of a transaction, made from bytes, and Go's own bytes, made from that JSON. */
function throughGo(program: string, bytes: Uint8Array): { json: unknown; bytes: string } {
  const home = mkdtempSync(join(tmpdir(), 'lockstep-test-'));
  try {
    const run = (...args: readonly string[]): string =>
      execFileSync(program, ['tx', ...args, '--home', home], { encoding: 'utf8' });
    const json = run('decode', Buffer.from(bytes).toString('base64'));
    writeFileSync(join(home, 'tx.json'), json);
    const encoded = run('encode', join(home, 'tx.json')).trim();
    return { json: JSON.parse(json), bytes: Buffer.from(encoded, 'base64').toString('hex') };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

describe.each(releaseNames())('the programs of %s', (name) => {
  let release: LoadedRelease;
  beforeAll(async () => {
    release = await loadRelease(name);
  }, BUILD_TIMEOUT);

  test('read and write a transaction as the codec does, in bytes and in JSON', () => {
    const { codec, path } = release.provider;
    const bytes = codec.encode('cosmos.tx.v1beta1.Tx', TX);
    const go = throughGo(path, bytes);
    expect(go.bytes).toBe(Buffer.from(bytes).toString('hex'));
    expect(JSON.parse(JSON.stringify(codec.toGenesisJson('cosmos.tx.v1beta1.Tx', TX)))).toEqual(go.json);
    const decoded = codec.decode('cosmos.tx.v1beta1.Tx', bytes);
    expect(Buffer.from(codec.encode('cosmos.tx.v1beta1.Tx', decoded)).toString('hex')).toBe(go.bytes);
  });

  test('speak ABCI, with events that hold raw bytes', () => {
    const { codec } = release.consumer;
    const attributes = [
      { key: 'consumer_id', value: '0', index: true },
      { key: 'valset_hash', value: '0xff00fe', index: false },
    ];
    const response = codec.encode('tendermint.abci.Response', {
      finalize_block: {
        events: [{ type: 'consumer_client_created', attributes }],
        tx_results: [{ code: 21, codespace: 'channel', gas_used: 5n }],
        validator_updates: [{ pub_key: { ed25519: 'ab'.repeat(32) }, power: 0n }],
        app_hash: 'cd'.repeat(32),
      },
    });
    expect(codec.decode('tendermint.abci.Response', response)).toEqual({
      finalize_block: {
        events: [{ type: 'consumer_client_created', attributes }],
        tx_results: [
          { code: 21, data: '', log: '', info: '', gas_wanted: 0n, gas_used: 5n, events: [], codespace: 'channel' },
        ],
        validator_updates: [{ pub_key: { ed25519: 'ab'.repeat(32) }, power: 0n }],
        consensus_param_updates: null,
        app_hash: 'cd'.repeat(32),
      },
    });
  });

  test('write the CCV genesis with upper-case hashes and whole durations', () => {
    const { codec } = release.consumer;
    const json = codec.toGenesisJson('interchain_security.ccv.v1.ConsumerGenesisState', {
      new_chain: true,
      params: { unbonding_period: 172_800n * SECOND },
      provider: {
        consensus_state: { timestamp: SECOND, root: { hash: 'ff' }, next_validators_hash: 'ab01' },
        initial_val_set: [{ pub_key: { ed25519: '00' }, power: 7n }],
      },
    });
    expect(json).toMatchObject({
      new_chain: true,
      params: { unbonding_period: '172800s', reward_denoms: [] },
      provider: {
        client_state: null,
        consensus_state: { timestamp: '1970-01-01T00:00:01Z', root: { hash: '/w==' }, next_validators_hash: 'AB01' },
        initial_val_set: [{ pub_key: { ed25519: 'AA==' }, power: '7' }],
      },
    });
  });

  test('take decimals from the custom type alone', () => {
    const params = 'interchain_security.ccv.provider.v1.SlashJailParameters';
    const { codec } = release.provider;
    const bytes = codec.encode(params, { slash_fraction: 5n * 10n ** 16n });
    expect(Buffer.from(bytes).toString('utf8')).toContain('50000000000000000');
    expect(codec.toGenesisJson(params, codec.decode(params, bytes))).toMatchObject({
      slash_fraction: '0.050000000000000000',
    });
    expect(codec.decode('interchain_security.ccv.v1.ConsumerParams', Buffer.alloc(0))).toMatchObject({
      consumer_redistribution_fraction: '',
    });
  });

  test('carry their own descriptors: every message can be made and read empty', () => {
    const { codec, schema, path } = release.provider;
    expect(buildSchema(scanDescriptors(readFileSync(path)))).toEqual(schema);
    const types = Object.keys(schema.messages).filter((type) => !type.startsWith('google.protobuf.'));
    expect(types.length).toBeGreaterThan(1000);
    const changed = types.filter((type) => {
      const bytes = codec.encode(type, {});
      return !Buffer.from(codec.encode(type, codec.decode(type, bytes))).equals(bytes);
    });
    expect(changed).toEqual([]);
  });
});

test('nothing but descriptors is taken for one', () => {
  const noise = Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0]), Buffer.alloc(64, 0xff)]);
  expect(scanDescriptors(noise)).toEqual([]);
  expect(scanDescriptors(Buffer.alloc(0))).toEqual([]);
});
