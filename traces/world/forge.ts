import { SINGLETON } from '../../specs/key.ts';
import { rowsOf } from '../../specs/rows.ts';
import type { Height, Message, Packet } from '../../specs/block.ts';
import type { HeaderClaim, ProofClaim } from '../../specs/claim.ts';
import { channelEnds } from '../../specs/tables/ibc/channel.ts';
import { nextSequenceRecv } from '../../specs/tables/ibc/packet.ts';
import { providerChannel } from '../../specs/tables/consumer.ts';
import { consumerToChannel } from '../../specs/tables/provider/consumers.ts';
import { SECOND, type Hex } from '../../specs/value.ts';
import { validatorsHash } from '../../model/consensus/validator-set.ts';
import { loneEntry } from '../../model/ibc/lone-entry.ts';
import { commitAcknowledgement, commitPacket } from '../../model/ibc/packet/commitment.ts';
import { channelKey } from '../../model/ibc/path.ts';
import type { End, Link } from './consumers.ts';
import { channelsOf, clientLatestHeight } from './ibc.ts';
import { ackPath, commitmentPath, unanswered } from './packets.ts';
import { relayerOn } from './relay.ts';
import { setAt, type Chain, type World } from './world.ts';

const WEEK = 604_800n * SECOND;

/** A forged entry of the `ibc` store, and the message that proves it to the counterparty. */
interface Forgery {
  /** The path of the entry (ICS-24). */
  readonly path: string;
  readonly row: Hex;
  readonly message: (proof: ProofClaim, height: Height, signer: string) => Message;
}

/** Messages that relay forged packets to the provider. */
export function forgedDeliveries(world: World, { provider, consumer }: Link, data: readonly Hex[]): Message[] {
  const own = ownChannel(provider.chain, world.consumerId(consumer.chain.name));
  return forged(world, consumer.chain, provider, deliveries(world, provider.chain, 'provider', own, data));
}

/** Messages that relay forged acknowledgements of its oldest VSC packets to the provider. */
export function forgedAnswers(world: World, { provider, consumer }: Link, given: readonly Hex[]): Message[] {
  return forged(world, consumer.chain, provider, answers(provider.chain, consumer.chain, given));
}

/**
 * Messages that relay forged packets, and forged acknowledgements of its oldest slash packets, to a consumer.
 */
export function forgedByProvider(
  world: World,
  { provider, consumer }: Link,
  data: readonly Hex[],
  given: readonly Hex[],
): Message[] {
  const { chain } = consumer;
  const own = rowsOf(chain.model.state, providerChannel).get(SINGLETON);
  const packets = own === undefined ? [] : deliveries(world, chain, 'consumer', own, data);
  return forged(world, provider.chain, consumer, [...packets, ...answers(chain, provider.chain, given)]);
}

/** The next packets over a channel, as its counterparty would send them. */
function deliveries(
  world: World,
  to: Chain,
  port: 'provider' | 'consumer',
  channel: string,
  data: readonly Hex[],
): Forgery[] {
  return data.map((bytes, i) => {
    const packet = forgedPacket(to, port, channel, BigInt(i), bytes, world.clock + WEEK);
    return {
      path: commitmentPath(packet),
      row: commitPacket(packet),
      message: (proof_commitment, proof_height, signer) => ({
        '@type': '/ibc.core.channel.v1.MsgRecvPacket',
        packet,
        proof_commitment,
        proof_height,
        signer,
      }),
    };
  });
}

/** One acknowledgement for each of the oldest outstanding packets of the sender. */
function answers(sender: Chain, receiver: Chain, given: readonly Hex[]): Forgery[] {
  const packets = unanswered(sender, receiver, 'ccv');
  return packets.slice(0, given.length).map((packet, i) => {
    const acknowledgement = given[i] ?? '';
    return {
      path: ackPath(packet),
      row: commitAcknowledgement(acknowledgement),
      message: (proof_acked, proof_height, signer) => ({
        '@type': '/ibc.core.channel.v1.MsgAcknowledgement',
        packet,
        acknowledgement,
        proof_acked,
        proof_height,
        signer,
      }),
    };
  });
}

/** The validators of a chain sign a header for each forgery, with a state that contains only that entry. */
function forged(world: World, chain: Chain, to: End, forgeries: readonly Forgery[]): Message[] {
  const revision = chain.revision;
  const latest = clientLatestHeight(to.chain.model.state, to.client);
  const base = latest.revision_height > chain.height ? latest.revision_height : chain.height;
  const set = setAt(chain, Number(chain.height) + 1);
  const signer = relayerOn(to.chain);
  return forgeries.flatMap(({ path, row, message }, i) => {
    const height = { revision_number: revision, revision_height: base + 1n + BigInt(i) };
    const { root } = loneEntry(path, row);
    const trusted = i === 0 ? latest : { revision_number: revision, revision_height: base + BigInt(i) };
    const header: HeaderClaim = {
      '@claim': 'header',
      chain: chain.name,
      chain_id: chain.genesis.chainId,
      height,
      // The block that receives the headers is one second later.
      time: world.clock + SECOND + BigInt(i),
      app_hash: root,
      next_validators_hash: validatorsHash(set),
      validators: set,
      signed: set.map(({ address }) => address),
      trusted_height: trusted,
      trusted_validators: trustedSet(chain, trusted.revision_height),
      tampered: '',
      forged: true,
    };
    const proof: ProofClaim = {
      '@claim': 'proof',
      chain: chain.name,
      height: height.revision_height - 1n,
      root,
      path,
      row,
      forged: true,
    };
    return [
      { '@type': '/ibc.core.client.v1.MsgUpdateClient', client_id: to.client, client_message: header, signer },
      message(proof, height, signer),
    ];
  });
}

/** The set that signs the height after a trusted one: the real set up to the last real block, then the last set. */
function trustedSet(chain: Chain, height: bigint) {
  return setAt(chain, Number(height < chain.height ? height : chain.height) + 1);
}

/** The packet that is `offset` after the next one of a channel. */
function forgedPacket(
  { model }: Chain,
  port: 'provider' | 'consumer',
  channel: string,
  offset: bigint,
  data: Hex,
  timeout: bigint,
): Packet {
  const key = channelKey(port, channel);
  const next = rowsOf(model.state, nextSequenceRecv).get(key) ?? 1n;
  return {
    sequence: next + offset,
    source_port: port === 'provider' ? 'consumer' : 'provider',
    source_channel: rowsOf(model.state, channelEnds).get(key)?.counterparty.channel_id ?? 'channel-0',
    destination_port: port,
    destination_channel: channel,
    data,
    timeout_height: { revision_number: 0n, revision_height: 0n },
    timeout_timestamp: timeout,
  };
}

/** The CCV channel of a consumer, or the newest one of the provider if the consumer has none yet. */
function ownChannel({ model }: Chain, consumerId: string): string {
  const own = rowsOf(model.state, consumerToChannel).get(consumerId);
  return own ?? channelsOf(model.state, 'provider')[0]?.id ?? 'channel-404';
}
