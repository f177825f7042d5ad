import type { ConsensusValidator, Height } from '../block.ts';
import type { Deviation } from '../deviation.ts';
import { difference, type Powers } from '../history/consumer-sets.ts';
import { initialSet } from '../history/initial-set.ts';
import type { Value } from '../value.ts';
import type { Watch } from '../witness.ts';

/** How a consumer verifies its initial set (ICS-028 ME [CCV-CCF-INITG.1], ADR-001). */
export const initialSetUnverified: Deviation = {
  name: 'initial-set-unverified',
  describes:
    'A consumer should refuse a genesis whose initial set differs from the validator set of the provider consensus state in it. The releases cannot compare the two, because the consumer has its own keys and its own set.',
  breaks: 'ICS-028 ME [CCV-CCF-INITG.1]',
  source: 'ADR-001',
  appliesTo: 'all releases',
  trace: 'opening',
  watch(): Watch {
    const sets = new Map<bigint, readonly ConsensusValidator[]>();
    return {
      sees(event) {
        if (event.event === 'block') {
          if (event.kind === 'provider') sets.set(event.block.height, event.nextSet);
          return false;
        }
        const height = event.genesis.kind === 'consumer' ? launchHeightOf(event.genesis.ccv) : undefined;
        const own = height === undefined ? undefined : sets.get(height);
        return own !== undefined && difference(initialSet(event), powersOf(own)) !== undefined;
      },
    };
  },
};

/** The provider height of the consensus state in a consumer's genesis. */
function launchHeightOf(ccv: Value): bigint | undefined {
  const { provider } = ccv as unknown as {
    readonly provider?: { readonly client_state: { readonly latest_height: Height } | null };
  };
  return provider?.client_state?.latest_height.revision_height;
}

function powersOf(set: readonly ConsensusValidator[]): Powers {
  return new Map(set.map(({ pubKey, power }) => [pubKey, power]));
}
