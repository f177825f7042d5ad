import { describe, expect, test } from 'vitest';
import { handsErrorOn } from './hands-error-on.ts';

const LINES = `	if err != nil {
		// Only a broken store comes here.
		return fmt.Errorf("getting it: %w", err)
	}
	if err := k.Set(ctx); err != nil {
		k.Logger(ctx).Error("cannot set it",
			"error", err)
		return nil
	}
	if err != nil {
		k.Logger(ctx).Error("goes on all the same")
	}
	if phase != types.LAUNCHED {
		return types.ErrInvalidPhase
	}
	if err != nil {
		panic(err)
	}`.split('\n');

function isHandedOn(range: string, statements: number): boolean {
  return handsErrorOn(LINES, { file: 'relay.go', startLine: 1, range, statements, count: 0n });
}

describe('a block hands an error on', () => {
  test('which returns it, with a word in the log or without, and which panics', () => {
    expect(isHandedOn('1.16,4.3', 1)).toBe(true);
    expect(isHandedOn('5.35,9.3', 2)).toBe(true);
    expect(isHandedOn('16.16,18.3', 1)).toBe(true);
  });

  test('but not one that goes on, and none that refuses of its own', () => {
    expect(isHandedOn('10.16,12.3', 1)).toBe(false);
    expect(isHandedOn('13.29,15.3', 1)).toBe(false);
  });

  test('of whose file nothing is known is none', () => {
    expect(handsErrorOn([], { file: 'x.go', startLine: 1, range: '1.16,4.3', statements: 1, count: 0n })).toBe(false);
  });
});
