import { SINGLETON } from '../key.ts';
import type { Deviation } from '../deviation.ts';
import { changesOf } from '../event.ts';
import { initGenesisHeight, pendingPackets, previouslySovereign } from '../tables/consumer.ts';
import { equivocations } from '../tables/evidence.ts';
import { onConsumer } from '../witness.ts';

/** Who punishes infractions in the first block that provider validators sign after a changeover (ADR-010). */
export const firstBlockNotReported: Deviation = {
  name: 'first-block-not-reported',
  describes:
    'A provider validator that misbehaves on a consumer should be reported to the provider. In the first block that provider validators sign after a changeover, the releases leave the punishment to the staking module of the former standalone chain, where the validator has no stake. The reason is an off-by-one in the height of the infraction.',
  breaks: 'ADR-010, SM §Consumer Initiated Slashing, Consumer Slashing Warranty',
  source: 'observed: evidence of that height queues no slash packet; x/ccv/consumer/keeper/validators.go',
  appliesTo: 'consumer programs with the feature changeover',
  needs: 'changeover',
  trace: 'changes-over-punished',
  watch: () => ({
    sees: onConsumer((event) => {
      const { view, block } = event;
      const initialized = view.row(initGenesisHeight, SINGLETON);
      if (initialized === undefined || view.row(previouslySovereign, SINGLETON) === undefined) return false;
      const isFirst = block.misbehavior.some(({ height }) => height === initialized + 2n);
      const isActedOn = changesOf(event, equivocations).length > 0;
      return isFirst && isActedOn && changesOf(event, pendingPackets).every(({ row }) => row === undefined);
    }),
  }),
};
