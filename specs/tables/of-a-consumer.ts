/** The tables of modules that only consumers have. To add a module, write a file in this folder and add its line here. */
export * as consumer from './consumer.ts';
