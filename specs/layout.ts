/**
 * How a store encodes a key or a value. The observer interprets this data, so a table needs no code of its own.
 *
 * Parts of a key, each decoded to text and joined with `/` to make the key of a row:
 * - `u8`, `u64`: big endian, in decimal
 * - `u64le`: little endian (the SDK encodes some heights like this)
 * - `bytes`: a fixed number of bytes, in hex
 * - `lp8`: one length byte, then that many bytes, in hex
 * - `lp64`: eight big endian length bytes, then that many bytes, in hex
 * - `lp64text`: the same, as text
 * - `time`: 29 bytes of text as `sdk.FormatTimeBytes` writes it, in nanoseconds
 * - `lp64time`: eight length bytes, then such a time
 * - `flip`: a fixed number of bytes, every bit inverted, in hex
 * - `skip`: a fixed number of bytes that the pattern of the table has checked; they are not part of the row's key
 * - `rest`: all that is left, in hex
 * - `text`: all that is left, as text
 * - `textTo`: text up to (and without) a separator byte, which is skipped
 */
export type KeyPart =
  | { readonly as: 'u8' | 'u64' | 'u64le' | 'time' | 'lp64time' }
  | { readonly as: 'lp8' | 'lp64' | 'lp64text' | 'rest' | 'text' }
  | { readonly as: 'bytes' | 'flip'; readonly size: number }
  | { readonly as: 'skip'; readonly size: number }
  | { readonly as: 'textTo'; readonly separator: number };

/** The parts that are numbers. */
export type NumberPart = Extract<KeyPart, { readonly as: 'u8' | 'u64' | 'u64le' | 'time' | 'lp64time' }>;

type Skip = { readonly as: 'skip'; readonly size: number };

/** The types of the decoded parts of a key. */
export type KeyLayout<Parts extends readonly (string | bigint)[]> = Parts extends readonly [
  infer First,
  ...infer Rest extends readonly (string | bigint)[],
]
  ? readonly [LayoutOf<First>, ...KeyLayout<Rest>] | readonly [LayoutOf<First>, Skip, ...KeyLayout<Rest>]
  : readonly [];

type LayoutOf<One> = One extends bigint ? NumberPart : Exclude<KeyPart, NumberPart | Skip>;

/**
 * - `proto`: a message by its full name; `without` lists fields with free text, which are left out
 * - `any`: a message packed in a `google.protobuf.Any`
 * - `u64`: eight bytes, big endian, to `bigint`
 * - `u64le`: eight bytes, little endian, to `bigint`
 * - `uint`: an unsigned big endian number of any length, to `bigint`
 * - `int`: `math.Int` as the SDK writes it (decimal text), to `bigint`
 * - `text`, `hex`: as they are
 * - `time`: 29 bytes of text as `sdk.FormatTimeBytes` writes it, to nanoseconds
 * - `goTime`: 15 bytes as Go's `time.Time.MarshalBinary` writes it, to nanoseconds
 * - `enum32`: four bytes, big endian, the place of the text in `names`, and four zero bytes
 */
export type ValueLayout =
  | { readonly as: 'proto'; readonly type: string; readonly without?: readonly string[] }
  | { readonly as: 'enum32'; readonly names: readonly string[] }
  | { readonly as: 'any' | 'u64' | 'u64le' | 'uint' | 'int' | 'text' | 'hex' | 'time' | 'goTime' };
