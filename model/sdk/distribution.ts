import type { Module } from '../context.ts';
import { moduleAccount } from './auth/accounts.ts';
import { moduleAddress } from './auth/module-accounts.ts';
import { balancesOf } from './bank/balances.ts';
import { sendBetweenModules } from './bank/send.ts';

/** The distribution module, as far as balances show it: it takes the fees of the block before. */
export const distributionModule: Module = {
  name: 'distribution',
  initGenesis(context) {
    moduleAccount(context, 'distribution');
    return undefined;
  },
  beginBlock(context) {
    if (context.block.height === 1n) return;
    const fees = balancesOf(context, moduleAddress('fee_collector'));
    sendBetweenModules(context, 'fee_collector', 'distribution', fees);
  },
};
