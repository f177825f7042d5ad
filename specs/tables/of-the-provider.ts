/** The tables of modules that only the provider has, by module. A new module is a file beside this one and its line here. */
export * as provider from './provider.ts';
