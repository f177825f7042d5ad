/** `interchain_security.ccv.v1.HandshakeMetadata`, which the provider returns as the version of its channel. */
export interface HandshakeMetadata {
  readonly providerFeePoolAddr: string;
  readonly version: string;
}

const FEE_POOL = 0x0a;
const VERSION = 0x12;

/** Writes the metadata as a channel version: the protobuf encoding, as text. */
export function writeHandshakeMetadata({ providerFeePoolAddr, version }: HandshakeMetadata): string {
  return field(FEE_POOL, providerFeePoolAddr) + field(VERSION, version);
}

/** Reads the metadata from a channel version, which is protobuf as text; `undefined` if it is malformed. */
export function readHandshakeMetadata(text: string): HandshakeMetadata | undefined {
  const bytes = Buffer.from(text, 'utf8');
  const strings = new Map<number, string>();
  for (let at = 0; at < bytes.length;) {
    const tag = bytes[at] ?? 0;
    const length = bytes[at + 1] ?? 0;
    // The metadata has only short strings in fields 1 and 2, so tags and lengths have one byte.
    if ((tag !== FEE_POOL && tag !== VERSION) || length > 0x7f || at + 2 + length > bytes.length) return undefined;
    strings.set(tag, bytes.toString('utf8', at + 2, at + 2 + length));
    at += 2 + length;
  }
  return { providerFeePoolAddr: strings.get(FEE_POOL) ?? '', version: strings.get(VERSION) ?? '' };
}

function field(tag: number, text: string): string {
  return String.fromCharCode(tag, text.length) + text;
}
