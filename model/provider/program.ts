import { BECH32_PREFIX } from '../../specs/bech32-prefix.ts';
import type { ChainProgram } from '../chain-program.ts';
import { capabilityModule } from '../ibc/capability.ts';
import { ibcModule } from '../ibc/module.ts';
import { transferModule } from '../ibc/transfer/module.ts';
import { accountNumber, nextSequence, sdkAnte } from '../sdk/auth/ante.ts';
import { routerOf } from '../router.ts';
import { providerModules } from '../sdk/modules.ts';
import { upgradeModule } from '../sdk/upgrade.ts';
import { stakingHooks } from './hooks.ts';
import { providerApp } from './ibc/app.ts';
import { ccvProvider } from './module.ts';
import { activeTokens } from './shape/active.ts';
import { rewardsApp } from './rewards/receive.ts';
import { electorate } from './electorate.ts';

/** The provider program: its modules with state, in the order in which the program runs them. */
export function providerProgram(): ChainProgram {
  const { auth, bank, distribution, staking, slashing, gov, mint, genutil, evidence, consensus } = providerModules(
    stakingHooks,
    activeTokens,
    { electorate, router: () => routerOf(program) },
  );
  const capability = capabilityModule();
  const ibc = ibcModule();
  const transfer = transferModule();
  const program: ChainProgram = {
    kind: 'provider',
    bech32Prefix: BECH32_PREFIX.provider,
    ante: sdkAnte,
    apps: { provider: providerApp, transfer: rewardsApp },
    initGenesis: [
      capability,
      auth,
      bank,
      distribution,
      staking,
      slashing,
      gov,
      mint,
      ibc,
      evidence,
      transfer,
      genutil,
      ccvProvider,
      consensus,
    ],
    beginBlock: [
      upgradeModule(),
      capability,
      staking,
      transfer,
      ibc,
      auth,
      bank,
      distribution,
      slashing,
      mint,
      genutil,
      evidence,
      ccvProvider,
    ],
    endBlock: [gov, staking, transfer, ibc, auth, bank, distribution, slashing, mint, genutil, ccvProvider],
    nextSequence,
    accountNumber,
  };
  return program;
}
