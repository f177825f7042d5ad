import { SINGLETON } from '../key.ts';
import { readConsumerPacket, readValidatorSetChange } from '../ccv-packet.ts';
import type { Packet, WrittenAck } from '../block.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { sentAs, settledIn } from '../history/commitments.ts';
import { ccvReceived, ccvSent } from '../history/packets.ts';
import { isAnswerForged, isForged } from '../history/forged-packets.ts';
import { slashesReceived, type ReceivedSlash } from '../history/slash-packets.ts';
import { channelEnds } from '../tables/ibc/channel.ts';
import { consumerPhases, consumerValidators, valsetUpdateId } from '../tables/provider.ts';
import { answered, onConsumer, onProvider, refused, witness, type Watch, type Witness } from '../witness.ts';

const RECEIVE = 'ICS-028 ME [CCV-PCF-RCVSLASH]';
const RECV_PACKET = '/ibc.core.channel.v1.MsgRecvPacket';
const ANSWER = 'ICS-028 ME [CCV-PCF-ACKVSC.1]';
const ACKNOWLEDGEMENT = '/ibc.core.channel.v1.MsgAcknowledgement';
const RECEIVE_VSC = 'ICS-028 ME [CCV-CCF-RCVVSC.1]';
const REPLY = 'ICS-028 ME [CCV-CCF-ACKSLASH.1]';
const ERROR = Buffer.from('{"error"').toString('hex');

/** Packets and acknowledgements that no program sent, signed by validators that run another program. */
export const IMPOSTOR_WITNESSES: readonly Witness[] = [
  forged(
    'forged-slash-packet-handled',
    'The provider handled a forged slash packet.',
    (_event, { result }) => result === 'handled',
  ),
  forged(
    'forged-slash-packet-bounced',
    'The provider bounced a forged slash packet.',
    (_event, { result }) => result === 'bounced',
  ),
  witness(
    'forged-slash-packets-together',
    RECEIVE,
    'The provider received several slash packets in one block.',
    onProvider((event) => slashesReceived(event).length > 1),
  ),
  forged(
    'slash-packet-of-unknown-update',
    'A slash packet named a valset update id that the provider had not reached yet.',
    (event, { request, result }) => result === 'error' && request.valsetUpdateId > currentUpdate(event),
  ),
  forged(
    'slash-packet-of-unsent-update',
    'A slash packet named the valset update id that the provider will use next.',
    (event, { request, result }) => result !== 'error' && request.valsetUpdateId === currentUpdate(event),
  ),
  forged(
    'slash-packet-without-power',
    'A slash packet for a validator with zero power was answered with an error acknowledgement.',
    (_event, { request, result }) => result === 'error' && request.power === 0n,
  ),
  forged(
    'slash-packet-with-wrong-power',
    'A slash packet named a wrong power of the validator.',
    (event, { request, result, consumerId, address }) => {
      const member = event.view.row(consumerValidators, consumerValidators.key(consumerId, address));
      return result === 'handled' && member !== undefined && member.power !== request.power;
    },
  ),
  forged(
    'slash-packet-for-unknown-validator',
    'A slash packet named a validator that the provider does not know.',
    (_event, { operator }) => operator === undefined,
  ),
  forged(
    'slash-packet-without-infraction',
    'A slash packet without an infraction type was answered with an error acknowledgement.',
    (_event, { request }) => request.infraction === 'unspecified',
  ),
  witness(
    'slash-packet-without-data',
    RECEIVE,
    'A transaction failed because it delivered a slash packet without data.',
    onProvider((event) =>
      answered(event, RECV_PACKET, ({ codespace, code }) => codespace === 'undefined' && code === 111_222),
    ),
  ),
  witness(
    'maturity-packet-ignored',
    'ADR-018',
    'The provider accepted a VSCMatured packet and did nothing.',
    onProvider(({ observation }) =>
      observation.writtenAcks.some(({ packet }) => readConsumerPacket(packet.data)?.type === 'matured'),
    ),
  ),
  witness(
    'unreadable-packet-answered',
    RECEIVE,
    'A packet that could not be decoded was answered with an error acknowledgement.',
    onProvider((event) =>
      event.observation.writtenAcks.some(
        ({ packet, acknowledgement }) =>
          isForged(event, packet) && acknowledgement.startsWith(ERROR) && readConsumerPacket(packet.data) === undefined,
      ),
    ),
  ),
  answeredFalsely(
    'forged-acknowledgement-accepted',
    'The provider accepted a forged acknowledgement of a VSC packet.',
    onProvider((event) => changesOf(event, consumerPhases).length === 0),
  ),
  answeredFalsely(
    'stopped-by-error',
    'A forged error acknowledgement of a VSC packet made the provider stop the consumer.',
    onProvider((event) => changesOf(event, consumerPhases).some(({ row }) => row === 'CONSUMER_PHASE_STOPPED')),
  ),
  witness(
    'unreadable-acknowledgement-refused',
    ANSWER,
    'The provider refused an acknowledgement of a VSC packet that could not be decoded.',
    onProvider((event) => refused(event, ACKNOWLEDGEMENT, 'sdk', 6)),
  ),
  witness(
    'forged-vsc-packet-accepted',
    RECEIVE_VSC,
    'A consumer accepted a forged VSC packet.',
    onConsumer((event) => forgedAnswered(event).some(({ acknowledgement }) => !acknowledgement.startsWith(ERROR))),
  ),
  witness(
    'forged-vsc-packet-answered-with-error',
    RECEIVE_VSC,
    'A consumer answered a forged packet that is no VSC packet with an error acknowledgement.',
    onConsumer((event) => forgedAnswered(event).some(({ acknowledgement }) => acknowledgement.startsWith(ERROR))),
  ),
  witness(
    'slash-ack-without-address',
    RECEIVE_VSC,
    'A consumer received a VSC packet with a slash acknowledgement that is no address.',
    onConsumer((event) =>
      ccvReceived(event).some(({ data }) => readValidatorSetChange(data)?.slashAcks.includes('nobody')),
    ),
  ),
  answeredFalsely(
    'closed-by-error',
    'A forged error acknowledgement of a slash packet made the consumer close the channel.',
    onConsumer((event) => changesOf(event, channelEnds).some(({ row }) => row?.state === 'STATE_CLOSED')),
    REPLY,
  ),
  answeredFalsely(
    'empty-acknowledgement-accepted',
    'A consumer accepted an empty acknowledgement of a slash packet.',
    onConsumer((event) => changesOf(event, channelEnds).length === 0),
    REPLY,
  ),
  witness(
    'unknown-acknowledgement-refused',
    REPLY,
    'A consumer refused an acknowledgement of a slash packet with an unknown result.',
    onConsumer((event) => refused(event, ACKNOWLEDGEMENT, 'undefined', 1)),
  ),
];

/** The forged packets that the chain received, with their acknowledgements. */
function forgedAnswered(event: BlockEvent): readonly WrittenAck[] {
  return event.observation.writtenAcks.filter(({ packet }) => isForged(event, packet));
}

function answeredFalsely(name: string, describes: string, sees: Watch['sees'], source = ANSWER): Witness {
  return {
    name,
    source,
    describes,
    watch(): Watch {
      const sent = new Map<string, Packet>();
      return {
        sees(event) {
          for (const packet of ccvSent(event)) sent.set(sentAs(event.chain, packet), packet);
          return settledIn(event).some((name) => {
            const packet = sent.get(name);
            return packet !== undefined && isAnswerForged(event, packet) && sees(event);
          });
        },
      };
    },
  };
}

function forged(name: string, describes: string, sees: (event: BlockEvent, slash: ReceivedSlash) => boolean): Witness {
  return witness(
    name,
    RECEIVE,
    describes,
    onProvider((event) => slashesReceived(event).some((slash) => slash.forged && sees(event, slash))),
  );
}

function currentUpdate({ view }: BlockEvent): bigint {
  return view.row(valsetUpdateId, SINGLETON) ?? 0n;
}
