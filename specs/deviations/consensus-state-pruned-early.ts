import type { Deviation } from '../deviation.ts';
import { changesOf } from '../event.ts';
import { clientStates, consensusStates } from '../tables/ibc/client.ts';
import type { Nanos } from '../value.ts';
import type { Watch } from '../witness.ts';

/** How long a light client keeps a consensus state (ICS-07). */
export const consensusStatePrunedEarly: Deviation = {
  name: 'consensus-state-pruned-early',
  describes:
    'A light client should keep a consensus state for the unbonding period. The releases prune it after the shorter trusting period.',
  breaks: 'ICS-07 §Consensus state',
  source: 'observed: a client update deletes a consensus state that is younger than the unbonding period',
  appliesTo: 'all releases',
  trace: 'consensus-state-pruned-early',
  watch(): Watch {
    const times = new Map<string, Nanos>();
    return {
      sees(event) {
        if (!event.changes.has(consensusStates.name)) return false;
        let early = false;
        for (const { key, row } of changesOf(event, consensusStates)) {
          const name = `${event.chain} ${key}`;
          if (row !== undefined) {
            times.set(name, row.timestamp);
            continue;
          }
          const client = event.view.row(clientStates, clientStates.key(consensusStates.parts(key)[0]));
          const time = times.get(name);
          if (event.event === 'start' || time === undefined || client === undefined) continue;
          early ||= 'unbonding_period' in client && time + client.unbonding_period > event.block.time;
        }
        return early;
      },
    };
  },
};
