import { changesOf, type HistoryEvent } from '../event.ts';
import { violation, type ExecutableProperty, type PropertyMonitor } from '../property.ts';
import { signingInfos } from '../tables/slashing.ts';
import { validators, validatorsByConsensusAddress } from '../tables/staking/validator.ts';
import type { Hex } from '../value.ts';

/** A tombstone is final (SDK x/slashing, `Tombstone`). */
export const barredForEver: ExecutableProperty = {
  name: 'barred-for-ever',
  statement: 'A validator that is barred for ever stays barred, and on the provider in jail, whatever it tries.',
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
  const barred = new Set<string>();
  return {
    observe(event) {
      for (const { key, row } of changesOf(event, signingInfos)) {
        const name = `${event.chain}/${key}`;
        if (row?.tombstoned === true) barred.add(name);
        else if (barred.has(name)) return violation(event, `${key} was barred for ever; however it is no longer`);
      }
      const free = barred.size > 0 && event.kind === 'provider' ? freed(event, barred) : undefined;
      return free === undefined ? undefined : violation(event, `${free} is barred for ever; however it is not in jail`);
    },
  };
}

/** A validator that is barred and that this block let out of jail. */
function freed(event: HistoryEvent, barred: ReadonlySet<string>): Hex | undefined {
  for (const { row } of changesOf(event, validators)) {
    if (row === undefined || row.jailed) continue;
    for (const name of barred) {
      const address = name.slice(event.chain.length + 1);
      const operator = event.view.row(validatorsByConsensusAddress, address);
      const own = operator === undefined ? undefined : event.view.row(validators, operator);
      if (own?.consensus_pubkey.key === row.consensus_pubkey.key) return address;
    }
  }
  return undefined;
}
