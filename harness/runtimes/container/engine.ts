import type { ContainerRuntimeClient } from 'testcontainers';
import { SetupError } from '../../setup-error.ts';

/** A container engine that answers, through testcontainers. */
export interface Engine {
  readonly client: ContainerRuntimeClient;
  /** Its version, such as `28.2.2`, and that of the API that it speaks. */
  readonly version: string;
  readonly api: string;
}

let found: Promise<Engine> | undefined;

/**
 * Finds the container engine of this machine, once. Throws a `SetupError` when none answers.
 * testcontainers takes a while to load: it is not before somebody wants a container.
 */
export function openEngine(): Promise<Engine> {
  return (found ??= find());
}

async function find(): Promise<Engine> {
  const { getContainerRuntimeClient } = await import('./testcontainers.ts');
  let client: ContainerRuntimeClient;
  try {
    client = await getContainerRuntimeClient();
  } catch (error) {
    const hint =
      'Install Docker and start it (for example: apt-get install docker.io), and allow your user to use it; or leave --runtime container out.';
    throw new SetupError('No container engine answers', hint, { cause: error });
  }
  const { Version: version, ApiVersion: api } = await client.container.dockerode.version();
  return { client, version, api };
}
