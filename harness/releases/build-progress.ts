/** What a build is doing: first modules are downloaded, then packages compiled. */
export type BuildProgress =
  | { readonly phase: 'download'; readonly release: string; readonly done: number; readonly module: string }
  | { readonly phase: 'compile'; readonly release: string; readonly done: number; readonly total: number };

/** Is told how a build goes on. */
export type OnBuildProgress = (progress: BuildProgress) => void;

/** One line of progress for a pipe or a bar. */
export function progressText(progress: BuildProgress): string {
  const { release, done } = progress;
  if (progress.phase === 'download') return `${release}: downloading module ${done}, ${progress.module}`;
  return `${release}: compiled ${done} of ${progress.total} packages`;
}
