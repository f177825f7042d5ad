import type { Deviation } from '../deviation.ts';
import { holdsKeptFees } from '../history/dead-ends.ts';
import { onConsumer } from '../witness.ts';

/** What happens to the fees that a consumer keeps (ME [CCV-CCF-EBLOCK-RD]). */
export const keptFeesHaveNoOwner: Deviation = {
  name: 'kept-fees-have-no-owner',
  describes:
    'The fees that a consumer keeps should be distributed on the consumer. In the releases, the consumer program without democracy collects them in an account that nothing ever spends from.',
  breaks: 'ICS-028 ME [CCV-CCF-EBLOCK-RD]',
  source: 'observed: the balance of cons_redistribute only grows',
  appliesTo: 'consumer programs without the feature democracy',
  trace: 'rewards-sent',
  watch: () => ({ sees: onConsumer(holdsKeptFees) }),
};
