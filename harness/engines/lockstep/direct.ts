import type { BlockOrder } from '../../../traces/world/order.ts';
import type { World } from '../../../traces/world/world.ts';
import type { Prepared } from '../../../traces/world/predict.ts';
import { ProgramDied } from '../../runtimes/program-error.ts';
import type { Made } from '../engine.ts';
import type { LockstepChain } from './chain.ts';

/** Makes the one block of an order, in the model and on the real chain. */
export async function* direct(world: World, chain: LockstepChain, order: BlockOrder): AsyncGenerator<Made, void, void> {
  const prepared = world.prepareBlock(order);
  yield { prepared, differences: [], ...(await produce(chain, prepared)) };
}

/** What the program made of a block, or how it stopped itself as the model predicts. */
async function produce(
  chain: LockstepChain,
  { block, step, absent }: Prepared,
): Promise<Pick<Made, 'produced' | 'died'>> {
  try {
    const willHalt = step.observation.halt !== undefined;
    return { produced: await chain.produce(block, step.signings, absent, willHalt) };
  } catch (error) {
    const predicted = error instanceof ProgramDied && error.panic !== undefined && step.observation.halt !== undefined;
    if (predicted) return { produced: undefined, died: error };
    throw error;
  }
}
