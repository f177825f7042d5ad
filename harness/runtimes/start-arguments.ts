/** The paths that a program is given, as it sees them. */
export interface ProgramPaths {
  readonly folder: string;
  readonly socket: string;
  readonly storeTrace: string;
}

/** The arguments with which a program waits for ABCI requests on its socket and writes down every store operation. */
export function startArguments({ folder, socket, storeTrace }: ProgramPaths): string[] {
  const consensus = { 'with-comet': 'false', transport: 'socket', address: `unix://${socket}` };
  return argumentsWith({ home: folder, ...consensus, 'trace-store': storeTrace });
}

/** The arguments with which a program is a node: it contains CometBFT, which makes its blocks. */
export function nodeArguments({ folder, storeTrace }: Pick<ProgramPaths, 'folder' | 'storeTrace'>): string[] {
  return argumentsWith({ home: folder, 'trace-store': storeTrace });
}

function argumentsWith(more: Readonly<Record<string, string>>): string[] {
  const options = {
    'minimum-gas-prices': '0stake',
    'grpc.enable': 'false',
    'api.enable': 'false',
    pruning: 'nothing',
    log_level: 'error',
    log_no_color: 'true',
    ...more,
  };
  return ['start', ...Object.entries(options).map(([name, value]) => `--${name}=${value}`)];
}

/**
 * What a program finds in its environment. One core: a trace makes one block at a time. Temporary files, and what the
 * consumer writes to the home of its user before it reads its arguments, go to its own home.
 */
export function startEnvironment(prefix: string, home: string, keepsState = false): Record<string, string> {
  return {
    [`${prefix}_APP_DB_BACKEND`]: keepsState ? 'goleveldb' : 'memdb',
    GOMAXPROCS: '1',
    GOGC: '400',
    HOME: home,
    TMPDIR: home,
  };
}

/** The same for a process of this machine, beside what the harness has, but for settings of the program by its user. */
export function processEnvironment(prefix: string, home: string, keepsState?: boolean): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith(`${prefix}_`));
  return { ...Object.fromEntries(kept), ...startEnvironment(prefix, home, keepsState) };
}
