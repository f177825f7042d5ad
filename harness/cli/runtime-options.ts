import { Option, type Command } from 'commander';
import { programsIn, type Programs } from '../releases/programs.ts';
import { processRuntime } from '../runtimes/process.ts';
import type { Runtime } from '../runtimes/runtime.ts';
import { SetupError } from '../setup-error.ts';

const RUNTIMES = ['process', 'container'] as const;

/** The options that say where programs run. */
export interface RuntimeOptions {
  readonly runtime: (typeof RUNTIMES)[number];
  /** Who makes the blocks, where a command lets choose. */
  readonly engine?: 'lockstep' | 'cometbft';
  /** With how many nodes a chain may begin. */
  readonly nodes?: number;
  readonly providerImage?: string;
  readonly consumerImage?: string;
}

/** Adds `--runtime`, `--provider-image` and `--consumer-image`. */
export function addRuntimeOptions(command: Command): Command {
  return command
    .addOption(new Option('--runtime <where>', 'where the programs run').choices(RUNTIMES).default('process'))
    .option('--provider-image <image>', 'a local image with a provider; needs --runtime container')
    .option('--consumer-image <image>', 'a local image with a consumer; needs --runtime container');
}

/** Refuses options that do not go together. Throws a `SetupError`. */
export function checkRuntimeOptions({ runtime, engine, nodes, providerImage, consumerImage }: RuntimeOptions): void {
  if (engine === 'cometbft' && runtime === 'container') {
    const hint = 'Remove --runtime container, or remove --engine cometbft.';
    throw new SetupError(
      '--engine cometbft does not work with --runtime container: nodes reach each other over the loopback',
      hint,
    );
  }
  if (engine !== 'cometbft' && nodes !== undefined) {
    throw new SetupError('--nodes needs real nodes', 'Add --engine cometbft.');
  }
  if (runtime !== 'container' && (providerImage ?? consumerImage) !== undefined) {
    throw new SetupError('--provider-image and --consumer-image need containers', 'Add --runtime container.');
  }
}

/** Makes the runtime that the options name ready for these programs. Throws a `SetupError` when it can't be had. */
export async function openRuntime({ runtime }: RuntimeOptions, programs: Programs): Promise<Runtime> {
  if (runtime === 'process') return processRuntime;
  // Only now: containers bring many packages along.
  const { openContainerRuntime } = await import('../runtimes/container/container.ts');
  return openContainerRuntime(programsIn(programs));
}

/** The runtime options as they stand in a command line that repeats a run. */
export function runtimeArguments({ runtime, engine, nodes, providerImage, consumerImage }: RuntimeOptions): string[] {
  return [
    ...(engine === 'cometbft' ? ['--engine', engine] : []),
    ...(nodes === undefined ? [] : ['--nodes', `${nodes}`]),
    ...(runtime === 'process' ? [] : ['--runtime', runtime]),
    ...(providerImage === undefined ? [] : ['--provider-image', providerImage]),
    ...(consumerImage === undefined ? [] : ['--consumer-image', consumerImage]),
  ];
}
