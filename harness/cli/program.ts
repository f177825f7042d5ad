import { Command } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { agreeCommand } from './agree.ts';
import { buildCommand } from './build.ts';
import { checkCommand } from './check.ts';
import { coverageCommand } from './coverage.ts';
import { deviationsCommand } from './deviations.ts';
import { doctorCommand } from './doctor.ts';
import { exclusionsCommand } from './exclusions.ts';
import { explainCommand } from './explain.ts';
import { messagesCommand } from './messages.ts';
import { propertiesCommand } from './properties.ts';
import { releasesCommand } from './releases.ts';
import { replayCommand } from './replay.ts';
import { runCommand } from './run.ts';
import { shrinkCommand } from './shrink.ts';
import { witnessesCommand } from './witnesses.ts';

/** Follows a message about wrong use. */
const HINT = '  Use --help for the options and examples.';

/** The `lockstep` command with all of its subcommands. */
export function lockstepProgram(): Command {
  const program = new Command('lockstep')
    .description('Tests Cosmos Interchain Security against an executable model of ICS-028, block by block.')
    .version(packageJson.version)
    .addHelpText(
      'after',
      `
Exit codes: 0 conforms, 1 diverges, 2 inconclusive, 3 wrong use or broken set-up.

Examples:
  $ lockstep run --time 60                 run a campaign of one minute on the default release
  $ lockstep replay trace.json             run one trace again and explain every difference
  $ lockstep check blocks.jsonl.gz         check a recorded block log without a node
  $ lockstep explain channel-uniqueness    describe a property, a witness or a deviation`,
    )
    .exitOverride()
    .showHelpAfterError(HINT);
  for (const command of [
    runCommand(),
    replayCommand(),
    shrinkCommand(),
    checkCommand(),
    agreeCommand(),
    buildCommand(),
    releasesCommand(),
    propertiesCommand(),
    deviationsCommand(),
    exclusionsCommand(),
    witnessesCommand(),
    messagesCommand(),
    explainCommand(),
    coverageCommand(),
    doctorCommand(),
  ]) {
    program.addCommand(command.exitOverride().showHelpAfterError(HINT));
  }
  return program;
}
