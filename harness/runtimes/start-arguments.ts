/** The paths that a program is given, as it sees them. */
export interface ProgramPaths {
  readonly folder: string;
  readonly socket: string;
  readonly storeTrace: string;
}

/** The arguments with which a program waits for ABCI requests on its socket and writes down every store operation. */
export function startArguments({ folder, socket, storeTrace }: ProgramPaths): string[] {
  const options = {
    home: folder,
    'with-comet': 'false',
    transport: 'socket',
    address: `unix://${socket}`,
    'minimum-gas-prices': '0stake',
    'grpc.enable': 'false',
    'api.enable': 'false',
    pruning: 'nothing',
    log_level: 'error',
    log_no_color: 'true',
    'trace-store': storeTrace,
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
