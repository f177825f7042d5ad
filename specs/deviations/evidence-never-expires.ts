import { SINGLETON } from '../key.ts';
import type { VoteClaim } from '../claim.ts';
import type { Deviation } from '../deviation.ts';
import { stakingParams } from '../tables/staking/chain.ts';
import { answered, onProvider } from '../witness.ts';

/** The maximum age of evidence of equivocation on a consumer (SM §System Properties, Slashable Consumer Misbehavior). */
export const evidenceNeverExpires: Deviation = {
  name: 'evidence-never-expires',
  describes:
    'Double voting on a consumer should be punished only within the unbonding period. In the releases it is punished at any age, because the provider cannot trust the time in a vote.',
  breaks: 'ICS-028 SM §System Properties (Slashable Consumer Misbehavior)',
  source: 'ADR-013',
  appliesTo: 'all releases',
  trace: 'double-voting-late',
  watch: () => ({
    sees: onProvider((event) => {
      const { block, view } = event;
      const period = view.row(stakingParams, SINGLETON)?.unbonding_time;
      if (block.txs.length === 0 || period === undefined) return false;
      const type = '/interchain_security.ccv.provider.v1.MsgSubmitConsumerDoubleVoting';
      return answered(event, type, ({ code }, message) => {
        const { duplicate_vote_evidence: votes } = message as unknown as DoubleVoting;
        return code === 0 && block.time - votes.vote_a.time > period;
      });
    }),
  }),
};

interface DoubleVoting {
  readonly duplicate_vote_evidence: { readonly vote_a: VoteClaim };
}
