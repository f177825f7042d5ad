import { describe, expect, test } from 'vitest';
import { loadRelease } from '../../releases/load-release.ts';
import { releaseNames } from '../../releases/release.ts';
import { ASKED_QUERIES, declaredQueries, queriesNotCovered } from './declared-queries.ts';

const BUILD_TIMEOUT = 30 * 60_000;

describe.each(releaseNames())('the programs of %s', (name) => {
  test(
    'have no query of the CCV modules that is not asked, and none with a field that is not compared',
    async () => {
      const { provider, consumer } = await loadRelease(name);
      const schemas = [provider.schema, consumer.schema];
      expect(queriesNotCovered(schemas)).toEqual([]);
      // Every query of these modules that is asked is one that the programs declare.
      const asked = ASKED_QUERIES.filter((query) => query.startsWith('interchain_security.'));
      expect(declaredQueries(schemas).map((query) => query.name)).toEqual(asked);
    },
    BUILD_TIMEOUT,
  );
});
