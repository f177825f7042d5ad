import { testCorpus } from './testing/test-corpus.ts';

// Beside the default release, which harness/promises/corpus.conformance.test.ts runs.
testCorpus({ provider: 'v6.4.1', consumer: 'v6.4.1', inContainers: false });
testCorpus({ provider: 'v6.4.1', consumer: 'v7.0.1', inContainers: false });
testCorpus({ provider: 'v7.0.1', consumer: 'v6.4.1', inContainers: false });
testCorpus({ provider: 'v7.0.1', consumer: 'v7.0.1-democracy', inContainers: true });
testCorpus({ provider: 'v6.4.1', consumer: 'v6.4.1-democracy', inContainers: false });
