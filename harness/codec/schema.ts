/**
 * The messages of one program as plain data, made from its descriptors once and then kept as JSON:
 * reading this is some fifty times faster than linking the descriptors again.
 */
export interface Schema {
  readonly messages: Readonly<Record<string, readonly FieldSchema[]>>;
  /** For each enum, the names of its values by number. */
  readonly enums: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** For each service, the types of request and response of its methods. */
  readonly services: Readonly<Record<string, Readonly<Record<string, readonly [request: string, response: string]>>>>;
}

/** One field of a message, in the order of the `.proto` file. */
export interface FieldSchema {
  readonly no: number;
  readonly name: string;
  readonly kind: FieldKind;
  /** The full name of the message or enum. */
  readonly type?: string;
  readonly list?: true;
  /** Numbers of a list stand together in one length-delimited field. */
  readonly packed?: true;
  readonly oneof?: string;
  /** Has a state "not set": a message that Go holds by pointer, or a custom type that does. */
  readonly optional?: true;
  /** How `encoding/json` writes these bytes when not in base64 (`HexBytes`, `json.RawMessage`). */
  readonly json?: 'hex' | 'raw';
  /** A Go `time.Time`: when it is not set it is the first second of year 1. */
  readonly stdtime?: true;
}

/**
 * - `int`, `dec`: `math.Int` and `LegacyDec`, decimal text on the wire
 * - `text`: bytes that are text most of the time (event attributes)
 * - `timestamp`, `duration`, `any`: messages of `google.protobuf` with a form of their own
 */
export type FieldKind = NumberKind | 'bool' | 'string' | 'bytes' | 'text' | 'int' | 'dec' | 'enum' | MessageKind;

/** Numbers, by how protobuf writes them. */
export type NumberKind =
  | 'double'
  | 'float'
  | 'int32'
  | 'sint32'
  | 'uint32'
  | 'fixed32'
  | 'sfixed32'
  | 'int64'
  | 'sint64'
  | 'uint64'
  | 'fixed64'
  | 'sfixed64';

/** Messages: those with a form of their own, and all others. */
export type MessageKind = 'message' | 'timestamp' | 'duration' | 'any';

const WELL_KNOWN: Readonly<Record<string, MessageKind>> = {
  'google.protobuf.Timestamp': 'timestamp',
  'google.protobuf.Duration': 'duration',
  'google.protobuf.Any': 'any',
};

/** The kind of a field that holds a message of this type. */
export function messageKind(type: string): MessageKind {
  return WELL_KNOWN[type] ?? 'message';
}
