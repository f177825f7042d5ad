import type { Deviation } from '../deviation.ts';
import { changesOf } from '../event.ts';
import { consumerPhases, initializationParameters } from '../tables/provider.ts';
import { onProvider } from '../witness.ts';

/** When a consumer is launched (ICS-028 ME [CCV-PCF-BBLOCK-INIT.1]). */
export const launchAtSpawnTime: Deviation = {
  name: 'launch-at-spawn-time',
  describes:
    'A consumer should be launched in the first block after its spawn time. The releases launch it in a block whose time equals the spawn time.',
  breaks: 'ICS-028 ME [CCV-PCF-BBLOCK-INIT.1]',
  source: 'observed: a launch in a block whose time is the spawn time',
  appliesTo: 'all releases',
  trace: 'launch-at-spawn-time',
  watch: () => ({
    sees: onProvider((event) =>
      changesOf(event, consumerPhases).some(
        ({ key, row }) =>
          row === 'CONSUMER_PHASE_LAUNCHED' &&
          event.view.row(initializationParameters, key)?.spawn_time === event.block.time,
      ),
    ),
  }),
};
