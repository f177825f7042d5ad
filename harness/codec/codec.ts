import type { Value } from '../../specs/value.ts';

/** Encodes and decodes the protobuf messages that one program knows, taken from the program's own descriptors. */
export interface Codec {
  has(type: string): boolean;
  /** Decodes to plain data as `Value` describes. Throws a `CodecError` that names the type and holds the bytes. */
  decode(type: string, bytes: Uint8Array): Value;
  /** The reverse of `decode`; fields left out have their default. An unknown field or a wrong shape is an error. */
  encode(type: string, value: Value): Uint8Array;
  /** Packs a message whose `@type` names its type into a `google.protobuf.Any`. */
  encodeAny(message: Value): Uint8Array;
  /** The message as the SDK writes it in a genesis file (gogoproto jsonpb: original names, defaults written). */
  toGenesisJson(type: string, value: Value): unknown;
  /** The reverse of `toGenesisJson`. Throws a `CodecError` that names the field that does not fit. */
  fromGenesisJson(type: string, json: unknown): Value;
}
