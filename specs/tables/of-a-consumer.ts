/** The tables of modules that only consumers have, by module. A new module is a file beside this one and its line here. */
export * as consumer from './consumer.ts';
