/** The tables of modules that every kind of chain has. To add a module, write a file in this folder and add its line here. */
export * as auth from './auth.ts';
export * as bank from './bank.ts';
export * as capability from './capability.ts';
export * as channel from './ibc/channel.ts';
export * as client from './ibc/client.ts';
export * as connection from './ibc/connection.ts';
export * as consensus from './consensus.ts';
export * as evidence from './evidence.ts';
export * as packet from './ibc/packet.ts';
export * as slashing from './slashing.ts';
export * as transfer from './transfer.ts';
export * as upgrade from './upgrade.ts';
