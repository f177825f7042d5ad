import type { Observation, ValidatorUpdate } from '../../../specs/block.ts';
import { heightToValsetUpdateId } from '../../../specs/tables/consumer.ts';
import { validators, type ValidatorRow } from '../../../specs/tables/staking/validator.ts';
import { mutateObservation, type Fault } from '../fault.ts';

/** The staking module of a consumer returns no validator updates: the provider's validators sign its blocks (ICS-028 §Overview). */
export const representativesSignBlocks: Fault = {
  name: 'representatives-sign-blocks',
  describes: 'A consumer returns its elected representatives to the consensus engine.',
  needs: 'democracy',
  shownBy: 'democracy',
  mutation: mutateObservation((observation) => ({
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
