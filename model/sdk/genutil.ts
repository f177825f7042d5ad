import type { GenesisValidator } from '../../specs/genesis.ts';
import type { Context, Module } from '../context.ts';
import { updateAccount } from './auth/accounts.ts';
import { setPublicKey } from './auth/ante.ts';
import { createValidator } from './staking/create-validator.ts';
import type { StakingHooks } from './staking/hooks.ts';
import { stakingParamsOf } from './staking/params.ts';
import { updateBondedSet } from './staking/update-set.ts';
import { operatorText } from './staking/validators.ts';

/** Runs the genesis transactions: each creates a validator, and the most powerful ones are bonded at once. */
export function genutilModule(hooks: StakingHooks): Module {
  return {
    name: 'genutil',
    initGenesis(context, genesis) {
      if (!('validators' in genesis) || genesis.validators.length === 0) return undefined;
      for (const validator of genesis.validators) deliver(context, hooks, validator);
      updateBondedSet(context, hooks);
      return undefined;
    },
  };
}

function deliver(context: Context, hooks: StakingHooks, validator: GenesisValidator): void {
  const { operator, operatorKey, pubKey, moniker, commission, min_self_delegation, tokens } = validator;
  setPublicKey(context, operator, operatorKey);
  updateAccount(context, operator, { sequence: 1n });
  createValidator(context, hooks, {
    '@type': '/cosmos.staking.v1beta1.MsgCreateValidator',
    description: { moniker, identity: '', website: '', security_contact: '', details: '' },
    commission,
    min_self_delegation,
    validator_address: operatorText(context, operator),
    pubkey: { '@type': '/cosmos.crypto.ed25519.PubKey', key: pubKey },
    value: { denom: stakingParamsOf(context).bond_denom, amount: tokens },
  });
}
