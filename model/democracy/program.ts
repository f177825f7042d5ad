import type { ChainProgram } from '../chain-program.ts';
import type { Module } from '../context.ts';
import { consumerProgram } from '../consumer/program.ts';
import { ccvConsumer } from '../consumer/module.ts';
import { capabilityModule } from '../ibc/capability.ts';
import { ibcModule } from '../ibc/module.ts';
import { transferModule } from '../ibc/transfer/module.ts';
import { routerOf } from '../router.ts';
import { distributionHooks } from '../sdk/distribution/hooks.ts';
import { distributionModule } from '../sdk/distribution/module.ts';
import { govModule } from '../sdk/gov/module.ts';
import { mintModule } from '../sdk/mint.ts';
import { consumerModules } from '../sdk/modules.ts';
import { haltIfRefused } from '../halt.ts';
import { stakingModule } from '../sdk/staking/module.ts';
import { upgradeModule } from '../sdk/upgrade.ts';
import { CHANGEOVER } from '../../specs/changeover.ts';
import { changeOver, changeoverStaking } from './changeover.ts';
import { bondedTokens, payRepresentatives, representatives } from './representatives.ts';

/** Distribution on a democracy consumer: the fees that the consumer keeps go to its representatives. */
const distribution: Module = {
  ...distributionModule,
  beginBlock(context) {
    if (context.block.height > 1n) haltIfRefused('democracy/rewards-refused', () => payRepresentatives(context));
  },
};

/**
 * The democracy consumer program: its own stakers elect representatives and govern it, while the validators of the
 * provider sign its blocks. The lists have the order in which the program runs the modules.
 */
export function democracyProgram(): ChainProgram {
  const capability = capabilityModule();
  const ibc = ibcModule();
  const transfer = transferModule();
  const upgrade = upgradeModule({ [CHANGEOVER]: changeOver });
  const { auth, bank, slashing, evidence, consensus } = consumerModules(changeoverStaking(distributionHooks));
  const staking = stakingModule(distributionHooks);
  const mint = mintModule(bondedTokens);
  const gov = govModule({ electorate: representatives, router: () => routerOf(program) });
  const program: ChainProgram = {
    ...consumerProgram(),
    initGenesis: [
      capability,
      auth,
      bank,
      distribution,
      staking,
      slashing,
      gov,
      mint,
      consensus,
      ibc,
      evidence,
      transfer,
      ccvConsumer,
    ],
    beginBlock: [
      upgrade,
      capability,
      mint,
      distribution,
      slashing,
      evidence,
      staking,
      auth,
      bank,
      transfer,
      ibc,
      ccvConsumer,
    ],
    endBlock: [gov, staking, auth, bank, slashing, transfer, ibc, ccvConsumer],
  };
  return program;
}
