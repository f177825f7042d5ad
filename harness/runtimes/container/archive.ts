/** What a tar archive of one file holds: its content, or where a symbolic link leads. */
export type Archived =
  { readonly kind: 'file'; readonly content: Buffer } | { readonly kind: 'link'; readonly to: string };

const BLOCK = 512;
/** The fields of a header: where they begin and end. */
const SIZE = [124, 136] as const;
const TYPE = 156;
const LINK = [157, 257] as const;

/** Reads the first file or symbolic link of a tar archive; `undefined` when there is none. */
export function readArchive(tar: Buffer): Archived | undefined {
  for (let at = 0; at + BLOCK <= tar.length;) {
    const header = tar.subarray(at, at + BLOCK);
    const size = Number.parseInt(textIn(header, SIZE), 8) || 0;
    const type = String.fromCodePoint(header[TYPE] ?? 0);
    const start = at + BLOCK;
    // The oldest archives have no type for a file; an empty header ends the archive.
    if (type === '0' || (type === '\0' && size > 0))
      return { kind: 'file', content: tar.subarray(start, start + size) };
    if (type === '2') return { kind: 'link', to: textIn(header, LINK) };
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  return undefined;
}

function textIn(header: Buffer, [start, end]: readonly [number, number]): string {
  return header.toString('latin1', start, end).split('\0')[0] ?? '';
}
