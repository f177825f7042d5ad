import type { Tx } from '../../specs/block.ts';
import type { ChainProgram } from '../chain.ts';
import type { Context } from '../context.ts';
import { capabilityModule } from '../ibc/capability.ts';
import { ibcModule } from '../ibc/module.ts';
import { transferApp, transferModule } from '../ibc/transfer/module.ts';
import { accountNumber, nextSequence, sdkAnte } from '../sdk/auth/ante.ts';
import { authModule } from '../sdk/auth/module.ts';
import { bankModule } from '../sdk/bank/module.ts';
import { filterMessages } from './ante.ts';
import { consumerApp } from './app.ts';
import { ccvConsumer } from './module.ts';
import { consumerSlashing } from './slashing.ts';

/** The consumer program: the modules that hold state of their own, in the order in which it runs them. */
export function consumerProgram(): ChainProgram {
  const capability = capabilityModule();
  const ibc = ibcModule();
  const transfer = transferModule();
  return {
    kind: 'consumer',
    bech32Prefix: 'consumer',
    ante,
    apps: { consumer: consumerApp, transfer: transferApp },
    initGenesis: [capability, authModule, bankModule, consumerSlashing, ibc, transfer, ccvConsumer],
    beginBlock: [capability, transfer, ibc, authModule, bankModule, consumerSlashing, ccvConsumer],
    endBlock: [transfer, ibc, authModule, bankModule, consumerSlashing, ccvConsumer],
    nextSequence,
    accountNumber,
  };
}

/** A consumer first looks at the types of the messages, then does what every SDK chain does. */
function ante(context: Context, tx: Tx, sequence: bigint): void {
  filterMessages(context, tx);
  sdkAnte(context, tx, sequence);
}
