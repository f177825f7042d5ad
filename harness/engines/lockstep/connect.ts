import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { ProgramDied } from '../../facts/program-error.ts';
import type { RunningProgram } from '../../runtimes/runtime.ts';

/** The socket file is there a moment before the program listens: that many tries, so many milliseconds apart. */
const TRIES = 1_000;
const PAUSE = 5;

/** Connects to the socket of a program that is coming up. Throws a `ProgramDied` when it does not listen. */
export async function connectTo(program: RunningProgram): Promise<Socket> {
  let how: string | undefined;
  void program.ended.then((text) => (how = text));
  for (let tries = 1; ; tries++) {
    try {
      return await connected(program.socket);
    } catch (error) {
      if (how !== undefined) throw new ProgramDied(`the program ${how} before it listened`, program.log());
      if (tries === TRIES) throw new ProgramDied(`the program does not listen: ${String(error)}`, program.log());
      await pause(PAUSE);
    }
  }
}

function connected(path: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(path);
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.off('error', reject);
      resolve(socket);
    });
  });
}
