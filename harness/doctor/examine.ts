import { checkUpOfContainers } from './containers.ts';
import { checkUpOfGo } from './go.ts';
import { checkUpOfMemory, checkUpOfSocket } from './homes.ts';
import { checkUpOfCache } from './cache.ts';
import type { CheckUp } from './check-up.ts';
import { checkUpOfNodes } from './nodes.ts';
import { checkUpOfReleases } from './built-releases.ts';

/** Looks at everything that a campaign needs of this machine; changes nothing on it. */
export async function examine(): Promise<readonly CheckUp[]> {
  const [go, releases, containers, nodes] = await Promise.all([
    checkUpOfGo(),
    checkUpOfReleases(),
    checkUpOfContainers(),
    checkUpOfNodes(),
  ]);
  const missing = releases.filter(({ status }) => status !== 'ok').length;
  return [
    checkUpOfSystem(process.platform, process.arch),
    { name: 'Node', status: 'ok', text: process.versions.node },
    go,
    checkUpOfCache(missing),
    ...releases,
    checkUpOfMemory(),
    checkUpOfSocket(),
    containers,
    nodes,
  ];
}

/** Programs are read and run as Linux programs (ELF), and everything is tested on x64. */
export function checkUpOfSystem(platform: string, arch: string): CheckUp {
  const text = `${platform} ${arch}`;
  if (platform !== 'linux')
    return { name: 'system', status: 'problem', text, hint: 'Use Linux, or a Linux container.' };
  if (arch !== 'x64')
    return { name: 'system', status: 'note', text, hint: 'Nobody has tested this on anything but x64.' };
  return { name: 'system', status: 'ok', text };
}
