import { SINGLETON } from '../../specs/key.ts';
import type { ValidatorUpdate } from '../../specs/block.ts';
import type { ChainGenesis } from '../../specs/genesis.ts';
import { pendingChanges, preCcv } from '../../specs/tables/consumer.ts';
import { updatesOf } from '../../specs/tables/validator-update.ts';
import type { Context, Module } from '../context.ts';
import { startSigning } from '../sdk/slashing/signing-info.ts';
import { endChangeover } from './changeover.ts';
import { EXPORTED, importConsumer } from './exported-genesis.ts';
import { initConsumer } from './genesis.ts';
import { mapHeight, valsetUpdateIdAt } from './height-map.ts';
import { trackHistoricalInfo } from './historical-info.ts';
import { updateConsumerParams } from './params.ts';
import { distribute } from './rewards.ts';
import { sendPending } from './slash-queue.ts';
import { applyValidatorUpdates } from './validators.ts';

/** The CCV consumer module (ICS-028, sub-protocols of the consumer). */
export const ccvConsumer: Module = {
  name: 'ccvconsumer',
  initGenesis(context: Context, genesis: ChainGenesis) {
    return genesis.kind === 'consumer' ? initConsumer(context, genesis) : undefined;
  },
  exports: () => EXPORTED,
  importGenesis: importConsumer,
  beginBlock(context: Context) {
    // A closed channel does not stop the consumer. This deviates from ME [CCV-CCF-BBLOCK-CCR].
    const { height } = context.block;
    mapHeight(context, height + 1n, valsetUpdateIdAt(context, height));
    trackHistoricalInfo(context);
  },
  endBlock(context: Context): readonly ValidatorUpdate[] {
    if (context.draft.has(preCcv, SINGLETON)) return endChangeover(context);
    distribute(context);
    sendPending(context);
    const { draft } = context;
    const changes = draft.get(pendingChanges, SINGLETON);
    if (changes === undefined) return [];
    draft.delete(pendingChanges, SINGLETON);
    return applyValidatorUpdates(context, updatesOf(changes.validator_updates), startSigning);
  },
  handlers: { '/interchain_security.ccv.consumer.v1.MsgUpdateParams': updateConsumerParams },
};
