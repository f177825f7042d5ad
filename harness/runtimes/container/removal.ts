import type { Engine } from './engine.ts';
import { hasEnded, LABELS } from '../owner.ts';

const GONE: ReadonlySet<unknown> = new Set([404, 409]);

/** Ends and removes a container with all that it wrote; it is no error when it is gone or being removed. */
export async function removeContainer({ client }: Engine, id: string): Promise<void> {
  try {
    await client.container.getById(id).remove({ force: true, v: true });
  } catch (error) {
    if (!(error instanceof Error && 'statusCode' in error && GONE.has(error.statusCode))) throw error;
  }
}

/** Removes the containers that a harness left which was killed. Touches nothing that a living one has. */
export async function removeOrphans(engine: Engine): Promise<void> {
  await removeWhere(engine, LABELS.run, hasEnded);
}

/** Removes the containers of a run. */
export async function removeRun(engine: Engine, run: string): Promise<void> {
  await removeWhere(engine, `${LABELS.run}=${run}`, () => true);
}

async function removeWhere(
  engine: Engine,
  label: string,
  isMeant: (labels: Readonly<Record<string, string>>) => boolean,
): Promise<void> {
  const { dockerode } = engine.client.container;
  const all = await dockerode.listContainers({ all: true, filters: { label: [label] } });
  await Promise.all(all.filter(({ Labels }) => isMeant(Labels)).map(({ Id }) => removeContainer(engine, Id)));
}
