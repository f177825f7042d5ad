export { consumerProgram } from './consumer/program.ts';
export { democracyProgram } from './democracy/program.ts';
export { providerProgram } from './provider/program.ts';
export { sovereignProgram } from './sovereign/program.ts';
