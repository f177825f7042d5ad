import type { ChainKind } from '../../../specs/chain-kind.ts';
import { consumerQueries } from './consumer.ts';
import { distributionQueries } from './distribution.ts';
import { sharedQueries, stakingQueries } from './modules.ts';
import { providerQueries } from './provider.ts';
import type { QueryCheck } from './query-check.ts';

/** All queries that are checked on each kind of chain. To add one, put it into the list of its module. */
export const QUERIES: Readonly<Record<ChainKind, readonly QueryCheck[]>> = {
  provider: [...providerQueries, ...stakingQueries, ...distributionQueries, ...sharedQueries],
  consumer: [...consumerQueries, ...sharedQueries],
  sovereign: [...stakingQueries, ...distributionQueries, ...sharedQueries],
};
