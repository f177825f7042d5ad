import type { Deviation } from '../deviation.ts';
import { holdsKeptFees } from '../history/dead-ends.ts';
import { onConsumer } from '../witness.ts';

/** What a consumer keeps of its fees (ME [CCV-CCF-EBLOCK-RD]). */
export const keptFeesHaveNoOwner: Deviation = {
  name: 'kept-fees-have-no-owner',
  describes:
    'The part of its fees that a consumer keeps should be shared among its own; the releases put it, in the consumer program without democracy, into an account that no module and no user takes it from.',
  breaks: 'ICS-028 ME [CCV-CCF-EBLOCK-RD]',
  source: 'observed: the balance of cons_redistribute only grows',
  appliesTo: 'consumer programs without the feature democracy',
  trace: 'rewards-sent',
  watch: () => ({ sees: onConsumer(holdsKeptFees) }),
};
