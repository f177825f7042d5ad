import { changesOf, type HistoryEvent } from '../event.ts';
import { violation, type ExecutableProperty, type PropertyMonitor } from '../property.ts';
import { signingInfos } from '../tables/slashing.ts';
import { validators, validatorsByConsensusAddress } from '../tables/staking/validator.ts';
import type { Hex } from '../value.ts';

/** A tombstone is permanent (SDK x/slashing, `Tombstone`). */
export const tombstoneIsPermanent: ExecutableProperty = {
  name: 'tombstone-is-permanent',
  statement: 'A tombstoned validator stays tombstoned, and stays jailed on the provider.',
  kind: 'safety',
  group: 'slashing',
  source: 'ADR-013, SDK x/slashing',
  touches: {
    provider: ['slashing/signing-infos', 'staking/validators', 'txs/MsgUnjail'],
    consumer: ['slashing/signing-infos'],
  },
  status: 'executable',
  monitor,
};

function monitor(): PropertyMonitor {
  const tombstoned = new Set<string>();
  return {
    observe(event) {
      for (const { key, row } of changesOf(event, signingInfos)) {
        const name = `${event.chain}/${key}`;
        if (row?.tombstoned === true) tombstoned.add(name);
        else if (tombstoned.has(name)) return violation(event, `${key} was tombstoned; however it no longer is`);
      }
      const free = tombstoned.size > 0 && event.kind === 'provider' ? freed(event, tombstoned) : undefined;
      return free === undefined ? undefined : violation(event, `${free} is tombstoned; however it is not jailed`);
    },
  };
}

/** A tombstoned validator that this block unjailed. */
function freed(event: HistoryEvent, tombstoned: ReadonlySet<string>): Hex | undefined {
  for (const { row } of changesOf(event, validators)) {
    if (row === undefined || row.jailed) continue;
    for (const name of tombstoned) {
      const address = name.slice(event.chain.length + 1);
      const operator = event.view.row(validatorsByConsensusAddress, address);
      const own = operator === undefined ? undefined : event.view.row(validators, operator);
      if (own?.consensus_pubkey.key === row.consensus_pubkey.key) return address;
    }
  }
  return undefined;
}
