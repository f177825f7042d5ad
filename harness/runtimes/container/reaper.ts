import type { Engine } from './engine.ts';
import { ImageName } from './testcontainers.ts';

/** The image of the reaper of the locked testcontainers, and how a user names another one or forbids it. */
const IMAGE = 'testcontainers/ryuk:0.14.0';

/**
 * Whether the reaper of testcontainers can be used, which removes containers as soon as the harness was killed: its
 * image is there (it is never pulled) and the user has not forbidden it. Else our own removal does it at the next start.
 */
export async function hasReaper({ client }: Engine, env: NodeJS.ProcessEnv = process.env): Promise<boolean> {
  if (env['TESTCONTAINERS_RYUK_DISABLED'] === 'true') return false;
  return client.image.exists(ImageName.fromString(env['RYUK_CONTAINER_IMAGE'] ?? IMAGE));
}
