/** One line that tells how long work goes on: rewritten in place on a terminal, now and then a new one in a pipe. */
export interface StatusLine {
  update(text: string): void;
  /** Prints a line that stays, above the status. */
  print(text: string): void;
  end(): void;
}

const PIPE_INTERVAL = 5000;
const TERMINAL_INTERVAL = 100;
const CLEAR = '\r\u001b[2K';

/** Writes to standard error, so that standard output stays for what a machine reads. */
export function statusLine(stream: NodeJS.WriteStream = process.stderr): StatusLine {
  const terminal = stream.isTTY;
  const interval = terminal ? TERMINAL_INTERVAL : PIPE_INTERVAL;
  let shownAt = -Infinity;
  let pending = '';
  const show = (): void => {
    if (pending === '') return;
    stream.write(terminal ? CLEAR + pending.slice(0, stream.columns - 1) : `${pending}\n`);
    shownAt = performance.now();
  };
  return {
    update(text) {
      pending = text;
      if (performance.now() - shownAt >= interval) {
        show();
        if (!terminal) pending = '';
      }
    },
    print(text) {
      stream.write(terminal ? `${CLEAR}${text}\n` : `${text}\n`);
      shownAt = -Infinity;
    },
    end() {
      if (pending === '') return;
      show();
      if (terminal) stream.write('\n');
      pending = '';
    },
  };
}
