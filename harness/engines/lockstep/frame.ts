/** Takes what arrives in pieces of any size and hands on whole messages of the ABCI socket protocol, without the length in front (`withLength`). */
export function readFrames(onMessage: (message: Buffer) => void): (piece: Buffer) => void {
  let pieces: Buffer[] = [];
  let held = 0;
  /** Bytes without which no further message is whole. */
  let wanted = 1;
  return (piece) => {
    pieces.push(piece);
    held += piece.length;
    // A large answer comes in many pieces: they are put together once.
    if (held < wanted) return;
    let buffer = pieces.length === 1 ? piece : Buffer.concat(pieces);
    for (;;) {
      const size = sizeIn(buffer);
      wanted = size === undefined ? buffer.length + 1 : size.start + size.length;
      if (size === undefined || buffer.length < wanted) break;
      onMessage(buffer.subarray(size.start, wanted));
      buffer = buffer.subarray(wanted);
    }
    pieces = buffer.length === 0 ? [] : [buffer];
    held = buffer.length;
  };
}

function sizeIn(buffer: Buffer): { readonly start: number; readonly length: number } | undefined {
  let length = 0;
  let scale = 1;
  for (const [at, byte] of buffer.entries()) {
    length += (byte & 0x7f) * scale;
    scale *= 128;
    if (byte < 0x80) return { start: at + 1, length };
  }
  return undefined;
}
