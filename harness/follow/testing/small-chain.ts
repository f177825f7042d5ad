import { EMPTY_BLOCK, type Packet, type Tx, type WrittenAck } from '../../../specs/block.ts';
import { SINGLETON } from '../../../specs/key.ts';
import { valsetUpdateId } from '../../../specs/tables/provider/module.ts';
import { Halt } from '../../../model/halt.ts';
import type { Module } from '../../../model/context.ts';
import { txOf } from '../../../traces/actions/action.ts';
import { DEFAULT_SETUP } from '../../../traces/setup/setup.ts';
import { REFUSING_MODEL } from '../../../traces/testing/refusing-model.ts';
import type { WorldModel } from '../../../traces/world/model.ts';
import { blockOrder, type BlockOrder } from '../../../traces/world/order.ts';
import { predictStart } from '../../../traces/world/predict.ts';
import { World } from '../../../traces/world/world.ts';
import type { ChainEvent, StoreWrite } from '../../facts/answers.ts';
import type { Answered, BlockFact } from '../../facts/block-fact.ts';
import type { StartFact } from '../../facts/chain-facts.ts';
import { fakeCodec } from '../../observe/testing/fake-codec.ts';

const PACKET: Packet = {
  sequence: 1n,
  source_port: 'a',
  source_channel: 'channel-0',
  destination_port: 'b',
  destination_channel: 'channel-1',
  data: '0a',
  timeout_height: { revision_number: 0n, revision_height: 0n },
  timeout_timestamp: 5n,
};

/** Counts its blocks in one row; a message makes it send a packet and acknowledge one. */
const counting: Module = {
  name: 'counting',
  exports: () => [valsetUpdateId],
  importGenesis: ({ draft }) => {
    draft.set(valsetUpdateId, SINGLETON, draft.get(valsetUpdateId, SINGLETON) ?? 0n);
    return [{ pubKey: 'ab'.repeat(32), power: 3n }];
  },
  beginBlock: ({ draft, block }) => {
    if (block.height === STOPS_AT) throw new Halt('upgrade/needed', 'it was time');
    draft.set(valsetUpdateId, SINGLETON, block.height);
  },
  handlers: {
    '/test.MsgSend': ({ sentPackets, writtenAcks }) => {
      sentPackets.push({ ...PACKET, sequence: BigInt(sentPackets.length + 1) });
      writtenAcks.push({ packet: PACKET, acknowledgement: 'aa' });
    },
  },
  endBlock: ({ block }) => (block.height === GIVES_POWER_AT ? [{ pubKey: 'cd'.repeat(32), power: 9n }] : undefined),
};

/** The height at which the model predicts that the program stops itself. */
export const STOPS_AT = 9n;
/** The height at which a new validator gets power. */
export const GIVES_POWER_AT = 3n;

const { provider } = REFUSING_MODEL.programs;

/** A model of a provider so small that a test can say what its program answers. */
export const SMALL_MODEL: WorldModel = {
  ...REFUSING_MODEL,
  programs: {
    ...REFUSING_MODEL.programs,
    provider: {
      ...provider,
      ante: () => undefined,
      initGenesis: [...provider.initGenesis, counting],
      beginBlock: [counting],
      endBlock: [counting],
    },
  },
};

/** A transaction that makes the small chain send a packet and write an acknowledgement. */
export const SENDING: Tx = txOf('v0', { '@type': '/test.MsgSend' });

/** The app hash of the small chain after a height. */
export function appHashAt(height: bigint): string {
  return height.toString(16).padStart(64, '0');
}

/** A small chain that answers as the model expects; each fact can be changed before it is followed. */
export class SmallChain {
  readonly world = new World(DEFAULT_SETUP, SMALL_MODEL);

  start(): StartFact {
    const { genesis } = World.genesis(this.world.setup);
    const { validatorUpdates } = predictStart(SMALL_MODEL, genesis).observation;
    return { chain: 'provider', codec: fakeCodec(), genesis, answer: { appHash: appHashAt(0n), validatorUpdates } };
  }

  /** The next block, which the harness decides. */
  block(order: Partial<BlockOrder> = {}): BlockFact & { readonly answer: Answered } {
    const prepared = this.world.prepareBlock(blockOrder('provider', order));
    const { observation } = prepared.step;
    const { height, sentPackets, writtenAcks, validatorUpdates } = observation;
    const results = observation.txResults.map((result) => ({ ...result, log: '', events: [] }));
    const events = [...sentPackets.map(sent), ...writtenAcks.map(acknowledged)];
    const answer: Answered = {
      kind: 'answered',
      appHash: appHashAt(height),
      response: { txResults: results, validatorUpdates, events },
      txs: prepared.block.txs.map(() => Buffer.from('00', 'hex')),
      writes: [rowWrite(height)],
      missing: [],
    };
    return { chain: 'provider', decided: { by: 'harness', prepared }, answer };
  }

  /** The same block as others tell it, by its bytes alone; it has no transactions. */
  blockOfOthers(): Extract<BlockFact['decided'], { by: 'others' }> {
    const { block, absent } = this.world.prepareBlock(blockOrder('provider'));
    return { by: 'others', raw: { ...EMPTY_BLOCK, ...block, txs: [] }, absent };
  }
}

/** The write with which the program stores its count. */
export function rowWrite(count: bigint): StoreWrite {
  const value = Buffer.alloc(8);
  value.writeBigUInt64BE(count);
  return { store: 'provider', key: Buffer.from(valsetUpdateId.prefix, 'hex'), value };
}

function sent(packet: Packet): ChainEvent {
  return { type: 'send_packet', attributes: attributesOf(packet) };
}

function acknowledged({ packet, acknowledgement }: WrittenAck): ChainEvent {
  const attributes = new Map([...attributesOf(packet), ['packet_ack_hex', acknowledgement]]);
  return { type: 'write_acknowledgement', attributes };
}

function attributesOf(packet: Packet): ReadonlyMap<string, string> {
  const { revision_number: revision, revision_height: height } = packet.timeout_height;
  return new Map([
    ['packet_sequence', `${packet.sequence}`],
    ['packet_src_port', packet.source_port],
    ['packet_src_channel', packet.source_channel],
    ['packet_dst_port', packet.destination_port],
    ['packet_dst_channel', packet.destination_channel],
    ['packet_data_hex', packet.data],
    ['packet_timeout_height', `${revision}-${height}`],
    ['packet_timeout_timestamp', `${packet.timeout_timestamp}`],
  ]);
}
