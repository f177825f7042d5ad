import { progressText, type BuildProgress } from '../releases/build-progress.ts';
import { statusLine } from './status-line.ts';

/** Shows how a build goes on. A cached release shows nothing. */
export function showBuild(): { readonly update: (progress: BuildProgress) => void; readonly end: () => void } {
  const line = statusLine();
  return { update: (progress) => line.update(progressText(progress)), end: () => line.end() };
}
