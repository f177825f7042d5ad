import type { BlockOrder } from '../../../traces/world/order.ts';
import type { Prepared } from '../../../traces/world/predict.ts';
import type { World } from '../../../traces/world/world.ts';
import type { BlockAnswer, BlockFact } from '../../facts/block-fact.ts';
import { ProgramDied } from '../../facts/program-error.ts';
import type { LockstepChain } from './chain.ts';

/** Makes the one block of an order, in the model and on the real chain. */
export async function* direct(
  world: World,
  chain: LockstepChain,
  order: BlockOrder,
): AsyncGenerator<BlockFact, void, void> {
  const prepared = world.prepareBlock(order);
  yield { chain: order.chain, decided: { by: 'harness', prepared }, answer: await answerOf(chain, prepared) };
}

/** What the program answered to a block, or how it stopped itself. */
async function answerOf(chain: LockstepChain, { block, step, absent }: Prepared): Promise<BlockAnswer> {
  try {
    const willHalt = step.observation.halt !== undefined;
    return { kind: 'answered', missing: [], ...(await chain.produce(block, step.signings, absent, willHalt)) };
  } catch (error) {
    if (!(error instanceof ProgramDied) || error.panic === undefined) throw error;
    return { kind: 'halted', by: 'program', reason: error.panic, died: error };
  }
}
