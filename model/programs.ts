export { consumerProgram } from './consumer/program.ts';
export { providerProgram } from './provider/program.ts';
