import { BECH32_PREFIX } from '../../specs/bech32-prefix.ts';
import type { Tx } from '../../specs/block.ts';
import type { ChainProgram } from '../chain-program.ts';
import type { Context } from '../context.ts';
import { capabilityModule } from '../ibc/capability.ts';
import { ibcModule } from '../ibc/module.ts';
import { transferApp, transferModule } from '../ibc/transfer/module.ts';
import { accountNumber, nextSequence, sdkAnte } from '../sdk/auth/ante.ts';
import { consumerModules } from '../sdk/modules.ts';
import { upgradeModule } from '../sdk/upgrade.ts';
import { filterMessages } from './ante.ts';
import { consumerApp } from './app.ts';
import { ccvConsumer } from './module.ts';
import { consumerStaking } from './staking.ts';

/** The consumer program: its modules with state, in the order in which the program runs them. */
export function consumerProgram(): ChainProgram {
  const capability = capabilityModule();
  const ibc = ibcModule();
  const transfer = transferModule();
  const { auth, bank, slashing, evidence, consensus } = consumerModules(consumerStaking);
  return {
    kind: 'consumer',
    bech32Prefix: BECH32_PREFIX.consumer,
    ante,
    apps: { consumer: consumerApp, transfer: transferApp },
    initGenesis: [capability, auth, bank, slashing, ibc, evidence, transfer, ccvConsumer, consensus],
    beginBlock: [upgradeModule(), capability, transfer, ibc, auth, bank, slashing, evidence, ccvConsumer],
    endBlock: [transfer, ibc, auth, bank, slashing, ccvConsumer],
    nextSequence,
    accountNumber,
  };
}

/** A consumer checks the types of the messages before it runs the SDK's ante handlers. */
function ante(context: Context, tx: Tx, sequence: bigint): void {
  filterMessages(context, tx);
  sdkAnte(context, tx, sequence);
}
