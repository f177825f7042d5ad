import type { ChannelRow, ChannelState } from '../../../specs/tables/ibc/channel.ts';
import type { Context, Module } from '../../context.ts';
import { ensure } from '../errors.ts';
import { checkChannelId, checkConnectionId, checkOwnChannelId, checkPortId } from '../identifier.ts';
import { checkProof } from '../proof.ts';
import { closeConfirm, closeInit } from './close.ts';
import { channelOpenInit, openAck, openConfirm, openTry } from './handshake.ts';
import type {
  MsgOpenInit,
  MsgOpenTry,
  MsgOpenAck,
  MsgOpenConfirm,
  MsgCloseInit,
  MsgCloseConfirm,
} from './message-types.ts';

/** The messages of ICS-04 that open and close channels. */
export const channelMessages = {
  checks: {
    '/ibc.core.channel.v1.MsgChannelOpenInit': ({ port_id, channel }: MsgOpenInit) => {
      checkPortId(port_id);
      checkState(channel, 'STATE_INIT');
      const unknown = channel.counterparty.channel_id === '';
      ensure(unknown, 'invalidChannelCounterparty', 'the counterparty has a channel already');
      checkChannel(channel);
    },
    '/ibc.core.channel.v1.MsgChannelOpenTry': ({ port_id, channel, proof_init }: MsgOpenTry) => {
      checkPortId(port_id);
      checkProof(proof_init);
      checkState(channel, 'STATE_TRYOPEN');
      checkChannelId(channel.counterparty.channel_id);
      checkChannel(channel);
    },
    '/ibc.core.channel.v1.MsgChannelOpenAck': (message: MsgOpenAck) => {
      checkPortId(message.port_id);
      checkOwnChannelId(message.channel_id);
      checkChannelId(message.counterparty_channel_id);
      checkProof(message.proof_try);
    },
    '/ibc.core.channel.v1.MsgChannelOpenConfirm': ({ port_id, channel_id, proof_ack }: MsgOpenConfirm) => {
      checkPortId(port_id);
      checkOwnChannelId(channel_id);
      checkProof(proof_ack);
    },
    '/ibc.core.channel.v1.MsgChannelCloseInit': ({ port_id, channel_id }: MsgCloseInit) => {
      checkPortId(port_id);
      checkOwnChannelId(channel_id);
    },
    '/ibc.core.channel.v1.MsgChannelCloseConfirm': ({ port_id, channel_id, proof_init }: MsgCloseConfirm) => {
      checkPortId(port_id);
      checkOwnChannelId(channel_id);
      checkProof(proof_init);
    },
  },
  handlers: {
    '/ibc.core.channel.v1.MsgChannelOpenInit': (context: Context, message: MsgOpenInit) => {
      channelOpenInit(context, message);
    },
    '/ibc.core.channel.v1.MsgChannelOpenTry': openTry,
    '/ibc.core.channel.v1.MsgChannelOpenAck': openAck,
    '/ibc.core.channel.v1.MsgChannelOpenConfirm': openConfirm,
    '/ibc.core.channel.v1.MsgChannelCloseInit': closeInit,
    '/ibc.core.channel.v1.MsgChannelCloseConfirm': closeConfirm,
  },
} as const satisfies Pick<Module, 'checks' | 'handlers'>;

function checkState({ state }: ChannelRow, expected: ChannelState): void {
  ensure(state === expected, 'invalidChannelState', `the message names the state ${state}`);
}

function checkChannel({ ordering, connection_hops, counterparty }: ChannelRow): void {
  const ordered = ordering === 'ORDER_ORDERED' || ordering === 'ORDER_UNORDERED';
  ensure(ordered, 'invalidOrdering', `the message names the ordering ${ordering}`);
  const [hop] = connection_hops;
  ensure(hop !== undefined && connection_hops.length === 1, 'tooManyHops', 'a channel has one connection hop');
  checkConnectionId(hop);
  checkPortId(counterparty.port_id);
  if (counterparty.channel_id !== '') checkChannelId(counterparty.channel_id);
}
