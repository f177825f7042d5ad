import { SINGLETON } from '../../../specs/key.ts';
import {
  balances as balancesTable,
  bankParams,
  denomHolders,
  denomMetadata,
  sendEnabled,
  supply,
} from '../../../specs/tables/bank.ts';
import type { Module } from '../../context.ts';
import { addCoins, changeSupply } from './balances.ts';
import { send } from './send.ts';

/** The bank module: balances and their sum. */
export const bankModule: Module = {
  name: 'bank',
  initGenesis(context, genesis) {
    context.draft.set(bankParams, SINGLETON, { send_enabled: [], default_send_enabled: true });
    for (const { address, balances } of genesis.accounts) {
      addCoins(context, address, balances);
      for (const { denom, amount } of balances) changeSupply(context, denom, amount);
    }
    return undefined;
  },
  exports: () => [bankParams, balancesTable, denomHolders, supply, denomMetadata, sendEnabled],
  handlers: { '/cosmos.bank.v1beta1.MsgSend': send },
};
