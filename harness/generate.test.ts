import { expect, test } from 'vitest';
import { generatedTypes, generateTypes } from './generate.ts';

test('the generated types are those of the schemas as they are now', async () => {
  expect(generatedTypes()).toEqual(await generateTypes());
});

test('generated data is readonly', async () => {
  const release = (await generateTypes()).get('release.ts') ?? '';
  expect(release).toContain('readonly features: readonly string[];');
  expect(release).toContain('readonly programs: Programs;');
});
