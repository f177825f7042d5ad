import { Option, type Command } from 'commander';
import { lockstepRigs } from '../campaign/lockstep-rigs.ts';
import type { RigMaker } from '../campaign/rig.ts';
import type { Programs } from '../releases/programs.ts';
import { MOST_NODES, USUAL_NODES } from '../engines/cometbft/fit.ts';
import { wholeNumber } from './number-option.ts';
import { openRuntime, type RuntimeOptions } from './runtime-options.ts';

/** Adds `--engine` and `--nodes`. */
export function addEngineOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--engine <name>', 'who makes the blocks: the harness, or real CometBFT nodes')
        .choices(['lockstep', 'cometbft'])
        .default('lockstep'),
    )
    .option(
      '--nodes <number>',
      `the maximum number of validators (one node each) that a chain starts with (default: ${USUAL_NODES}); needs --engine cometbft`,
      wholeNumber(1, MOST_NODES),
    );
}

/** What rigs are opened with. */
export interface RigsOptions {
  readonly programs: Programs;
  readonly signal: AbortSignal;
  /** How many rigs are kept ready for the traces to come, where they can be. */
  readonly ahead?: number;
}

/** Rigs of the engine that the options name. Throws a `SetupError` when it can't be had. */
export async function openRigs(options: RuntimeOptions, { programs, signal, ahead }: RigsOptions): Promise<RigMaker> {
  if (options.engine !== 'cometbft') {
    return lockstepRigs(programs, {
      ...(ahead !== undefined && { ahead }),
      runtime: await openRuntime(options, programs),
    });
  }
  // Only now: the client of the nodes brings packages along.
  const { nodeRigs } = await import('../campaign/node-rigs.ts');
  return nodeRigs(programs, signal, options.nodes);
}
