import { describe, expect, test } from 'vitest';
import { HALT_CAUSES, type HaltCause } from '../../specs/halt-cause.ts';
import { isPredictedHalt } from './halt-cause.ts';

/** What programs have said in stored traces, by the cause. */
const SAID: Partial<Record<HaltCause, string>> = {
  'provider/top-n-empty':
    'queueing consumer validator updates: computing consumer next validator set, consumerId(0): computing min power to opt in, consumerId(0): should never reach this point with topN (99), totalPower (0.000000000000000000), and powerSum (0.000000000000000000)',
  'provider/power-shaping-missing':
    'queueing consumer validator updates: computing consumer next validator set, consumerId(1): getting power shaping parameters: GetConsumerPowerShapingParameters, consumerId(1): store key not found: provider chain has invalid state for consumer chain [cosmos/interchain-security/v7@v7.0.1/x/ccv/provider/keeper/validator_set_update.go:279]',
  'provider/validators-not-in-consensus': 'len(RequestInitChain.Validators) != len(GenesisValidators) (3 != 2)',
  'upgrade/needed': 'UPGRADE "sovereign-changeover" NEEDED at height: 6: ',
};
const CAUSES: readonly HaltCause[] = [
  'provider/top-n-empty',
  'provider/power-shaping-missing',
  'provider/validators-not-in-consensus',
  'upgrade/needed',
];

describe.each(CAUSES)('a program that stops because of %s', (haltCause) => {
  test('is recognized by what it says', () => {
    expect(isPredictedHalt({ haltCause }, SAID[haltCause] ?? '')).toBe(true);
  });

  test('is not taken for one with another cause', () => {
    const others = CAUSES.filter((other) => other !== haltCause).map((other) => SAID[other] ?? '');
    for (const panic of [...others, 'runtime error: invalid memory address or nil pointer dereference', '']) {
      expect(isPredictedHalt({ haltCause }, panic)).toBe(false);
    }
  });
});

test('no panic is predicted where the model accepts the block', () => {
  expect(isPredictedHalt({}, SAID['upgrade/needed'] ?? '')).toBe(false);
});

test.each(HALT_CAUSES)('a panic of the runtime, of gas or of another kind is not %s', (haltCause) => {
  const panics = [
    'runtime error: invalid memory address or nil pointer dereference',
    'runtime error: index out of range [3] with length 3',
    'out of gas in location: ReadFlat; gasWanted: 1, gasUsed: 2',
    'division by zero',
    'negative coin amount: -1',
  ];
  expect(panics.filter((panic) => isPredictedHalt({ haltCause }, panic))).toEqual([]);
});
