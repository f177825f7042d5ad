/** The tables of modules that the provider and a consumer with democracy have, by module. A new module is a file beside this one and its line here. */
export * as distribution from './distribution.ts';
export * as gov from './gov.ts';
export * as mint from './mint.ts';
export * as staking from './staking.ts';
