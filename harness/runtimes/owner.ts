import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';

/** The names of the labels that every container and every folder of ours carries. */
export const LABELS = {
  run: 'lockstep.run',
  pid: 'lockstep.harness',
  started: 'lockstep.harness-started',
  boot: 'lockstep.boot',
  processes: 'lockstep.processes',
} as const;

/** Which harness a container or a folder belongs to: a process id alone may have been given to another process since. */
export interface Owner {
  /** Names this run of the harness and no other. */
  readonly run: string;
  readonly pid: string;
  /** When the process started, in ticks after the machine did. */
  readonly started: string;
  /** Names this start of the machine. */
  readonly boot: string;
  /** Names the world of process ids that `pid` is of (its namespace). */
  readonly processes: string;
}

const SELF: Owner = {
  run: randomUUID(),
  pid: String(process.pid),
  started: startOf(process.pid) ?? '',
  boot: read('/proc/sys/kernel/random/boot_id')?.trim() ?? '',
  processes: linkOf('/proc/self/ns/pid'),
};

/** The harness that asks. */
export function thisHarness(): Owner {
  return SELF;
}

/** The labels that say whose a container or a folder is. */
export function labelsOf(owner: Owner): Record<string, string> {
  const { run, pid, started, boot, processes } = owner;
  return {
    [LABELS.run]: run,
    [LABELS.pid]: pid,
    [LABELS.started]: started,
    [LABELS.boot]: boot,
    [LABELS.processes]: processes,
  };
}

/**
 * Whether the harness that labels speak of has certainly ended. It has not when they are not ours, or when its process
 * would not be visible from here.
 */
export function hasEnded(labels: Readonly<Record<string, string | undefined>>): boolean {
  const { [LABELS.pid]: pid, [LABELS.started]: started, [LABELS.boot]: boot, [LABELS.processes]: processes } = labels;
  if (pid === undefined || started === undefined || boot === undefined || processes === undefined) return false;
  if (!/^\d+$/u.test(pid) || SELF.boot === '') return false;
  if (boot !== SELF.boot) return true;
  return processes === SELF.processes && startOf(Number(pid)) !== started;
}

/** When a living process started; `undefined` when there is none with this id, or only its remains. */
function startOf(pid: number): string | undefined {
  // The second field is the name of the program in brackets, which may hold anything.
  const fields = read(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ');
  return fields?.[0] === 'Z' ? undefined : fields?.[19];
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function linkOf(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return '';
  }
}
