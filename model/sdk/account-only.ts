import type { Module } from '../context.ts';
import { moduleAccount } from './auth/accounts.ts';
import type { ModuleAccountName } from './auth/module-accounts.ts';

/** A module of which the model only knows that it makes its account at the start, and so takes a number. */
export function accountOnly(name: ModuleAccountName): Module {
  return {
    name,
    initGenesis(context) {
      moduleAccount(context, name);
      return undefined;
    },
  };
}
