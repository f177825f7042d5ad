import { SINGLETON } from '../../../specs/key.ts';
import { distributionParams, type DistributionParamsRow } from '../../../specs/tables/distribution.ts';
import type { Context } from '../../context.ts';

/** The parameters of the distribution module. Throws before the genesis has set them. */
export function distributionParamsOf({ draft }: Context): DistributionParamsRow {
  const params = draft.get(distributionParams, SINGLETON);
  if (params === undefined) throw new Error('the distribution module has no parameters yet');
  return params;
}
