/** What a program in a container may use at most. */
export const LIMITS = {
  /** GiB; what it writes to its folder counts, too. */
  memory: 1,
  /** Cores: a program is told to use one. */
  cpu: 1,
  /** Processes and threads. */
  processes: 128,
  /** MiB of its folder: its store trace is cut long before. */
  folder: 64,
  /** Files of its folder. */
  files: 4096,
} as const;

/** Who a program is when the harness is root: nobody who has files. */
const NOBODY = 65_532;

/** The user and the group of a program: those of the harness, which has to read what it writes, and never root. */
export function programUser(): { readonly uid: number; readonly gid: number } {
  const uid = process.getuid?.() ?? 0;
  const gid = process.getgid?.() ?? 0;
  return uid === 0 ? { uid: NOBODY, gid: NOBODY } : { uid, gid };
}
