import { BECH32_PREFIX } from '../../specs/bech32-prefix.ts';
import type { ChainProgram } from '../chain-program.ts';
import type { Module } from '../context.ts';
import { bondedTokens, representatives } from '../democracy/representatives.ts';
import { capabilityModule } from '../ibc/capability.ts';
import { ibcModule } from '../ibc/module.ts';
import { transferApp, transferModule } from '../ibc/transfer/module.ts';
import { routerOf } from '../router.ts';
import { accountNumber, nextSequence, sdkAnte } from '../sdk/auth/ante.ts';
import { distributionHooks } from '../sdk/distribution/hooks.ts';
import { providerModules } from '../sdk/modules.ts';
import { slashingHooks } from '../sdk/slashing/hooks.ts';
import { composeHooks } from '../sdk/staking/hooks.ts';
import { newestUpdates } from '../sdk/staking/update-set.ts';
import { upgradeModule } from '../sdk/upgrade.ts';

const HOOKS = composeHooks([distributionHooks, slashingHooks]);

/**
 * The program of a standalone chain, before its changeover (ADR-010): it has no CCV module, and the validators of its
 * own staking module sign its blocks. The lists have the order in which the program runs the modules.
 */
export function sovereignProgram(): ChainProgram {
  const capability = capabilityModule();
  const ibc = ibcModule();
  const transfer = transferModule();
  const upgrade = upgradeModule();
  const { auth, bank, distribution, slashing, gov, mint, evidence, consensus, ...own } = providerModules(
    HOOKS,
    bondedTokens,
    { electorate: representatives, router: () => routerOf(program) },
  );
  // The module that updates the bonded set returns the validator updates.
  const staking: Module = {
    ...own.staking,
    endBlock(context) {
      own.staking.endBlock?.(context);
      return newestUpdates(context);
    },
  };
  const genutil: Module = {
    ...own.genutil,
    initGenesis(context, genesis) {
      own.genutil.initGenesis?.(context, genesis);
      return newestUpdates(context);
    },
  };
  const program: ChainProgram = {
    kind: 'sovereign',
    bech32Prefix: BECH32_PREFIX.sovereign,
    ante: sdkAnte,
    apps: { transfer: transferApp },
    initGenesis: [
      capability,
      auth,
      bank,
      distribution,
      staking,
      slashing,
      gov,
      mint,
      evidence,
      genutil,
      ibc,
      transfer,
      consensus,
    ],
    beginBlock: [
      capability,
      upgrade,
      mint,
      distribution,
      slashing,
      evidence,
      staking,
      auth,
      bank,
      genutil,
      transfer,
      ibc,
    ],
    endBlock: [gov, staking, auth, bank, distribution, slashing, mint, genutil, transfer, ibc],
    nextSequence,
    accountNumber,
  };
  return program;
}
