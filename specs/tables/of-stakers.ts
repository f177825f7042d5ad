/** The tables of modules that a chain with stakers of its own has, by module. A new module is a file beside this one and its line here. */
export * as distribution from './distribution.ts';
export * as gov from './gov.ts';
export * as mint from './mint.ts';
export * as staking from './staking.ts';
