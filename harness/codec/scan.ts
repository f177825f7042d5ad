import { inflateRawSync, constants } from 'node:zlib';
import { fromBinary } from '@bufbuild/protobuf';
import { FileDescriptorProtoSchema, type FileDescriptorProto } from '@bufbuild/protobuf/wkt';

/** How gogoproto stores a descriptor: a gzip header without name or time. */
const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]);
const HEADER_SIZE = 10;
/** More than the largest descriptor needs; the compressed stream itself says where it ends. */
const WINDOW = 400_000;

/**
 * Finds the protobuf descriptors that gogoproto compiled into a program, wherever they are in its file.
 * Of several files with one name the first counts: later ones belong to migrations from an older layout.
 */
export function scanDescriptors(program: Buffer): readonly FileDescriptorProto[] {
  const found = new Map<string, FileDescriptorProto>();
  for (let at = program.indexOf(GZIP_HEADER); at >= 0; at = program.indexOf(GZIP_HEADER, at + 1)) {
    const file = descriptorAt(program, at);
    if (file?.name.endsWith('.proto') && !found.has(file.name)) found.set(file.name, file);
  }
  return [...found.values()];
}

function descriptorAt(program: Buffer, at: number): FileDescriptorProto | undefined {
  const compressed = program.subarray(at + HEADER_SIZE, at + HEADER_SIZE + WINDOW);
  try {
    return fromBinary(FileDescriptorProtoSchema, inflateRawSync(compressed, { finishFlush: constants.Z_SYNC_FLUSH }));
  } catch {
    // Eight equal bytes by chance, or something else that is compressed: not a descriptor.
    return undefined;
  }
}
