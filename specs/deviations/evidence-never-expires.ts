import { SINGLETON } from '../key.ts';
import type { VoteClaim } from '../claim.ts';
import type { Deviation } from '../deviation.ts';
import { stakingParams } from '../tables/staking/chain.ts';
import { answered, onProvider } from '../witness.ts';

/** How old evidence of equivocation on a consumer may be (SM §System Properties, Slashable Consumer Misbehavior). */
export const evidenceNeverExpires: Deviation = {
  name: 'evidence-never-expires',
  describes:
    'A double vote on a consumer should be punished only while the stake behind it can not have left; the provider of the releases can not trust the time of a vote, and punishes it however old it is.',
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
