/** The tables of modules that only the provider has. To add a module, write a file in this folder and add its line here. */
export * as provider from './provider.ts';
