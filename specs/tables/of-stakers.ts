/** The tables of modules that a chain with its own delegators has. To add a module, write a file in this folder and add its line here. */
export * as distribution from './distribution.ts';
export * as gov from './gov.ts';
export * as mint from './mint.ts';
export * as staking from './staking.ts';
