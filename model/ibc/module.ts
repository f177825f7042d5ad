import { SINGLETON } from '../../specs/key.ts';
import { channelEnds, channelParams, nextChannelSequence } from '../../specs/tables/ibc/channel.ts';
import {
  clientCreators,
  clientParams,
  clientStates,
  consensusStates,
  iterationKeys,
  nextClientSequence,
  processedHeights,
  processedTimes,
} from '../../specs/tables/ibc/client.ts';
import {
  clientConnections,
  connectionParams,
  connections,
  nextConnectionSequence,
} from '../../specs/tables/ibc/connection.ts';
import {
  nextSequenceAck,
  nextSequenceRecv,
  nextSequenceSend,
  packetAcks,
  packetCommitments,
  packetReceipts,
} from '../../specs/tables/ibc/packet.ts';
import { SECOND } from '../../specs/value.ts';
import type { Context, Module } from '../context.ts';
import { channelMessages } from './channel/messages.ts';
import { LOCALHOST } from './client/id.ts';
import { clientMessages } from './client/messages.ts';
import { connectionMessages } from './connection/messages.ts';
import { SUPPORTED } from './connection/version.ts';
import { selfHeight, ZERO_HEIGHT } from './height.ts';
import { packetMessages } from './packet/messages.ts';

/** All that core keeps. */
const EXPORTED = [
  clientStates,
  consensusStates,
  processedTimes,
  processedHeights,
  iterationKeys,
  clientCreators,
  nextClientSequence,
  clientParams,
  connections,
  clientConnections,
  nextConnectionSequence,
  connectionParams,
  channelEnds,
  nextChannelSequence,
  channelParams,
  nextSequenceSend,
  nextSequenceRecv,
  nextSequenceAck,
  packetCommitments,
  packetReceipts,
  packetAcks,
];

/** IBC core: clients (ICS-02, ICS-07), connections (ICS-03), channels and packets (ICS-04). */
export function ibcModule(): Module {
  return {
    name: 'ibc',
    initGenesis: (context) => {
      writeGenesis(context);
      return undefined;
    },
    exports: () => EXPORTED,
    importGenesis: (context) => {
      renewLocalhost(context);
      return undefined;
    },
    beginBlock: renewLocalhost,
    checks: {
      ...clientMessages.checks,
      ...connectionMessages.checks,
      ...channelMessages.checks,
      ...packetMessages.checks,
    },
    handlers: {
      ...clientMessages.handlers,
      ...connectionMessages.handlers,
      ...channelMessages.handlers,
      ...packetMessages.handlers,
    },
  };
}

function writeGenesis(context: Context): void {
  const { draft, features } = context;
  draft.set(clientParams, SINGLETON, { allowed_clients: ['*'] });
  draft.set(nextClientSequence, SINGLETON, 0n);
  draft.set(connectionParams, SINGLETON, { max_expected_time_per_block: 30n * SECOND });
  draft.set(nextConnectionSequence, SINGLETON, 0n);
  draft.set(connections, 'connection-localhost', {
    client_id: LOCALHOST,
    versions: SUPPORTED,
    state: 'STATE_OPEN',
    counterparty: {
      client_id: LOCALHOST,
      connection_id: 'connection-localhost',
      prefix: { key_prefix: Buffer.from('ibc').toString('hex') },
    },
    delay_period: 0n,
  });
  draft.set(nextChannelSequence, SINGLETON, 0n);
  if (features.has('ibc-channel-upgrades')) {
    draft.set(channelParams, SINGLETON, { upgrade_timeout: { height: ZERO_HEIGHT, timestamp: 600n * SECOND } });
  }
  renewLocalhost(context);
}

/** The client of the chain itself is always at the block that is being made (ICS-09). */
function renewLocalhost(context: Context): void {
  if (!context.features.has('ibc-stored-localhost')) return;
  context.draft.set(clientStates, clientStates.key(LOCALHOST), {
    '@type': '/ibc.lightclients.localhost.v2.ClientState',
    latest_height: selfHeight(context),
  });
}
