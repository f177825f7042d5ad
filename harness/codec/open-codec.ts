import type { Value } from '../../specs/value.ts';
import { CodecError } from './codec-error.ts';
import type { Codec } from './codec.ts';
import { decoder } from './decode.ts';
import { encoder } from './encode.ts';
import { genesisJson } from './genesis-json.ts';
import { plansOf, type Plan } from './plan.ts';
import { readGenesisJson } from './read-genesis-json.ts';
import { messageKind, type Schema } from './schema.ts';

/** The codec of a program from its schema (`buildSchema`). Messages are prepared when they are first used. */
export function openCodec(schema: Schema): Codec {
  const plans = plansOf(schema);
  const decoding = decoder(plans);
  const encoding = encoder(plans);
  const toJson = genesisJson(plans);
  const fromJson = readGenesisJson(plans);

  const planOf = (type: string): Plan => {
    const plan = plans(type);
    if (plan === undefined) throw new CodecError(type, 'the program has no such message');
    return plan;
  };

  return {
    has: (type) => plans(type) !== undefined,
    decode(type, bytes) {
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const kind = messageKind(type);
      const run = (): Value =>
        kind === 'message' ? decoding.decode(planOf(type), buffer) : decoding.decodeAs(kind, buffer);
      return attempt(type, run, buffer);
    },
    encode(type, value) {
      const kind = messageKind(type);
      return attempt(type, () =>
        kind === 'message' ? encoding.encode(planOf(type), value) : encoding.encodeAs(kind, value),
      );
    },
    encodeAny: (message) => attempt('google.protobuf.Any', () => encoding.encodeAs('any', message)),
    toGenesisJson: (type, value) => attempt(type, () => toJson(planOf(type), value)),
    fromGenesisJson: (type, json) => attempt(type, () => fromJson(planOf(type), json)),
  };
}

function attempt<T>(type: string, run: () => T, bytes?: Buffer): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof CodecError) throw error;
    // A RangeError of an endless nesting comes here too.
    throw new CodecError(type, error instanceof Error ? error.message : String(error), bytes?.toString('hex') ?? '');
  }
}
