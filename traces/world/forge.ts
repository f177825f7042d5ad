import type { Height, Message, Packet } from '../../specs/block.ts';
import type { HeaderClaim, ProofClaim } from '../../specs/claim.ts';
import { channelEnds } from '../../specs/tables/ibc/channel.ts';
import { nextSequenceRecv } from '../../specs/tables/ibc/packet.ts';
import { consumerToChannel } from '../../specs/tables/provider/consumers.ts';
import { SECOND, type Hex } from '../../specs/value.ts';
import { validatorsHash } from '../../model/consensus/validator-set.ts';
import { loneEntry } from '../../model/ibc/lone-entry.ts';
import { commitAcknowledgement, commitPacket } from '../../model/ibc/packet/commitment.ts';
import { channelKey } from '../../model/ibc/path.ts';
import type { End, Link } from './consumers.ts';
import { channelsOf, clientLatestHeight, rowsOf } from './ibc.ts';
import { ackPath, commitmentPath, unanswered } from './packets.ts';
import { relayerOn } from './relay.ts';
import { setAt, type Chain, type World } from './world.ts';

const WEEK = 604_800n * SECOND;

/** Something that only a program could have written, and the message that shows it to the provider. */
interface Forgery {
  /** The path of the entry (ICS-24). */
  readonly path: string;
  readonly row: Hex;
  readonly message: (proof: ProofClaim, height: Height, signer: string) => Message;
}

/** Messages that deliver packets to the provider which no program has sent. */
export function forgedDeliveries(world: World, link: Link, data: readonly Hex[]): Message[] {
  const id = world.consumerId(link.consumer.chain.name);
  const timeout = world.clock + WEEK;
  return forged(
    world,
    link,
    data.map((bytes, i) => {
      const packet = forgedPacket(link.provider, id, BigInt(i), bytes, timeout);
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
    }),
  );
}

/** Messages that show the provider answers to its oldest VSC packets which no program has given. */
export function forgedAnswers(world: World, link: Link, answers: readonly Hex[]): Message[] {
  const packets = unanswered(link.provider.chain, link.consumer.chain, 'ccv');
  return forged(
    world,
    link,
    packets.slice(0, answers.length).map((packet, i) => {
      const acknowledgement = answers[i] ?? '';
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
    }),
  );
}

/** For each one the validators of the consumer sign a header whose state holds nothing but that entry. */
function forged(world: World, { provider, consumer }: Link, forgeries: readonly Forgery[]): Message[] {
  const { chain } = consumer;
  const revision = chain.revision;
  const latest = clientLatestHeight(provider.chain.model.state, provider.client);
  const base = latest.revision_height > chain.height ? latest.revision_height : chain.height;
  const set = setAt(chain, Number(chain.height) + 1);
  const signer = relayerOn(provider.chain);
  return forgeries.flatMap(({ path, row, message }, i) => {
    const height = { revision_number: revision, revision_height: base + 1n + BigInt(i) };
    const { root } = loneEntry(path, row);
    const trusted = i === 0 ? latest : { revision_number: revision, revision_height: base + BigInt(i) };
    const header: HeaderClaim = {
      '@claim': 'header',
      chain: chain.name,
      chain_id: chain.genesis.chainId,
      height,
      // The clock moves on by a second before the block that sees the headers.
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
      { '@type': '/ibc.core.client.v1.MsgUpdateClient', client_id: provider.client, client_message: header, signer },
      message(proof, height, signer),
    ];
  });
}

/** Who signs the height after one that a client trusts: the real set up to the last real block, then the last one for ever. */
function trustedSet(chain: Chain, height: bigint) {
  return setAt(chain, Number(height < chain.height ? height : chain.height) + 1);
}

/** The next packet over the CCV channel of the consumer, or so many after it. */
function forgedPacket({ chain }: End, consumerId: string, offset: bigint, data: Hex, timeout: bigint): Packet {
  const { state } = chain.model;
  const own = rowsOf(state, consumerToChannel).get(consumerId) ?? anyChannel(chain);
  const key = channelKey('provider', own);
  const next = rowsOf(state, nextSequenceRecv).get(key) ?? 1n;
  return {
    sequence: next + offset,
    source_port: 'consumer',
    source_channel: rowsOf(state, channelEnds).get(key)?.counterparty.channel_id ?? 'channel-0',
    destination_port: 'provider',
    destination_channel: own,
    data,
    timeout_height: { revision_number: 0n, revision_height: 0n },
    timeout_timestamp: timeout,
  };
}

/** Before a channel of the consumer is open, or when there is none: the newest one of the provider, if any. */
function anyChannel({ model }: Chain): string {
  return channelsOf(model.state, 'provider')[0]?.id ?? 'channel-404';
}
