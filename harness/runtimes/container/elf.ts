import { open } from 'node:fs/promises';

/** Where a 64-bit little-endian ELF file says where its program headers are, how large one is and how many there are. */
const HEADER = { size: 64, offset: 32, entrySize: 54, entries: 56 } as const;
/** The type of the program header that names the loader of shared libraries. */
const INTERPRETER = 3;

/** Whether an executable runs without shared libraries: it names no loader for them. */
export async function isStatic(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const header = Buffer.alloc(HEADER.size);
    await file.read(header, 0, header.length, 0);
    const size = header.readUInt16LE(HEADER.entrySize);
    const entries = Buffer.alloc(size * header.readUInt16LE(HEADER.entries));
    await file.read(entries, 0, entries.length, Number(header.readBigUInt64LE(HEADER.offset)));
    for (let at = 0; at < entries.length; at += size) if (entries.readUInt32LE(at) === INTERPRETER) return false;
    return true;
  } finally {
    await file.close();
  }
}
