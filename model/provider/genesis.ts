import { SINGLETON } from '../../specs/key.ts';
import type { ValidatorUpdate } from '../../specs/block.ts';
import type { ProviderGenesis } from '../../specs/genesis.ts';
import { providerParams, providerPort, valsetUpdateId } from '../../specs/tables/provider.ts';
import type { Context } from '../context.ts';
import { PROVIDER_PORT } from '../ccv/channel.ts';
import { paramsFromGenesis } from './params.ts';
import { initMeter } from './slash/meter.ts';
import { renewEngineSet } from './updates/engine-set.ts';

/** The id of the first validator set update; 0 stands for the set that a consumer starts with. */
const FIRST_UPDATE_ID = 1n;

/**
 * Starts the module (ICS-028, ME [CCV-PCF-INITG]) and returns the validators of the provider's consensus, which the
 * module gives in place of the staking module. That must have bonded its validators before.
 */
export function initProvider(context: Context, genesis: ProviderGenesis): ValidatorUpdate[] {
  const { draft } = context;
  draft.set(providerPort, SINGLETON, PROVIDER_PORT);
  draft.set(valsetUpdateId, SINGLETON, FIRST_UPDATE_ID);
  draft.set(providerParams, SINGLETON, paramsFromGenesis(genesis.provider));
  initMeter(context);
  return renewEngineSet(context);
}
