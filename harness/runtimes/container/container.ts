import type { Program } from '../../releases/program.ts';
import { SetupError } from '../../setup-error.ts';
import type { Launch, RunningProgram, Runtime } from '../runtime.ts';
import { openEngine, type Engine } from './engine.ts';
import { imageOf, type Image } from './image.ts';
import { countContainer, discountContainer } from './living-containers.ts';
import { ProgramContainer } from './program-container.ts';
import { hasReaper } from './reaper.ts';
import { removeContainer, removeOrphans } from './removal.ts';

/**
 * Programs in containers of the engine of this machine. Makes the images of `programs` that are not there, and removes
 * the containers of harnesses that were killed. Throws a `SetupError` when no engine answers or an image can't be made.
 */
export async function openContainerRuntime(programs: readonly Program[]): Promise<Runtime> {
  const engine = await openEngine();
  await removeOrphans(engine);
  const reaped = await hasReaper(engine);
  const images = new Map<Program, Promise<Image>>();
  const imageFor = (program: Program): Promise<Image> => {
    let image = images.get(program);
    if (image === undefined) images.set(program, (image = imageOf(engine, program)));
    return image;
  };
  for (const program of programs) await imageFor(program);
  return Object.freeze({
    name: 'container',
    launch: async (launch: Launch) => launchIn(engine, await imageFor(launch.program), reaped, launch),
  });
}

async function launchIn(
  engine: Engine,
  image: Image,
  reaped: boolean,
  { program, chainId, signal }: Launch,
): Promise<RunningProgram> {
  const { appName, envPrefix } = program;
  const container = new ProgramContainer({ image, appName, envPrefix, chainId, reaped, signal });
  signal?.throwIfAborted();
  const counted = countContainer();
  const stop = async (): Promise<void> => {
    container.close();
    if (container.id !== undefined) await removeContainer(engine, container.id);
    discountContainer(counted);
  };
  try {
    await container.start();
  } catch (error) {
    await stop();
    throw startError(error);
  }
  const { socket, storeTrace, ended } = container;
  return { socket, storeTrace, ended, log: () => container.log(), stop };
}

/** An answer of the engine that says what is wrong with the set-up, such as limits that it does not know. */
function startError(error: unknown): unknown {
  if (!(error instanceof Error && 'statusCode' in error)) return error;
  return new SetupError(`The container engine refused: ${error.message}`, 'Check it: lockstep doctor', {
    cause: error,
  });
}
