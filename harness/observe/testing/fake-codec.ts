import { CodecError } from '../../codec/codec-error.ts';
import type { Codec } from '../../codec/codec.ts';

/**
 * A codec for tests, of a program whose messages are nothing but bytes: each decodes to its type and its bytes,
 * and to an error if it begins with `ff`. `onDecode` hears of every message that is decoded.
 */
export function fakeCodec(onDecode: (type: string) => void = () => undefined): Codec {
  return {
    has: () => true,
    decode(type, bytes) {
      onDecode(type);
      const hex = Buffer.from(bytes).toString('hex');
      if (hex.startsWith('ff')) throw new CodecError(type, 'no message', hex);
      return { type, bytes: hex };
    },
    encode: unused,
    encodeAny: unused,
    toGenesisJson: unused,
    fromGenesisJson: unused,
  };
}

function unused(): never {
  throw new Error('the observer only decodes');
}
