/** `interchain_security.ccv.v1.HandshakeMetadata`, which the provider answers as the version of its channel. */
export interface HandshakeMetadata {
  readonly providerFeePoolAddr: string;
  readonly version: string;
}

/** Reads the metadata from the text of a channel version, which holds protobuf; `undefined` if it is none. */
export function readHandshakeMetadata(text: string): HandshakeMetadata | undefined {
  const bytes = Buffer.from(text, 'utf8');
  const strings = new Map<number, string>();
  for (let at = 0; at < bytes.length;) {
    const tag = bytes[at] ?? 0;
    const length = bytes[at + 1] ?? 0;
    // Only short strings of fields 1 and 2 ever stand here, so tags and lengths have one byte.
    if ((tag !== 0x0a && tag !== 0x12) || length > 0x7f || at + 2 + length > bytes.length) return undefined;
    strings.set(tag >> 3, bytes.toString('utf8', at + 2, at + 2 + length));
    at += 2 + length;
  }
  return { providerFeePoolAddr: strings.get(1) ?? '', version: strings.get(2) ?? '' };
}
