import { expect, test } from 'vitest';
import { Halt } from '../../halt.ts';
import { moduleAddress } from '../auth/module-accounts.ts';
import { addCoins } from '../bank/balances.ts';
import { SdkChain } from '../testing.ts';

test('distribution starts from an export with what it owes, and with nothing more', () => {
  const { context, modules } = new SdkChain();
  expect(modules.distribution.importGenesis?.(context)).toBeUndefined();
  addCoins(context, moduleAddress('distribution'), [{ denom: 'stake', amount: 1n }]);
  expect(() => modules.distribution.importGenesis?.(context)).toThrow(Halt);
});
