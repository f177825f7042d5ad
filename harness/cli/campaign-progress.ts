import type { Progress } from '../campaign/campaign.ts';
import { statusLine } from './status-line.ts';

const BAR = 20;

/** Shows how a campaign goes on; `time` is how many seconds its random traces may take, if that is known. */
export function showCampaign(time: number | undefined): {
  readonly update: (progress: Progress) => void;
  readonly end: () => void;
} {
  const line = statusLine();
  const begun = performance.now();
  let discrepancies = 0;
  let randomSince: number | undefined;
  return {
    update(progress) {
      const now = performance.now();
      const seconds = (now - begun) / 1000;
      const { corpus } = progress;
      if (corpus.ran === corpus.of) randomSince ??= now;
      const bar = randomSince === undefined ? corpusBar(corpus) : timeBar((now - randomSince) / 1000, time);
      if (progress.discrepancies > discrepancies) {
        discrepancies = progress.discrepancies;
        line.print(`discrepancy ${discrepancies} after ${progress.traces} traces`);
      }
      line.update(`${bar}${progressText(progress, seconds)}`);
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

function corpusBar({ ran, of }: Progress['corpus']): string {
  return `${barOf(ran / of)}corpus ${ran}/${of}  `;
}

function timeBar(seconds: number, time: number | undefined): string {
  return time === undefined ? '' : barOf(seconds / time);
}

function barOf(share: number): string {
  const full = Math.min(BAR, Math.round(BAR * share));
  return `[${'#'.repeat(full)}${'-'.repeat(BAR - full)}] `;
}
