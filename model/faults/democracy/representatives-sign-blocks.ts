import type { Observation, ValidatorUpdate } from '../../../specs/block.ts';
import { heightToValsetUpdateId } from '../../../specs/tables/consumer.ts';
import { validators, type ValidatorRow } from '../../../specs/tables/staking/validator.ts';
import { bendObservation, type Fault } from '../fault.ts';

/** Staking on a consumer tells consensus of nobody: the validators of the provider sign its blocks (ICS-028 §Overview). */
export const representativesSignBlocks: Fault = {
  name: 'representatives-sign-blocks',
  describes: 'A representative of the stakers of a consumer is told to consensus when it is elected.',
  needs: 'democracy',
  shownBy: 'democracy',
  bend: bendObservation((observation) => ({
    ...observation,
    validatorUpdates: [...observation.validatorUpdates, ...elected(observation)],
  })),
};

const POWER = 1_000_000n;

function elected({ changes }: Observation): ValidatorUpdate[] {
  if (!changes.some(({ table }) => table === heightToValsetUpdateId.name)) return [];
  return changes.flatMap(({ table, row }) => {
    if (table !== validators.name || row === undefined) return [];
    // Rows of a table are only ever written through its own handle, so they have its type.
    const { status, consensus_pubkey: key, tokens } = row as ValidatorRow;
    return status === 'BOND_STATUS_BONDED' ? [{ pubKey: key.key, power: tokens / POWER }] : [];
  });
}
