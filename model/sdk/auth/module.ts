import { SINGLETON } from '../../../specs/key.ts';
import { accounts, accountsByNumber, authParams, nextAccountNumber } from '../../../specs/tables/auth.ts';
import type { Module } from '../../context.ts';
import { createAccount, moduleAccount } from './accounts.ts';

/** The auth module: accounts in the order of the genesis, then that of the fee collector. */
export const authModule: Module = {
  name: 'auth',
  initGenesis(context, genesis) {
    context.draft.set(authParams, SINGLETON, {
      max_memo_characters: 256n,
      tx_sig_limit: 7n,
      tx_size_cost_per_byte: 10n,
      sig_verify_cost_ed25519: 590n,
      sig_verify_cost_secp256k1: 1000n,
    });
    for (const { address } of genesis.accounts) createAccount(context, address);
    moduleAccount(context, 'fee_collector');
    return undefined;
  },
  exports: () => [authParams, accounts, nextAccountNumber, accountsByNumber],
};
