import type { Progress } from '../campaign/campaign.ts';
import { statusLine } from './status-line.ts';

const BAR = 20;

/** Shows how a campaign goes on; `time` is how many seconds it may take, if that is known. */
export function showCampaign(time: number | undefined): {
  readonly update: (progress: Progress) => void;
  readonly end: () => void;
} {
  const line = statusLine();
  const begun = performance.now();
  let discrepancies = 0;
  return {
    update(progress) {
      const seconds = (performance.now() - begun) / 1000;
      if (progress.discrepancies > discrepancies) {
        discrepancies = progress.discrepancies;
        line.print(`discrepancy ${discrepancies} after ${progress.traces} traces`);
      }
      line.update(`${barOf(seconds, time)}${progressText(progress, seconds)}`);
    },
    end: () => line.end(),
  };
}

/** The counts of a campaign in one line. */
export function progressText(progress: Progress, seconds: number): string {
  const { traces, steps, blocks, witnesses, discrepancies, inconclusive } = progress;
  const speed = seconds === 0 ? 0 : steps / seconds;
  const unclear = inconclusive === 0 ? '' : `  inconclusive ${inconclusive}`;
  return (
    `traces ${traces}  steps ${steps}  blocks ${blocks}  ${speed.toFixed(0)} steps/s` +
    `  witnesses ${witnesses}  discrepancies ${discrepancies}${unclear}`
  );
}

function barOf(seconds: number, time: number | undefined): string {
  if (time === undefined) return '';
  const full = Math.min(BAR, Math.round((BAR * seconds) / time));
  return `[${'#'.repeat(full)}${'-'.repeat(BAR - full)}] `;
}
