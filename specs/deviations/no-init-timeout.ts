import type { Deviation } from '../deviation.ts';
import { changesOf } from '../event.ts';
import { consumerPhases, consumerToChannel } from '../tables/provider.ts';
import type { Nanos } from '../value.ts';
import { onProvider, type Watch } from '../witness.ts';

/** The init timeout in the releases that had one: a week. */
const INIT_TIMEOUT = 604_800_000_000_000n;

/** What happens to a consumer whose channel is never opened (ICS-028 ME [CCV-PCF-EBLOCK-CCR.1], ADR-018). */
export const noInitTimeout: Deviation = {
  name: 'no-init-timeout',
  describes:
    'A consumer should be stopped when its CCV channel is not open in time. The releases have no init timeout.',
  breaks: 'ICS-028 ME [CCV-PCF-EBLOCK-CCR.1]',
  source: 'ADR-018',
  appliesTo: 'all releases',
  trace: 'never-connected',
  watch(): Watch {
    const launches = new Map<string, Nanos>();
    return {
      sees: onProvider((event) => {
        const { block, view } = event;
        for (const { key, row } of changesOf(event, consumerPhases)) {
          if (row === 'CONSUMER_PHASE_LAUNCHED') launches.set(key, block.time);
          else launches.delete(key);
        }
        for (const { key } of changesOf(event, consumerToChannel)) launches.delete(key);
        for (const [consumer, since] of launches) {
          if (block.time > since + INIT_TIMEOUT && view.row(consumerToChannel, consumer) === undefined) return true;
        }
        return false;
      }),
    };
  },
};
