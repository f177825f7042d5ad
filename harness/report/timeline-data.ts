import type { ChainTimeline, TimelineBlock, TimelinePacket } from '../../specs/generated/report.ts';
import type { Packet, Tx, TxResult } from '../../specs/block.ts';
import { timeToJson } from '../codec/time.ts';
import type { ChainBlocks, MadeBlock } from '../follow/timeline.ts';

/** How many entries of each list of a block are shown. */
const MOST = 32;

/** The blocks that led to a finding as plain data of the report schema. */
export function timelineData(chains: readonly ChainBlocks[]): ChainTimeline[] {
  return chains.map(({ chain, blocks }) => ({ chain, blocks: blocks.map(blockData) }));
}

function blockData({ order, block, observation }: MadeBlock): TimelineBlock {
  const { txResults, sentPackets, writtenAcks, validatorUpdates } = observation;
  const absent = block.votes.filter(({ signed }) => !signed);
  const lists = [block.txs, sentPackets, writtenAcks, validatorUpdates, absent, block.misbehavior];
  const left = lists.map(({ length }) => Math.max(0, length - MOST));
  return {
    order,
    height: Number(block.height),
    time: timeToJson(block.time),
    txs: block.txs.slice(0, MOST).map((tx, i) => txData(tx, txResults[i])),
    sent: sentPackets
      .slice(0, MOST)
      .map(({ source_port: port, source_channel: channel, sequence }) => packetData(port, channel, sequence)),
    received: writtenAcks.slice(0, MOST).map(({ packet }) => receivedData(packet)),
    validatorUpdates: validatorUpdates
      .slice(0, MOST)
      .map(({ pubKey, power }) => ({ consensusKey: pubKey, power: power.toString() })),
    absent: absent.slice(0, MOST).map(({ address }) => address),
    evidence: block.misbehavior
      .slice(0, MOST)
      .map(({ type, address, height }) => ({ type, address, height: Number(height) })),
    leftOut: left.reduce((sum, more) => sum + more, 0),
  };
}

function txData({ messages, signer }: Tx, result: TxResult | undefined): TimelineBlock['txs'][number] {
  return {
    messages: messages.slice(0, MOST).map((message) => message['@type'].slice(message['@type'].lastIndexOf('.') + 1)),
    signer,
    codespace: result?.codespace ?? '',
    code: result?.code ?? null,
  };
}

function receivedData({ destination_port: port, destination_channel: channel, sequence }: Packet): TimelinePacket {
  return packetData(port, channel, sequence);
}

function packetData(port: string, channel: string, sequence: bigint): TimelinePacket {
  return { port, channel, sequence: sequence.toString() };
}
