import { pendingChanges } from '../../../specs/tables/consumer.ts';
import { bendRow, type Fault } from '../fault.ts';

/** The last power wins (ICS-028, Validator Update Inclusion). */
export const firstPowerWins: Fault = {
  name: 'first-power-wins',
  describes: 'Of two powers of a validator in a block the first is applied.',
  shownBy: 'packets-in-a-bunch',
  bend: bendRow(pendingChanges, (row, before) => {
    const first = new Map(before?.validator_updates.map(({ pub_key: key, power }) => [key.ed25519, power]));
    const kept = row.validator_updates.map((update) => ({
      ...update,
      power: first.get(update.pub_key.ed25519) ?? update.power,
    }));
    return { ...row, validator_updates: kept };
  }),
};
