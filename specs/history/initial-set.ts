import type { StartEvent } from '../event.ts';
import type { UpdateRow } from '../tables/validator-update.ts';
import type { Powers } from './consumer-sets.ts';

/** The part of a consumer's CCV genesis with its initial set, and whether it was a standalone chain before. */
interface CcvGenesis {
  readonly preCCV?: boolean;
  readonly provider?: { readonly initial_val_set: readonly UpdateRow[] };
}

/** Whether a consumer was a standalone chain, so that its own validators still sign its first blocks (ADR-010). */
export function livedOnItsOwn({ genesis }: StartEvent): boolean {
  return genesis.kind === 'consumer' && (genesis.ccv as CcvGenesis).preCCV === true;
}

/** The initial set of a consumer: it signs the first block, unless the consumer was a standalone chain. */
export function initialSet(event: StartEvent): Powers {
  if (!livedOnItsOwn(event)) return new Map(event.set.map(({ pubKey, power }) => [pubKey, power]));
  const { provider } = (event.genesis.kind === 'consumer' ? event.genesis.ccv : {}) as CcvGenesis;
  return new Map(provider?.initial_val_set.map(({ pub_key: key, power }) => [key.ed25519, power]));
}
