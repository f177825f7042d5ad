import { tmpdir } from 'node:os';
import { SetupError } from '../setup-error.ts';
import { runCommand } from './run-command.ts';

/** The installed Go. */
export interface GoTool {
  readonly command: string;
  /** Such as `1.26.8`. */
  readonly version: string;
  /** The platform that it builds for, such as `linux-amd64`. */
  readonly platform: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Variables that would change what is built. */
const CHANGES_THE_BUILD = /^(GOOS|GOARCH|GOARM64|GOEXPERIMENT|GOFIPS140|GODEBUG)$/;

/**
 * Finds Go on PATH and checks that it is at least of version `needed`.
 * Its environment is the user's (proxy, caches) without what would change the build.
 */
export async function findGo(needed: string, user: NodeJS.ProcessEnv = process.env): Promise<GoTool> {
  const kept = Object.entries(user).filter(([name]) => !CHANGES_THE_BUILD.test(name));
  // Each is set to a value, for an empty one would fall back to the user's `go env -w`.
  const env = {
    ...Object.fromEntries(kept),
    CGO_ENABLED: '0',
    GOAMD64: 'v1',
    GOTOOLCHAIN: 'local',
    GOWORK: 'off',
    GOFLAGS: '-mod=readonly',
  };
  const { version, platform } = await askGo('go', env);
  if (isOlder(version, needed)) {
    throw new SetupError(`Go ${version} is too old: the release needs Go ${needed}`, `Install Go ${needed} or newer.`);
  }
  return { command: 'go', version, platform, env };
}

async function askGo(command: string, env: NodeJS.ProcessEnv): Promise<{ version: string; platform: string }> {
  const hint = 'Install Go and put its bin folder on PATH, or name programs that are already built.';
  // GOEXPERIMENT and the like from `go env -w` show in GOVERSION, so they part the cache.
  const result = await runCommand(command, ['env', 'GOVERSION', 'GOOS', 'GOARCH'], { cwd: tmpdir(), env }).catch(
    (error: unknown) => {
      throw new SetupError('There is no Go on PATH, which is needed to build the release', hint, { cause: error });
    },
  );
  const [version = '', os = '', arch = ''] = result.output.trim().split('\n');
  if (result.status !== 0 || !version.startsWith('go')) {
    throw new SetupError(`"go env" failed: ${result.lastLines.join('\n')}`, hint);
  }
  return { version: version.slice('go'.length), platform: `${os}-${arch}` };
}

/** Whether a version of Go such as `1.24rc1` or `1.26.8 X:nocoverage` is lower than another. */
export function isOlder(version: string, needed: string): boolean {
  const a = numbers(version);
  const b = numbers(needed);
  for (let i = 0; i < 3; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

function numbers(version: string): readonly number[] {
  return (/^\d+(?:\.\d+)*/.exec(version)?.[0] ?? '').split('.').map(Number);
}
