import { tokensOutrankPower } from '../deviations/tokens-outrank-power.ts';
import type { BlockEvent } from '../event.ts';
import {
  activeByTokens,
  activeValidators,
  bondedValidators,
  type BondedValidator,
} from '../history/active-validators.ts';
import { endsEpoch } from '../history/epoch.ts';
import { descending } from '../order.ts';
import { violation, type ExecutableProperty, type PropertyMonitor, type Violation } from '../property.ts';
import { consumerPhases, minimumPowerInTopN, optedIn, powerShaping } from '../tables/provider.ts';
import type { Hex } from '../value.ts';

/** Validators in the top N of a consumer have to validate it (ADR-015). */
export const topNOptedIn: ExecutableProperty = {
  name: 'top-n-opted-in',
  statement:
    'At the end of an epoch, the active validators with the top N percent of the power, and those with the same power as ' +
    'the last of them, have opted in to a launched Top N consumer. The provider stores the minimum of their powers.',
  kind: 'safety',
  group: 'validator-set',
  source: 'ADR-015 §Top N',
  touches: { provider: [optedIn.name, minimumPowerInTopN.name, powerShaping.name] },
  needs: ['ccv-partial-set-security', 'ccv-inactive-validators'],
  status: 'executable',
  monitor,
};

function monitor(): PropertyMonitor {
  return {
    observe(event) {
      if (event.kind !== 'provider' || event.event === 'start' || !endsEpoch(event)) return undefined;
      for (const [consumer, phase] of event.view.rows(consumerPhases)) {
        if (phase !== 'CONSUMER_PHASE_LAUNCHED') continue;
        const topN = event.view.row(powerShaping, consumer)?.top_N ?? 0;
        const wrong = topN === 0 ? undefined : wrongTop(event, consumer, BigInt(topN));
        if (wrong !== undefined) return wrong;
      }
      return undefined;
    },
  };
}

function wrongTop(event: BlockEvent, consumer: string, topN: bigint): Violation | undefined {
  const { view } = event;
  const bonded = bondedValidators(view);
  const active = activeValidators(view);
  const least = leastPower(bonded, active, topN);
  const stored = view.row(minimumPowerInTopN, consumer);
  if (least !== stored) {
    return violation(
      event,
      `the minimum power in the top ${topN} percent is ${least}; however consumer ${consumer} stores ${stored}`,
    );
  }
  const missing = bonded.filter(
    ({ address, power }) =>
      active.has(address) && power >= (least ?? 0n) && view.row(optedIn, optedIn.key(consumer, address)) === undefined,
  );
  const [first] = missing;
  if (first === undefined) return undefined;
  const byTokens = activeByTokens(view, bonded);
  const deviates = byTokens === undefined || missing.every(({ address }) => !byTokens.has(address));
  return violation(
    event,
    `${first.address} with power ${first.power} is in the top N of consumer ${consumer}; however it has not opted in`,
    deviates ? tokensOutrankPower.name : undefined,
  );
}

/** The power of the last validator needed to reach this percentage of the power of all active validators. */
function leastPower(bonded: readonly BondedValidator[], active: ReadonlySet<Hex>, topN: bigint): bigint | undefined {
  const powers = bonded.flatMap(({ address, power }) => (active.has(address) ? [power] : [])).toSorted(descending);
  const total = powers.reduce((sum, power) => sum + power, 0n);
  let sum = 0n;
  return powers.find((power) => (sum += power) * 100n >= topN * total);
}
