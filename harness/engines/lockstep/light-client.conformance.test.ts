import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BECH32_PREFIX } from '../../../specs/bech32-prefix.ts';
import type { Message } from '../../../specs/block.ts';
import type { HeaderClaim } from '../../../specs/claim.ts';
import { bech32 } from '../../../model/bech32.ts';
import { accountKey } from '../../../traces/setup/keys.ts';
import { loadRelease } from '../../releases/load-release.ts';
import { plainReleaseNames } from '../../releases/release.ts';
import { Drives, type Drive } from './testing/drive.ts';
import { launchConsumer, type Launched } from './testing/launch-consumer.ts';

const CLIENT = '07-tendermint-0';

const addressOn = ({ genesis: { kind } }: Drive): string => bech32(BECH32_PREFIX[kind], accountKey('relayer').address);

const update = (to: Drive, client_message: HeaderClaim): Message => ({
  '@type': '/ibc.core.client.v1.MsgUpdateClient',
  client_id: CLIENT,
  client_message,
  signer: addressOn(to),
});

/** Makes a block with a transaction of the relayer. */
const send = async (to: Drive, ...messages: Message[]) => (await to.block([['relayer', ...messages]])).answers[0];

const pairs = plainReleaseNames().flatMap((provider) =>
  plainReleaseNames().map((consumer) => ({ provider, consumer })),
);

describe.each(pairs)('provider $provider and consumer $consumer', async (names) => {
  const { provider: providerProgram } = await loadRelease(names.provider);
  const { consumer: consumerProgram } = await loadRelease(names.consumer);
  let drives: Drives;
  let chains: Launched;
  beforeEach(async () => {
    drives = new Drives();
    chains = await launchConsumer(drives, providerProgram, consumerProgram);
  });
  afterEach(() => drives.stop());

  test('update their clients of each other', async () => {
    const { provider, consumer, launchHeight } = chains;
    expect(consumer.set(1)).toEqual(provider.set(launchHeight));
    await consumer.block();
    await provider.block();
    expect(await send(provider, update(provider, consumer.header(2, 1)))).toMatchObject({ code: 0 });
    expect(await send(consumer, update(consumer, provider.header(provider.height, launchHeight)))).toMatchObject({
      code: 0,
    });
  });

  test.each<[HeaderClaim['tampered'], RegExp]>([
    ['signature', /wrong signature \(#0\)/],
    ['app-hash', /commit signs block/],
    ['validators', /validator set does not match hash/],
    ['trusted-validators', /trusted validators|does not hash to latest trusted/i],
  ])('refuse a header whose %s was tampered with, and take the good one after it', async (tampered, reason) => {
    const { provider, consumer } = chains;
    await consumer.block();
    const refused = await send(provider, update(provider, consumer.header(2, 1, tampered)));
    expect(refused?.code).not.toBe(0);
    expect(refused?.log).toMatch(reason);
    expect(await send(provider, update(provider, consumer.header(2, 1)))).toMatchObject({ code: 0 });
  });

  test('take a header that one of four did not sign, and none that two did not', async () => {
    const { provider, consumer } = chains;
    const [first = '', second = ''] = consumer.set(1).map(({ address }) => address);
    await consumer.block([], { absent: [first] });
    await consumer.block([], { absent: [first, second] });
    const refused = await send(provider, update(provider, consumer.header(3, 1)));
    expect(refused?.log).toContain('insufficient voting power');
    expect(await send(provider, update(provider, consumer.header(2, 1)))).toMatchObject({ code: 0 });
  });

  test('believe what is proven, and nothing else', async () => {
    const { provider, consumer } = chains;
    const init = {
      '@type': '/ibc.core.connection.v1.MsgConnectionOpenInit',
      client_id: CLIENT,
      counterparty: { client_id: CLIENT, connection_id: '', prefix: { key_prefix: hex('ibc') } },
      version: VERSION,
      delay_period: 0n,
      signer: addressOn(consumer),
    };
    await consumer.block();
    expect(await send(consumer, init)).toMatchObject({ code: 0 });
    await consumer.block();
    const refused = await send(
      provider,
      update(provider, consumer.header(consumer.height, 1)),
      openTry(chains, 'connections/connection-7'),
    );
    expect(refused?.code).not.toBe(0);
    expect(
      await send(
        provider,
        update(provider, consumer.header(consumer.height, 1)),
        openTry(chains, 'connections/connection-0'),
      ),
    ).toMatchObject({ code: 0 });
  });

  test('show no header and prove no state that is claimed wrongly', async () => {
    const { provider, consumer } = chains;
    await consumer.block();
    const real = consumer.header(2, 1);
    for (const [claim, what] of [
      [{ ...real, time: real.time + 1n }, 'time'],
      [{ ...real, app_hash: 'ab' }, 'app hash'],
      [{ ...real, signed: real.signed.slice(1) }, 'signers'],
      [{ ...real, validators: real.validators.slice(1) }, 'validators'],
    ] as const) {
      expect(() => consumer.chain.header(claim)).toThrow(`the claim says ${what}`);
    }
    const proof = { ...consumer.proof('connections/connection-0', null), root: 'ab' };
    await expect(consumer.chain.proof(proof)).rejects.toThrow('app hash after 1');
    expect(() => provider.chain.header({ ...real, height: { revision_number: 0n, revision_height: 99n } })).toThrow(
      'has made no block 99',
    );
  });
});

const VERSION = { identifier: '1', features: ['ORDER_ORDERED', 'ORDER_UNORDERED'] };

function hex(text: string): string {
  return Buffer.from(text).toString('hex');
}

function openTry({ provider, consumer }: Launched, provenPath: string): Message {
  return {
    '@type': '/ibc.core.connection.v1.MsgConnectionOpenTry',
    client_id: CLIENT,
    counterparty: { client_id: CLIENT, connection_id: 'connection-0', prefix: { key_prefix: hex('ibc') } },
    delay_period: 0n,
    counterparty_versions: [VERSION],
    proof_height: { revision_number: consumer.revision, revision_height: BigInt(consumer.height) },
    proof_init: consumer.proof(provenPath, null),
    signer: addressOn(provider),
  };
}
