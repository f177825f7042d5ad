import type { Deviation } from '../deviation.ts';
import { changesOf, type BlockEvent } from '../event.ts';
import { consumerChainIds, consumerPhases } from '../tables/provider.ts';
import { onProvider } from '../witness.ts';

/** What identifies a consumer (ICS-028 ME [CCV-PCF-CRCLIENT.1], ADR-019). */
export const sharedChainId: Deviation = {
  name: 'shared-chain-id',
  describes:
    'The creation of a consumer should be ignored if another consumer has the same chain id. The releases identify consumers by a number, and launch several with the same chain id.',
  breaks: 'ICS-028 ME [CCV-PCF-CRCLIENT.1]',
  source: 'ADR-019',
  appliesTo: 'all releases',
  trace: 'chain-id-shared',
  watch: () => ({
    sees: onProvider((event) =>
      changesOf(event, consumerPhases).some(
        ({ key, row }) => row === 'CONSUMER_PHASE_LAUNCHED' && isShared(event, key),
      ),
    ),
  }),
};

function isShared({ view }: BlockEvent, consumer: string): boolean {
  const chainId = view.row(consumerChainIds, consumer);
  for (const [other, phase] of view.rows(consumerPhases)) {
    if (other === consumer || phase !== 'CONSUMER_PHASE_LAUNCHED') continue;
    if (view.row(consumerChainIds, other) === chainId) return true;
  }
  return false;
}
