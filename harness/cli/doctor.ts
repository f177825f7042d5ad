import { Command } from 'commander';
import { checkUpText, isHealthy } from '../doctor/check-up.ts';
import { examine } from '../doctor/examine.ts';
import { EXIT_CODES } from './exit-code.ts';

/** `lockstep doctor`. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('Checks that this machine has what a campaign needs.')
    .option('--json', 'print one JSON object')
    .addHelpText('after', '\nExample:\n  $ lockstep doctor')
    .action(async ({ json }: { json?: true }) => {
      const checks = await examine();
      const healthy = isHealthy(checks);
      console.log(json ? JSON.stringify({ healthy, checks }) : checkUpText(checks));
      if (!healthy) process.exitCode = EXIT_CODES.setup;
    });
}
