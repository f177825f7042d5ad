import { chmod, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { cacheFolder } from '../../releases/cache-folder.ts';
import { makeOnce } from '../../releases/staging.ts';
import { SetupError } from '../../setup-error.ts';
import { readArchive } from './archive.ts';
import { openEngine, type Engine } from './engine.ts';
import type { Image } from './image.ts';
import { labelsOf, thisHarness } from '../owner.ts';
import { removeContainer } from './removal.ts';
import { ImageName } from './testcontainers.ts';

/** A program that was taken out of an image, to be examined outside of it. */
export interface ImageProgram {
  readonly image: Image;
  /** The executable, as a file of this machine. */
  readonly path: string;
}

const FOLDERS = ['/usr/local/bin', '/usr/bin', '/bin', '/go/bin', '/root/go/bin', '/app', '/'];
/** Symbolic links that are followed one after the other, at most. */
const LINKS = 8;

/**
 * Finds a chain program in an image that the engine has: what the image starts with when it has the name of the program,
 * else the program in one of the usual folders. Throws a `SetupError` when there is no such image, which is not pulled,
 * or no such program in it.
 */
export async function openImage(reference: string, name: string): Promise<ImageProgram> {
  const engine = await openEngine();
  const { Id: id, Config } = await inspect(engine, reference);
  const starts = [Config.Entrypoint, Config.Cmd].flat().filter((word) => typeof word === 'string');
  const named = starts.filter((word) => posix.isAbsolute(word) && posix.basename(word) === name);
  const container = await engine.client.container.dockerode.createContainer({
    // Never started: only its files are read.
    Image: id,
    Entrypoint: ['/'],
    NetworkDisabled: true,
    Labels: labelsOf(thisHarness()),
  });
  try {
    for (const place of [...named, ...FOLDERS.map((folder) => posix.join(folder, name))]) {
      const found = await fileAt(container, place);
      if (found === undefined) continue;
      const { path: program, content } = found;
      const folder = await makeOnce(join(cacheFolder(), 'images'), keyOf(id, program), async (folder) => {
        const file = join(folder, posix.basename(program));
        await writeFile(file, content);
        await chmod(file, 0o755);
      });
      return { image: { reference: id, program }, path: join(folder, posix.basename(program)) };
    }
  } finally {
    await removeContainer(engine, container.id);
  }
  throw new SetupError(
    `The image ${reference} has no program ${name}`,
    `Use an image that starts it, or that has it in one of ${FOLDERS.join(', ')}.`,
  );
}

type Inspected = Awaited<ReturnType<Engine['client']['image']['inspect']>>;
type Container = ReturnType<Engine['client']['container']['getById']>;

async function inspect({ client }: Engine, reference: string): Promise<Inspected> {
  try {
    return await client.image.inspect(ImageName.fromString(reference));
  } catch (error) {
    notThere(error);
    const hint = `Images are not pulled here. If you trust it: docker pull ${reference}`;
    throw new SetupError(`There is no image ${reference}`, hint, { cause: error });
  }
}

/** A file of a container and its path, which symbolic links may have changed. */
async function fileAt(
  container: Container,
  place: string,
): Promise<{ readonly path: string; readonly content: Buffer } | undefined> {
  let path = place;
  for (let links = 0; links <= LINKS; links++) {
    const archive = await container.getArchive({ path }).catch(notThere);
    if (archive === undefined) return undefined;
    const found = readArchive(await buffer(archive));
    if (found?.kind !== 'link') return found && { path, content: found.content };
    path = posix.resolve(posix.dirname(path), found.to);
  }
  return undefined;
}

function keyOf(id: string, program: string): string {
  return [id.replace('sha256:', ''), ...program.split('/').filter(Boolean)].join('-');
}

/** Passes on what an engine answers but that something is not there. */
function notThere(error: unknown): undefined {
  if (!(error instanceof Error && 'statusCode' in error && error.statusCode === 404)) throw error;
  return undefined;
}
