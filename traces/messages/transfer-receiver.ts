import { bech32 } from '../../model/bech32.ts';
import { BECH32_PREFIX } from '../../specs/bech32-prefix.ts';
import type { ChainKind } from '../../specs/chain-kind.ts';
import { moduleAddress } from '../../model/sdk/auth/module-accounts.ts';
import { accountKey } from '../setup/keys.ts';

/** The module account that rewards pass through: a provider pays from it, a consumer sends from it. */
const POOL: Readonly<Record<ChainKind, string>> = {
  provider: 'consumer_rewards_pool',
  consumer: 'cons_to_send_to_provider',
  sovereign: 'cons_to_send_to_provider',
};

/** The address of the receiver of a transfer, by its name in a trace. */
export function receiverAddress(kind: ChainKind, name: string): string {
  switch (name) {
    case 'nobody':
      return 'nobody';
    case 'pool':
      return bech32(BECH32_PREFIX[kind], moduleAddress(POOL[kind]));
    case 'module':
      return bech32(BECH32_PREFIX[kind], moduleAddress('fee_collector'));
    case 'transfer':
      return bech32(BECH32_PREFIX[kind], moduleAddress('transfer'));
    default:
      return bech32(BECH32_PREFIX[kind], accountKey(name).address);
  }
}
