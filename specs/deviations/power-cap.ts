import type { Deviation } from '../deviation.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { consumerValidators } from '../tables/provider.ts';
import { lastValidatorPowers, validatorsByConsensusAddress } from '../tables/staking/validator.ts';
import { onProvider } from '../witness.ts';

/** The power of a validator on a consumer (ICS-028 SM §System Properties, ADR-015). */
export const powerCap: Deviation = {
  name: 'power-cap',
  describes:
    'The power of a validator on a consumer should come from its bonded tokens. With a power cap, the releases move power from larger validators to smaller ones, which then have more than their tokens give them.',
  breaks: 'ICS-028 SM §System Properties (Bond-Based Consumer Voting Power)',
  source: 'ADR-019 (validators_power_cap)',
  appliesTo: 'all releases',
  trace: 'power-shaping',
  watch: () => ({
    sees: onProvider((event) =>
      changesOf(event, consumerValidators).some(({ key, row }) => {
        const power = stakedPower(event, key.slice(key.indexOf('/') + 1));
        return row !== undefined && power !== undefined && row.power > power;
      }),
    ),
  }),
};

/** Consumer sets are computed from the powers that the staking module has just written. */
function stakedPower({ view }: BlockEvent, address: string): bigint | undefined {
  const operator = view.row(validatorsByConsensusAddress, address);
  return operator === undefined ? undefined : view.row(lastValidatorPowers, operator)?.value;
}
