import type { StartEvent } from '../event.ts';
import type { UpdateRow } from '../tables/validator-update.ts';
import type { Powers } from './consumer-sets.ts';

/** The part of the CCV genesis of a consumer that says with which set it begins, and whether it lived on its own before. */
interface CcvGenesis {
  readonly preCCV?: boolean;
  readonly provider?: { readonly initial_val_set: readonly UpdateRow[] };
}

/** Whether a consumer lived on its own before, so that its own validators sign its first blocks yet (ADR-010). */
export function livedOnItsOwn({ genesis }: StartEvent): boolean {
  return genesis.kind === 'consumer' && (genesis.ccv as CcvGenesis).preCCV === true;
}

/** The set that the provider made for a consumer when it launched: the one that signs its first block, unless it lived on its own. */
export function initialSet(event: StartEvent): Powers {
  if (!livedOnItsOwn(event)) return new Map(event.set.map(({ pubKey, power }) => [pubKey, power]));
  const { provider } = (event.genesis.kind === 'consumer' ? event.genesis.ccv : {}) as CcvGenesis;
  return new Map(provider?.initial_val_set.map(({ pub_key: key, power }) => [key.ed25519, power]));
}
