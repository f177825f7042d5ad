import type { Deviation } from '../deviation.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { consumerValidators } from '../tables/provider.ts';
import { validators, validatorsByConsensusAddress } from '../tables/staking/validator.ts';
import { onProvider } from '../witness.ts';

/** The key that a validator signs with on a consumer (ICS-028 ME [CCV-PCF-EBLOCK-VSU.1], ADR-001). */
export const consumerKey: Deviation = {
  name: 'consumer-key',
  describes:
    'A validator should have the same consensus key on all chains. The releases let it assign a different key for each consumer.',
  breaks: 'ICS-028 ME [CCV-PCF-EBLOCK-VSU.1], SM §System Properties (Validator Set Replication)',
  source: 'ADR-001',
  appliesTo: 'all releases',
  trace: 'key-assigned-twice',
  watch: () => ({
    sees: onProvider((event) =>
      changesOf(event, consumerValidators).some(({ key, row }) => {
        const own = ownKey(event, key.slice(key.indexOf('/') + 1));
        return row !== undefined && own !== undefined && row.public_key.ed25519 !== own;
      }),
    ),
  }),
};

function ownKey({ view }: BlockEvent, address: string): string | undefined {
  const operator = view.row(validatorsByConsensusAddress, address);
  return operator === undefined ? undefined : view.row(validators, operator)?.consensus_pubkey.key;
}
