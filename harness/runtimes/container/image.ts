import { copyFile, link, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { cacheFolder } from '../../releases/cache-folder.ts';
import type { Program } from '../../releases/program.ts';
import { SetupError } from '../../setup-error.ts';
import { isStatic } from './elf.ts';
import type { Engine } from './engine.ts';
import { ImageName } from './testcontainers.ts';

/** An image that the engine has, and where the program lies in it. */
export interface Image {
  readonly reference: string;
  readonly program: string;
}

const LABEL = 'lockstep.program';

/**
 * The image of a program: the one that the user has given, or one from scratch around the executable, built when it is
 * not there. Nothing is pulled. Throws a `SetupError` when the program is not static or the engine builds no image.
 */
export async function imageOf(engine: Engine, program: Program): Promise<Image> {
  if (program.image !== undefined) return program.image;
  const name = basename(program.path);
  const image = {
    reference: `lockstep/${imageName(program.appName)}:${program.sha256.slice(0, 32)}`,
    program: `/${name}`,
  };
  if ((await labelOf(engine, image.reference)) === program.sha256) return image;
  if (!(await isStatic(program.path))) {
    throw new SetupError(
      `${program.path} needs shared libraries, which an image of its own does not have`,
      'Build it with CGO_ENABLED=0, or give an image that has them with --provider-image or --consumer-image.',
    );
  }
  await build(engine, program, image);
  return image;
}

async function build(engine: Engine, { path, sha256 }: Program, { reference, program }: Image): Promise<void> {
  const parent = cacheFolder();
  await mkdir(parent, { recursive: true });
  const context = await mkdtemp(join(parent, 'image-'));
  try {
    const file = join(context, 'program');
    // On another disk it has to be copied.
    await link(path, file).catch(() => copyFile(path, file));
    await writeFile(join(context, 'Dockerfile'), dockerfile(program));
    const { dockerode } = engine.client.container;
    const output = await dockerode.buildImage(
      { context, src: ['Dockerfile', 'program'] },
      // The first builder, which every engine has and which needs no helper.
      { t: reference, labels: { [LABEL]: sha256 }, version: '1', networkmode: 'none', rm: true, forcerm: true },
    );
    await new Promise<void>((resolve, reject) => {
      dockerode.modem.followProgress(output, (error) => (error === null ? resolve() : reject(error)));
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new SetupError(`The image of ${path} could not be built: ${why}`, 'Check the container engine: docker info', {
      cause: error,
    });
  } finally {
    await rm(context, { recursive: true, force: true });
  }
}

function dockerfile(program: string): string {
  return `FROM scratch\nCOPY ${JSON.stringify(['program', program])}\nENTRYPOINT ${JSON.stringify([program])}\n`;
}

/** The sha256 of the program that an image was built around; `undefined` when there is no such image. */
async function labelOf({ client }: Engine, reference: string): Promise<string | undefined> {
  try {
    const { Config } = await client.image.inspect(ImageName.fromString(reference));
    return Config.Labels?.[LABEL];
  } catch (error) {
    if (error instanceof Error && 'statusCode' in error && error.statusCode === 404) return undefined;
    throw error;
  }
}

/** A name as images may have it: other characters become dashes. */
function imageName(name: string): string {
  return (
    name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/gu, '-')
      .replaceAll(/^-|-$/gu, '') || 'program'
  );
}
