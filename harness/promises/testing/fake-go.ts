import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

/** A folder with a `go` that says it has this version, and does something else when it is asked for more. */
export function fakeGo({ version, otherwise = 'exit 1' }: { version: string; otherwise?: string }): string {
  const folder = temporaryFolder();
  const script = `#!/bin/sh\nif [ "$1" = env ]; then printf 'go${version}\\nlinux\\namd64\\n'; exit 0; fi\n${otherwise}\n`;
  writeFileSync(join(folder, 'go'), script, { mode: 0o755 });
  return folder;
}
