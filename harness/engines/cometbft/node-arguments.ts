/** The arguments with which a program is a node: it contains CometBFT, which makes its blocks. */
export function nodeArguments(home: string): string[] {
  const options = {
    home,
    'minimum-gas-prices': '0stake',
    'grpc.enable': 'false',
    'api.enable': 'false',
    pruning: 'nothing',
    log_level: 'error',
    log_no_color: 'true',
    'trace-store': 'trace',
  };
  return ['start', ...Object.entries(options).map(([name, value]) => `--${name}=${value}`)];
}

/** What a node finds in its environment; what it writes outside of its home would go to that of its user. */
export function nodeEnvironment(home: string): Record<string, string> {
  return { GOMAXPROCS: '1', GOGC: '400', HOME: home, TMPDIR: home };
}
