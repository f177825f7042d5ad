import type { ChainKind } from '../specs/chain-kind.ts';
import type { Block, Message, Packet, Tx, ValidatorUpdate, WrittenAck } from '../specs/block.ts';
import type { Features } from '../specs/feature.ts';
import type { ChainGenesis, ConsumerGenesis } from '../specs/genesis.ts';
import type { Table } from '../specs/table.ts';
import type { Hex } from '../specs/value.ts';
import type { Draft } from './draft.ts';

/** What the modules work on: the draft of the state, the block, and the packets and acknowledgements that it emits. */
export interface Context {
  readonly kind: ChainKind;
  readonly features: Features;
  /** `cosmos` on the provider, `consumer` on a consumer. */
  readonly bech32Prefix: string;
  readonly draft: Draft;
  /** In `initGenesis` there is no block yet: the height is 0, and the time is that of the genesis. */
  readonly block: Block;
  /** The genesis of the CCV module, which operators provide for a changeover (ADR-010). */
  readonly genesisFile?: ConsumerGenesis;
  readonly apps: IbcApps;
  /** Packets sent and acknowledgements written so far in this block; those of a failed message are removed. */
  readonly sentPackets: Packet[];
  readonly writtenAcks: WrittenAck[];
}

/** A module of a chain's program: what it does at the start, in each block and for each message. */
export interface Module {
  readonly name: string;
  initGenesis?(context: Context, genesis: ChainGenesis): readonly ValidatorUpdate[] | undefined;
  /** The tables that the module exports; its other tables are lost. */
  exports?(features: Features): readonly Table[];
  /**
   * Starts the module from an exported genesis. The exported rows of all modules are already in place. The block is the
   * first one of the new chain, still empty.
   */
  importGenesis?(context: Context): readonly ValidatorUpdate[] | undefined;
  beginBlock?(context: Context): void;
  endBlock?(context: Context): readonly ValidatorUpdate[] | undefined;
  /** Checks of a message that need no state (`ValidateBasic`), by type URL. They throw a `Refusal`. */
  readonly checks?: Readonly<Record<string, (message: never, features: Features) => void>>;
  /** Handlers by type URL. They throw a `Refusal`. */
  readonly handlers?: Readonly<Record<string, (context: Context, message: never) => void>>;
}

/** Decides whether a transaction may run at all (the chain's ante handlers); throws a `Refusal`. */
export type Ante = (context: Context, tx: Tx, sequence: bigint) => void;

/** A channel that is being opened (ICS-04). */
export interface ChannelOpening {
  readonly ordering: string;
  readonly connectionHops: readonly string[];
  readonly portId: string;
  readonly channelId: string;
  readonly counterpartyPortId: string;
  readonly counterpartyChannelId: string;
  readonly version: string;
  readonly counterpartyVersion: string;
}

/** The callbacks of an application on IBC channels (ICS-26). */
export interface IbcApp {
  onChanOpenInit(context: Context, opening: ChannelOpening): string;
  onChanOpenTry(context: Context, opening: ChannelOpening): string;
  onChanOpenAck(
    context: Context,
    portId: string,
    channelId: string,
    counterpartyChannelId: string,
    counterpartyVersion: string,
  ): void;
  onChanOpenConfirm(context: Context, portId: string, channelId: string): void;
  onChanCloseInit(context: Context, portId: string, channelId: string): void;
  onChanCloseConfirm(context: Context, portId: string, channelId: string): void;
  /** The acknowledgement to write, as bytes in hex; state that the application wrote is undone when `success` is false. */
  onRecvPacket(
    context: Context,
    packet: Packet,
    relayer: Hex,
  ): { readonly acknowledgement: Hex; readonly success: boolean };
  onAcknowledgementPacket(context: Context, packet: Packet, acknowledgement: Hex): void;
  onTimeoutPacket(context: Context, packet: Packet): void;
}

/** The applications of a chain by the port that they own. */
export type IbcApps = Readonly<Record<string, IbcApp>>;

/** Narrows a message of a given type for its handler; the boundary has checked its fields. */
export type MessageOf<Fields> = Message & Fields;
