import { SINGLETON } from '../key.ts';
import { changesOf } from '../event.ts';
import { violation, type ExecutableProperty, type PropertyMonitor } from '../property.ts';
import { supply } from '../tables/bank.ts';
import { minter, mintParams } from '../tables/mint.ts';
import { ONE } from '../value.ts';

/** How many coins inflation mints in a block (SDK x/mint). */
export const mintedByInflation: ExecutableProperty = {
  name: 'minted-by-inflation',
  statement: 'A block never adds more to the supply of the staking token than its share of the annual inflation.',
  kind: 'safety',
  group: 'rewards',
  source: 'SDK x/mint §Begin-Block',
  touches: { provider: [supply.name, minter.name] },
  status: 'executable',
  monitor,
};

function monitor(): PropertyMonitor {
  let before: bigint | undefined;
  return {
    observe(event) {
      if (event.kind !== 'provider' || event.event === 'start') return undefined;
      const { view } = event;
      const params = view.row(mintParams, SINGLETON);
      if (params === undefined) return undefined;
      const denom = params.mint_denom;
      const first = before === undefined;
      if (!first && !changesOf(event, supply).some(({ key }) => key === denom)) return undefined;
      const now = view.row(supply, denom) ?? 0n;
      const rise = now - (before ?? now);
      before = now;
      const most = (view.row(minter, SINGLETON)?.annual_provisions ?? 0n) / params.blocks_per_year / ONE;
      return rise <= most
        ? undefined
        : violation(event, `the block mints up to ${most}; however the supply grew by ${rise}`);
    },
  };
}
