import { expect, test } from 'vitest';
import { isStatic } from './elf.ts';

test('a Node that was installed as a program needs shared libraries', async () => {
  expect(await isStatic(process.execPath)).toBe(false);
});
