import { pendingChanges } from '../../../specs/tables/consumer.ts';
import { mutateRow, type Fault } from '../fault.ts';

/** The last power wins (ICS-028, Validator Update Inclusion). */
export const firstPowerWins: Fault = {
  name: 'first-power-wins',
  describes: 'If a block has two power updates for a validator, the consumer applies the first.',
  shownBy: 'packets-in-a-bunch',
  mutation: mutateRow(pendingChanges, (row, before) => {
    const first = new Map(before?.validator_updates.map(({ pub_key: key, power }) => [key.ed25519, power]));
    const kept = row.validator_updates.map((update) => ({
      ...update,
      power: first.get(update.pub_key.ed25519) ?? update.power,
    }));
    return { ...row, validator_updates: kept };
  }),
};
