import type { Context, Module } from '../context.ts';
import { consumersWithClient } from './consumer.ts';
import { EXPORTED, importProvider } from './exported-genesis.ts';
import { initProvider } from './genesis.ts';
import { updateDueInfractionParameters } from './infractions.ts';
import { pruneAddresses } from './keys/assign.ts';
import { deleteDue } from './lifecycle/delete.ts';
import { launchDue } from './lifecycle/launch.ts';
import { providerMessages } from './messages.ts';
import { endsEpoch } from './params.ts';
import { payRewards } from './rewards/pay.ts';
import { replenishMeter } from './slash/meter.ts';
import { renewEngineSet } from './updates/engine-set.ts';
import { mapUpdateId, queuePackets, sendPackets } from './updates/epoch.ts';

/** The CCV provider module (ICS-028, the provider's parts of all sub-protocols). */
export const ccvProvider: Module = {
  name: 'provider',
  initGenesis: (context, genesis) => (genesis.kind === 'provider' ? initProvider(context, genesis) : undefined),
  exports: () => EXPORTED,
  importGenesis: importProvider,
  beginBlock(context: Context) {
    launchDue(context);
    deleteDue(context);
    updateDueInfractionParameters(context);
    replenishMeter(context);
    payRewards(context);
  },
  endBlock(context: Context) {
    mapUpdateId(context);
    for (const consumerId of consumersWithClient(context)) pruneAddresses(context, consumerId);
    const updates = renewEngineSet(context);
    if (endsEpoch(context)) {
      queuePackets(context);
      sendPackets(context);
    }
    return updates;
  },
  ...providerMessages,
};
