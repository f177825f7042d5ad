import { consumerProgram, democracyProgram, providerProgram, sovereignProgram } from '../../model/programs.ts';
import type { WorldModel } from '../../traces/world/model.ts';
import type { Program } from '../releases/program.ts';

/** What the model has to know of the programs under test. */
type FeaturesOfPrograms = Readonly<Record<'provider' | 'consumer', Pick<Program, 'features'>>> & {
  readonly sovereign?: Pick<Program, 'features'>;
};

/** The model of the programs under test. */
export function worldModelOf({ provider, consumer, sovereign }: FeaturesOfPrograms): WorldModel {
  return {
    programs: {
      provider: providerProgram(),
      consumer: consumer.features.has('democracy') ? democracyProgram() : consumerProgram(),
      ...(sovereign && { sovereign: sovereignProgram() }),
    },
    features: {
      provider: provider.features,
      consumer: consumer.features,
      ...(sovereign && { sovereign: sovereign.features }),
    },
  };
}

/** What the programs of a model can do, taken together: a trace may need any of it. */
export function featuresUnderTest({ features }: WorldModel): ReadonlySet<string> {
  return new Set<string>([...features.provider, ...features.consumer]);
}
