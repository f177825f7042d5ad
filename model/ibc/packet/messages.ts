import type { Module } from '../../context.ts';
import { ensure } from '../errors.ts';
import { checkProof } from '../proof.ts';
import { checkPacket } from './check.ts';
import { receivePacket } from './receive.ts';
import { acknowledgePacket, timeoutOnClose, timeoutPacket } from './settle.ts';
import type { MsgRecvPacket, MsgAcknowledgement, MsgTimeout, MsgTimeoutOnClose } from './message-types.ts';

/** The messages of ICS-04 that carry packets and what became of them. */
export const packetMessages = {
  checks: {
    '/ibc.core.channel.v1.MsgRecvPacket': ({ packet, proof_commitment }: MsgRecvPacket) => {
      checkProof(proof_commitment);
      checkPacket(packet);
    },
    '/ibc.core.channel.v1.MsgAcknowledgement': ({ packet, acknowledgement, proof_acked }: MsgAcknowledgement) => {
      checkProof(proof_acked);
      ensure(acknowledgement !== '', 'invalidAcknowledgement', 'the acknowledgement is empty');
      checkPacket(packet);
    },
    '/ibc.core.channel.v1.MsgTimeout': ({ packet, proof_unreceived, next_sequence_recv }: MsgTimeout) => {
      checkProof(proof_unreceived);
      ensure(next_sequence_recv !== 0n, 'invalidSequence', 'the next sequence is zero');
      checkPacket(packet);
    },
    '/ibc.core.channel.v1.MsgTimeoutOnClose': (message: MsgTimeoutOnClose) => {
      ensure(message.next_sequence_recv !== 0n, 'invalidSequence', 'the next sequence is zero');
      checkProof(message.proof_unreceived);
      checkProof(message.proof_close);
      checkPacket(message.packet);
    },
  },
  handlers: {
    '/ibc.core.channel.v1.MsgRecvPacket': receivePacket,
    '/ibc.core.channel.v1.MsgAcknowledgement': acknowledgePacket,
    '/ibc.core.channel.v1.MsgTimeout': timeoutPacket,
    '/ibc.core.channel.v1.MsgTimeoutOnClose': timeoutOnClose,
  },
} as const satisfies Pick<Module, 'checks' | 'handlers'>;
