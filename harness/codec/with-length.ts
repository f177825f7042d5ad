/** Bytes with their number as an unsigned varint in front, as protobuf delimits messages. */
export function withLength(bytes: Uint8Array): Buffer {
  const size: number[] = [];
  let rest = bytes.length;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) size.push((rest & 0x7f) | 0x80);
  return Buffer.concat([Buffer.from([...size, rest]), bytes]);
}
