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

/** What a chain may send whose validators have left its program. */
export const IMPOSTOR_WITNESSES: readonly Witness[] = [
  forged(
    'forged-slash-packet-handled',
    'The provider handled a slash packet that no program had sent.',
    (_event, { result }) => result === 'handled',
  ),
  forged(
    'forged-slash-packet-bounced',
    'The provider bounced a slash packet that no program had sent.',
    (_event, { result }) => result === 'bounced',
  ),
  witness(
    'forged-slash-packets-together',
    RECEIVE,
    'Several slash packets were received in one block.',
    onProvider((event) => slashesReceived(event).length > 1),
  ),
  forged(
    'slash-packet-of-unknown-update',
    'A slash packet named a valset update id that the provider had not got to.',
    (event, { request, result }) => result === 'error' && request.valsetUpdateId > currentUpdate(event),
  ),
  forged(
    'slash-packet-of-unsent-update',
    'A slash packet named the valset update that the provider was about to make.',
    (event, { request, result }) => result !== 'error' && request.valsetUpdateId === currentUpdate(event),
  ),
  forged(
    'slash-packet-without-power',
    'A slash packet for a validator without power was answered with an error.',
    (_event, { request, result }) => result === 'error' && request.power === 0n,
  ),
  forged(
    'slash-packet-with-wrong-power',
    'A slash packet named a power that its validator does not have.',
    (event, { request, result, consumerId, address }) => {
      const member = event.view.row(consumerValidators, consumerValidators.key(consumerId, address));
      return result === 'handled' && member !== undefined && member.power !== request.power;
    },
  ),
  forged(
    'slash-packet-for-nobody',
    'A slash packet accused somebody whom the provider does not know.',
    (_event, { operator }) => operator === undefined,
  ),
  forged(
    'slash-packet-without-infraction',
    'A slash packet of no infraction was answered with an error.',
    (_event, { request }) => request.infraction === 'unspecified',
  ),
  witness(
    'slash-packet-without-data',
    RECEIVE,
    'A packet that calls itself a slash packet and says nothing made its transaction fail.',
    onProvider((event) =>
      answered(event, RECV_PACKET, ({ codespace, code }) => codespace === 'undefined' && code === 111_222),
    ),
  ),
  witness(
    'maturity-packet-ignored',
    'ADR-018',
    'The provider took a notice of maturity without doing anything.',
    onProvider(({ observation }) =>
      observation.writtenAcks.some(({ packet }) => readConsumerPacket(packet.data)?.type === 'matured'),
    ),
  ),
  witness(
    'unreadable-packet-answered',
    RECEIVE,
    'A packet that could not be read was answered with an error.',
    onProvider((event) =>
      event.observation.writtenAcks.some(
        ({ packet, acknowledgement }) =>
          isForged(event, packet) && acknowledgement.startsWith(ERROR) && readConsumerPacket(packet.data) === undefined,
      ),
    ),
  ),
  answeredFalsely(
    'forged-answer-taken',
    'The provider took an answer to a VSC packet that no program had given.',
    onProvider((event) => changesOf(event, consumerPhases).length === 0),
  ),
  answeredFalsely(
    'stopped-by-error',
    'A consumer answered a VSC packet with an error, and was stopped.',
    onProvider((event) => changesOf(event, consumerPhases).some(({ row }) => row === 'CONSUMER_PHASE_STOPPED')),
  ),
  witness(
    'unreadable-answer-refused',
    ANSWER,
    'The provider refused an answer to a VSC packet that is no acknowledgement.',
    onProvider((event) => refused(event, ACKNOWLEDGEMENT, 'sdk', 6)),
  ),
  witness(
    'forged-update-taken',
    RECEIVE_VSC,
    'A consumer took a VSC packet that no program had sent.',
    onConsumer((event) => forgedAnswered(event).some(({ acknowledgement }) => !acknowledgement.startsWith(ERROR))),
  ),
  witness(
    'forged-update-answered-with-error',
    RECEIVE_VSC,
    'A consumer answered with an error a packet that is no VSC packet.',
    onConsumer((event) => forgedAnswered(event).some(({ acknowledgement }) => acknowledgement.startsWith(ERROR))),
  ),
  witness(
    'slash-ack-for-nobody',
    RECEIVE_VSC,
    'A consumer received a VSC packet with a slash ack that is no address.',
    onConsumer((event) =>
      ccvReceived(event).some(({ data }) => readValidatorSetChange(data)?.slashAcks.includes('nobody')),
    ),
  ),
  answeredFalsely(
    'closed-by-error',
    'A provider answered a slash packet with an error, and the consumer closed the channel.',
    onConsumer((event) => changesOf(event, channelEnds).some(({ row }) => row?.state === 'STATE_CLOSED')),
    REPLY,
  ),
  answeredFalsely(
    'empty-answer-taken',
    'A consumer took an answer to a slash packet that says nothing.',
    onConsumer((event) => changesOf(event, channelEnds).length === 0),
    REPLY,
  ),
  witness(
    'meaningless-answer-refused',
    REPLY,
    'A consumer refused an answer to a slash packet that means nothing.',
    onConsumer((event) => refused(event, ACKNOWLEDGEMENT, 'undefined', 1)),
  ),
];

/** The packets that no program has sent, with what they were answered with. */
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
