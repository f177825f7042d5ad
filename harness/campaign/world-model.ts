import { consumerProgram, providerProgram } from '../../model/programs.ts';
import type { WorldModel } from '../../traces/world/world.ts';
import type { Programs } from './rig.ts';

/** The model of the programs under test. */
export function worldModelOf({ provider, consumer }: Programs): WorldModel {
  return {
    programs: { provider: providerProgram(), consumer: consumerProgram() },
    features: { provider: provider.features, consumer: consumer.features },
  };
}
