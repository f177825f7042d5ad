#!/usr/bin/env node
import { Command } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { agreeCommand } from './agree.ts';
import { buildCommand } from './build.ts';
import { checkCommand } from './check.ts';
import { coverageCommand } from './coverage.ts';
import { deviationsCommand } from './deviations.ts';
import { doctorCommand } from './doctor.ts';
import { tellError } from './exit-code.ts';
import { exclusionsCommand } from './exclusions.ts';
import { explainCommand } from './explain.ts';
import { messagesCommand } from './messages.ts';
import { propertiesCommand } from './properties.ts';
import { releasesCommand } from './releases.ts';
import { replayCommand } from './replay.ts';
import { runCommand } from './run.ts';
import { shrinkCommand } from './shrink.ts';
import { witnessesCommand } from './witnesses.ts';

/** What follows a word on wrong use. */
const HINT = '  With --help it says what there is, with examples.';

const program = new Command('lockstep')
  .description('Checks Cosmos Interchain Security against an executable model of ICS-028, block by block.')
  .version(packageJson.version)
  .addHelpText(
    'after',
    `
Exit codes: 0 conforms, 1 diverges, 2 inconclusive, 3 wrong use or broken set-up.

Examples:
  $ lockstep run --time 60                 a campaign of a minute on the default release
  $ lockstep replay trace.json             one trace again, with a word on every difference
  $ lockstep check blocks.jsonl.gz         a block log that somebody recorded, without any node
  $ lockstep explain channel-uniqueness    what a property, a witness or a deviation is`,
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

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = tellError(error, 'lockstep');
}
