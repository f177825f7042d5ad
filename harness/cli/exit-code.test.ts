import { expect, test } from 'vitest';
import { EXIT_CODES } from './exit-code.ts';

test('the exit codes are those of the manual', () => {
  expect(EXIT_CODES).toEqual({ conforms: 0, diverges: 1, inconclusive: 2, setup: 3 });
});
