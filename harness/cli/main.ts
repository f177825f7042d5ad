#!/usr/bin/env node
import { tellError } from './exit-code.ts';
import { lockstepProgram } from './program.ts';

try {
  await lockstepProgram().parseAsync();
} catch (error) {
  process.exitCode = tellError(error, 'lockstep');
}
