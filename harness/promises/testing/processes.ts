import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** A process and the folder that it works in. */
export interface Process {
  readonly pid: number;
  readonly folder: string;
  /** The name and the arguments. */
  readonly command: string;
}

/** All living processes, or those whose environment has this variable, of other parents too (Linux). */
export function processesWith(variable?: string): Process[] {
  return readdirSync('/proc').flatMap((entry) => {
    if (!/^\d+$/u.test(entry)) return [];
    try {
      const variables = readFileSync(`/proc/${entry}/environ`, 'utf8').split('\0');
      if (variable !== undefined && !variables.includes(variable)) return [];
      const command = readFileSync(`/proc/${entry}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
      return [{ pid: Number(entry), folder: readlinkSync(`/proc/${entry}/cwd`), command }];
    } catch {
      // It has ended meanwhile, or belongs to somebody else.
      return [];
    }
  });
}

/** The chain programs among them. */
export function programsWith(variable: string): Process[] {
  return processesWith(variable).filter(({ folder }) => /\/lockstep-\w+$/u.test(folder));
}
