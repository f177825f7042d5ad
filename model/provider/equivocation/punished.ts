import type { Hex } from '../../../specs/value.ts';
import { table, UNSTORED } from '../../../specs/table.ts';

/** What a validator of the provider did at a height of a consumer. */
export interface Equivocation {
  readonly consumerId: string;
  /** The consensus address of the validator on the provider. */
  readonly address: Hex;
  /** The height on the consumer. */
  readonly height: bigint;
}

/**
 * By consumer id, height and address: equivocations that were punished. No program stores them; the model remembers
 * them, because evidence punishes once.
 */
export const punishedEquivocations = table<true, [consumerId: string, height: bigint, address: Hex]>({
  name: `${UNSTORED}/punished-equivocations`,
  store: UNSTORED,
  prefix: '',
  key: [{ as: 'lp64text' }, { as: 'u64' }, { as: 'rest' }],
  value: { as: 'hex' },
});
